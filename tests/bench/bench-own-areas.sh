#!/bin/bash
# bench-own-areas.sh: 20 000 polygons of 1.1 million vertices taken in, beside ogr2ogr
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-own-areas.sh BUILDDIR [RUNS]
#
# Prints the medians of the processor time and of the time on the clock, the two run in turn so that
# both see the same machine. We join the borders, check them, make levels of detail, compare with
# the municipalities and write it all into a workspace; the peer copies the polygons into a
# GeoPackage. What a person waits for is the clock: we use two processors where there are two, to
# load GDAL beside opening the workspace, to read beside joining, and to find levels of detail beside
# checking; the peer uses one. On a machine that is busy with other work both clocks tell of that
# work, and only the processor time compares. Debian package: gdal-bin.
set -eu -o pipefail

build=${1:?usage: bench-own-areas.sh BUILDDIR [RUNS]}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=$(cd "$build" && pwd)
STREEK_DATADIR=$build/data
STREEK_MODULEDIR=$build/src/modules
export STREEK_DATADIR STREEK_MODULEDIR

"$build/tests/bench/make-polygons" >"$work/zones.geojson"
ogr2ogr -f GPKG "$work/zones.gpkg" "$work/zones.geojson"
ogr2ogr -f 'ESRI Shapefile' "$work/zones.shp" "$work/zones.geojson"
"$build/src/cli/streek" new "$work/empty.streek" --empty

ours ()
{
  "$build/src/cli/streek" import-areas "$work/ours.streek" "$work/zones.$1" --set zones \
    --code code --name name >"$work/findings.csv" 2>"$work/messages.txt"
}

peer ()
{
  ogr2ogr -f GPKG "$work/peer.gpkg" "$work/zones.$1"
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

for format in shp gpkg geojson; do
  : >"$work/ours.times"
  : >"$work/peer.times"
  for ((i = 0; i < runs; i++)); do
    cp "$work/empty.streek" "$work/ours.streek"
    rm -f "$work/peer.gpkg"
    time_ms ours $format >>"$work/ours.times"
    time_ms peer $format >>"$work/peer.times"
  done
  printf '%-8s streek %s ms (%s on the clock)  ogr2ogr %s ms (%s on the clock)' $format \
    "$(median 1 <"$work/ours.times")" "$(median 2 <"$work/ours.times")" \
    "$(median 1 <"$work/peer.times")" "$(median 2 <"$work/peer.times")"
  printf '  (processor time, medians of %s)\n' "$runs"
done
