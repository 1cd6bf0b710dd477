#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A working morning, from outside: open the sample, see why a criterion is not met, log the sale that
was forgotten, see it turn to met, take that back and make it again, save, and open what was saved.

In the sample's programme "Muebles Valle" joint selling is not met: it has no paid joint sale in the
twelve months to 30 June 2026, and all of them are closed. A sale under a shared brand of that day,
invoiced and paid, is one; it has no evidence yet, so the verdict is "met, weak" (D6).
"""

import re
import sys
import tempfile
from pathlib import Path

from window_driver import Window, is_sensitive, wait_for

PROGRAM = sys.argv[1]
NOT_MET = re.compile(r"^Joint selling\. Not met: none; 1 needed$")
MET = re.compile(r"^Joint selling\. Met, weak: 1 paid joint sale; 1 needed$")
CRITERION = re.compile(r"^[A-Z][^.]*\. (Met|Not met|Cannot be judged|Too early|Does not apply)")


def show_programme(window, name):
    window.find("table row", re.compile("^Muebles Valle"))
    frame = window.find("frame")
    window.key("alt+2")
    for _ in range(12):
        titles = [node.get_name() for node in window.all("label", name)]
        if len(titles) > 1:  # in the sidebar, and at the head of its views
            return
        actions = [frame.get_action_name(index) for index in range(frame.get_n_actions())]
        frame.do_action(actions.index("win.next-programme"))
        wait_for("the next programme", lambda: True)
    raise AssertionError(f"{name} is not among the programmes")


def criteria(window):
    return [node.get_name() for node in window.all("list item", CRITERION)]


def ask_why(window):
    window.press("button", "why? Joint selling")
    rule = re.compile("paid order was delivered by two or more owner groups")
    window.find("label", rule)
    window.find("label", re.compile("^Source: UNCTAD 1998.*Basis: this program"))
    window.key("Escape")
    window.gone("label", rule)


def log_sale(window):
    window.key("ctrl+l")
    save = window.find("button", "Save")
    window.find("label", "Still needed: Kind")
    assert not is_sensitive(save), "an empty form can be saved"
    # The focus is on the kind; its list is searched as one types.
    window.key("space")
    window.find("label", "Meeting of the group")
    window.type("shared brand")
    window.gone("label", "Meeting of the group")
    window.key("Down", "Return")
    window.gone("label", "Still needed: Kind")
    window.write("text", "Title", "Sale of chairs under the Valle brand")
    window.write("text", "Invoiced", "4200")
    window.write("text", "Paid by the buyer", "2026-06-30")
    window.find("label", "Turns to met: Joint selling.")
    window.press("button", "Save")
    window.gone("label", "Turns to met: Joint selling.")


def main():
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "valle.trama", Path(folder) / "again.trama"
        with Window(PROGRAM) as window:
            window.press("button", "Look at a Worked Sample")
            show_programme(window, "Muebles Valle")
            window.find("list item", NOT_MET)
            before = criteria(window)
            assert len(before) == 12, before
            ask_why(window)

            log_sale(window)
            window.find("list item", MET)
            window.find("heading", re.compile("^5, at most 7, of 12 criteria met"))
            met = criteria(window)
            window.key("ctrl+z")
            window.find("list item", NOT_MET)
            assert criteria(window) == before, "undo left something behind"
            window.key("ctrl+shift+z")
            window.find("list item", MET)
            assert criteria(window) == met, "redo made something else"

            window.save_as(first)
            window.close()

        with Window(PROGRAM, str(first)) as window:
            show_programme(window, "Muebles Valle")
            window.find("list item", MET)
            assert criteria(window) == met, "what was saved is not what was there"
            window.save_as(second)
        assert first.read_bytes() == second.read_bytes(), "saved again it is another file"


main()
