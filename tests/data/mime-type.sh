# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need xmllint update-mime-database gio

definition=$BUILD/data/$APPLICATION_ID.xml
xmllint --noout "$definition"

# On a machine that knows the common types and ours.
export XDG_DATA_HOME=$folder/share
mkdir -p "$XDG_DATA_HOME/mime/packages"
cp "$definition" "$XDG_DATA_HOME/mime/packages/"
update-mime-database "$XDG_DATA_HOME/mime"

type_of () {
  gio info -a standard::content-type "$1" | sed -n 's/.*standard::content-type: //p'
}

echo '{"format": "trama"}' >"$folder/ours.trama"
echo '{"format": "trama"}' >"$folder/others.json"
echo '{"format": "trama"}' >"$folder/nameless"

found=$(type_of "$folder/ours.trama")
[[ $found == application/vnd.tramaproductiva.trama+json ]] || fail "a .trama file is taken for $found"
found=$(type_of "$folder/others.json")
[[ $found == application/json ]] || fail "a .json file is taken for $found"
found=$(type_of "$folder/nameless")
[[ $found != *trama* ]] || fail "a file without a name ending is taken for $found"
