# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger of a programme: what was paid, what was budgeted, who pays the manager."""

from datetime import timedelta

from .clusters import AGENCY_HEAD, OFFICER
from .dates import TODAY, add_months, day, iso, month_end
from .dice import Dice
from .portfolio import eur, usd

# What a firm pays for each unit that a workshop pays.
TIER_WEIGHT = {"leading": 4, "middle": 2, "workshop": 1, "unknown": 1}


class Money:
    def pay(self, key, on, payer, purpose, amount, what, euros=False, **fields):
        kind = "firm" if payer in self.firms else "institution"
        self.p.add("ledger-entry", f"{self.key}/{key}", OFFICER, programme=self.id, type="actual",
                   date=iso(on), payer=self.p.id(kind, payer), purpose=purpose,
                   amount=(eur if euros else usd)(amount), what=what, **fields)

    def budget(self, on, rows):
        """Rows: payer, purpose, amount; without a payer it is what the members promised."""
        for payer, purpose, amount in rows:
            if payer is not None:
                self._promise(on, payer, self.p.id("institution", payer), purpose, amount)
                continue
            firms = [f for f in self.there(on) if self.firms[f].tier in ("leading", "middle")]
            weights = [TIER_WEIGHT[self.firms[f].tier] for f in firms]
            left = amount
            for n, (firm, weight) in enumerate(zip(firms, weights)):
                part = left if n == len(firms) - 1 else round(amount * weight / sum(weights))
                left -= part
                self._promise(on, firm, self.firm(firm), purpose, part)

    def _promise(self, on, key, payer, purpose, amount):
        self.p.add("ledger-entry", f"{self.key}/budget/{on}/{key}/{purpose}", OFFICER,
                   entered=day(on), programme=self.id, type="budget", date=on, payer=payer,
                   purpose=purpose, amount=usd(amount), what=f"Budget {on[:4]}")

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
        amount = 0
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
                weight = (weights or {}).get(firm, TIER_WEIGHT[self.firms[firm].tier])
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
