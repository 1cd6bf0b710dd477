# SPDX-License-Identifier: GPL-3.0-or-later
"""What every programme of the portfolio records in the same way."""

from datetime import timedelta

from .clusters import AGENCY_HEAD, OFFICER, PEOPLE
from .dates import TODAY, add_months, day, month_end, months, workday
from .dice import Dice
from .firms import OWNER_OF
from .portfolio import eur, usd

def iso(one):
    return one if isinstance(one, str) else one.isoformat()


class Programme:
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

    def uses(self, key, service, rows, fee):
        """Rows: firm, date, per cent of the fee that it paid (None: not recorded)."""
        for firm, on, share in rows:
            self.p.add("service-use", f"{self.key}/{key}/{firm}/{on}", self.broker,
                       service=service, firm=self.firm(firm), date=on, fee=usd(fee),
                       paid=None if share is None else usd(round(fee * share / 100, 2)))

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

    # Money.

    def pay(self, key, on, payer, purpose, amount, what, euros=False, **fields):
        kind = "firm" if payer in self.firms else "institution"
        self.p.add("ledger-entry", f"{self.key}/{key}", OFFICER, programme=self.id, type="actual",
                   date=iso(on), payer=self.p.id(kind, payer), purpose=purpose,
                   amount=(eur if euros else usd)(amount), what=what, **fields)

    def budget(self, on, rows, agreed=None):
        for payer, purpose, amount in rows:
            key = payer or "members"
            self.p.add("ledger-entry", f"{self.key}/budget/{on}/{key}/{purpose}", OFFICER,
                       entered=agreed or day(on), programme=self.id, type="budget", date=on,
                       payer=payer and self.p.id("institution", payer), purpose=purpose,
                       amount=usd(amount),
                       what=f"Budget {on[:4]}" + ("" if payer else ", the members together"))

    def agree(self, agreed, first, last, start, end, reason=None):
        """A straight line of the agreed share from one month after the appointment to another."""
        for month in range(first, last + 1):
            share = start + (end - start) * (month - first) / (last - first)
            self.p.add("share-agreement", f"{self.key}/{agreed}/{month}", AGENCY_HEAD,
                       programme=self.id, agreed=agreed, month=month, share=round(share, 2),
                       late=False, batch=f"{self.key}/{agreed}",
                       reason=reason if month == first else None)

    def manager_pay(self, due, shares, skip=(), weights=None, receipts_from=None):
        """@due: month → pay due from then on. @shares: from the appointment's month on, the per
        cent of it that the members paid. @skip: firms that never pay. Tier by tier they pay more;
        the agency pays the rest."""
        amount, tier_weight = 0, {"leading": 4, "middle": 2, "workshop": 1, "unknown": 1}
        for month, paid in due.items():
            self.p.add("pay-due", f"{self.key}/{month}", OFFICER, programme=self.id, month=month,
                       amount=usd(paid), late=False)
        start = self.appointed.replace(day=1)
        for i, share in enumerate(shares):
            one = add_months(start, i)
            month = f"{one.year}-{one.month:02d}"
            amount = due.get(month, amount)
            dice = Dice(self.key, "pay", month)
            payers = {}
            later = self.there(month_end(one.year, one.month))
            for firm in [f for f in self.there(one) if f in later]:
                weight = (weights or {}).get(firm, tier_weight[self.firms[firm].tier])
                odds = 48 if weight == 1 else 86  # the smallest pay for two months at once
                if firm not in skip and dice.chance(odds):
                    payers[firm] = weight
            self._month_of_pay(month, amount, share, payers, dice, receipts_from)

    def _month_of_pay(self, month, due, share, payers, dice, receipts_from):
        total, left = sum(payers.values()), round(due * share / 100)
        cash = left
        for n, (firm, weight) in enumerate(payers.items()):
            part = left if n == len(payers) - 1 else round(cash * weight / total)
            left -= part
            on = f"{month}-{dice.between(3, 28):02d}"
            if part <= 0:
                continue
            self.pay(f"fee/{month}/{firm}", on, firm, "manager-pay", part, "Monthly contribution")
            if receipts_from and month >= receipts_from:
                self.evidence("ledger-entry", f"fee/{month}/{firm}", "A", "Bank receipt", on)
        if due > cash:
            year, number = map(int, month.split("-"))
            self.pay(f"fee/{month}/agency", month_end(year, number), "agencia-sur", "manager-pay",
                     due - cash, "The agency’s part of the manager’s pay")

    # Learning.

    def course(self, key, title, institution, chosen, sessions, rates, fee=None, hours=3,
               topic=None, planned=None, counted=True):
        """@sessions: dates. @rates: firm → sessions it sends somebody to, of all held."""
        course = self.p.add("course", f"{self.key}/{key}", self.broker,
                            entered=day(sessions[0]) - timedelta(days=9), programme=self.id,
                            title=title, topic=topic,
                            institution=self.p.id("institution", institution),
                            chosen_by_group=chosen, sessions_planned=planned or len(sessions),
                            fee=fee and usd(fee))
        for n, on in enumerate(sessions):
            session = self.p.add("session", f"{self.key}/{key}/{n}", self.broker, course=course,
                                 date=on, hours=hours, batch=f"{self.key}/{key}")
            for firm, present in rates.items():
                dice = Dice(self.key, key, n, firm)
                # Spread over the course: the first comers stay, the others drop out or come late.
                if n * present // len(sessions) == (n + 1) * present // len(sessions):
                    continue
                women = dice.between(0, 2)
                men = dice.between(0 if women else 1, 1)
                apart = counted and not dice.chance(12)
                self.p.add("attendance", f"{self.key}/{key}/{n}/{firm}", self.broker,
                           session=session, firm=self.firm(firm), women=women if apart else None,
                           men=men if apart else None, people=None if apart else women + men,
                           entered=self._listed(on, key))

    def _listed(self, on, key):
        """Attendance lists are copied when the course is over or the evening after."""
        lag = Dice(self.key, key, "listed").pick((0, 1, 1, 2, 5, 12, 70))
        return min(TODAY, day(on) + timedelta(days=lag))

    # Plans, services, standards.

    def plan(self, agreed, rows):
        """Rows: title, who, first due, due now, done."""
        for title, who, first_due, due, done in rows:
            entered = day(done) if done and len(done) == 10 else day(agreed)
            self.p.add("plan-step", f"{self.key}/{title}", self.broker,
                       entered=min(TODAY, max(day(agreed), entered) + timedelta(days=5)),
                       programme=self.id, title=title, responsible=who, agreed=agreed,
                       first_due=first_due, due=due, done=done)

    def tests(self, key, institution, kinds, orders, fee, by):
        """Orders: firm, received, days promised, days taken or None, paid share in per cent,
        result, number of the order it repeats."""
        made = {}
        for n, (firm, received, promised, taken, paid, result, repeat) in enumerate(orders):
            dice = Dice(self.key, key, n)
            got = day(received)
            out = got + timedelta(days=taken) if taken is not None else None
            price = fee + 5 * dice.between(-2, 5)
            test = dice.pick(kinds)
            if repeat is not None:
                test = made[repeat][1]
            one = self.p.add("test-order", f"{self.key}/{key}/{n}", by,
                             institution=self.p.id("institution", institution),
                             firm=self.firm(firm), test=test, received=received,
                             promised=iso(got + timedelta(days=promised)),
                             reported=out and iso(out), fee=usd(price),
                             paid=None if paid is None else usd(round(price * paid / 100, 2)),
                             result=result,
                             repeat_of=made[repeat][0] if repeat is not None else None)
            made[n] = (one, test)
        return [one for one, _ in made.values()]

    def order_book(self, name, first, last, each_month, firms, paid=(100, 100, 60), waived=(),
                   days=(5, 13), promised=10, last_out=True):
        """Orders by month, for tests(); a failed sample comes again some weeks later.
        @last_out: whether results may still be out today."""
        orders, again = [], []
        for month in months(first, last):
            dice = Dice(self.key, "orders", name, month)
            rows = [(dice.pick(firms), f"{month}-{dice.between(1, 27):02d}", None)
                    for _ in range(max(1, each_month + dice.between(-2, 2)))]
            rows += [(firm, iso(back), at) for firm, back, at in again
                     if f"{back.year}-{back.month:02d}" == month]
            for firm, received, at in sorted(rows, key=lambda row: row[1]):
                if day(received) > TODAY or not any(
                        joined <= received and (left is None or received < left)
                        for joined, left in [self.members.get(firm, ("0", None))]):
                    continue
                taken = dice.between(*days) + (dice.between(4, 18) if dice.chance(14) else 0)
                if day(received) + timedelta(days=taken) > TODAY:
                    taken = None if last_out else (TODAY - day(received)).days
                result = dice.pick(("passed",) * 7 + ("failed", "failed", "inconclusive"))
                share = 0 if firm in waived else None if dice.chance(4) else dice.pick(paid)
                orders.append((firm, received, promised, taken, share,
                               result if taken is not None else None, at))
                if result == "failed" and taken is not None and dice.chance(70):
                    again.append((firm, day(received) + timedelta(days=taken
                                                                  + dice.between(9, 30)),
                                  len(orders) - 1))
        return orders

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
                if purpose == "research" and not dice.chance(35):
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
                             theme=theme, unit=unit, direction=direction, baseline=baseline, baseline_on=baseline_on,
                             target=target, target_on=target_on, comparison=comparison,
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


def every(first, last, weeks, dice, jump=3):
    """Days some weeks apart, with a little jitter."""
    one = day(first)
    while one <= day(last):
        yield workday(one)
        one += timedelta(days=7 * weeks + dice.between(-jump, jump))
