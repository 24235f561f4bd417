#!/bin/sh
# check-installed.sh PLAN: nothing that belongs on a system is left out of the installation
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
status=0

for file in bin/streek bin/streekatlas streekatlas/streek-archive.so streekatlas/streek-gdal.so streekatlas/template.streek streekatlas/example.streek \
  applications/be.streekatlas.Streekatlas.desktop \
  metainfo/be.streekatlas.Streekatlas.metainfo.xml \
  mime/packages/be.streekatlas.Streekatlas.xml \
  glib-2.0/schemas/be.streekatlas.Streekatlas.gschema.xml \
  icons/hicolor \
  LC_MESSAGES/streekatlas.mo man1/streek.1 man1/streekatlas.1 bash-completion/completions/streek \
  licenses/streekatlas/COPYING licenses/streekatlas/data.md; do
  grep -q "/$file\"" "$1" || {
    echo "$file is not installed"
    status=1
  }
done

exit $status
