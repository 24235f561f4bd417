#!/bin/sh
# test.sh: installs what is missing, builds with warnings as errors, and runs every test
# SPDX-License-Identifier: GPL-3.0-or-later
#
# core, cli and app first, then core and cli once more under the address and undefined behaviour
# sanitizers. Ends with "N passed, N failed" and a status that is 0 only where nothing failed.
set -u
cd "$(dirname "$0")" || exit 1

# shellcheck source=build-aux/debian-packages.sh
. build-aux/debian-packages.sh

passed=0
failed=0
skipped=0
broken=
shaky=

# Where the tests cannot even begin, that is one failure and the last line says so too.
give_up ()
{
  echo "$1" >&2
  echo "$passed passed, $((failed + 1)) failed"
  exit 1
}

# shellcheck disable=SC2086
install_missing $run_packages $test_packages || give_up 'Not everything could be installed.'

# Sets up a build folder once; what follows the folder goes to meson.
set_up ()
{
  [ -f "$1/build.ninja" ] || meson setup "$@" -Dwerror=true
}

# Prints "PASSED FAILED SKIPPED NAME…" of a log of meson test, but for the tests named in $2.
count ()
{
  awk -v without="$2" -f build-aux/count-tests.awk "$1"
}

# Adds to the sums what count printed, given as arguments after the folder.
add_up ()
{
  passed=$((passed + $2))
  failed=$((failed + $3))
  skipped=$((skipped + $4))
  folder=$1
  shift 4
  for name; do
    broken="$broken $folder:$name"
  done
}

# Runs meson test with its arguments and adds up what it reports: the points of a test that prints
# TAP one by one, any other test as one; one that dies counts as a failure even where every point
# it still printed was good.
#
# A window that is driven from outside can lose a click while the machine does other things. A
# driven test that fails is run once more, alone, and the last lines say that it was.
run_suites ()
{
  folder=$1
  log=$folder/meson-logs/counted.txt
  meson test -C "$@" --print-errorlogs >"$log" 2>&1
  status=$?
  cat "$log"

  again=
  for name in $(count "$log" '' | cut -d ' ' -f 4-); do
    case $name in app/*) again="$again $name" ;; esac
  done
  # shellcheck disable=SC2046
  add_up "$folder" $(count "$log" "$again")
  # a harness that failed without a test that did is a failure still
  [ "$status" -eq 0 ] || [ -n "$again$broken" ] || failed=$((failed + 1))
  [ -n "$again" ] || return 0

  repeated=$folder/meson-logs/counted-again.txt
  # shellcheck disable=SC2086
  meson test -C "$folder" --no-rebuild --num-processes 1 --logbase again --print-errorlogs $again \
    >"$repeated" 2>&1
  cat "$repeated"
  # shellcheck disable=SC2046
  add_up "$folder" $(count "$repeated" '')
  for name in $again; do
    case " $broken " in *" $folder:$name "*) ;; *) shaky="$shaky $folder:$name" ;; esac
  done
}

set_up build-test || give_up 'The build could not be set up.'
meson compile -C build-test || give_up 'The build failed.'
run_suites build-test --no-rebuild

# Here meson test builds what its two suites need, which leaves out the window.
set_up build-asan -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 \
  || give_up 'The build with sanitizers could not be set up.'
# G_SLICE: or leaked objects are not seen with GLib 2.74; the suppressions are of libraries only
G_SLICE=always-malloc
ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LSAN_OPTIONS="suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0"
export G_SLICE ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS
run_suites build-asan --suite core --suite cli --timeout-multiplier 4

# Names the tests after $1, with what they themselves said.
show ()
{
  words=$1
  shift
  for test; do
    echo "$words: $test"
    awk -v name="${test#*:}" -f build-aux/show-test.awk "${test%%:*}/meson-logs/testlog.txt"
  done
}

# the last lines: a log is often cut at its top
# shellcheck disable=SC2086
show 'passed only when run again' $shaky
# shellcheck disable=SC2086
show 'failed' $broken
# what this machine could not run is no success: it is said
[ "$skipped" -eq 0 ] || echo "$skipped skipped: this machine lacks what they need"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
