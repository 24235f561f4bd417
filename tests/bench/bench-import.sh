#!/bin/bash
# bench-import.sh: tidy tables of figures taken in, beside sqlite3 and ogr2ogr
# SPDX-License-Identifier: GPL-3.0-or-later
#
# usage: tests/bench/bench-import.sh BUILDDIR [RUNS] [SKIP-LARGE]
#
# Prints medians of the time on the clock and of the processor time, all run in turn so that they
# see the same machine. We recognise areas, periods and numbers, account for every row, store and
# make it undoable; the peers copy rows into a table and index it. Then ten million rows, with the
# most memory that was held, and the totals of regions out of them. Debian packages: gdal-bin
# sqlite3 time.
set -eu -o pipefail

build=${1:?usage: bench-import.sh BUILDDIR [RUNS] [SKIP-LARGE]}
runs=${2:-5}
large=${3:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=$(cd "$build" && pwd)
STREEK_DATADIR=$build/data
STREEK_MODULEDIR=$build/src/modules
export STREEK_DATADIR STREEK_MODULEDIR
streek=$build/src/cli/streek

"$streek" new "$work/empty.streek" --empty
"$streek" areas "$work/empty.streek" --set gemeente --on 2019-01-01 |
  awk -F, 'NR > 1 { print $2 }' >"$work/codes.txt"
make_figures ()
{
  "$build/tests/bench/make-figures" "$1" "$2" <"$work/codes.txt"
}
make_figures csv 1000000 >"$work/1m.csv"
make_figures xlsx 100000 >"$work/100k.xlsx"

cat >"$work/tidy.json" <<'EOF'
{ "streek-profile": 1, "title": "Tidy", "unknown-indicators": "count",
  "columns": [ { "header": "code", "as": "area-code", "level": "gemeente" },
               { "header": "indicator", "as": "indicator" },
               { "header": "period", "as": "period" },
               { "header": "value", "as": "value", "decimals": "point" } ] }
EOF

import ()
{
  "$streek" import "$work/ours.streek" "$work/$1" --profile "$work/tidy.json" >"$work/report.csv"
}

copy_with_sqlite3 ()
{
  sqlite3 "$work/peer.db" >"$work/peer.txt" <<EOF
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE TABLE obs (code TEXT, indicator TEXT, period INTEGER, value REAL);
BEGIN;
.import --csv --skip 1 $work/$1 obs
COMMIT;
CREATE INDEX obs_i ON obs (indicator, period, code, value);
EOF
}

copy_with_ogr2ogr ()
{
  ogr2ogr -f SQLite -nln obs -gt 1000000 -oo AUTODETECT_TYPE=YES \
    --config OGR_SQLITE_SYNCHRONOUS OFF "$work/peer.db" "$work/$1" 2>"$work/peer.txt"
  sqlite3 "$work/peer.db" 'CREATE INDEX obs_i ON obs (indicator, period, code, value)'
}

# two numbers of one run of "$@": milliseconds on the clock, and of processor time
TIMEFORMAT='%U %S %R'
time_ms ()
{
  { time "$@"; } 2>&1 | awk 'END { printf "%.0f %.0f\n", $3 * 1000, ($1 + $2) * 1000 }'
}

# of column $1
median ()
{
  awk -v column="$1" '{ print $column }' | sort -n |
    awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# compare TITLE FILE PEER SHARE: the share of the peer's time that we may take
compare ()
{
  : >"$work/ours.times"
  : >"$work/peer.times"
  for ((i = 0; i < runs; i++)); do
    cp "$work/empty.streek" "$work/ours.streek"
    rm -f "$work"/peer.db*
    time_ms import "$2" >>"$work/ours.times"
    time_ms "copy_with_$3" "$2" >>"$work/peer.times"
  done
  local ours peer ours_cpu peer_cpu
  ours=$(median 1 <"$work/ours.times")
  peer=$(median 1 <"$work/peer.times")
  ours_cpu=$(median 2 <"$work/ours.times")
  peer_cpu=$(median 2 <"$work/peer.times")
  printf '%-22s streek %s ms (%s processor)  %s %s ms (%s processor)' "$1" \
    "$ours" "$ours_cpu" "$3" "$peer" "$peer_cpu"
  awk -v a="$ours" -v b="$peer" -v c="$ours_cpu" -v d="$peer_cpu" -v share="$4" \
    'BEGIN { printf "  %.2f of it (%.2f), limit %.2f\n", a / b, c / d, share }'
}

printf 'medians of %s; load %s\n' "$runs" "$(cut -d' ' -f1-3 /proc/loadavg)"
compare 'CSV 1 000 000 rows' 1m.csv sqlite3 0.20
compare 'CSV 1 000 000 rows' 1m.csv ogr2ogr 0.20
compare 'XLSX 100 000 rows' 100k.xlsx ogr2ogr 1.00

[ -z "$large" ] || exit 0

make_figures csv 10000000 >"$work/10m.csv"
cp "$work/empty.streek" "$work/ours.streek"
/usr/bin/time -f '%e %U %S %M' -o "$work/large.times" "$streek" import "$work/ours.streek" \
  "$work/10m.csv" --profile "$work/tidy.json" >"$work/report.csv"
awk '{ printf "CSV 10 000 000 rows    streek %.0f ms (%.0f processor), %.0f MiB at most (limit 600)\n",
       $1 * 1000, ($2 + $3) * 1000, $4 / 1024 }' "$work/large.times"
rm -f "$work/10m.csv"
echo 'Totals of one indicator, 30 periods, of 10 000 000 figures stored (limit 5 ms):'
"$build/tests/bench/bench-totals" "$work/ours.streek" ind_0100
