#!/bin/bash
# bench-large-map.sh: maps of 589 and of 20 000 areas, drawing alone, beside mapnik and QGIS
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-large-map.sh BUILDDIR [RUNS]
#
# Makes the 20 000 areas and figures for them, takes both in as a person would, and prints what each
# step of a map costs beside its limit: medians of the processor time, which says more than the
# clock where others use the machine. The peers draw the same polygons in the same number of
# classes, from a shapefile (their fastest source), without title, legend, labels or source line;
# their processor time is taken around the drawing alone, so the start of Python does not count.
# Limits: a first drawing 3 times ahead of the faster peer (2 times with 589 areas), a PDF 2 times.
# Debian packages: python3-mapnik python3-qgis gdal-bin. What is missing is left out.
set -eu -o pipefail

build=${1:?usage: bench-large-map.sh BUILDDIR [RUNS]}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=$(cd "$build" && pwd)
STREEK_DATADIR=$build/data
STREEK_MODULEDIR=$build/src/modules
export STREEK_DATADIR STREEK_MODULEDIR
streek=$build/src/cli/streek

cat >"$work/tidy.json" <<'JSON'
{ "streek-profile": 1, "title": "Tidy", "unknown-indicators": "count",
  "columns": [ { "header": "code", "as": "area-code", "level": "zones" },
               { "header": "indicator", "as": "indicator" },
               { "header": "period", "as": "period" },
               { "header": "value", "as": "value", "decimals": "point" } ] }
JSON

# Two indicators of thirty years each.
make_workspace ()
{
  "$build/tests/bench/make-polygons" >"$work/zones.geojson"
  "$streek" new "$work/zones.streek" --empty
  "$streek" import-areas "$work/zones.streek" "$work/zones.geojson" --set zones \
    --code code --name name >"$work/findings.csv" 2>"$work/messages.txt"
  "$streek" areas "$work/zones.streek" --set zones | awk -F, 'NR > 1 { print $2 }' |
    "$build/tests/bench/make-figures" csv 1200000 >"$work/figures.csv"
  "$streek" import "$work/zones.streek" "$work/figures.csv" --profile "$work/tidy.json" \
    >"$work/report.csv"
}

# Prints the median in milliseconds of the processor time.
cat >"$work/draw.py" <<'PEER'
import statistics, sys, time

program, source, out, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
colours = "#d9d9d9 #ffffcc #c7e9b4 #7fcdbb #41b6c4 #1d91c0 #225ea8 #0c2c84".split()
is_png = out.endswith("png")


def prepare_mapnik():
    import mapnik

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
    m = mapnik.Map(*((1920, 1080) if is_png else (842, 595)))
    m.background = mapnik.Color("white")
    m.append_style("s", style)
    layer = mapnik.Layer("l")
    layer.datasource = mapnik.Shapefile(file=source[:-4])
    layer.styles.append("s")
    layer.srs = m.srs = "+proj=merc"
    m.layers.append(layer)
    m.zoom_all()
    image = mapnik.Image(1920, 1080)
    return lambda: mapnik.render(m, image) if is_png else mapnik.render_to_file(m, out, "pdf")


def prepare_qgis():
    from qgis.core import (
        QgsApplication, QgsFillSymbol, QgsGraduatedSymbolRenderer, QgsLayoutExporter,
        QgsLayoutItemMap, QgsLayoutPoint, QgsLayoutSize, QgsMapRendererParallelJob,
        QgsMapSettings, QgsPrintLayout, QgsProject, QgsRendererRange, QgsVectorLayer)
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor

    global application, layer  # the settings only point at it
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    layer = QgsVectorLayer(source, "l", "ogr")
    ranges = []
    for i, colour in enumerate(colours):
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": "#555555", "outline_width": "0.5",
             "outline_width_unit": "Pixel"})
        ranges.append(QgsRendererRange(i - 1, i - 1, symbol, str(i)))
    layer.setRenderer(QgsGraduatedSymbolRenderer("cls", ranges))
    if is_png:
        settings = QgsMapSettings()
        settings.setLayers([layer])
        settings.setOutputSize(QSize(1920, 1080))
        settings.setBackgroundColor(QColor("white"))
        settings.setDestinationCrs(layer.crs())
        settings.setExtent(layer.extent())
        settings.setFlag(QgsMapSettings.Antialiasing, True)

        def draw():
            job = QgsMapRendererParallelJob(settings)
            job.start()
            job.waitForFinished()
            job.renderedImage()

        return draw
    project = QgsProject.instance()
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    item.attemptMove(QgsLayoutPoint(10, 20))
    item.attemptResize(QgsLayoutSize(277, 180))
    item.setExtent(layer.extent())
    layout.addLayoutItem(item)

    def write():
        export = QgsLayoutExporter.PdfExportSettings()
        export.forceVectorOutput = True
        QgsLayoutExporter(layout).exportToPdf(out, export)

    return write


draw = prepare_mapnik() if program == "mapnik" else prepare_qgis()
times = []
for i in range(runs):
    start = time.process_time()
    draw()
    times.append(1000 * (time.process_time() - start))
print("%.0f" % statistics.median(times), flush=True)
import os
os._exit(0)  # QGIS takes long to take leave, and not always well
PEER

export QT_QPA_PLATFORM=offscreen
have_peer ()
{
  command -v ogr2ogr >/dev/null && /usr/bin/python3 -c "import $1" 2>/dev/null
}

# $1: geojson; $2: how many times ahead a first drawing must be
run_peers ()
{
  ogr2ogr -f 'ESRI Shapefile' -a_srs EPSG:3812 "$work/peer.shp" "$work/$1"
  for format in png pdf; do
    for program in mapnik qgis; do
      have_peer "${program/qgis/qgis.core}" || continue
      ms=$(/usr/bin/python3 "$work/draw.py" $program "$work/peer.shp" "$work/peer.$format" "$runs" \
        2>"$work/peer.log" | tail -1)
      printf '  %-44s %8s ms, so the limit is %d\n' "$program: ${format/png/drawing}" "$ms" \
        $((ms / $([ $format = pdf ] && echo 2 || echo "$2")))
    done
  done
  rm -f "$work"/peer.*
}

make_workspace
"$build/tests/bench/export-map" "$STREEK_DATADIR/template.streek" share_65plus 2015 \
  >"$work/gemeente.geojson"
cp "$STREEK_DATADIR/example.streek" "$work/gemeente.streek"

"$build/tests/bench/bench-large-map" "$work/gemeente.streek" gemeente share_65plus 2015 "$runs"
run_peers gemeente.geojson 2
"$build/tests/bench/bench-large-map" "$work/zones.streek" zones ind_0000 2015 "$runs"
run_peers zones.geojson 3
