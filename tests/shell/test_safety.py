#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What one has entered is not lost: a portfolio made from nothing, a crash, somebody else's change of
the file, a file that is damaged. From outside, by accessible names and keys."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from window_driver import Window

PROGRAM = sys.argv[1]


def add_firm(window, name):
    window.key("alt+3")
    window.press("button", "Add Firm")
    window.find("label", "Still needed: Name")
    window.write("text", "Name", name)
    window.gone("label", "Still needed: Name")
    window.press("button", "Save")
    window.find("label", name)


def validate(path):
    answer = subprocess.run([PROGRAM, "validate", str(path)], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


def names_in(path):
    return set(re.findall(r'"name":"([^"]*)"', path.read_text()))


def from_nothing(folder):
    """A new agency: the dialog asks for three things, and there is a portfolio to work in."""
    path = folder / "new.trama"
    with Window(PROGRAM) as window:
        window.press("button", "New Portfolio…")
        window.write("text", "Agency", "Agencia Norte")
        window.write("text", "Currency, such as USD", "CLP")
        window.press("button", "Next: the Cluster")
        window.write("text", "Name of the cluster", "Muebles, Chillán")
        window.press("button", "Next: the Programme")
        window.write("text", "Name of the programme", "Muebles Ñuble")
        window.write("text", "Formed, such as June 2026", "May 2026")
        window.press("button", "Create")
        window.gone("button", "Create")
        add_firm(window, "Taller Soto")
        window.save_as(path)
        window.close()
    assert {"Muebles, Chillán", "Muebles Ñuble", "Taller Soto"} <= names_in(path), names_in(path)
    validate(path)
    return path


def crash(path):
    """An edit that was not saved is there after the program was killed, and once only."""
    before = path.read_bytes()
    with Window(PROGRAM, str(path)) as window:
        add_firm(window, "Taller Rojas")
        window.kill()
    assert path.read_bytes() == before, "a crash changed the file"
    with Window(PROGRAM, str(path)) as window:
        window.press("button", "Recover")
        window.gone("button", "Recover")
        window.key("alt+3")
        window.find("label", "Taller Rojas")
        window.key("ctrl+s")
        window.find("label", "Saved")
        window.close()
    assert "Taller Rojas" in names_in(path)
    validate(path)
    with Window(PROGRAM, str(path)) as window:
        window.key("alt+3")
        window.find("label", "Taller Rojas")
        assert not window.has("button", "Recover"), "what was recovered is offered again"
        window.close()


def conflict(path, folder):
    """Somebody else saved meanwhile: neither her change nor mine is written over unasked."""
    mine = folder / "mine.trama"
    with Window(PROGRAM, str(path)) as window:
        add_firm(window, "Taller Mella")
        theirs = path.read_text().replace("Taller Soto", "Taller Soto Hermanos")
        path.write_text(theirs)
        window.key("ctrl+s")
        window.find("label", re.compile("Somebody Else Has Changed the File"))
        assert path.read_text() == theirs, "their change was written over"
        window.press("button", "Cancel")
        window.gone("label", re.compile("Somebody Else Has Changed the File"))
        window.save_as(mine)
        window.close()
    assert path.read_text() == theirs, "their change was written over"
    assert "Taller Mella" in names_in(mine)
    assert "Taller Soto" in names_in(mine)


def merge(path, folder):
    """Somebody else saved another change meanwhile: both are put together, and it is one step."""
    copy = folder / "copy.trama"
    copy.write_bytes(path.read_bytes())
    with Window(PROGRAM, str(copy)) as window:
        add_firm(window, "Taller Vega")
        window.key("ctrl+s")
        window.find("label", "Saved")
        window.close()
    with Window(PROGRAM, str(path)) as window:
        add_firm(window, "Taller Mella")
        path.write_bytes(copy.read_bytes())
        window.key("ctrl+s")
        window.find("label", re.compile("Somebody Else Has Changed the File"))
        window.press("button", "Merge Both")
        window.find("label", "Saved")
        window.find("label", "Taller Vega")
        window.close()
    assert {"Taller Mella", "Taller Vega"} <= names_in(path), names_in(path)
    validate(path)


def history(path):
    """What was done can be looked at, and a record be put back to what it was."""
    before = names_in(path)
    with Window(PROGRAM, str(path)) as window:
        add_firm(window, "Taller Pinto")
        add_firm(window, "Taller Lagos")
        window.key("ctrl+h")
        window.find("label", re.compile("Add Firm “Taller Pinto”"))
        window.press("button", "Put Back")
        window.find("label", re.compile("Put back “Taller Lagos”"))
        window.key("Escape")
        window.gone("label", "Taller Lagos")
        window.key("ctrl+s")
        window.find("label", "Saved")
        window.close()
    assert names_in(path) == before | {"Taller Pinto"}, names_in(path)


def damaged(path, folder):
    """A file cut short is not opened as if it were whole, and stays as it is; what is sound of it
    can be looked at."""
    torn = folder / "torn.trama"
    torn.write_bytes(path.read_bytes()[:-200])
    before = torn.read_bytes()
    with Window(PROGRAM, str(torn)) as window:
        window.find("label", re.compile("This File Could Not Be Opened"))
        window.find("label", re.compile("torn.trama"))
        window.press("button", "Show What Is Sound")
        window.gone("button", "Show What Is Sound")
        window.find("label", "Firms and institutions")
        window.key("alt+3")
        window.find("label", re.compile("^Taller Soto"))
    assert torn.read_bytes() == before


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        path = from_nothing(folder)
        crash(path)
        conflict(path, folder)
        merge(path, folder)
        history(path)
        damaged(path, folder)


main()
