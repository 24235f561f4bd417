#!/bin/sh
# check-format.sh CLANG-FORMAT SOURCE: every C file comes out of the formatter unchanged
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$2"

find src tests -name '*.[ch]' -print0 | xargs -0 "$1" --dry-run -Werror
