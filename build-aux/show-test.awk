# show-test.awk: prints how one test of meson's log ended, and the last of what it said
# SPDX-License-Identifier: GPL-3.0-or-later
#
#   awk -v name=base/test-date -f show-test.awk testlog.txt

# "test:         streekatlas:core / base/test-date", after which "duration:", "result:", …
$1 == "test:" {
  is_shown = $NF == name
  is_said = 0
}

# a rule of "=" stands behind it, with the number of the next one or without
/^=+( [0-9]+\/[0-9]+ =+)?$/ { is_shown = 0 }

is_shown && ($1 == "duration:" || $1 == "result:") { print "  " $0 }
is_shown && /not ok |Bail out!|ERROR:/ && n_bad < 20 { print "  " $0; n_bad++ }
is_shown && is_said { last[n++ % 20] = $0 }
is_shown && /^-+ std(out|err) -+$/ { is_said = 1 }

END {
  for (i = (n > 20 ? n - 20 : 0); i < n; i++)
    print "  | " last[i % 20]
}
