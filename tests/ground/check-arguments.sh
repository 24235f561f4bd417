#!/bin/sh
# check-arguments.sh SOURCE: a sentence with two or more arguments numbers them, as in %1$s of %2$s,
# for another language may want them in another order
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
cd "$1" || exit 1

words=$(xgettext --files-from=po/POTFILES.in --from-code=UTF-8 --output=- \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>/dev/null)

printf '%s\n' "$words" | awk '
  function check(  bare) {
    bare = text
    gsub(/%%/, "", bare)
    if (is_format && gsub(/%[-+ #0]*[0-9]*(\.[0-9]+)?(hh|h|ll|l|z|j|t)?[diouxXeEfgGcsp]/, "", bare) > 1) {
      print place ": number the arguments of \"" text "\""
      status = 1
    }
    text = ""
  }
  function begin() { check(); sub(/^[a-z_]+ /, ""); text = substr($0, 2, length($0) - 2); reads = 1 }
  /^#: / { place = $2 }
  /^#, / { is_format = /[ ,]c-format/ }
  /^msgid / { n++ }
  /^msgid(_plural)? / { begin(); next }
  /^msgstr/ { check(); reads = 0 }
  /^"/ && reads { text = text substr($0, 2, length($0) - 2) }
  /^$/ { is_format = 0 }
  END {
    if (n < 2) { print "xgettext found no sentences"; status = 1 }
    exit status
  }
'
