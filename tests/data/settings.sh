# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need glib-compile-schemas gsettings

must_be_silent glib-compile-schemas --strict --dry-run "$SOURCE/data"

# The build folder's copy is complete: the program can be run from there.
keys=$(GSETTINGS_SCHEMA_DIR=$BUILD/data GSETTINGS_BACKEND=memory gsettings list-keys "$APPLICATION_ID")
for key in $(grep -o '<key name="[^"]*"' "$SOURCE/data/$APPLICATION_ID.gschema.xml" | cut -d'"' -f2); do
  grep -qxF "$key" <<<"$keys" || fail "the compiled settings lack $key"
done
