#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds data/samples/illustration.trama against the table of record kinds, against itself, and
against the proportions that an illustration of this program is to have. Needs no built program.
"""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

if __name__ == "__main__":
    found = unittest.defaultTestLoader.discover(str(HERE / "checks"), top_level_dir=str(HERE))
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(found).wasSuccessful())
