# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need xmllint

cd "$SOURCE/icons"

for icon in $(find . -name '*.svg' | sort); do
  name=${icon#./}
  xmllint --noout "$icon"
  grep -qF "<file>$name</file>" icons.gresource.xml || fail "$name is not in icons.gresource.xml"

  # Elsewhere GTK does not look: its fallback theme knows no other folder for pictures of any size.
  case $name in
    scalable/actions/trama-*-symbolic.svg | scalable/actions/trama-*-symbolic-rtl.svg) box=16 ;;
    symbolic/apps/"$APPLICATION_ID"-symbolic.svg) box=16 ;;
    scalable/apps/"$APPLICATION_ID".svg) box=128 ;;
    *) fail "$name is in a folder, or has a name, under which it would not be found" ;;
  esac
  found=$(xmllint --xpath 'string(/*/@viewBox)' "$icon")
  [[ $found == "0 0 $box $box" ]] || fail "the view box of $name is $found"

  # GTK recolours the fill of paths, circles and rectangles, and nothing else.
  if [[ $box == 16 ]]; then
    others=$(xmllint --xpath 'count(//*[not(self::*[local-name()="svg" or local-name()="path" or
      local-name()="circle" or local-name()="rect"])])' "$icon")
    coloured=$(xmllint --xpath 'count(//@fill[. != "currentColor"] | //@stroke | //@style)' "$icon")
    [[ $others$coloured == 00 ]] || fail "$name could not be recoloured"
  fi
done

for name in $(grep -o '<file>[^<]*' icons.gresource.xml | cut -d'>' -f2); do
  [[ -f $name ]] || fail "icons.gresource.xml names $name, which is not there"
done
