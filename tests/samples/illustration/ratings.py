# SPDX-License-Identifier: GPL-3.0-or-later
"""What people judged of the clusters, on nine rows from 0 to 3 (UN98 Table 3)."""

from .dates import day

ROWS = ("technology", "skills", "innovation", "trust", "co-operation", "competition", "size",
        "exports", "learning")
READINGS = (
    ("surgical", "2023-06-20", "Workshop of 14 owners", "members", (2, 2, 1, 2, 2, 3, 3, 3, 2)),
    ("surgical", "2026-04-21", "Anneke Vos", "external", (2, 2, 2, 3, 3, 3, 3, 3, 2)),
    ("footwear", "2025-01-28", "Workshop of 16 owners", "members", (2, 2, 1, 1, 2, 3, 3, 1, 2)),
    ("furniture", "2025-10-22", "Celia Navarro", "broker", (1, 1, 1, None, 1, 3, 1, 1, 1)),
)


def build(p):
    for cluster, on, assessor, role, levels in READINGS:
        for row, level in zip(ROWS, levels):
            if level is None:
                continue
            p.add("assessment", f"{cluster}/{on}/{row}", "Elisa Montt", entered=day(on),
                  subject=p.id("cluster", cluster), method="cluster-type", criterion=row, date=on,
                  rating=level, assessor=assessor, role=role)
