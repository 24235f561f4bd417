# count-tests.awk: prints "PASSED FAILED SKIPPED NAME…" for the lines meson test writes, one per test
# where the names are of the tests that failed; those named in "without" are left out
# SPDX-License-Identifier: GPL-3.0-or-later

BEGIN { split(without, names); for (i in names) left_out[names[i]] = 1 }

# " 3/40 streekatlas:core / base/test-date   OK    0.02s   7 subtests passed"
# A test that failed comes a second time, in the summary at the end.
$1 ~ /^[0-9]+\/[0-9]+$/ && !seen[$1]++ {
  name = ""
  for (i = 2; i < NF; i++)
    if ($i == "/") # " 3/40 streekatlas:core / base/test-date"
      name = $(i + 1)
  if (name in left_out)
    next

  result = ""
  for (i = 2; i <= NF; i++)
    if ($i ~ /^(OK|FAIL|ERROR|TIMEOUT|INTERRUPT|UNEXPECTEDPASS|EXPECTEDFAIL|SKIP)$/)
      result = $i

  good = 0
  all = 0
  for (i = 2; i < NF; i++)
    if ($(i + 1) == "subtests") {
      n = split($i, parts, "/")
      good = parts[1]
      all = parts[n]
    }

  if (result == "OK" || result == "EXPECTEDFAIL")
    passed += all > 0 ? good : 1 # points skipped are neither
  else if (result == "SKIP")
    skipped++
  else if (result != "") {
    passed += good
    failed += all > good ? all - good : 1
    broken = broken " " name
  }
}

END { print passed + 0, failed + 0, skipped + 0 broken }
