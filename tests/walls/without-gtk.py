# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that holds all rooms up to the command line loads no GTK, and runs without a display."""

import os
import re
import subprocess

import walls

tap = walls.Tap()
program = walls.build / "tests" / "walls" / "without-gtk"
loaded = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
# Or else the list was not one of libraries.
tap.result("libglib-2.0" in loaded, "the rooms' own libraries are loaded", loaded)
window = re.findall(r"lib(?:gtk-|gdk-|adwaita)\S*", loaded)
tap.result(not window, "none of them belongs to a window", "\n".join(window))

environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
run = subprocess.run([program], env=environment, capture_output=True, text=True)
tap.result(run.returncode == 0, "it runs without a display", run.stderr)
tap.finish()
