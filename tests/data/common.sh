# SPDX-License-Identifier: GPL-3.0-or-later
# Read by the scripts beside it. Each is one test: exit 0 passed, 77 skipped, anything else failed.
# Meson sets SOURCE and BUILD, the roots of the two trees, APPLICATION_ID and VERSION.

set -euo pipefail
export LC_ALL=C.UTF-8

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail () {
  echo "$*" >&2
  exit 1
}

# A machine that packages the program may lack the checkers; the build environment has them all.
need () {
  local program
  for program; do
    command -v "$program" >/dev/null || { echo "$program is not installed"; exit 77; }
  done
}

# must_be_silent COMMAND...: for checkers that warn and still report success.
must_be_silent () {
  local said status=0
  said=$("$@" 2>&1) || status=$?
  [[ $status -eq 0 && -z $said ]] || fail "$1 ended with $status and said: $said"
}
