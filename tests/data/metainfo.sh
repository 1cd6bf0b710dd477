# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need appstreamcli xmllint

metainfo=$BUILD/data/$APPLICATION_ID.metainfo.xml

# It reports success with warnings (W) and with what a software centre would miss (I).
said=$(appstreamcli validate --no-net "$metainfo" 2>&1) || fail "$said"
! grep -E '^[EWI]: ' <<<"$said" || fail "the metainfo has the flaws above"

newest=$(xmllint --xpath 'string(//release[1]/@version)' "$metainfo")
[[ $newest == "$VERSION" ]] || fail "the newest release in the metainfo is $newest, not $VERSION"

# Each picture that a software centre would load from the repository is in the repository.
for address in $(xmllint --xpath '//screenshot/image/text()' "$metainfo" 2>/dev/null || true); do
  picture=${address#*/main/}
  [[ -f $SOURCE/$picture ]] || fail "there is no $picture for the screenshot $address"
done
