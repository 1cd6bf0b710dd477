# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need man groff

page=$SOURCE/data/trama.1

must_be_silent groff -man -ww -Tutf8 -z "$page"
said=$(man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
[[ -z $said ]] || fail "$said"

grep -q "^\.TH TRAMA 1 .*\"Trama $VERSION\"" "$page" || fail "the page is not of version $VERSION"

# What its tables and paragraphs promise can be read at the width of a small terminal.
MANWIDTH=60 man -l "$page" >"$folder/page"
for command in evaluate methods cases report import merge validate --help --version; do
  grep -qF -- "$command" "$folder/page" || fail "the page says nothing of $command"
done
