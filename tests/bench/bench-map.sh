#!/bin/bash
# bench-map.sh: from a workspace to a map as PNG and PDF, whole processes, beside mapnik
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-map.sh BUILDDIR [RUNS]
#
# Prints the medians of the processor time and of the time on the clock, the two run in turn so that
# both see the same machine; where others use it too, only the processor time says much. The peer
# draws the same 589 municipalities in the same seven classes, at the same size, from a shapefile
# (its fastest source), without title, legend, labels or source line. Debian packages:
# python3-mapnik, gdal-bin. Where they are missing only our own times are printed.
set -eu -o pipefail

build=${1:?usage: bench-map.sh BUILDDIR [RUNS]}
runs=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

STREEK_DATADIR=$(cd "$build" && pwd)/data
export STREEK_DATADIR

indicator=share_65plus
period=2015
"$build/src/cli/streek" new "$work/map.streek" --example

# The peer: its own program, as its manual shows it; $1 is the file to write.
cat >"$work/peer.py" <<'PEER'
import sys, mapnik
out = sys.argv[1]
width, height = (1920, 1080) if out.endswith("png") else (842, 595)
colours = "#d9d9d9 #ffffcc #c7e9b4 #7fcdbb #41b6c4 #1d91c0 #225ea8 #0c2c84".split()
style = mapnik.Style()
for i, colour in enumerate(colours):
    rule = mapnik.Rule()
    rule.filter = mapnik.Expression("[cls] = %d" % (i - 1))
    fill, line = mapnik.PolygonSymbolizer(), mapnik.LineSymbolizer()
    fill.fill = mapnik.Color(colour)
    line.stroke, line.stroke_width = mapnik.Color("#555555"), 0.5
    rule.symbols.append(fill)
    rule.symbols.append(line)
    style.rules.append(rule)
m = mapnik.Map(width, height)
m.background = mapnik.Color("white")
m.append_style("s", style)
layer = mapnik.Layer("l")
layer.datasource = mapnik.Shapefile(file=sys.argv[2])
layer.styles.append("s")
layer.srs = m.srs = "+proj=merc"
m.layers.append(layer)
m.zoom_all()
if out.endswith("png"):
    image = mapnik.Image(width, height)
    mapnik.render(m, image)
    image.save(out, "png")
else:
    mapnik.render_to_file(m, out, "pdf")
PEER

make_peer_map ()
{
  "$build/tests/bench/export-map" "$STREEK_DATADIR/template.streek" "$indicator" "$period" \
    >"$work/map.geojson"
  ogr2ogr -f 'ESRI Shapefile' -a_srs EPSG:3812 "$work/map.shp" "$work/map.geojson"
}

# PNG files have 200 dots an inch: this is 1920 × 1080 of them.
ours ()
{
  case $1 in
    png) size=243.84x137.16mm ;;
    *) size=297x210mm ;;
  esac
  "$build/src/cli/streek" map "$work/map.streek" --kind choropleth --set gemeente \
    --indicator "$indicator" --period "$period" --method quantile --classes 7 \
    --size $size -o "$work/ours.$1"
}

peer ()
{
  /usr/bin/python3 "$work/peer.py" "$work/peer.$1" "$work/map"
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
if /usr/bin/python3 -c 'import mapnik' 2>/dev/null && command -v ogr2ogr >/dev/null; then
  have_peer=true
  make_peer_map
fi

for format in png pdf; do
  : >"$work/ours.times"
  : >"$work/peer.times"
  ours $format # the page cache warm for both
  $have_peer && peer $format
  i=0
  while [ $i -lt "$runs" ]; do
    time_ms ours $format >>"$work/ours.times"
    if $have_peer; then time_ms peer $format >>"$work/peer.times"; fi
    i=$((i + 1))
  done
  printf '%s  streek %s ms (%s on the clock)' $format \
    "$(median 1 <"$work/ours.times")" "$(median 2 <"$work/ours.times")"
  if $have_peer; then
    printf '  mapnik %s ms (%s on the clock)' \
      "$(median 1 <"$work/peer.times")" "$(median 2 <"$work/peer.times")"
  fi
  printf '  (processor time, medians of %s)\n' "$runs"
  ls -l "$work" | awk -v f=".$format" 'index($NF, f) { printf "     %s %d kB\n", $NF, $5 / 1024 }'
done
