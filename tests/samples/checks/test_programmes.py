# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programmes have to show: life, good and bad, with gaps."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from illustration.dates import add_months, months_between, span

from .base import AS_OF, Sample, share


class Programmes(Sample):
    def test_says_that_it_is_invented(self):
        portfolio, = self.kind["portfolio"]
        self.assertIs(portfolio["illustration"], True)
        self.assertIn("illustration", portfolio["title"])
        self.assertIn("invented", portfolio["note"])
        self.assertEqual(portfolio["shown_at"], AS_OF.isoformat())

    def test_clusters_and_programmes(self):
        self.assertEqual(len(self.kind["cluster"]), 3)
        ages = sorted(months_between(date.fromisoformat(p["formed"]), AS_OF)
                      for p in self.kind["programme"])
        self.assertEqual(ages, [4, 14, 22, 24, 30, 40])
        self.assertEqual(sum("post_ended" in p for p in self.kind["programme"]), 1)
        firms = self.members_on(self.franklin["id"], "2026-06-30")
        self.assertEqual(len(firms), 22)
        self.assertEqual(len({self.by_id[f].get("owner_group", f) for f in firms}), 20)

    def test_three_years_of_activities(self):
        dates = [a["date"] for a in self.kind["activity"]]
        self.assertLess(min(dates), "2023-07-01")
        self.assertGreaterEqual(len(dates), 350)
        kinds = {a["kind"] for a in self.kind["activity"]}
        self.assertGreaterEqual(len(kinds), 16, kinds)
        ours = [a for a in self.kind["activity"] if a["programme"] == self.franklin["id"]]
        self.assertTrue(any(a["kind"] == "fair-visit" and a["date"] > "2025-06-30" for a in ours))
        self.assertTrue(any(a["kind"] == "catalogue" and "invoiced" not in a for a in ours))
        self.assertTrue(any(isinstance(a.get("invoiced"), dict) and "from" in a["invoiced"]
                            for a in ours))
        meetings = [a for a in self.kind["activity"] if a["kind"] == "meeting"]
        self.assertGreaterEqual(sum(a["called_by"] == "member" for a in meetings), 10)
        self.assertGreaterEqual(sum(not a["minuted"] for a in meetings), 5)

    def test_joint_actions_good_and_bad(self):
        partners = defaultdict(set)
        for contribution in self.kind["contribution"]:
            firm = self.by_id[contribution["firm"]]
            partners[contribution["activity"]].add(firm.get("owner_group", firm["id"]))
        self.assertGreaterEqual(sum(len(who) >= 3 for who in partners.values()), 20)
        self.assertGreaterEqual(sum(len(who) < 2 for who in partners.values()), 1)
        self.assertGreaterEqual(sum("result" not in self.by_id[a] for a in partners), 2)

    def test_closed_months(self):
        closed = defaultdict(set)
        for month in self.kind["closed-month"]:
            closed[month["programme"]].add(month["month"])

        def open_months(name):
            programme = self.programmes[name]
            first = programme["formed"][:7]
            every, one = [], date.fromisoformat(first + "-01")
            while one <= AS_OF:
                every.append(one.isoformat()[:7])
                one = add_months(one, 1)
            return [m for m in every if m not in closed[programme["id"]]]

        self.assertEqual(open_months("Calzado Franklin"), [])
        self.assertEqual(open_months("Cuero y Suela del Este"), ["2026-05", "2026-06"])
        self.assertEqual(open_months("Instrumental Oriente"), ["2026-06"])
        self.assertGreaterEqual(len(open_months("Maderas del Puente")), 6)

    def test_training_and_testing(self):
        self.assertTrue(any(not c["chosen_by_group"] for c in self.kind["course"]))
        self.assertGreaterEqual(sum("women" in a for a in self.kind["attendance"]), 200)
        self.assertGreaterEqual(sum("people" in a for a in self.kind["attendance"]), 40)
        orders = self.kind["test-order"]
        self.assertGreaterEqual(len(orders), 250)
        waived = [o for o in orders if o.get("paid", {}).get("minor") == 0]
        late = [o for o in orders if "reported" in o and o["reported"] > o["promised"]]
        out = [o for o in orders if "reported" not in o and o["promised"] < AS_OF.isoformat()]
        self.assertGreaterEqual(len(waived), 5)
        self.assertGreaterEqual(len(late), 20)
        self.assertGreaterEqual(len(out), 3)

    def test_money(self):
        types = Counter(e["type"] for e in self.kind["ledger-entry"])
        self.assertGreaterEqual(types["budget"], 30)
        self.assertTrue(any(e["amount"]["currency"] == "EUR" for e in self.kind["ledger-entry"]))
        self.assertTrue(self.kind["exchange-rate"])
        due, paid = defaultdict(int), defaultdict(int)
        for entry in self.kind["ledger-entry"]:
            if entry["programme"] != self.franklin["id"] or entry["type"] != "actual" \
                    or entry["purpose"] != "manager-pay":
                continue
            month = entry["date"][:7]
            due[month] += entry["amount"]["minor"]
            if self.by_id[entry["payer"]]["record"] == "firm":
                paid[month] += entry["amount"]["minor"]
        self.assertEqual(set(due.values()), {240000})
        self.assertAlmostEqual(sum(paid[m] for m in ("2026-04", "2026-05", "2026-06")) / 720000,
                               0.65, delta=0.002)
        agreed = {a["month"]: a["share"] for a in self.kind["share-agreement"]
                  if a["programme"] == self.franklin["id"]}
        self.assertEqual((min(agreed), max(agreed), agreed[1], agreed[37]), (1, 37, 30, 100))
        self.assertAlmostEqual(agreed[21], 30 + 70 * 20 / 36, delta=0.01)
        puente = {a["agreed"] for a in self.kind["share-agreement"]
                  if a["programme"] == self.programmes["Maderas del Puente"]["id"]}
        self.assertEqual(len(puente), 2, "the change stays on record")

    def test_one_patron_pays_over_half(self):
        by_owner = Counter()
        programme = self.programmes["Maderas del Puente"]["id"]
        for entry in self.kind["ledger-entry"]:
            payer = self.by_id.get(entry.get("payer"), {})
            if entry["programme"] == programme and entry["purpose"] == "manager-pay" \
                    and entry["date"] >= "2026-04-01" and payer.get("record") == "firm":
                by_owner[payer.get("owner_group", payer["id"])] += entry["amount"]["minor"]
        self.assertGreater(2 * max(by_owner.values()), sum(by_owner.values()))

    def test_plans_keep_their_first_dates(self):
        steps = [s for s in self.kind["plan-step"] if s["programme"] == self.franklin["id"]]
        self.assertGreaterEqual(len(steps), 12)
        self.assertTrue(all("first_due" in s for s in steps))
        self.assertGreaterEqual(sum("due" in s and s["due"] > s["first_due"] for s in steps), 3)
        self.assertTrue(any("responsible" not in s for s in steps))

    def test_evidence_of_every_grade(self):
        grades = Counter(e["grade"] for e in self.kind["evidence"])
        self.assertEqual(set(grades), set("ABCD"))

    def test_entered_late(self):
        told = [r for kind in ("activity", "contribution", "ledger-entry", "test-order", "evidence",
                               "route-step", "adoption", "service-use", "observation")
                for r in self.kind[kind] if r.get("type") != "budget"]
        late = []
        for record in told:
            event = self.schema[record["record"]].event
            if event in record:
                lag = date.fromisoformat(record["entered"][:10]) - span(record[event])[1]
                if lag > timedelta(days=60):
                    late.append(record)
        self.assertTrue(7 <= share(late, told) <= 14, share(late, told))

    def test_shock_is_answered_within_weeks(self):
        for shock in self.kind["shock"]:
            answers = [r["date"] for r in self.kind["shock-response"] if r["shock"] == shock["id"]]
            lag = date.fromisoformat(min(answers)) - date.fromisoformat(shock["date"])
            self.assertTrue(0 < lag.days <= 31)

    def test_consent_complaints_and_spill_over(self):
        members = {m["firm"] for m in self.kind["membership"] if "left" not in m}
        agreed = {c["firm"] for c in self.kind["consent"] if c["purpose"] == "agency"}
        self.assertTrue(4 <= len(members - agreed) <= 15)
        self.assertTrue(any("withdrawn" in c for c in self.kind["consent"]))
        open_ones = [c for c in self.kind["complaint"]
                     if c["programme"] == self.franklin["id"] and "closed" not in c]
        self.assertEqual(len(open_ones), 2)
        stated = {s["stated_by"] for s in self.kind["spill-over"]
                  if s["programme"] == self.franklin["id"]}
        self.assertEqual(stated, {"manager", "themselves"})

    def test_every_kind_of_record_occurs(self):
        # Nobody has been erased from the sample.
        self.assertEqual(set(self.schema) - set(self.kind), {"tombstone"})
