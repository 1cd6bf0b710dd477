# SPDX-License-Identifier: GPL-3.0-or-later
"""Muebles Valle: 16 carpenters, 14 months old. Four criteria met, one of them on one party's word;
one firm carries nearly half of what the members pay."""

from .clusters import AGENCY_HEAD
from .dates import day
from .portfolio import band, usd
from .programme import Programme

MEMBERS = ("roble-viejo", "alerzal", "encina", "montealto", "lenga", "torneria-sol", "barniz-fino",
           "cepillo", "contreras", "mimbre-luz", "sandoval", "tapices-ana", "garrido", "ulloa",
           "pinares")
SHARES = (22, 27, 24, 29, 31, 28, 33, 35, 34, 37, 39, 41, 43)


def build(p, firms):
    g = Programme(
        p, firms, "valle", "furniture", "celia-navarro", "2025-04-24", "2025-06-02",
        name="Muebles Valle", donor="Fundación Telar",
        short_goals="Dry wood. One delivery van. A stand at the home fair.",
        medium_goals="A line of furniture for hotels under one name.",
        basis="Frames, turning, upholstery and finish are made by different firms already.",
        rules_on="2025-11-20")
    g.join(*MEMBERS)
    g.join("riquelme", on="2026-02-16")
    p.add("gate-decision", "valle/entry", AGENCY_HEAD, programme=g.id, gate="entry",
          date="2025-05-29", decided_by="Agencia Sur, committee of three", late=False)
    g.regular_meetings("2025-05-15", "2026-06-16", 5, (9, 13), "2026-03-01", topics=(
        "What dries badly", "Rules", "Home fair", "Hotels", "Who pays how much"))
    g.close("2025-04", "2026-06")
    g.visits("2025-06", "2026-06", 3)
    _actions(g)
    _upgrading(g)
    g.agree("2025-05-20", 1, 37, 30, 100)
    g.manager_pay({"2025-06": 1500}, SHARES, skip=("ulloa", "sandoval"),
                  weights={"roble-viejo": 28}, receipts_from="2026-04")
    _money(g)
    g.consents(missing=("ulloa",), masked=("sandoval", "pinares"))
    return g


def _actions(g):
    g.joint("home", "joint-stand", "2025-11-27", "Rooms furnished together at the home fair",
            {"roble-viejo": 700, "alerzal": 500, "encina": 350, "lenga": 350, "tapices-ana": 150,
             "barniz-fino": 200}, "A", as_one=True, task="market", hours=25, place="Puerto Claro",
            result="A hotel chain asks for an offer")
    g.joint("hotel", "joint-order", "2026-04-14", "24 rooms for Hoteles Bahía",
            {"alerzal": "bed frames", "lenga": "48 chairs", "torneria-sol": "legs",
             "tapices-ana": "upholstery"}, None, delivered="2026-06-10", invoiced=usd(19200),
            task="market", result="An order that none could fill alone",
            note="The hotel pays in July.")
    g.activity("fair-visit", "fair-visit", "2025-08-20", "Visit to the machine fair", 7, hours=9,
               led_by=g.manager)
    g.joint("van", "joint-purchase", "2026-01-20", "A year’s rent of a van",
            {"encina": 240, "montealto": 240, "cepillo": 240}, "C", purpose="other",
            led_by=g.firm("encina"), result="Two deliveries a week to Puerto Claro")
    g.activity("moisture", "workshop", "2025-09-17", "Moisture of wood, measured", 10, hours=6,
               learning="learning", task="quality",
               institutions=[g.p.id("institution", "centro-madera")])
    g.activity("diagnosis", "group-diagnosis", "2025-10-22", "What sixteen carpenters lack", 11,
               task="diagnosis", hours=10, led_by=g.manager, learning="learning")
    g.evidence("activity", "diagnosis", "B", "Members and consultant", "2025-10-24",
               "Óscar Linares")
    for on, host in (("2025-07-16", "roble-viejo"), ("2025-09-03", "torneria-sol"),
                     ("2025-12-10", "alerzal"), ("2026-02-25", "mimbre-luz"),
                     ("2026-05-06", "encina")):
        g.activity(f"round/{on}", "factory-visit", on, f"Members look round {g.firms[host].short}",
                   7, hours=3, led_by=g.firm(host))
    g.activity("travel", "group-travel", "2026-03-18", "A day at the sawmill", 8, hours=9,
               led_by=g.manager, learning="learning")
    for key, title, kind, proposed, outcome, answers, trust in (
            ("drying", "Common drying chamber", "machine", "2025-10-22", "running",
             (True, True, True, True, None), "medium"),
            ("hotels", "Rooms for hotels", "sales", "2025-12-09", "running",
             (True, False, True, True, True), "medium"),
            ("boards", "Boards bought together", "purchase", "2025-08-12", "dropped",
             (True, False, False, True, False), "low")):
        g.record("initiative", key, title=title, kind=kind, proposed=proposed, outcome=outcome,
                 trust=trust, led_by=g.manager, anti_competitive=key == "boards",
                 **dict(zip(("immediate_problem", "off_core", "little_predation", "scale_savings",
                             "complementary"), answers)))


def _upgrading(g):
    # One party's word only: met, but weak.
    g.record("practice", "moisture", entered=day("2025-09-24"),
             title="Moisture measured before gluing", activity=g.act("moisture"))
    g.adopt("moisture", (("roble-viejo", "2025-10-13"), ("encina", "2025-11-10"),
                         ("lenga", "2026-02-03")))
    g.evidence("practice", "moisture", "C", "The wood centre’s teacher", "2026-02-20")
    g.course("drawing", "Drawing by computer", "taller-escuela", True,
             ("2026-01-13", "2026-01-20", "2026-01-27", "2026-02-03", "2026-02-10", "2026-02-17"),
             {"roble-viejo": 6, "alerzal": 5, "encina": 4, "montealto": 5, "lenga": 6,
              "torneria-sol": 3, "mimbre-luz": 4, "tapices-ana": 6, "contreras": 1,
              "barniz-fino": 2}, fee=32, topic="design")
    g.evidence("course", "drawing", "A", "Lists of the school", "2026-02-19")
    centre = g.record("service", "drying", title="Drying at the wood centre", kind="machine",
                      provider=g.p.id("institution", "centro-madera"), origin="negotiated",
                      started="2025-10-06")
    g.uses("drying", centre, (("roble-viejo", "2025-10-20", 100), ("encina", "2025-11-24", 100),
                              ("lenga", "2026-01-12", 50), ("pinares", "2026-03-02", 0),
                              ("cepillo", "2026-05-18", None)), 85)
    product = g.record("product", "hotel-room", title="Room for hotels", started="2025-12-09",
                       firms=[g.firm(f) for f in ("alerzal", "lenga", "tapices-ana")])
    g.p.add("product-stage", "valle/room/1", g.broker, product=product, stage="design",
            date="2026-01-28")
    g.record("route", "fsc", title="Wood with a known origin", standard="Chain of custody",
             agreed="2026-03-10")
    g.p.add("route-step", "valle/alerzal", g.broker, route=g.p.id("route", "valle/fsc"),
            firm=g.firm("alerzal"), step="gap-audit", date="2026-05-20")
    g.plan("2025-10-28", (
        ("Rules", "B. Encina", "2025-12-15", None, "2025-11-20"),
        ("Price of drying agreed", "C. Navarro", "2025-12-31", None, "2025-10-06"),
        ("Drying chamber: three offers", "S. Roble", "2026-03-31", "2026-09-30", None),
        ("Catalogue of hotel rooms", "L. Lenga", "2026-04-30", "2026-08-31", None),
        ("Boards counted and sorted", "M. Alerzal", "2026-05-31", None, None),
        ("Wood of known origin", "M. Alerzal", "2026-11-30", None, None)))
    g.record("complaint", "patron", kind="complaint", date="2026-04-28", firm=g.firm("cepillo"),
             title="“He who pays half decides where we exhibit”")
    g.record("assumption", "hotels", kind="assumption", title="Hotels are built as announced",
             date="2025-12-09")
    g.indicators((
        ("Sales of the members in twelve months", "outcome", "sales", "thousand USD", "up",
         band(1100, 1500), "2025-06-30", 1700, "2027-06-30", None, "said by the owners", {}),
        ("Boards that warp", "outcome", "quality", "%", "down", band(10, 15), "2025-09-30", 6,
         "2026-12-31", None, "five workshops", {"2026-05-31": 9}),))


def _money(g):
    g.budget("2025-06-01", (("agencia-sur", "office", 2600), ("fundacion-telar", "training", 3000),
                            ("fundacion-telar", "market", 4000), (None, "market", 2000)))
    g.budget("2026-01-01", (("agencia-sur", "office", 4400), ("fundacion-telar", "training", 3500),
                            ("fundacion-telar", "market", 3000), ("muni-roble", "market", 2000),
                            (None, "market", 2500)))
    for on, payer, purpose, amount, what in (
            ("2025-09-22", "fundacion-telar", "training", 900, "Moisture meters"),
            ("2025-10-27", "fundacion-telar", "consulting", 1700, "Diagnosis"),
            ("2025-12-04", "fundacion-telar", "market", 4300, "Home fair"),
            ("2025-12-19", "agencia-sur", "office", 2500, "Office, half year"),
            ("2026-02-23", "fundacion-telar", "training", 2900, "Drawing by computer"),
            ("2026-03-23", "agencia-sur", "travel", 410, "Bus to the sawmill"),
            ("2026-06-22", "agencia-sur", "office", 2200, "Office, half year")):
        g.pay(f"{purpose}/{on}", on, payer, purpose, amount, what)
    g.contacts((("2025-07-08", "centro-madera", "Drying, and at what price"),
                ("2025-11-11", "taller-escuela", "Drawing by computer"),
                ("2026-02-05", "hoteles-bahia", "Measures of the rooms"),
                ("2026-04-22", "muni-roble", "Ground for a drying chamber")))
