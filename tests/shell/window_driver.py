# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program from outside, as a screen reader and a keyboard would: its widgets are
found by role and name over AT-SPI, its actions pressed by name, its keys typed with xdotool."""

import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("TRAMA_PATIENCE", "20"))


class NotFound(Exception):
    pass


def wait_for(what, question, patience=PATIENCE):
    """The first true answer of QUESTION; WHAT says what was waited for."""
    end = time.monotonic() + patience
    while True:
        try:
            answer = question()
        except GLib.Error:
            answer = None  # it went away while it was looked at
        if answer:
            return answer
        if time.monotonic() > end:
            raise NotFound(what)
        time.sleep(0.1)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def is_showing(node):
    states = node.get_state_set()
    return states.contains(Atspi.StateType.SHOWING) or states.contains(Atspi.StateType.VISIBLE)


def is_sensitive(node):
    return node.get_state_set().contains(Atspi.StateType.SENSITIVE)


class Window:
    """The program, started with ARGUMENTS; leaving the block ends it."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *arguments])

    def __enter__(self):
        self.root = wait_for("the program on the accessibility bus", self._find_application)
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.dump(sys.stderr)
            if "TRAMA_FAILURE_PICTURE" in os.environ:
                subprocess.run(["import", "-window", "root", os.environ["TRAMA_FAILURE_PICTURE"]])
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _find_application(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the program ended with {self.process.returncode}")
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_process_id() == self.process.pid:
                return application
        return None

    def dump(self, out, node=None, depth=0):
        """All that is there, for whom has to mend a test."""
        node = node or self.root
        try:
            print("  " * depth + f"{node.get_role_name()}: {node.get_name()!r}", file=out)
            for child in children(node):
                self.dump(out, child, depth + 1)
        except GLib.Error:
            pass

    def all(self, role, name=None, below=None):
        return [
            node
            for node in walk(below or self.root)
            if node.get_role_name() == role and (name is None or matches(node.get_name(), name)) and is_showing(node)
        ]

    def find(self, role, name=None, below=None, patience=PATIENCE):
        def look():
            found = self.all(role, name, below)
            return found[0] if found else None

        return wait_for(f"{role} {name!r}", look, patience)

    def has(self, role, name=None, below=None):
        return bool(self.all(role, name, below))

    def gone(self, role, name=None):
        wait_for(f"{role} {name!r} to go", lambda: not self.has(role, name))

    def press(self, role, name, action=None, below=None):
        """Presses the widget by the name of its action, the first one it has where none is named."""
        node = self.find(role, name, below)

        wait_for(f"{role} {name!r} to be sensitive", lambda: is_sensitive(node))
        actions = [node.get_action_name(index) for index in range(node.get_n_actions())]
        wanted = [action] if action else ["activate", "click", "press"]
        for candidate in wanted:
            if candidate in actions:
                node.do_action(actions.index(candidate))
                return node
        raise NotFound(f"action {wanted} of {role} {name!r}: it has {actions}")

    def write(self, role, name, text, below=None):
        node = self.find(role, name, below)
        editable = node.get_editable_text_iface()
        if editable is None:
            for inner in walk(node):
                editable = inner.get_editable_text_iface()
                if editable is not None:
                    break
        if editable is None:
            raise NotFound(f"text of {role} {name!r}")
        Atspi.EditableText.set_text_contents(editable, text)
        return node

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "40", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)


    def save_as(self, path):
        self.key("ctrl+shift+s")
        self.find("text", re.compile("Name|name"))
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")
        wait_for(f"{path} to be there", path.exists)
        self.find("label", "Saved")

    def close(self):
        self.key("ctrl+w")
        wait_for("the window to close without a question", lambda: self.process.poll() is not None)

    def kill(self):
        """As a power cut does."""
        self.process.kill()
        self.process.wait()


def matches(name, wanted):
    if name is None:
        return False
    if hasattr(wanted, "search"):
        return wanted.search(name) is not None
    return name == wanted
