# SPDX-License-Identifier: GPL-3.0-or-later
"""Instrumental Oriente: nine makers of surgical instruments, four months old, still in preparation:
no manager yet, fewer firms than is usual (UN98 Box 3: 10 to 30), most of it too early to judge."""

from .programme import Programme

MEMBERS = ("orbe", "zafiro", "ribalta", "cantero", "duarte", "mesina", "robledo", "ocampo")


def build(p, firms):
    g = Programme(
        p, firms, "oriente", "surgical", "ruben-salvo", "2026-02-20",
        name="Instrumental Oriente", donor="Fundación Telar",
        short_goals="Polish and plating that pass.", medium_goals="To be set by September.",
        basis="All send work to the same two polishers.")
    g.join(*MEMBERS)
    g.join("lastra", on="2026-04-13")
    g.meetings((("2026-03-05", "First talk", 7, "agency", "agency", True, "A"),
                ("2026-04-16", "What we would pay for", 6, "agency", "agency", True, "A"),
                ("2026-06-04", "Who else should come", 5, "member", "agency", False, None)))
    g.close("2026-02", "2026-05")
    g.visits("2026-03", "2026-06", 4)
    g.activity("norte", "factory-visit", "2026-05-07", "A day with Instrumental Norte", 6, hours=6,
               led_by=g.manager, place="Instrumental Bisel", learning="learning")
    g.activity("solved", "firm-visit", "2026-03-26", "Orbe: a lot of steel taken back",
               ["orbe"], hours=4, led_by=g.manager)
    g.joint("bath", "joint-purchase", "2026-05-28", "Salt for plating baths",
            {"zafiro": 70, "ribalta": 70, "mesina": 30}, None, purpose="other",
            result="A sack shared by three")
    g.record("initiative", "tests", title="Tests of plating for the group", kind="testing",
             proposed="2026-04-16", led_by=g.manager, immediate_problem=True, off_core=True,
             little_predation=True, scale_savings=True, trust="medium")
    g.budget("2026-03-01", (("agencia-sur", "travel", 1200), ("agencia-sur", "consulting", 2500)))
    g.pay("travel/1", "2026-04-30", "agencia-sur", "travel", 310, "Rides in March and April")
    g.contacts((("2026-03-12", "laboratorio-metales", "Whether non-members may test"),
                ("2026-05-19", "asociacion-instrumental", "What the association thinks of it")))
    g.tests("first", "laboratorio-metales", ("Thickness of plating", "Corrosion by boiling"),
            (("orbe", "2026-05-11", 7, 8, 100, "failed", None),
             ("zafiro", "2026-05-18", 7, 6, 100, "passed", None),
             ("orbe", "2026-06-08", 7, None, 100, None, 0)), 44, "Imanol Daher")
    g.consents(missing=("robledo", "ocampo", "lastra"))
    g.record("assumption", "demand", kind="risk", title="Only the polishers want it",
             date="2026-04-16")
    return g


