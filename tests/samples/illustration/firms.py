# SPDX-License-Identifier: GPL-3.0-or-later
"""The firms: read from their names, with tiers and figures."""

import unicodedata

from .clusters import MAPPED, OFFICER
from .dates import add_months, day
from .dice import Dice
from .firm_names import FIRMS, MOVES, OWNERS
from .portfolio import band, usd_band

# Named by the tier they have since reached.
ROSE_SINCE = ("nogal", "arrayan")

_SEX = {"w": "woman", "m": "man", "j": "joint", "-": None}
_TIER_REASON = {
    "leading": "sells to buyers abroad or to chains, own designs, certificate or audit passed",
    "middle": "sells or subcontracts beyond the locality and hired or bought machines",
    "workshop": "household or small workshop, works for the locality",
}
_STAFF = {"leading": (48, 160), "middle": (11, 42), "workshop": (2, 9), "unknown": (2, 12)}


def slug(name):
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.lower().replace(".", "").replace(" ", "-")


class Firm:
    def __init__(self, cluster, programme, tier, line):
        parts = [part.strip() for part in line.split(";")]
        self.short, self.name, self.trade, sex = parts
        self.key, self.cluster, self.programme, self.tier = (slug(self.short), cluster, programme,
                                                             tier)
        self.owner_sex = _SEX[sex]


def read_firms():
    """All firms by key, in the order above."""
    firms = {}
    for (cluster, programme), tiers in FIRMS.items():
        for tier, lines in tiers.items():
            for line in lines.strip().splitlines():
                firm = Firm(cluster, programme, tier, line)
                assert firm.key not in firms, firm.key
                firms[firm.key] = firm
    return firms


OWNER_OF = {firm: owner for owner, firms in OWNERS.items() for firm in firms}


def _employment(dice, people, exact):
    """Small firms tell a figure; others only say "between 10 and 19"."""
    if exact:
        return people
    for low, high in ((1, 4), (5, 9), (10, 19), (20, 49), (50, 99), (100, 199)):
        if low <= people <= high:
            return band(low, high)
    return people


def _figures(p, firm, dice):
    low, high = _STAFF[firm.tier]
    people = dice.between(low, high)
    start = add_months(MAPPED[firm.cluster], dice.between(0, 2))
    readings = 3 if firm.programme else 1
    if firm.programme is None and dice.chance(35):
        return
    for i in range(readings):
        on = add_months(start, 10 * i + dice.between(0, 3))
        if on > day("2026-06-20"):
            break
        exact = dice.chance(45 if firm.programme else 20)
        sales = people * dice.between(7, 19) * 1000
        p.add("firm-reading", f"{firm.key}/{i}", OFFICER, firm=p.id("firm", firm.key),
              date=on.isoformat() if dice.chance(70) else on.isoformat()[:7],
              employment=_employment(dice, people, exact),
              women=people * dice.between(15, 70) // 100 if exact and dice.chance(60) else None,
              sales=usd_band(sales * 8 // 10, sales * 12 // 10) if dice.chance(30) else None,
              export_share={"leading": band(10, 40), "middle": band(0, 10)}.get(firm.tier)
              if dice.chance(50) else None,
              source=dice.pick(("said by the owner", "payroll shown", "estimated on a visit")))
        people = max(1, people + dice.between(-1, 2) * max(1, people // 14))


def build(p):
    firms = read_firms()
    for owner in OWNERS:
        p.add("owner-group", owner, OFFICER, entered=day("2024-08-26"), name=owner,
              note="Said by one of them; counts as one owner."
              if "Cousins" in owner else None)
    for firm in firms.values():
        dice = Dice("firm", firm.key)
        mapped = MAPPED[firm.cluster]
        founded = dice.between(1972, 2021)
        p.add("firm", firm.key, OFFICER, entered=add_months(mapped, dice.between(0, 1)),
              name=firm.name, short_name=firm.short, cluster=p.id("cluster", firm.cluster),
              owner_group=p.id("owner-group", OWNER_OF[firm.key])
              if firm.key in OWNER_OF else None,
              trade=firm.trade, place=None if firm.tier == "workshop" else
              {"footwear": "Villa Crispín", "furniture": "Alto Roble",
               "surgical": "Peñas del Sur"}[firm.cluster],
              founded=dice.pick((f"{founded}", f"{founded}", f"{founded}~", None)),
              closed="2025-09" if firm.key == "cerrillos" else None,
              owner_sex=firm.owner_sex,
              manager_sex=firm.owner_sex if dice.chance(60) and firm.owner_sex != "joint"
              else None,
              registered=True if firm.tier in ("leading", "middle") else None)
        if firm.tier != "unknown":
            tier = "workshop" if firm.key in ROSE_SINCE else firm.tier
            p.add("tier-reading", f"{firm.key}/0", OFFICER, firm=p.id("firm", firm.key),
                  date=mapped.isoformat(), tier=tier, reason=_TIER_REASON[tier], late=False)
        _figures(p, firm, dice)
    for key, on, tier, reason in MOVES:
        p.add("tier-reading", f"{key}/{tier}", OFFICER, firm=p.id("firm", key), date=on, tier=tier,
              reason=reason)
    return firms
