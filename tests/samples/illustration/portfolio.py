# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects records, says who entered them when, and writes them as a file of the program's."""

import base64
import hashlib
import json
from datetime import datetime, timedelta

from .dates import TODAY, span
from .dice import Dice

DOCUMENT = "illustration"
LATE_PERCENT = 12


def usd(amount):
    return {"minor": round(amount * 100), "currency": "USD"}


def usd_band(low, high):
    return {"from": round(low * 100), "to": round(high * 100), "currency": "USD"}


def eur(amount):
    return {"minor": round(amount * 100), "currency": "EUR"}


def band(low, high=None):
    """Exact where low = high; an open end is None."""
    if low == high:
        return low
    ends = {"from": low, "to": high}
    return {key: value for key, value in ends.items() if value is not None}


def make_id(*name):
    text = "trama illustration id/" + "/".join(str(part) for part in name)
    digest = hashlib.sha256(text.encode()).digest()
    return base64.b32encode(digest[:10]).decode().lower()


class Portfolio:
    def __init__(self, schema):
        self.schema = schema
        self.records = {kind: {} for kind in schema}

    def id(self, kind, key):
        """The id of a record that has been added."""
        made = make_id(kind, key)
        if made not in self.records[kind]:
            raise KeyError(f"{kind} {key}")
        return made

    def add(self, kind, key, who, /, *, entered=None, batch=None, late=None, **fields):
        """Adds what @who entered; returns its id. @entered: the day it was entered, None: some
        days after the event, one in eight late. @batch: records of one batch were entered together.
        @late: forces or rules out lateness."""
        made = make_id(kind, key)
        if made in self.records[kind]:
            raise ValueError(f"{kind} {key} twice")
        known = {name: value for name, value in fields.items() if value is not None}
        unknown = known.keys() - self.schema[kind].fields.keys()
        if unknown:
            raise ValueError(f"{kind} has no {unknown}")
        event = self.schema[kind].event
        if entered is None:
            if event not in known:
                raise ValueError(f"when was {kind} {key} entered?")
            entered = self._entered(span(known[event])[1], batch or f"{kind}/{key}", late)
        for name, value in known.items():
            if self.schema[kind].fields[name].type == "REFS":
                known[name] = sorted(set(value))
            elif isinstance(value, float) and value.is_integer():
                known[name] = int(value)  # as the program writes it: 65, not 65.0
        self.records[kind][made] = (known, self._moment(entered, made), who)
        return made

    @staticmethod
    def _entered(event, name, late):
        dice = Dice("entered", name)
        falls_late = dice.chance(LATE_PERCENT) if late is None else late
        lag = dice.between(62, 148) if falls_late else dice.pick((0, 0, 1, 1, 2, 3, 4, 6, 9, 13))
        entered = event + timedelta(days=lag)
        if entered > TODAY and falls_late:
            entered = event + timedelta(days=dice.between(0, 5))
        return min(entered, TODAY)

    @staticmethod
    def _moment(entered, made):
        dice = Dice("moment", made)
        moment = datetime(entered.year, entered.month, entered.day, dice.between(8, 18),
                          dice.between(0, 59), dice.between(0, 59))
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def _line(self, kind, made, record):
        known, moment, who = record
        members = {"record": kind, "id": made}
        for name in self.schema[kind].fields:
            if name in known:
                members[name] = known[name]
        members |= {"entered": moment, "entered_by": who}
        return json.dumps(members, ensure_ascii=False, separators=(",", ":"), allow_nan=False)

    def text(self):
        head = (f'{{"format":"trama","version":1,"document":"{make_id("document", DOCUMENT)}",'
                '"saves":[],"records":[')
        lines = [self._line(kind, made, self.records[kind][made])
                 for kind in self.schema for made in sorted(self.records[kind])]
        return head + "\n" + ",\n".join(lines) + "\n]}\n"
