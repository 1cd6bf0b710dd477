# SPDX-License-Identifier: GPL-3.0-or-later
"""The record kinds and their fields, read from the one table that the program is built from."""

import re
from dataclasses import dataclass, field
from pathlib import Path

_KIND = re.compile(r'KIND_BEGIN \((\w+), "([\w-]+)"')
_FIELD = re.compile(r"(TEXT|INTEGER|DECIMAL|BAND|MONEY|DATE|TRUTH|CHOICE|REFS?) "
                    r'\((\w+), N_ \("[^"]*"\)(?:, (.*))?\)$')
_CHOICES = re.compile(r"CHOICES_BEGIN \(\w+, (\w+)\)")
_CHOICE = re.compile(r'CHOICE \(\w+, "([^"]+)"')
_LIMIT = re.compile(r"\.(min|max) = (-?)([0-9][0-9.e-]*|[A-Z_]+)")
_NAMED = re.compile(r"^#define (\w+) ([0-9.e]+)$", re.MULTILINE)


@dataclass
class Field:
    name: str
    type: str
    required: bool = False
    event: bool = False
    day: bool = False
    month: bool = False
    choices: tuple = ()
    targets: frozenset = frozenset()
    low: float | None = None
    high: float | None = None


@dataclass
class Kind:
    name: str
    fields: dict = field(default_factory=dict)

    @property
    def event(self):
        return next((f.name for f in self.fields.values() if f.event), None)


def _read_choices(path):
    lists, current = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := _CHOICES.match(line):
            current = lists.setdefault(match[1], [])
        elif match := _CHOICE.match(line):
            current.append(match[1])
    return {name: tuple(ids) for name, ids in lists.items()}


def _read_field(line, choices, kinds, named):
    match = _FIELD.match(line)
    if match is None:
        return None
    type_, name, rest = match[1], match[2], match[3] or ""
    one = Field(name, type_,
                required="FIELD_REQUIRED" in rest, event="FIELD_EVENT" in rest,
                day="FIELD_DAY" in rest, month="FIELD_MONTH" in rest)
    if type_ == "CHOICE":
        one.choices = choices[rest.split(",")[0].strip()]
    if type_ in ("REF", "REFS"):
        if "ANYBODY" in rest:
            rest += " K (FIRM) K (INSTITUTION) K (PERSON)"
        one.targets = frozenset(kinds.values() if "ALL_KINDS" in rest
                                else (kinds[k] for k in re.findall(r"K \((\w+)\)", rest)))
    limits = {key: float(sign + named.get(value, value)) for key, sign, value in _LIMIT.findall(rest)}
    if any(limits.values()):
        one.low, one.high = limits.get("min"), limits.get("max")
    return one


def read_schema(source):
    """The kinds by name, in the order of the table; @source: the root of the source tree."""
    model = Path(source) / "app" / "model"
    choices = _read_choices(model / "trama-choices.def")
    text = (model / "trama-kinds.def").read_text(encoding="utf-8")
    named = dict(_NAMED.findall(text))
    kinds_by_constant = dict(_KIND.findall(text))
    kinds, current = {}, None
    for line in text.splitlines():
        if match := _KIND.match(line):
            current = kinds.setdefault(match[2], Kind(match[2]))
        elif line.startswith("KIND_END"):
            current = None
        elif current is not None and line.strip():
            one = _read_field(line, choices, kinds_by_constant, named)
            if one is None:
                raise ValueError(f"not understood in trama-kinds.def: {line}")
            current.fields[one.name] = one
    return kinds
