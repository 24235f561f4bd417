#!/bin/bash
# bench-chart.sh: from a workspace to a chart as PNG and PDF, whole processes, beside gnuplot
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-chart.sh BUILDDIR [RUNS]
#
# Prints the medians of the processor time and of the time on the clock, the two run in turn so that
# both see the same machine. The peer gets the very figures that `streek chart` drew, as CSV, and
# draws twenty lines of monthly figures, or 308 bars with their names turned by 90°, at the same
# size; it reads no workspace, computes no totals and has no source line, notes or description.
# Debian package: gnuplot-nox. Where it is missing only our own times are printed.
set -eu -o pipefail

build=${1:?usage: bench-chart.sh BUILDDIR [RUNS]}
runs=${2:-9}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

STREEK_DATADIR=$(cd "$build" && pwd)/data
export STREEK_DATADIR
"$build/src/cli/streek" new "$work/chart.streek" --example

areas=$("$build/src/cli/streek" areas "$work/chart.streek" --set arrondissement --on 2024-01-01 \
  --within gewest:02000 | tail -n +2 | cut -d, -f1,2 --output-delimiter=: | head -n 20 | paste -sd,)
lines=(--kind line --indicator dwellings_permitted_new_month --period 2023-01..2025-07 --area "$areas")
bars=(--kind bar --indicator pop_total --set gemeente --within gewest:02000 --period 2018)

cat >"$work/peer.gp" <<'PEER'
set datafile separator ","
if (ARG3[strlen(ARG3)-2:] eq "png") { set terminal pngcairo size 1920,1080 font "DejaVu Sans,11" } else { set terminal pdfcairo size 11.69in,8.27in font "DejaVu Sans,9" }
set output ARG3
set grid; set title "Title"
if (ARG1 eq "lines") {
  n = system("head -n 1 ".ARG2." | tr -cd , | wc -c") + 1
  set xdata time; set timefmt "%Y-%m"; set format x "%Y"; set key outside autotitle columnhead
  plot for [i=2:n] ARG2 using 1:i with lines lw 1.5
} else {
  set style fill solid 0.9; set boxwidth 0.8; set xtics rotate by 90 right font ",5"; unset key
  plot ARG2 skip 1 using 0:2:xtic(1) with boxes
}
PEER

# PNG files have 200 dots an inch: this is 1920 × 1080 of them.
ours ()
{
  local size=297x210mm
  [[ $2 == png ]] && size=243.84x137.16mm
  local -n options=$1
  "$build/src/cli/streek" chart "$work/chart.streek" "${options[@]}" --size $size \
    -o "$work/ours.$1.$2"
}

peer ()
{
  gnuplot -c "$work/peer.gp" "$1" "$work/$1.csv" "$work/peer.$1.$2"
}

# The figures, one column for each area, one row for each period, or a name and a value.
make_peer_input ()
{
  ours lines csv
  ours bars csv
  sed -i 's/"[^"]*"/quoted/g' "$work/ours.lines.csv" "$work/ours.bars.csv" # commas in names
  awk -F, 'NR == 1 { next }
    !($1 in area) { area[$1] = ++n; names[n] = $1 }
    !($4 in seen) { seen[$4] = ++m; periods[m] = $4 }
    { value[$4, area[$1]] = $5 }
    END {
      printf "period"; for (i = 1; i <= n; i++) printf ",%s", names[i]; print ""
      for (p = 1; p <= m; p++) {
        printf "%s", periods[p]
        for (i = 1; i <= n; i++) printf ",%s", value[periods[p], i]
        print ""
      }
    }' "$work/ours.lines.csv" >"$work/lines.csv"
  awk -F, '{ print $1 "," $5 }' "$work/ours.bars.csv" >"$work/bars.csv"
}

# two numbers of one run of "$@": milliseconds of processor time, and on the clock
TIMEFORMAT='%U %S %R'
time_ms ()
{
  { time "$@"; } 2>&1 | awk 'END { printf "%.0f %.0f\n", ($1 + $2) * 1000, $3 * 1000 }'
}

# of column $1
median ()
{
  awk -v column="$1" '{ print $column }' | sort -n |
    awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

have_peer=false
make_peer_input
command -v gnuplot >/dev/null && have_peer=true

for kind in lines bars; do
  for format in png pdf; do
    : >"$work/ours.times"
    : >"$work/peer.times"
    ours $kind $format # the page cache warm for both
    $have_peer && peer $kind $format
    i=0
    while [ $i -lt "$runs" ]; do
      time_ms ours $kind $format >>"$work/ours.times"
      if $have_peer; then time_ms peer $kind $format >>"$work/peer.times"; fi
      i=$((i + 1))
    done
    printf '%-5s %s  streek %s ms (%s on the clock)' $kind $format \
      "$(median 1 <"$work/ours.times")" "$(median 2 <"$work/ours.times")"
    if $have_peer; then
      printf '  gnuplot %s ms (%s on the clock)' \
        "$(median 1 <"$work/peer.times")" "$(median 2 <"$work/peer.times")"
    fi
    printf '  (processor time, medians of %s)\n' "$runs"
  done
done
