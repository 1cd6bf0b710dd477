# SPDX-License-Identifier: GPL-3.0-or-later
source "${0%/*}/common.sh"
need xgettext msgfmt python3

cd "$SOURCE/po"
python3 update-potfiles --check

# xgettext warns of texts that it cannot read, and still reports success.
cd "$SOURCE"
said=$(xgettext --files-from=po/POTFILES --from-code=UTF-8 --add-comments=Translators \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=g_dngettext:2,3 \
  --keyword=g_dpgettext2:2c,3 --keyword=ngettext:1,2 --output="$folder/trama.pot" 2>&1 |
  grep -v "extension 'blp' is unknown" || true)
[[ -z $said ]] || fail "$said"
grep -qF 'msgid "Trama portfolio"' "$folder/trama.pot" || fail "texts of data files are missing"

# The list of languages and the catalogues agree, and the catalogues are sound.
listed=$(sed '/^#/d; /^$/d' po/LINGUAS | sort)
there=$(find po -name '*.po' -printf '%f\n' | sed 's/\.po$//' | sort)
[[ $listed == "$there" ]] || fail "po/LINGUAS names «$listed», the catalogues are «$there»"
for language in $listed; do
  must_be_silent msgfmt --check --output-file="$folder/$language.mo" "po/$language.po"
done
