# SPDX-License-Identifier: GPL-3.0-or-later
"""Readings of the clusters under the methods that rest on ratings. Invented."""

from .dates import day

TYPE = ("technology", "skills", "innovation", "trust", "co-operation", "competition", "firm-size",
        "exports", "learning")
TRAJECTORY = ("sme-weight", "large-local-firms", "hierarchy", "outside-dependence", "specialisation",
              "rivalry-with-networking", "trust-based-ties")
CAPITAL = ("technical-skills", "management-marketing-skills", "absorptive-capacity",
           "knowledge-providers", "social-among-firms", "social-with-buyers",
           "social-with-providers", "social-inclusive")
MATRIX = ("Ia-A", "Ib-B", "IIa-B", "IIa-C", "IIb-C", "IIc-B", "III-B", "III-C", "IVa-B", "Va-C")

READINGS = (
    ("cluster-type", TYPE, (
        ("surgical", "2023-06-20", "Owners’ workshop", "members", (2, 2, 1, 2, 2, 3, 3, 3, 2)),
        ("surgical", "2026-04-21", "Anneke Vos", "external", (2, 2, 2, 3, 3, 3, 3, 3, 2)),
        ("footwear", "2025-01-28", "Owners’ workshop", "members", (1, 1, 1, 2, 2, 3, 2, 1, 2)),
        ("footwear", "2026-05-12", "Owners’ workshop", "members", (1, 2, 2, 3, 3, 3, 2, 1, 2)),
        ("footwear", "2026-05-12", "Anneke Vos", "external", (1, 1, 2, 3, 3, 3, 2, 1, 2)),
        ("furniture", "2025-10-22", "Celia Navarro", "broker", (1, 1, 1, None, 1, 3, 1, 1, 1)),
    )),
    ("trajectory", TRAJECTORY, (
        ("surgical", "2026-04-21", "Anneke Vos", "external", (2, 1, 1, 1, 3, 2, 2)),
        ("footwear", "2024-03-12", "Anneke Vos", "external", (3, 0, 1, 3, 1, 1, 1)),
        ("footwear", "2025-01-28", "Owners’ workshop", "members", (3, 0, 1, 3, 2, 1, 1)),
        ("footwear", "2025-09-16", "Anneke Vos", "external", (3, 1, 1, 2, 2, 2, 1)),
        ("footwear", "2026-05-12", "Anneke Vos", "external", (3, 1, 1, 2, 3, 2, 2)),
        ("furniture", "2025-10-22", "Celia Navarro", "broker", (3, 0, None, 2, 1, 0, None)),
    )),
    ("human-social-capital", CAPITAL, (
        ("surgical", "2026-04-21", "Anneke Vos", "external", (3, 1, 2, 3, 2, 2, 2, 1)),
        ("footwear", "2026-05-12", "Anneke Vos", "external", (2, 1, 1, 2, 3, None, 2, 1)),
        ("furniture", "2025-10-22", "Celia Navarro", "broker", (2, 0, 1, 1, 1, 1, None, 2)),
    )),
    ("learning-matrix", MATRIX, (
        ("footwear", "2026-05-12", "Anneke Vos", "external", (0, 1, 1, 1, 1, 1, 0, 1, 1, 1)),
    )),
)


def build(p):
    for method, rows, readings in READINGS:
        for cluster, on, assessor, role, levels in readings:
            for row, level in zip(rows, levels, strict=True):
                if level is None:
                    continue
                p.add("assessment", f"{method}/{cluster}/{on}/{assessor}/{row}", "Elisa Montt",
                      entered=day(on), subject=p.id("cluster", cluster), method=method,
                      criterion=row, date=on, rating=level, assessor=assessor, role=role)
