#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each verdict of a case that must be answered, run through the command line.

test-cases.py PROGRAM FOLDER
"""
import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8"}


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=ENVIRONMENT,
                          timeout=60)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def compare(verdict, result):
    """What differs between the document's verdict and the program's, as sentences."""
    found = result.get("outcome") or {}
    for member, value in (("outcome", found.get("id")), ("runner_up", found.get("runner_up")),
                          ("moving_to", result.get("moving_to"))):
        if member in verdict and verdict[member] != value:
            yield f"{member} is {value}, the document says {verdict[member]}"
    missing = set(verdict.get("against", ())) - set(result.get("against", ()))
    if missing:
        yield f"not against it: {', '.join(sorted(missing))}"
    missing = set(verdict.get("cells", ())) - set(result.get("cells", {}).get("present", ()))
    if missing:
        yield f"not among the cells: {', '.join(sorted(missing))}"


listed = {case["id"] for case in run("cases", "--json")["cases"]}
files = sorted(FOLDER.glob("*.json"))
lines = []
for path in files:
    case = json.loads(path.read_text(encoding="utf-8"))
    if case["id"] != path.stem or case["id"] not in listed:
        lines.append((False, f"{path.name}: not listed under its name", ()))
        continue
    for verdict in case.get("verdicts", ()):
        arguments = ["evaluate", "--case", case["id"], "--method", verdict["method"],
                     "--subject", verdict["subject"], "--json"]
        if "as_of" in verdict:
            arguments += ["--as-of", verdict["as_of"]]
        results = run(*arguments)["results"]
        assert len(results) == 1, results
        differences = list(compare(verdict, results[0]))
        said = bool({"outcome", "moving_to", "against", "cells"} & set(verdict))
        # What need not be answered is shown and does not fail.
        good = (not differences and said) or not verdict.get("must_answer", False)
        lines.append((good, f"{case['id']} {verdict['subject']} {verdict['method']}", differences))

print(f"1..{len(lines)}")
for number, (good, name, differences) in enumerate(lines, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    for difference in differences:
        print(f"# {difference}")
sys.exit(0 if lines and all(good for good, _, _ in lines) else 1)
