# SPDX-License-Identifier: GPL-3.0-or-later
"""Links each room's wall once more, with the build's own command and a file that calls another room:
calls of allowed rooms link, calls of any other are refused."""

import os
import pathlib
import shlex
import subprocess
import tempfile

import walls


def symbol(room):
    """A function that the room offers; None if it has no wall yet."""
    wall = walls.build / "app" / f"libwall-{room}.so"
    if not wall.exists():
        return None
    listing = subprocess.run(
        ["nm", "--dynamic", "--defined-only", wall], capture_output=True, text=True, check=True
    ).stdout
    for line in listing.splitlines():
        words = line.split()
        if len(words) == 3 and words[1] == "T" and words[2].startswith("trama_"):
            return words[2]
    return None


def commands(rooms):
    """The build's own command that links the wall of each of the rooms."""
    walls_of = {f"app/libwall-{room}.so": room for room in rooms}
    run = subprocess.run(
        ["ninja", "-C", walls.build, "-t", "commands", "-s", *walls_of], capture_output=True, text=True, check=True
    )
    found = {}
    for line in run.stdout.splitlines():
        words = shlex.split(line)
        if "-o" in words and words[words.index("-o") + 1] in walls_of:
            found[walls_of[words[words.index("-o") + 1]]] = words
    return found


def link(room, symbols, folder):
    """Links the wall of the room with calls of the symbols; returns what the linker said, or None."""
    calls = folder / "calls.c"
    calls.write_text(
        "".join(f"extern void {name} (void);\n" for name in symbols)
        + "void wall_calls (void);\nvoid wall_calls (void)\n{\n"
        + "".join(f"  {name} ();\n" for name in symbols)
        + "}\n"
    )
    words = list(link_commands[room])
    words[words.index("-o") + 1] = str(folder / "wall.so")
    # Before the libraries: the linker drops those that nothing before them has called.
    words[1:1] = ["-fPIC", str(calls)]
    environment = os.environ | {"LC_ALL": "C"}
    run = subprocess.run(words, cwd=walls.build, capture_output=True, text=True, env=environment)
    return run.stderr if run.returncode else None


tap = walls.Tap()
symbols = {room: symbol(room) for room in walls.allowed}
link_commands = commands(room for room in walls.allowed if symbols[room])
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    for room in walls.allowed:
        if symbols[room] is None:
            continue
        legal = [symbols[other] for other in walls.allowed[room] if symbols[other]]
        said = link(room, legal, folder)
        tap.result(said is None, f"{room} calls the rooms it may call", said or "")

        # One link tells of most; a linker that stopped early is asked about the rest one by one.
        wrong = {other: symbols[other] for other in walls.forbidden(room) if symbols[other]}
        said = link(room, wrong.values(), folder) or ""
        passed = [
            other
            for other, call in wrong.items()
            if call not in said and call not in (link(room, [call], folder) or "")
        ]
        tap.result(not passed, f"{room} calls no other", f"linked all the same: {', '.join(passed)}")
tap.finish()
