#!/usr/bin/env bash
# Statistics from the journal of the demonstration data: how fast they are counted, and how long a table takes.
#
#   bench/insight.sh [--program build/release/bin/jianghui] [--folder DIR] [--requests 200]
#
# Says as JSON: events of the journal, seconds until all measures had counted it from position 0 (the server does it in its write lane,
# 500 events a transaction and measure), events a second, and the median and the 99th percentile of a table over HTTP in milliseconds.
# Not measured: I1 against DuckDB, I2 against it, I3 (grabs a second with and without counting).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$root/build/release/bin/jianghui folder=${TMPDIR:-/tmp} requests=200
while [ $# -gt 0 ]; do
    case $1 in
        --program) program=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        --requests) requests=${2:?}; shift ;;
        *) sed -n '2,9p' "$0" >&2; exit 2 ;;
    esac
    shift
done
[ -x "$program" ] || { echo "build first: ninja -C build/release jianghui" >&2; exit 1; }
work=$(mktemp -d "$folder/jianghui-insight-XXXXXX")
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

"$program" demo --data "$work/data" >/dev/null
"$program" serve --data "$work/data" --port 0 --account-rate 0 --address-rate 0 --json >"$work/ready" 2>"$work/log" &
server=$!
until [ -s "$work/ready" ]; do kill -0 "$server"; sleep 0.05; done
begun=$(date +%s.%N)
base=http://127.0.0.1:$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")/api/v1
positions() { curl -fsS "$base/statistics" | grep -o '"as_of_position":[0-9]*' | cut -d: -f2 | sort -n | uniq; }
# Counted when every measure stands at one position, twice.
last='' now=$(positions)
until [ "$(wc -l <<<"$now")" = 1 ] && [ "$now" = "$last" ] && [ "$now" != 0 ]; do last=$now; sleep 0.5; now=$(positions); done
took=$(awk -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { print b - a - 0.5 }')
quarter=$(curl -fsS "$base/statistics" | grep -o '"first_period":"[0-9Q]*"' | head -1 | cut -d'"' -f4)
for by in place occupation; do
    for _ in $(seq "$requests"); do
        curl -fsS -o /dev/null -w '%{time_total}\n' "$base/statistics/demand?period=$quarter&by=$by"
    done | sort -g >"$work/$by"
done
at() { awk -v part="$2" '{ row[NR] = $1 } END { n = int(NR * part); print 1000 * row[n < 1 ? 1 : n] }' "$work/$1"; }
printf '{"events":%s,"seconds":%.1f,"events_a_second":%.0f,"by_place_ms":[%.1f,%.1f],"by_occupation_ms":[%.1f,%.1f],"load":"%s"}\n' \
    "$now" "$took" "$(awk -v n="$now" -v s="$took" 'BEGIN { print n / s }')" "$(at place 0.5)" "$(at place 0.99)" \
    "$(at occupation 0.5)" "$(at occupation 0.99)" "$(cut -d' ' -f1 /proc/loadavg)"
