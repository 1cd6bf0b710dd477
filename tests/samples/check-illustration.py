#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds data/samples/illustration.trama against the table of record kinds, against itself, and
against the proportions that an illustration of this program is to have. Needs no built program.

    tests/samples/check-illustration.py SOURCE_ROOT
"""

import json
import re
import subprocess
import sys
import unittest
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from illustration.dates import add_months, months_between, span  # noqa: E402
from illustration.schema import read_schema  # noqa: E402

SOURCE = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent.parent)
FILE = SOURCE / "data" / "samples" / "illustration.trama"
AS_OF = date(2026, 6, 30)
ID = re.compile(r"[a-z2-7]{16}")
# What may lie ahead of the as-of date.
AHEAD = {"first_due", "due", "promised", "valid_until", "target_on"}


def share(part, whole):
    return 100 * len(part) / len(whole)


class Illustration(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = FILE.read_text(encoding="utf-8")
        cls.schema = read_schema(SOURCE)
        cls.records = json.loads(cls.text)["records"]
        cls.kind = defaultdict(list)
        cls.by_id = {}
        for record in cls.records:
            cls.kind[record["record"]].append(record)
            cls.by_id[record["id"]] = record
        cls.programmes = {p["name"]: p for p in cls.kind["programme"]}
        cls.franklin = cls.programmes["Calzado Franklin"]

    # The file.

    def test_is_what_the_generator_writes(self):
        made = subprocess.run([sys.executable, HERE / "make-illustration.py", SOURCE, "-"],
                              check=True, capture_output=True).stdout
        self.assertTrue(made == FILE.read_bytes(),
                        "run tests/samples/make-illustration.py and commit what it writes")

    def test_one_record_on_each_line_in_order(self):
        lines = self.text.split("\n")
        self.assertRegex(lines[0], r'^\{"format":"trama","version":1,"document":"[a-z2-7]{16}",'
                                   r'"saves":\[\],"records":\[$')
        self.assertEqual(lines[-2:], ["]}", ""])
        self.assertTrue(all(line.endswith("},") for line in lines[1:-3]))
        self.assertTrue(lines[-3].endswith("}"))
        order = list(self.schema)
        keys = [(order.index(r["record"]), r["id"]) for r in self.records]
        self.assertEqual(keys, sorted(set(keys)))
        self.assertEqual(len(self.by_id), len(self.records), "an id is given twice")
        self.assertEqual(len(self.records), len(lines) - 3)

    def test_size(self):
        self.assertLess(FILE.stat().st_size, 1_600_000)

    # Each record against its table.

    def check_value(self, field, value):
        def number(one):
            self.assertNotIsInstance(one, bool)
            self.assertIsInstance(one, (int, float))
            if field.low is not None:
                self.assertGreaterEqual(one, field.low)
            if field.high is not None:
                self.assertLessEqual(one, field.high)

        if field.type == "TEXT":
            self.assertIsInstance(value, str)
            self.assertTrue(value.strip() and value == value.strip())
        elif field.type == "INTEGER":
            self.assertIsInstance(value, int)
            number(value)
        elif field.type == "DECIMAL":
            number(value)
        elif field.type == "BAND":
            if isinstance(value, dict):
                self.assertTrue(value and value.keys() <= {"from", "to"})
                for end in value.values():
                    number(end)
                if len(value) == 2:
                    self.assertLess(value["from"], value["to"])
            else:
                number(value)
        elif field.type == "MONEY":
            self.assertRegex(value["currency"], "^[A-Z]{3}$")
            self.assertIn(set(value), ({"minor", "currency"}, {"from", "to", "currency"}))
            amounts = [v for k, v in value.items() if k != "currency"]
            self.assertTrue(all(isinstance(v, int) and v >= 0 for v in amounts))
            if len(amounts) == 2:
                self.assertLess(value["from"], value["to"])
        elif field.type == "DATE":
            first, _ = span(value)
            if field.day:
                self.assertRegex(value, r"^\d{4}-\d\d-\d\d$")
            if field.month:
                self.assertRegex(value, r"^\d{4}-\d\d$")
            if field.name not in AHEAD:
                self.assertLessEqual(first, AS_OF)
        elif field.type == "TRUTH":
            self.assertIsInstance(value, bool)
        elif field.type == "CHOICE":
            self.assertIn(value, field.choices)
        else:
            ids = value if field.type == "REFS" else [value]
            self.assertEqual(ids, sorted(set(ids)))
            for one in ids:
                self.assertRegex(one, ID)
                self.assertIn(one, self.by_id, "refers to nothing")
                self.assertIn(self.by_id[one]["record"], field.targets)

    def test_every_field(self):
        for record in self.records:
            kind = self.schema[record["record"]]
            names = [n for n in record if n not in ("record", "id", "entered", "entered_by")]
            self.assertEqual(list(record)[:2], ["record", "id"])
            self.assertEqual(list(record)[-2:], ["entered", "entered_by"])
            self.assertEqual(names, [n for n in kind.fields if n in names], record)
            for field in kind.fields.values():
                with self.subTest(record=record["record"], id=record["id"], field=field.name):
                    if field.required:
                        self.assertIn(field.name, record)
                    if field.name in record:
                        self.check_value(field, record[field.name])

    def test_nothing_is_entered_before_it_happened(self):
        for record in self.records:
            entered = date.fromisoformat(record["entered"][:10])
            self.assertLessEqual(entered, AS_OF)
            event = self.schema[record["record"]].event
            if event in record and event not in AHEAD and record["record"] not in (
                    "ledger-entry", "share-agreement"):
                self.assertLessEqual(span(record[event])[0], entered, record)

    # Things that belong together.

    def members_on(self, programme, on):
        return {m["firm"] for m in self.kind["membership"]
                if m["programme"] == programme and m["joined"] <= on
                and not ("left" in m and m["left"] <= on)}

    def test_only_members_take_part(self):
        for activity in self.kind["activity"]:
            there = self.members_on(activity["programme"], activity["date"])
            self.assertLessEqual(set(activity.get("participants", ())), there, activity)
        for contribution in self.kind["contribution"]:
            activity = self.by_id[contribution["activity"]]
            self.assertIn(contribution["firm"],
                          self.members_on(activity["programme"], activity["date"]), activity)
        for attendance in self.kind["attendance"]:
            session = self.by_id[attendance["session"]]
            programme = self.by_id[session["course"]]["programme"]
            self.assertIn(attendance["firm"], self.members_on(programme, session["date"]))
        for entry in self.kind["ledger-entry"]:
            if self.by_id.get(entry.get("payer"), {}).get("record") == "firm":
                self.assertIn(entry["payer"], self.members_on(entry["programme"], entry["date"]))

    def test_dates_follow_each_other(self):
        pairs = {"linkage": ("started", "ended"), "membership": ("joined", "left"),
                 "test-order": ("received", "reported"), "activity": ("delivered", "paid"),
                 "drawing": ("applied", "drawn"), "certificate": ("issued", "valid_until"),
                 "adoption": ("date", "dropped"), "complaint": ("date", "closed"),
                 "service": ("started", "ended"), "plan-step": ("agreed", "first_due")}
        for kind, (first, last) in pairs.items():
            for record in self.kind[kind]:
                if first in record and last in record:
                    self.assertLessEqual(span(record[first])[0], span(record[last])[1], record)
        for tie in self.kind["linkage"]:
            self.assertNotEqual(tie["from"], tie["to"])
            if "started" in tie and "contact_without" in tie:
                self.assertLessEqual(tie["started"], tie["contact_without"])
            if "contact_without" in tie:
                self.assertIn("introduced_by", tie)
            if "ended" in tie and "confirmed" in tie:
                self.assertLessEqual(span(tie["confirmed"])[0], span(tie["ended"])[1])

    def test_repeats_are_of_the_same_sample(self):
        repeats = [o for o in self.kind["test-order"] if "repeat_of" in o]
        self.assertGreaterEqual(len(repeats), 10)
        for order in repeats:
            first = self.by_id[order["repeat_of"]]
            self.assertEqual((order["firm"], order["test"]), (first["firm"], first["test"]))
            self.assertLessEqual(first["received"], order["received"])

    # What an illustration is to hold.

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
        self.assertTrue(35 <= share([t for t in mediated if "contact_without" in t], mediated) <= 60)
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
        self.assertEqual(set(self.schema) - set(self.kind), set())


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
