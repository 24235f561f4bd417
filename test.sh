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

# Runs meson test with its arguments and adds up what it reports: the points of a test that prints
# TAP one by one, any other test as one; one that dies counts as a failure even where every point
# it still printed was good.
run_suites ()
{
  log=$1/meson-logs/counted.txt
  meson test -C "$@" --print-errorlogs >"$log" 2>&1
  status=$?
  cat "$log"
  folder=$1
  # shellcheck disable=SC2046
  set -- $(awk -f build-aux/count-tests.awk "$log")
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
  shift 3
  for name; do
    broken="$broken $folder:$name"
  done
  # a harness that failed without a test that did is a failure still
  [ "$status" -eq 0 ] || [ $# -gt 0 ] || failed=$((failed + 1))
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

# the last lines name what failed, with what its tests themselves said: a log is often cut at its top
for test in $broken; do
  log=${test%%:*}/meson-logs/testlog.txt
  echo "failed: $test"
  awk -v name="${test#*:}" -f build-aux/show-test.awk "$log"
done
# what this machine could not run is no success: it is said
[ "$skipped" -eq 0 ] || echo "$skipped skipped: this machine lacks what they need"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
