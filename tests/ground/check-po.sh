#!/bin/sh
# check-po.sh SOURCE: the Dutch translation is complete, and no file with words is forgotten
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "$1" || exit 1
status=0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Every file with something to translate stands in POTFILES.in, in order, and nothing else does.
{
  find src -name '*.c' -exec grep -lE '\<(_|N_|C_|NC_|ngettext|g_dngettext) ?\(' {} +
  find ui -name '*.ui' -exec grep -l 'translatable="yes"' {} +
  ls data/*.desktop.in data/*.metainfo.xml.in data/*.gschema.xml
} | LC_ALL=C sort >"$folder/wanted"
diff -u po/POTFILES.in "$folder/wanted" || {
  echo 'po/POTFILES.in does not list what is to be translated (- listed, + found)'
  status=1
}

# A macro within a message ends it there for xgettext, which says nothing: cast to %lu instead.
if grep -nE '(\<_|\<N_|ngettext) \("[^"]*%([0-9]+\$)?" G_' -r src --include='*.c'; then
  echo 'a message to translate is cut off by a macro such as G_GUINT64_FORMAT'
  status=1
fi

# Every one of those words is translated, without a doubtful one.
xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --output="$folder/now.pot" \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>"$folder/xgettext.log" || {
  cat "$folder/xgettext.log"
  exit 1
}

for language in $(cat po/LINGUAS); do
  msgfmt --check --check-accelerators=_ -o /dev/null "po/$language.po" || status=1
  msgcmp "po/$language.po" "$folder/now.pot" || status=1
  if msgattrib --only-fuzzy --no-obsolete "po/$language.po" | grep -q .; then
    echo "po/$language.po has doubtful translations"
    status=1
  fi
done

exit $status
