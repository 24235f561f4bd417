#!/bin/sh
# check-ui.sh SCHEMA FOLDER: every .ui file has the structure GtkBuilder reads, and names its buttons
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

# GTK 4.8 names a menu button by its class, and only the button inside it by its label: each says its
# name itself, but for one that has no label and gets both from the program.
named='accessibility/*[@name="label" or @name="labelled-by"]'
buttons='//object[@class="GtkMenuButton" or @class="AdwSplitButton"]'
lists='//object[@class="GtkDropDown"]'
# a tooltip is a description, and an icon is no name
icons='//object[@class="GtkButton" or @class="GtkToggleButton"][property[@name="icon-name"]]'

for file in "$2"/*.ui; do
  nameless=$(xmllint --nonet --xpath "
    count(${buttons}[not($named)][property[@name='label'] or not(@id)]) +
    count(${icons}[not($named)][not(property[@name='label'])][property[@name='tooltip-text'] or not(@id)]) +
    count(${lists}[not($named)][not(@id = //property[@name='mnemonic-widget'])])" "$file")
  [ "$nameless" = 0 ] && continue
  echo "$file: $nameless buttons or drop-downs without a name for who does not see them"
  status=1
done

exit $status
