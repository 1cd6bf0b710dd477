# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample as the checks read it."""

import json
import unittest
from collections import defaultdict
from datetime import date
from pathlib import Path

from illustration.schema import read_schema

SOURCE = Path(__file__).resolve().parents[3]
FILE = SOURCE / "data" / "samples" / "illustration.trama"
AS_OF = date(2026, 6, 30)
# What may lie ahead of the as-of date.
AHEAD = {"first_due", "due", "promised", "valid_until", "target_on"}


def share(part, whole):
    return 100 * len(part) / len(whole)


class Sample(unittest.TestCase):
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

    def members_on(self, programme, on):
        return {m["firm"] for m in self.kind["membership"]
                if m["programme"] == programme and m["joined"] <= on
                and not ("left" in m and m["left"] <= on)}
