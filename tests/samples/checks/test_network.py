# SPDX-License-Identifier: GPL-3.0-or-later
"""Firms, those around them, and the ties between them."""

import re
from collections import Counter
from datetime import date

from illustration.dates import add_months, span

from .base import AS_OF, Sample, share


class Network(Sample):
    def test_firms_and_those_around_them(self):
        self.assertGreaterEqual(len(self.kind["firm"]), 120)
        kinds = Counter(i["kind"] for i in self.kind["institution"])
        self.assertGreaterEqual(kinds["buyer"], 6)
        for kind, least in (("training-institute", 3), ("testing-centre", 1), ("finance", 2),
                            ("agency", 1), ("supplier", 3), ("group", 1), ("government", 1)):
            self.assertGreaterEqual(kinds[kind], least, kind)
        self.assertGreaterEqual(kinds["association"] + kinds["chamber"], 3)
        self.assertTrue(self.kind["capacity"])
        roles = Counter(p["role"] for p in self.kind["person"])
        self.assertGreaterEqual(roles["broker"], 5)
        self.assertGreaterEqual(roles["consultant"], 1)

    def test_tiers(self):
        tiers = {}
        for reading in sorted(self.kind["tier-reading"], key=lambda r: span(r["date"])[0]):
            tiers[reading["firm"]] = reading["tier"]
        counts = Counter(tiers.get(f["id"], "unknown") for f in self.kind["firm"])
        self.assertGreater(counts["workshop"], counts["middle"])
        self.assertGreater(counts["middle"], 1.5 * counts["leading"])
        self.assertTrue(3 <= counts["unknown"] <= 10, counts)
        self.assertGreaterEqual(len(self.kind["tier-reading"]) - len(tiers), 8, "moves")
        bands = [r for r in self.kind["firm-reading"] if isinstance(r.get("employment"), dict)]
        self.assertTrue(40 < share(bands, self.kind["firm-reading"]) < 80)

    def test_linkages(self):
        ties = self.kind["linkage"]
        self.assertGreaterEqual(len(ties), 350)
        kinds = Counter(t["kind"] for t in ties)
        for kind in ("subcontracting", "supply", "sales", "co-operation", "information", "finance",
                     "service"):
            self.assertGreaterEqual(kinds[kind], 15, kind)
        self.assertTrue(9 <= share([t for t in ties if "ended" in t], ties) <= 16)
        brokers = {p["id"] for p in self.kind["person"]}
        mediated = [t for t in ties if t.get("introduced_by") in brokers]
        self.assertTrue(17 <= share(mediated, ties) <= 27, share(mediated, ties))
        went_on = [t for t in mediated if "contact_without" in t]
        self.assertTrue(35 <= share(went_on, mediated) <= 60, share(went_on, mediated))
        stale = add_months(AS_OF, -24)
        old = [t for t in ties if "ended" not in t
               and max(span(t[n])[1] for n in ("started", "confirmed") if n in t) <= stale]
        self.assertTrue(3 <= share(old, ties) <= 15, share(old, ties))
        self.assertGreaterEqual(sum("started" not in t for t in ties), 8)
        self.assertGreaterEqual(sum(not re.fullmatch(r"\d{4}-\d\d(-\d\d)?|\d{4}", t["started"])
                                    for t in ties if "started" in t and
                                    not re.fullmatch(r"\d{4}-(0\d|1[0-2])", t["started"])), 15)
        self.assertTrue(any(t["from"] in brokers for t in ties))

    def test_the_members_network_without_the_manager(self):
        members = self.members_on(self.franklin["id"], "2026-06-30")
        manager = self.franklin["manager"]
        among = [t for t in self.kind["linkage"]
                 if t["from"] in members and t["to"] in members and "ended" not in t
                 and max((span(t[n])[1] for n in ("started", "confirmed") if n in t),
                         default=date.min) > add_months(AS_OF, -24)]
        hers = [t for t in among if t.get("introduced_by") == manager and not (
            "contact_without" in t and span(t["contact_without"])[0] > add_months(AS_OF, -12))]
        self.assertEqual((len(among), len(hers)), (35, 16))

        def parts(ties):
            group = {m: m for m in members}
            for tie in ties:
                one, other = group[tie["from"]], group[tie["to"]]
                group = {m: one if g == other else g for m, g in group.items()}
            return sorted(Counter(group.values()).values(), reverse=True)

        self.assertEqual(parts(among), [22])
        self.assertEqual(parts([t for t in among if t not in hers]), [12, 2, 2, 2, 1, 1, 1, 1])

    def test_workshops_hang_on_firms_above(self):
        givers = Counter(t["to"] for t in self.kind["linkage"] if t["kind"] == "subcontracting")
        workshops = {r["firm"] for r in self.kind["tier-reading"] if r["tier"] == "workshop"}
        self.assertGreaterEqual(share([w for w in workshops if 1 <= givers[w] <= 4], workshops), 95)
