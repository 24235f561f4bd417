#!/bin/sh
# check-ui.sh SCHEMA FOLDER: every .ui file has the structure GtkBuilder reads
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
status=0

for file in "$2"/*.ui; do
  [ -e "$file" ] || continue
  xmllint --noout --nonet --relaxng "$1" "$file" 2>&1 || status=1
done

exit $status
