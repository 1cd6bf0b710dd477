# SPDX-License-Identifier: GPL-3.0-or-later
"""Calzado Franklin: who has paid for what. The members pay 65 % of their manager where 69 % was
agreed; the municipality has paid half of what it promised."""

from .dates import months
from .dice import Dice

# Per cent of the manager's pay due that the members paid, from October 2024 on.
SHARES = (34, 27, 31, 29, 36, 38, 33, 41, 44, 40, 47, 43, 46, 52, 49, 55, 53, 58, 62, 66, 67)


def build(g):
    g.agree("2024-09-26", 1, 37, 30, 100)
    g.manager_pay({"2024-10": 2400}, SHARES, skip=("salas",), receipts_from="2025-12")
    _budgets(g)
    _donor(g)
    _agency(g)
    g.pay("muni/1", "2025-03-28", "muni-crispin", "market", 2000, "Part of the stand")
    g.pay("muni/2", "2025-10-02", "muni-crispin", "market", 2000, "Part of the stand")
    g.pay("muni/3", "2025-12-12", "muni-crispin", "testing", 2000, "Tests for workshops")
    g.pay("chamber/desk", "2025-02-01", "camara-calzado", "office", 900, "Desk and telephone",
          in_kind=True)
    for on, rate in (("2024-07-01", 1.07), ("2025-01-02", 1.04), ("2025-07-01", 1.15),
                     ("2026-01-02", 1.16)):
        g.p.add("exchange-rate", f"EUR/{on}", "Rubén Salvo", **{"from": "EUR"}, to="USD", date=on,
                rate=rate, source="Agency’s book rate, invented", late=False)


def _budgets(g):
    g.budget("2024-07-01", (
        (None, "manager-pay", 2600), (None, "market", 2000),
        ("agencia-sur", "manager-pay", 4600), ("agencia-sur", "office", 4300),
        ("agencia-sur", "market", 1500), ("fondo-andino", "training", 8000),
        ("fondo-andino", "market", 5000), ("muni-crispin", "market", 3000)))
    g.budget("2025-01-01", (
        (None, "manager-pay", 12900), (None, "market", 9000),
        ("agencia-sur", "manager-pay", 15900), ("agencia-sur", "office", 9200),
        ("agencia-sur", "market", 4000), ("agencia-sur", "training", 3000),
        ("agencia-sur", "testing", 1000), ("fondo-andino", "training", 14000),
        ("fondo-andino", "market", 16000), ("fondo-andino", "testing", 9000),
        ("muni-crispin", "market", 5000)))
    g.budget("2026-01-01", (
        (None, "manager-pay", 18800), (None, "market", 12000),
        ("agencia-sur", "manager-pay", 10000), ("agencia-sur", "office", 9600),
        ("agencia-sur", "market", 4400), ("agencia-sur", "training", 4000),
        ("agencia-sur", "testing", 2000), ("fondo-andino", "training", 16000),
        ("fondo-andino", "market", 14000), ("fondo-andino", "testing", 10000),
        ("muni-crispin", "market", 4000), ("muni-crispin", "testing", 4000)))


def _donor(g):
    rows = (
        ("2024-11-15", "training", 4200, "Stitching without rework"),
        ("2025-01-31", "training", 3900, "Stitching without rework"),
        ("2025-03-10", "market", 3400, "Feria del Calzado 2025"),
        ("2025-06-03", "travel", 2200, "Journey to the north"),
        ("2025-09-25", "market", 6100, "Expo Cuero"),
        ("2025-10-20", "training", 7300, "Pattern grading, licences"),
        ("2025-10-30", "market", 4400, "Catalogue: photographs and design"),
        ("2025-11-17", "testing", 4000, "Instruments lent to the institute"),
        ("2026-01-30", "market", 4200, "Open day and promotion"),
        ("2026-03-12", "market", 3800, "Feria del Calzado 2026"),
        ("2026-03-20", "consulting", 3100, "Consultant for the route to ISO 9001"),
        ("2026-04-20", "training", 11100, "Costing: teachers, books, rooms"),
        ("2026-05-27", "testing", 2450, "Tests for workshops"),
    )
    for on, purpose, amount, what in rows:
        g.pay(f"donor/{on}", on, "fondo-andino", purpose, amount, what)
    # One payment came in euros.
    g.pay("donor/euros", "2025-08-14", "fondo-andino", "testing", 5350, "Adhesion tester",
          euros=True)


def _agency(g):
    for month in months("2024-07", "2026-06"):
        dice = Dice("franklin", "office", month)
        g.pay(f"office/{month}", f"{month}-{dice.between(5, 27):02d}", "agencia-sur", "office",
              560 + 10 * dice.between(0, 14), "Office, telephone, rides", batch=f"office/{month}")
        if dice.chance(35):
            g.pay(f"travel/{month}", f"{month}-{dice.between(5, 27):02d}", "agencia-sur", "travel",
                  90 + 10 * dice.between(0, 16), "Rides of the manager")
    for on, purpose, amount, what in (
            ("2025-03-12", "market", 1600, "Feria del Calzado 2025"),
            ("2025-02-03", "training", 1800, "Room and teachers"),
            ("2025-09-18", "market", 3100, "Expo Cuero"),
            ("2025-10-09", "training", 1400, "Room and machines"),
            ("2026-03-05", "market", 1900, "Feria del Calzado 2026"),
            ("2026-04-16", "training", 1800, "Room and teachers"),
            ("2026-05-22", "market", 1600, "Freight to Cadena Andes"),
            ("2026-05-29", "testing", 2000, "Fees waived for three workshops")):
        g.pay(f"agency/{on}", on, "agencia-sur", purpose, amount, what)
    # Food for the open day was given, not paid.
    g.pay("kind/open-day", "2025-12-11", "pasos", "market", 220, "Food for the open day",
          in_kind=True, activity=g.act("promo-2025"))


