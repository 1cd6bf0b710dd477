# SPDX-License-Identifier: GPL-3.0-or-later
"""The file as a text: its order, its size, and that the generator writes it."""

import subprocess
import sys

from .base import FILE, SOURCE, Sample


class File(Sample):
    def test_is_what_the_generator_writes(self):
        generator = SOURCE / "tests/samples/make-illustration.py"
        made = subprocess.run([sys.executable, generator, SOURCE, "-"], check=True,
                              capture_output=True).stdout
        self.assertTrue(made == FILE.read_bytes(),
                        "run tests/samples/make-illustration.py and commit what it writes")

    def test_one_record_on_each_line_in_order(self):
        lines = self.text.split("\n")
        self.assertRegex(lines[0], r'^\{"format":"trama","version":1,"document":"[a-z2-7]{16}",'
                                   r'"saves":\[\],"records":\[$')
        self.assertEqual(lines[-2:], ["]}", ""])
        self.assertTrue(all(line.endswith("},") for line in lines[1:-3]))
        self.assertTrue(lines[-3].endswith("}"))
        order = list(self.schema)
        keys = [(order.index(r["record"]), r["id"]) for r in self.records]
        self.assertEqual(keys, sorted(set(keys)))
        self.assertEqual(len(self.by_id), len(self.records), "an id is given twice")
        self.assertEqual(len(self.records), len(lines) - 3)

    def test_size(self):
        self.assertLess(FILE.stat().st_size, 1_700_000)
