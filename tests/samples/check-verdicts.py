#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program says of the sample is what data/samples/README.md says of it.

    tests/samples/check-verdicts.py TRAMA SAMPLE
"""

import json
import subprocess
import sys

# Programme: months old, met, at most, of how many that apply.
SCORES = {
    "Calzado Franklin": (24, 7, 8, 12),
    "Instrumental Norte": (40, 9, 10, 11),
    "Maderas del Puente": (30, 1, 11, 12),
    "Cuero y Suela del Este": (22, 5, 12, 12),
    "Muebles Valle": (14, 4, 6, 12),
    "Instrumental Oriente": (4, 0, 12, 12),
}
# Calzado Franklin, criterion by criterion: verdict, weak, grade of the evidence.
FRANKLIN = (
    ("met", False, "A"), ("met", False, "B"), ("unknown", False, None), ("met", False, "B"),
    ("met", False, "A"), ("not-met", False, None), ("met", False, "A"), ("not-met", False, None),
    ("met", True, "C"), ("met", False, "A"), ("not-met", False, None), ("not-met", False, None))


def main(trama, sample):
    said = json.loads(subprocess.run([trama, "evaluate", sample, "--as-of", "2026-06-30", "--json"],
                                     check=True, capture_output=True).stdout)
    wrong = []
    scores = {r["subject"]["name"]: (r["age_months"], r["met"], r["at_most"], r["of"])
              for r in said["results"]}
    if scores != SCORES:
        wrong.append(f"scores: {scores}")
    franklin = next(r for r in said["results"] if r["subject"]["name"] == "Calzado Franklin")
    for number, (one, (verdict, weak, grade)) in enumerate(zip(franklin["criteria"], FRANKLIN), 1):
        if (one["verdict"], one["weak"]) != (verdict, weak) \
                or (verdict == "met" and one["grade"] != grade):
            wrong.append(f"criterion {number}: {one}")
    cohort = said["cohort"]
    if (cohort["n"], cohort["at_least_4"], cohort["at_least_6"]) != (3, 2, 1):
        wrong.append(f"cohort: {cohort}")
    print("\n".join(wrong) or "as it says")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
