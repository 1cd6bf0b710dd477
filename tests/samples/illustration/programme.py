# SPDX-License-Identifier: GPL-3.0-or-later
"""What every programme of the portfolio records in the same way."""

from datetime import timedelta

from .clusters import AGENCY_HEAD, OFFICER, PEOPLE
from .dates import TODAY, day, every, iso, month_end, months, workday
from .dice import Dice
from .firms import OWNER_OF
from .learning import Learning
from .money import Money
from .portfolio import usd


class Programme(Money, Learning):
    def __init__(self, p, firms, key, cluster, manager, formed, appointed=None, **fields):
        self.p, self.firms, self.key = p, firms, key
        self.cluster, self.broker = cluster, PEOPLE[manager][0]
        self.formed, self.appointed = day(formed), appointed and day(appointed)
        self.post_ended = fields.get("post_ended")
        self.members = {}
        self.tireless = {}
        self.id = p.add("programme", key, AGENCY_HEAD, entered=self.formed + timedelta(days=3),
                        cluster=p.id("cluster", cluster),
                        agency=p.id("institution", "agencia-sur"), manager=p.id("person", manager),
                        formed=formed, appointed=appointed, **fields)
        self.manager = p.id("person", manager)

    # Who belongs to it.

    def join(self, *keys, on=None, left=None, reason=None):
        for key in keys:
            joined = on or self.formed.isoformat()
            self.members[key] = (joined, left)
            self.p.add("membership", f"{self.key}/{key}", OFFICER,
                       programme=self.id, firm=self.firm(key), joined=joined, left=left,
                       reason=reason, late=False)
            # How readily it comes to things, from 0 to 9.
            self.tireless[key] = Dice("tireless", self.key, key).below(10)

    def firm(self, key):
        return self.p.id("firm", key)

    def there(self, on):
        """Members on the day, in the order they were named."""
        text = iso(on)
        return [key for key, (joined, left) in self.members.items()
                if joined <= text and (left is None or text < left)]

    def come(self, on, owners, *name):
        """Firms of @owners owner groups that were members on the day, the ready ones first."""
        dice = Dice(self.key, "come", on, *name)
        order = sorted(self.there(on),
                       key=lambda key: (-self.tireless[key] - dice.below(9), key))
        chosen, seen = [], set()
        for key in order:
            owner = OWNER_OF.get(key, key)
            if owner not in seen and len(seen) < owners:
                seen.add(owner)
                chosen.append(key)
        return chosen

    # What happens.

    def activity(self, key, kind, on, title, who=(), by=None, **fields):
        if isinstance(who, int):
            who = self.come(on, who, key)
        return self.p.add(
            "activity", f"{self.key}/{key}", by or self.broker, programme=self.id, kind=kind,
            title=title, date=iso(on), participants=[self.firm(f) for f in who] or None, **fields)

    def act(self, key):
        return self.p.id("activity", f"{self.key}/{key}")

    def evidence(self, kind, key, grade, title, on, given_by=None, full_key=False):
        name = key if full_key else f"{self.key}/{key}"
        self.p.add("evidence", f"{kind}/{name}/{title}", self.broker, of=self.p.id(kind, name),
                   grade=grade, title=title, date=iso(on), given_by=given_by)

    def contribute(self, key, on, shares, purpose=None, what=None):
        """@shares: firm → amount of money, "12 h" or a text naming goods. With @purpose what was
        paid stands in the ledger too."""
        for firm, share in shares.items():
            fields = {"kind": "money"}
            if isinstance(share, (int, float)):
                fields["amount"] = usd(share)
            elif share is None:
                fields["kind"] = "goods"
            elif share.endswith(" h"):
                fields.update(kind="hours", hours=int(share[:-2]))
            else:
                fields.update(kind="goods", what=share)
            self.p.add("contribution", f"{self.key}/{key}/{firm}", self.broker,
                       activity=self.act(key), firm=self.firm(firm), date=iso(on),
                       batch=f"{self.key}/{key}", **{"what": what, **fields})
            if purpose and "amount" in fields:
                self.pay(f"{key}/{firm}", on, firm, purpose, share, what or "share of the cost",
                         activity=self.act(key), batch=f"{self.key}/{key}")

    def equal(self, on, owners, amount, key):
        """Firms of so many owner groups, each with the same amount."""
        return {firm: amount for firm in self.come(on, owners, key)}

    def meetings(self, rows, place=None):
        """Rows: date, title, owner groups there, called by, chaired by, minuted, grade."""
        for on, title, owners, called, chaired, minuted, grade in rows:
            key = f"meeting/{on}"
            self.activity(key, "meeting", on, title, owners, place=place, called_by=called,
                          chaired_by=chaired, minuted=minuted, area="firm-firm",
                          led_by=self.manager if chaired == "broker" else None, hours=3)
            if grade:
                self.evidence("activity", key, grade,
                              {"A": "Minutes, signed", "B": "Two members confirm it",
                               "C": "The chair’s word"}.get(grade, "From memory"), on)

    def regular_meetings(self, first, last, weeks, owners, members_from=None, grade="A", topics=()):
        """Meetings some weeks apart; @owners: the least and the most that come. From
        @members_from on every second one is called and chaired by members."""
        topics, rows = list(topics), []
        dice = Dice(self.key, "meetings")
        for n, one in enumerate(every(first, last, weeks, dice)):
            on = one.isoformat()
            theirs = members_from is not None and on >= members_from and n % 2 == 0
            party = "member" if theirs else "broker"
            minuted = not dice.chance(10)
            title = topics.pop(0) if topics and dice.chance(60) else one.strftime("Meeting of %B")
            rows.append((on, title, dice.between(*owners), party,
                         party if not dice.chance(15) else "broker", minuted,
                         grade if minuted else None))
        self.meetings(rows)

    def joint(self, key, kind, on, title, shares, grade=None, proof="Invoice and list of payers",
              purpose="market", **fields):
        """A joint action with what each firm put in, and the paper that shows it."""
        fields.setdefault("learning", "static")
        fields.setdefault("led_by", self.manager)
        self.activity(key, kind, on, title, list(shares), **fields)
        self.contribute(key, fields.get("delivered") or on, shares, purpose)
        if grade:
            self.evidence("activity", key, grade, proof, fields.get("paid") or on)

    def adopt(self, practice, rows):
        for firm, on in rows:
            self.p.add("adoption", f"{self.key}/{practice}/{firm}", self.broker,
                       practice=self.p.id("practice", f"{self.key}/{practice}"),
                       firm=self.firm(firm), date=on)

    def visits(self, first, last, each_month):
        """The broker's rounds of the members, with gaps."""
        about = ("order book", "cutting waste", "prices of leather and soles", "layout",
                 "a late delivery", "bookkeeping", "the joint stand", "an apprentice",
                 "a rejected lot", "samples", "machine out of order", "test results")
        if self.cluster != "footwear":
            about = ("order book", "waste", "prices of material", "layout", "a late delivery",
                     "bookkeeping", "the joint stand", "an apprentice", "a rejected lot",
                     "samples", "machine out of order", "safety at the machines")
        for month in months(first, last):
            dice = Dice(self.key, "visits", month)
            for n in range(max(0, each_month + dice.between(-1, 1))):
                on = workday(day(f"{month}-{dice.between(2, 26):02d}"))
                firm = dice.pick(self.there(on) or [None])
                if firm is None:
                    continue
                topic = None if dice.chance(8) else dice.pick(about)
                short = self.firms[firm].short
                self.activity(f"visit/{month}/{n}", "firm-visit", on,
                              f"Visit to {short}: {topic}" if topic else f"Visit to {short}",
                              [firm], led_by=self.manager, hours=dice.pick((1, 1.5, 2, 3)),
                              task=dice.pick((None, None, "market", "diagnosis", "quality")))

    def contacts(self, rows):
        for on, institution, title in rows:
            self.activity(f"contact/{on}/{institution}", "agency-contact", on, title,
                          institutions=[self.p.id("institution", institution)],
                          led_by=self.manager, hours=2, area="firm-institution")

    def close(self, first, last, but=()):
        for month in months(first, last):
            if month in but:
                continue
            year, number = map(int, month.split("-"))
            lag = Dice(self.key, "close", month).between(1, 9)
            self.p.add("closed-month", f"{self.key}/{month}", self.broker, programme=self.id,
                       month=month,
                       entered=min(TODAY, month_end(year, number) + timedelta(days=lag)))

    def plan(self, agreed, rows):
        """Rows: title, who, first due, due now, done."""
        for title, who, first_due, due, done in rows:
            entered = day(done) if done and len(done) == 10 else day(agreed)
            self.p.add("plan-step", f"{self.key}/{title}", self.broker,
                       entered=min(TODAY, max(day(agreed), entered) + timedelta(days=5)),
                       programme=self.id, title=title, responsible=who, agreed=agreed,
                       first_due=first_due, due=due, done=done)

    def consents(self, missing=(), withdrawn=(), masked=()):
        """Of members: for the programme and the agency; to the donor by name or masked."""
        for key, (joined, _left) in self.members.items():
            if key in missing:
                continue
            dice = Dice(self.key, "consent", key)
            on = workday(day(joined) + timedelta(days=dice.between(0, 40)))
            if on > TODAY:
                continue
            for purpose in ("programme", "agency",
                            "donor-masked" if key in masked else "donor-named", "research"):
                if purpose == "research" and not dice.chance(15):
                    continue
                if purpose.startswith("donor") and not dice.chance(80):
                    continue
                self.p.add("consent", f"{self.key}/{key}/{purpose}", self.broker,
                           firm=self.firm(key), purpose=purpose,
                           donor="Fondo Andino" if purpose == "donor-named" else None,
                           date=iso(on), form="signed" if dice.chance(85) else "spoken",
                           withdrawn=withdrawn.get(key) if withdrawn
                           and purpose.startswith("donor") else None, late=False)

    def indicators(self, rows):
        """Rows: title, level, theme, unit, direction, baseline, on, target, on, comparison,
        source, {date: value or (value, part)}."""
        for row in rows:
            (title, level, theme, unit, direction, baseline, baseline_on, target, target_on,
             comparison, source, seen) = row
            one = self.p.add("indicator", f"{self.key}/{title}", self.broker,
                             late=False, programme=self.id, title=title, level=level,
                             theme=theme, unit=unit, direction=direction, baseline=baseline,
                             baseline_on=baseline_on, target=target, target_on=target_on, comparison=comparison,
                             source=source, responsible=self.broker)
            for on, value in seen.items():
                value, part = value if isinstance(value, tuple) else (value, None)
                self.p.add("observation", f"{self.key}/{title}/{on}/{part}", self.broker,
                           indicator=one, date=on.split("#")[0], value=value, part=part)

    def note(self, kind, key, on, text, full_key=False):
        name = key if full_key else f"{self.key}/{key}"
        self.p.add("note", f"{kind}/{name}/{on}", self.broker, of=self.p.id(kind, name), date=on,
                   text=text)

    def record(self, kind, key, /, **fields):
        """Any record that belongs to the programme."""
        return self.p.add(kind, f"{self.key}/{key}", self.broker, programme=self.id, **fields)
