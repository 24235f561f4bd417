#!/bin/sh
# check-mime.sh DATA: a workspace is known as one, by its content and by its name
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

mkdir -p "$folder/mime/packages"
cp "$1/be.streekatlas.Streekatlas.mime.xml" "$folder/mime/packages/"
cp /usr/share/mime/packages/freedesktop.org.xml "$folder/mime/packages/"
update-mime-database "$folder/mime"

# by its content alone: under a name that says nothing
{
  printf 'SQLite format 3\000'
  head -c 52 /dev/zero
  printf 'STRE'
  head -c 28 /dev/zero
} >"$folder/nameless"
printf '\001\002' >"$folder/named.streek"

for name in nameless named.streek; do
  kind=$(XDG_DATA_HOME="$folder" XDG_DATA_DIRS="$folder" \
    gio info -a standard::content-type "$folder/$name" | sed -n 's/.*standard::content-type: //p')
  if [ "$kind" != application/x-streek ]; then
    echo "$name is taken for $kind"
    exit 1
  fi
done
