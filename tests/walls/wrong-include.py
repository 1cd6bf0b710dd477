# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks the compiler, with each room's own command, which rooms' headers it finds: the allowed ones, and
no other. One wrong include is compiled, to see it fail."""

import subprocess

import walls


def preprocess(command, text):
    return subprocess.run(
        command + ["-E", "-P", "-x", "c", "-o", "-", "-"],
        input=text,
        cwd=walls.build,
        capture_output=True,
        text=True,
    )


# A header of each room that has any.
headers = {}
for room in walls.allowed:
    names = sorted(path.name for path in (walls.source / "app" / room).glob("*.h"))
    if names:
        headers[room] = names[0]

tap = walls.Tap()
for room in walls.allowed:
    command = walls.compiler(room)
    if command is None:
        continue
    others = [other for other in headers if other != room]
    text = "".join(f'#if __has_include("{headers[other]}")\nfinds {other}\n#endif\n' for other in others)
    run = preprocess(command, text)
    found = [line.split()[1] for line in run.stdout.splitlines() if line.startswith("finds ")]
    wanted = [other for other in others if other in walls.allowed[room]]
    tap.result(run.returncode == 0 and found == wanted, f"{room} finds {wanted}", f"found {found}\n{run.stderr}")

    wrong = [other for other in others if other not in walls.allowed[room]]
    if wrong:
        run = preprocess(command, f'#include "{headers[wrong[0]]}"\n')
        refused = run.returncode != 0 and "No such file" in run.stderr
        tap.result(refused, f"{room} cannot be compiled with {headers[wrong[0]]}", run.stdout[:200])
tap.finish()
