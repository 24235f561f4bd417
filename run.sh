#!/bin/sh
# run.sh: installs what is missing, builds, and opens the example workspace
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Without a display it draws the maps of the example into out/ and says so.
# Arguments go to the program: ./run.sh mine.streek
set -eu
cd "$(dirname "$0")"

# shellcheck source=build-aux/debian-packages.sh
. build-aux/debian-packages.sh
# shellcheck disable=SC2086
install_missing $run_packages

build=build-run
[ -f "$build/build.ninja" ] || meson setup "$build" -Dtests=false
meson compile -C "$build"

PATH="$PWD/$build/src/cli:$PATH"
STREEK_DATADIR="$PWD/$build/data"
STREEK_MODULEDIR="$PWD/$build/src/module"
STREEK_LOCALEDIR="$PWD/$build/po"
GSETTINGS_SCHEMA_DIR="$PWD/$build/data"
XDG_DATA_DIRS="$PWD/$build/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
export PATH STREEK_DATADIR STREEK_MODULEDIR STREEK_LOCALEDIR GSETTINGS_SCHEMA_DIR XDG_DATA_DIRS

# A display that is named but does not answer is none; GTK itself knows best.
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$build/src/app/streekatlas" "$@"
fi

example=out/voorbeeld.streek
mkdir -p out
rm -f "$example"
streek new "$example" --example

resoc='RESOC:RESOC_WESTHOEK'
streek map "$example" --kind areas --set RESOC --outline SERR --on 2009-01-01 \
  --within provincie:30000 -o out/resoc-en-serr-2009.pdf
streek map "$example" --kind areas --set referentieregio --on 2025-01-01 \
  -o out/referentieregios.pdf
streek map "$example" --kind circles --indicator pop_total --set gemeente \
  --within "$resoc" --on 2024-01-01 --period 2024 -o out/inwoners-westhoek-2024.svg
streek map "$example" --kind circles --indicator pop_total --set RESOC \
  --within provincie:30000 --period 2020 -o out/inwoners-resoc-2020.png

echo "There is no display here. The maps of the example are drawn in $PWD/out:"
ls out
