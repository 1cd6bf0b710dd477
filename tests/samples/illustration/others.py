# SPDX-License-Identifier: GPL-3.0-or-later
"""Firms outside the programmes use the testing centres too; the centres' heads log every order."""

from datetime import timedelta

from .dates import TODAY, day, months
from .dice import Dice
from .portfolio import usd

CENTRES = {
    "instituto-cuero": ("Paula Huerta", 70, 4, ("bravia", "imperial", "del-plata", "tacon",
                                                "cerrillos", "yungay", "palermo", "reinoso"),
                        ("Sole adhesion", "Flexing of uppers", "Colour fastness")),
    "laboratorio-metales": ("Imanol Daher", 55, 3, ("cumbre-medica", "sterila", "hidalgo",
                                                    "cumbre-medica", "vertice", "aguilar"),
                            ("Hardness", "Composition of steel", "Dimensions")),
}


def build(p, firms):
    for centre, (head, fee, each_month, users, tests) in CENTRES.items():
        for month in months("2025-01", "2026-06"):
            dice = Dice("others", centre, month)
            for n in range(each_month + dice.between(-2, 1)):
                firm, received = dice.pick(users), day(f"{month}-{dice.between(1, 27):02d}")
                out = received + timedelta(days=dice.between(4, 16))
                if firm == "cerrillos" and month >= "2025-09":
                    continue
                price = fee + 5 * dice.between(-2, 4)
                p.add("test-order", f"others/{centre}/{month}/{n}", head,
                      institution=p.id("institution", centre), firm=p.id("firm", firm),
                      test=dice.pick(tests), received=received.isoformat(),
                      promised=(received + timedelta(days=10)).isoformat(),
                      reported=out.isoformat() if out <= TODAY else None, fee=usd(price),
                      paid=usd(price),
                      result=dice.pick(("passed", "passed", "passed", "failed"))
                      if out <= TODAY else None)
