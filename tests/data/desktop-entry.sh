# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need desktop-file-validate xmllint

entry=$BUILD/data/$APPLICATION_ID.desktop
must_be_silent desktop-file-validate "$entry"

# The type that the entry opens is the one that the MIME file defines.
type=$(xmllint --xpath 'string(//*[local-name()="mime-type"]/@type)' \
  "$BUILD/data/$APPLICATION_ID.xml")
grep -qxF "MimeType=$type;" "$entry" || fail "the desktop entry does not open $type"
