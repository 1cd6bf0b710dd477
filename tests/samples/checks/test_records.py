# SPDX-License-Identifier: GPL-3.0-or-later
"""Each record against the table of its kind, and records that belong together."""

import re
from datetime import date

from illustration.dates import span

from .base import AHEAD, AS_OF, Sample

ID = re.compile(r"[a-z2-7]{16}")


class Records(Sample):
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
