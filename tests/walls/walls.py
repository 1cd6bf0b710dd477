# SPDX-License-Identifier: GPL-3.0-or-later
"""What the wall tests share: the rooms as the build knows them, and lines in TAP."""

import json
import pathlib
import shlex
import sys

source = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])

# Room to the rooms it may use, in the order of the house.
allowed = {}
for argument in sys.argv[3:]:
    name, _, others = argument.partition(":")
    allowed[name] = [other for other in others.split(",") if other]


def forbidden(room):
    return [other for other in allowed if other != room and other not in allowed[room]]


def compiler(room):
    """The build's own command for the room's sources, without the file; None if it has none."""
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = (build / entry["file"]).resolve()
        words = shlex.split(entry["command"])
        if path.is_relative_to(source / "app" / room) and f"app/libtrama-{room}.a.p" in entry["output"]:
            for option in ("-o", "-MF", "-MQ", "-c"):
                at = words.index(option)
                del words[at : at + 2]
            return [word for word in words if word != "-MD"]
    return None


class Tap:
    """Counts results; finish () says how many there were and whether all were good."""

    def __init__(self):
        self.count = 0
        self.good = True

    def result(self, good, what, detail=""):
        self.count += 1
        self.good &= good
        print(f"{'ok' if good else 'not ok'} {self.count} {what}")
        for line in detail.splitlines() if not good else []:
            print(f"# {line}")

    def finish(self):
        if self.count == 0:
            self.result(False, "there was something to check")
        print(f"1..{self.count}")
        sys.exit(0 if self.good else 1)
