#!/bin/bash
# bench-atlas.sh: a page for each municipality in one PDF, beside the atlas of QGIS
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-atlas.sh BUILDDIR
#
# Our pages have a map of 300 municipalities, four key figures with change, place and reference, a
# line chart, source and notes; figures are gathered from the workspace. The peer draws the same
# municipalities in the same classes from a shapefile, with the map around the one of the page, its
# name and a legend, and neither figures nor chart; the processor time is taken around the export
# alone, so the start of Python does not count. Debian packages: python3-qgis gdal-bin. Where they
# are missing only our own times are printed.
set -eu -o pipefail

build=${1:?usage: bench-atlas.sh BUILDDIR}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=$(cd "$build" && pwd)
STREEK_DATADIR=$build/data
STREEK_MODULEDIR=$build/src/modules
export STREEK_DATADIR STREEK_MODULEDIR

cat >"$work/peer.py" <<'PEER'
import os, sys, time
from qgis.core import (
    QgsApplication, QgsFillSymbol, QgsGraduatedSymbolRenderer, QgsLayoutExporter,
    QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemMap, QgsLayoutPoint, QgsLayoutSize,
    QgsPrintLayout, QgsProject, QgsRendererRange, QgsVectorLayer)

source, out, n_pages = sys.argv[1], sys.argv[2], int(sys.argv[3])
colours = "#d9d9d9 #ffffcc #c7e9b4 #7fcdbb #41b6c4 #1d91c0 #225ea8 #0c2c84".split()
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
project = QgsProject.instance()
project.addMapLayer(layer)
layout = QgsPrintLayout(project)
layout.initializeDefaults()
item = QgsLayoutItemMap(layout)
item.attemptMove(QgsLayoutPoint(10, 20))
item.attemptResize(QgsLayoutSize(140, 150))
item.setExtent(layer.extent())
item.setAtlasDriven(True)
item.setAtlasScalingMode(QgsLayoutItemMap.Auto)
item.setAtlasMargin(0.35)
layout.addLayoutItem(item)
label = QgsLayoutItemLabel(layout)
label.setText("[% @atlas_featurenumber %]")
label.attemptMove(QgsLayoutPoint(10, 8))
layout.addLayoutItem(label)
legend = QgsLayoutItemLegend(layout)
legend.setLinkedMap(item)
legend.attemptMove(QgsLayoutPoint(160, 20))
layout.addLayoutItem(legend)
atlas = layout.atlas()
atlas.setCoverageLayer(layer)
atlas.setEnabled(True)
atlas.setFilterFeatures(True)
atlas.setFilterExpression("$id < %d" % n_pages)
atlas.updateFeatures()
export = QgsLayoutExporter.PdfExportSettings()
export.forceVectorOutput = True
start, wall = time.process_time(), time.monotonic()
QgsLayoutExporter.exportToPdf(atlas, out, export)
print("%d pages, %.1f pages/s by the clock, %.1f by processor time, %.1f MB" % (
    atlas.count(), atlas.count() / (time.monotonic() - wall),
    atlas.count() / (time.process_time() - start), os.path.getsize(out) / 1e6), flush=True)
os._exit(0)  # QGIS takes long to take leave, and not always well
PEER

"$build/tests/bench/bench-atlas"

if command -v ogr2ogr >/dev/null && /usr/bin/python3 -c 'import qgis.core' 2>/dev/null; then
  export QT_QPA_PLATFORM=offscreen
  "$build/tests/bench/export-map" "$STREEK_DATADIR/template.streek" share_65plus 2015 \
    >"$work/peer.geojson"
  ogr2ogr -f 'ESRI Shapefile' -a_srs EPSG:3812 "$work/peer.shp" "$work/peer.geojson"
  printf 'QGIS: '
  /usr/bin/python3 "$work/peer.py" "$work/peer.shp" "$work/peer.pdf" 60 2>"$work/peer.log" | tail -1
fi
