#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/samples/illustration.trama: the same bytes on every machine.

    tests/samples/make-illustration.py SOURCE_ROOT [OUT]

Without OUT it writes to data/samples/illustration.trama below SOURCE_ROOT; "-" is the terminal.
Everything is invented; data/samples/README.md says which proportions follow which document.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.dont_write_bytecode = True

from illustration import (clusters, este, firms, franklin, network, norte, oriente,  # noqa: E402
                          others, portfolio, puente, ratings, schema, valle)


def make(source):
    p = portfolio.Portfolio(schema.read_schema(source))
    clusters.build(p)
    known = firms.build(p)
    programmes = {g.key: g for g in (module.build(p, known) for module in (
        franklin, norte, este, valle, puente, oriente))}
    network.build(p, known, programmes)
    others.build(p, known)
    ratings.build(p)
    return p.text()


def main(arguments):
    if not 2 <= len(arguments) <= 3:
        print(__doc__, file=sys.stderr)
        return 2
    source = Path(arguments[1])
    out = arguments[2] if len(arguments) == 3 else source / "data/samples/illustration.trama"
    text = make(source)
    if out == "-":
        sys.stdout.buffer.write(text.encode())
    else:
        Path(out).write_bytes(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
