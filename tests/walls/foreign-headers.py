# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sources for what no compiler refuses: a path in an include, and headers of libraries that
lie in /usr/include for everybody but belong to certain rooms."""

import collections
import re

import walls

WINDOW = {"widgets", "pages", "shell"}
# The first part of a header's name, and the rooms that may include it.
OWNERS = {
    "yyjson": {"base"},
    "xlsxwriter": {"formats"},
    "archive": {"formats"},
    "igraph": {"network"},
    "json-glib": {"command"},
    "cairo": {"charts", "report"} | WINDOW,
    "pango": {"charts", "report"} | WINDOW,
    "gtk": WINDOW,
    "gdk": WINDOW,
    "gsk": WINDOW,
    "adwaita": WINDOW,
}


def complaint(room, line):
    """What is wrong with a line of a source of that room; None if nothing is."""
    match = re.match(r'\s*#\s*(?:include|import)\s*([<"])([^>"]+)[>"]', line)
    if match is None:
        return None
    quote, name = match.groups()
    if quote == '"' and "/" in name:
        return f"an include with a path: {name}"
    library = re.match(r"[a-z]+(?:-glib)?", name)
    owners = OWNERS.get(library.group() if library else "")
    # cairo-pdf.h, pangocairo.h and archive_entry.h go with their libraries; trama-… are our own.
    if owners is None:
        owners = next((OWNERS[key] for key in OWNERS if name.startswith(key)), None)
    if owners is not None and room not in owners:
        return f"{name} belongs to {', '.join(sorted(owners))}"
    return None


tap = walls.Tap()

# The check itself can tell right from wrong.
samples = [
    ("model", "#include <yyjson.h>", True),
    ("base", "#include <yyjson.h>", False),
    ("report", "#include <xlsxwriter.h>", True),
    ("store", "# include <archive_entry.h>", True),
    ("formats", "#include <archive_entry.h>", False),
    ("measures", "#include <igraph/igraph.h>", True),
    ("network", "#include <igraph.h>", False),
    ("methods", "#include <json-glib/json-glib.h>", True),
    ("figures", "#include <pango/pangocairo.h>", True),
    ("charts", "#include <cairo-pdf.h>", False),
    ("command", "#include <gtk/gtk.h>", True),
    ("report", "#include <adwaita.h>", True),
    ("pages", "#include <adwaita.h>", False),
    ("pages", '#include "../widgets/trama-chart-view.h"', True),
    ("pages", '#include "widgets/trama-chart-view.h"', True),
    ("pages", '#include "trama-chart-view.h"', False),
    ("model", "#include <glib.h>", False),
]
for room, line, wrong in samples:
    found = complaint(room, line)
    tap.result((found is not None) == wrong, f"{line} in {room} is {'refused' if wrong else 'allowed'}")

places = collections.defaultdict(list)
for room in [*walls.allowed, "main"]:
    folder = walls.source / "app" / room
    sources = sorted(folder.rglob("*.[ch]")) if room != "main" else [walls.source / "app" / "main.c"]
    complaints = []
    for path in sources:
        if not path.exists():
            continue
        if path.suffix == ".h":
            places[path.name].append(room)
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if (found := complaint(room, line)) is not None:
                complaints.append(f"{path.relative_to(walls.source)}:{number}: {found}")
    tap.result(not complaints, f"{room} includes no foreign header", "\n".join(complaints))

twice = [f"{name} in {' and '.join(rooms)}" for name, rooms in places.items() if len(rooms) > 1]
tap.result(not twice, "no two rooms have a header of the same name", "\n".join(twice))

folders = {path.name for path in (walls.source / "app").iterdir() if path.is_dir()}
tap.result(folders == set(walls.allowed), "every folder of app is a room", str(folders ^ set(walls.allowed)))
tap.finish()
