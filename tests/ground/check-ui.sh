#!/bin/sh
# check-ui.sh SCHEMA FOLDER: every .ui file has the structure GtkBuilder reads
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
status=0

for file in "$2"/*.ui; do
  [ -e "$file" ] || continue
  # The rows of a list are a template of a class that is there already, so without a parent; the
  # schema does not know that.
  sed 's/<template class="GtkListItem">/<template class="GtkListItem" parent="GObject">/' "$file" \
    | xmllint --noout --nonet --relaxng "$1" - 2>&1 | sed "s|^-|$file|" | grep -v ' validates$' \
    && status=1
done

exit $status
