# SPDX-License-Identifier: GPL-3.0-or-later
"""What the members of a programme learn, test and use together."""

from datetime import timedelta

from .dates import TODAY, day, iso, months
from .dice import Dice
from .portfolio import usd


class Learning:
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

    def uses(self, key, service, rows, fee):
        """Rows: firm, date, per cent of the fee that it paid (None: not recorded)."""
        for firm, on, share in rows:
            self.p.add("service-use", f"{self.key}/{key}/{firm}/{on}", self.broker,
                       service=service, firm=self.firm(firm), date=on, fee=usd(fee),
                       paid=None if share is None else usd(round(fee * share / 100, 2)))

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
