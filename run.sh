#!/bin/sh
# run.sh: installs what is missing, builds, and opens the example workspace
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Without a display it draws maps and charts of the example into out/ and says so.
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
STREEK_LOCALEDIR="$PWD/$build/po"
STREEK_MODULEDIR="$PWD/$build/src/modules"
GSETTINGS_SCHEMA_DIR="$PWD/$build/data"
export PATH STREEK_DATADIR STREEK_LOCALEDIR STREEK_MODULEDIR GSETTINGS_SCHEMA_DIR

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  [ $# -gt 0 ] || set -- --example
  exec "$build/src/app/streekatlas" "$@"
fi

example=out/voorbeeld.streek
mkdir -p out
rm -f "$example"
streek new "$example" --example

west=provincie:30000
streek map "$example" --kind areas --set RESOC --outline SERR --within "$west" --on 2009-01-01 \
  -o out/resoc-en-serr-2009.pdf
streek map "$example" --kind areas --set referentieregio --on 2025-01-01 -o out/referentieregios.pdf
streek map "$example" --kind circles --indicator pop_total --set gemeente --within "$west" \
  --on 2025-01-01 --period 2024 -o out/inwoners-2024.svg
streek map "$example" --kind choropleth --indicator share_65plus --set gemeente --within "$west" \
  --period 2020 --outline RESOC -o out/65-plussers-2020.png
streek map "$example" --kind choropleth --indicator share_65plus --set gemeente --within "$west" \
  --period 2020 --outline RESOC --grey --size A3 -o out/65-plussers-2020-grijs.pdf

resocs=RESOC:RESOC_WESTHOEK,RESOC:RESOC_OOSTENDE,RESOC:RESOC_BRUGGE
streek chart "$example" --kind line --indicator pop_total --area "$resocs" --on 2009-01-01 \
  --base 2009 -o out/inwoners-index.pdf
streek chart "$example" --kind ranking --indicator share_65plus --set gemeente --within "$west" \
  -o out/65-plussers-rangorde.svg

echo "There is no display here. Maps and charts of the example are drawn in $PWD/out:"
ls out
