# SPDX-License-Identifier: GPL-3.0-or-later
"""Maderas del Puente: 12 firms, 30 months old, stalled. After a quarrel over who pays, months were
left open, the share fell, and one family pays more than half of what the members still pay."""

from .clusters import AGENCY_HEAD
from .dates import day
from .portfolio import band
from .programme import Programme

MEMBERS = ("larrain", "del-puente", "hualle", "cipres", "escuadra", "larrain-hijo", "carcamo",
           "oyarzo", "mansilla", "viruta", "barria", "soto-hnos")
SHARES = (31, 29, 36, 38, 35, 41, 43, 40, 46, 44, 47, 45, 48, 42, 39, 30, 26, 21, 24, 19, 0, 22, 25,
          24, 27, 31, 33, 32)
FORGOTTEN = ("2025-05", "2025-06", "2025-07", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01")


def build(p, firms):
    g = Programme(
        p, firms, "puente", "furniture", "hugo-paredes", "2023-12-20", "2024-03-01",
        name="Maderas del Puente", donor="Fondo Andino",
        short_goals="Cheaper boards.", medium_goals="A yard of our own.",
        basis="All buy boards from the same sawmill.",
        note="The agency looks into it since February 2026.")
    g.join(*[m for m in MEMBERS if m not in ("viruta", "hualle")])
    g.join("viruta", on="2024-05-13")
    g.join("hualle", left="2025-10-31", reason="Tired of quarrels over the yard")
    p.add("gate-decision", "puente/entry", AGENCY_HEAD, programme=g.id, gate="entry",
          date="2024-02-26", decided_by="Agencia Sur, director alone",
          reason="No demand beyond cheaper boards was shown; passed because the year’s budget "
                 "lapsed.", late=False)
    g.regular_meetings("2024-01-18", "2025-04-24", 6, (5, 8), topics=(
        "Boards", "The yard", "Who pays for the yard", "Rules"), grade="B")
    g.meetings((("2025-08-14", "Meeting that broke up", 4, "broker", "broker", False, None),
                ("2026-03-19", "The agency asks what now", 5, "agency", "agency", True, "A"),
                ("2026-05-21", "Second talk with the agency", 4, "agency", "agency", True, "A")))
    g.close("2023-12", "2026-06", but=FORGOTTEN)
    g.visits("2024-03", "2025-05", 2)
    g.visits("2026-02", "2026-06", 1)
    _actions(g)
    _money(g)
    g.consents(missing=("oyarzo", "barria"))
    return g


def _actions(g):
    g.joint("boards-1", "joint-purchase", "2024-06-12", "Boards by the lorry",
            {"larrain": 1800, "hualle": 500, "cipres": 450, "mansilla": 120}, "A", purpose="other",
            result="Seven per cent less")
    g.joint("boards-2", "joint-purchase", "2024-12-04", "Second lorry",
            {"larrain": 2400, "cipres": 300}, "D", "The manager’s estimate", purpose="other")
    g.activity("yard", "joint-development", "2025-03-05", "Plan of a common yard",
               ["larrain", "hualle", "cipres", "escuadra"], hours=12, led_by=g.firm("larrain"),
               result="Ground and shed for boards",
               note="Larraín wanted the ground in his name.")
    g.joint("fair", "joint-stand", "2024-10-17", "Table at the home fair",
            {"cipres": 200, "escuadra": 200, "soto-hnos": 80}, "B", as_one=True,
            task="market", result="Four small orders, filled one by one")
    g.activity("visit-fair", "fair-visit", "2025-11-20", "Visit to the home fair", 4,
               led_by=g.firm("larrain"))
    g.activity("saw", "workshop", "2024-08-07", "Setting a band saw", 8, learning="learning",
               hours=5, led_by=g.manager)
    g.record("practice", "saw", entered=day("2024-08-19"), title="Band saws set by gauge",
             activity=g.act("saw"))
    g.adopt("saw", (("cipres", "2024-09-09"), ("mansilla", "2024-09-30"),
                    ("soto-hnos", "2024-11")))
    g.evidence("practice", "saw", "B", "Teacher and three owners", "2024-12-11")
    g.course("safety", "Guards at machines", "taller-escuela", False,
             ("2024-05-22", "2024-05-29"), {m: 2 for m in MEMBERS[2:9] if m != "viruta"},
             topic="safety")
    g.plan("2024-09-12", (
        ("Ground for the yard", "A. Larraín", "2025-03-31", "2026-12-31", None),
        ("Rules", "H. Paredes", "2024-12-31", "2026-06-30", None),
        ("Third lorry of boards", "A. Larraín", "2025-04-30", None, None),
        ("Home fair", "R. Ciprés", "2024-10-31", None, "2024-10-17"),
        ("Books kept by all", None, "2025-06-30", None, None)))
    for key, title, kind, proposed, outcome, answers in (
            ("boards", "Boards bought together", "purchase", "2024-02-15", "partly",
             (True, False, False, True, False)),
            ("yard", "Common yard", "purchase", "2024-11-07", "failed",
             (None, False, False, True, False))):
        g.record("initiative", key, title=title, kind=kind, proposed=proposed, outcome=outcome,
                 led_by=g.firm("larrain"), trust="low", anti_competitive=True,
                 **dict(zip(("immediate_problem", "off_core", "little_predation", "scale_savings",
                             "complementary"), answers)))
    g.record("complaint", "yard", kind="complaint", date="2025-04-30", firm=g.firm("hualle"),
             title="Members’ money was spent on plans for ground that belongs to one of them")
    g.record("complaint", "jobs", kind="jobs-lost", date="2025-12-15", firm=g.firm("escuadra"),
             title="Four jobs lost when an order was taken away")
    g.record("assumption", "patron", kind="risk", title="One family carries the group",
             date="2024-09-12", came_true="2025-07")
    g.indicators((("Price paid for boards", "outcome", "cost", "USD a cubic metre", "down",
                   band(290, 310), "2024-03-31", 270, "2025-12-31", None, "bills",
                   {"2024-09-30": 281, "2025-01-31": band(285, 300)}),))


def _money(g):
    g.agree("2024-02-20", 1, 37, 30, 100)
    g.agree("2025-09-15", 19, 43, 40, 100, reason="The members asked for half a year’s respite.")
    g.manager_pay({"2024-03": 1600}, SHARES,
                  skip=("oyarzo", "barria", "escuadra", "carcamo", "viruta"),
                  weights={"larrain": 10, "del-puente": 2, "larrain-hijo": 1})
    g.budget("2024-03-01", (("agencia-sur", "office", 3800), ("fondo-andino", "equipment", 9000),
                            (None, "equipment", 4000)))
    g.budget("2025-01-01", (("agencia-sur", "office", 4000), ("fondo-andino", "equipment", 9000)))
    for on, payer, purpose, amount, what in (
            ("2024-06-03", "agencia-sur", "training", 800, "Guards at machines"),
            ("2024-12-16", "agencia-sur", "office", 3700, "Office of the year"),
            ("2025-03-14", "fondo-andino", "equipment", 4200, "Plans and soil of the yard"),
            ("2025-12-17", "agencia-sur", "office", 1500, "Office of the year")):
        g.pay(f"{purpose}/{on}", on, payer, purpose, amount, what)
    g.contacts((("2024-04-16", "gremio-carpinteros", "Whether the guild joins in"),
                ("2024-10-08", "muni-roble", "Ground for a yard"),
                ("2026-02-17", "gremio-carpinteros", "Whether the guild can mediate")))
