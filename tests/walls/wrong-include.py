# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles, as each room is compiled, an include of every other room: the allowed ones are found, the
others are not."""

import subprocess

import walls


def include(command, header):
    return subprocess.run(
        command + ["-E", "-x", "c", "-o", "/dev/null", "-"],
        input=f'#include "{header.name}"\n',
        cwd=walls.build,
        capture_output=True,
        text=True,
    )


tap = walls.Tap()
for room in walls.allowed:
    command = walls.compiler(room)
    if command is None:
        continue
    wrong = []
    unreachable = []
    for other in walls.allowed:
        headers = sorted((walls.source / "app" / other).glob("*.h"))
        if other == room or not headers:
            continue
        run = include(command, headers[0])
        found = f"{headers[0].name}: No such file" not in run.stderr
        if other in walls.allowed[room] and not found:
            unreachable.append(f"{headers[0].name} of {other} should be found\n{run.stderr}")
        elif other not in walls.allowed[room] and (found or run.returncode == 0):
            wrong.append(f"{headers[0].name} of {other} should be refused")
    tap.result(not unreachable, f"{room} reaches the rooms it may include", "\n".join(unreachable))
    tap.result(not wrong, f"{room} reaches no other", "\n".join(wrong))
tap.finish()
