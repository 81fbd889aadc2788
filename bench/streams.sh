#!/usr/bin/env bash
# What open live pages cost: durable grabs a second over 950 orders with 0, 1,000 and 10,000 open event streams, in
# turns, and the server's resident memory. The streams' client, the load and the server share the machine's
# processors: what the streams' client uses of them is printed beside.
#
#   bench/streams.sh [--runs 3] [--seconds 4] [--counts "0 1000 10000"] [--folder DIR]
#
# Needs build/release with jianghui and jianghui_load, Python 3, and room for 21,000 open files (ulimit -n).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=3 seconds=4 counts="0 1000 10000" folder=${TMPDIR:-/tmp}
while [ $# -gt 0 ]; do
    case $1 in
        --runs) runs=${2:?}; shift ;;
        --seconds) seconds=${2:?}; shift ;;
        --counts) counts=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        *) sed -n '2,8p' "$0" >&2; exit 2 ;;
    esac
    shift
done
ulimit -n "$(ulimit -Hn)"
program=$root/build/release/bin/jianghui load=$root/build/release/tests/jianghui_load
work=$(mktemp -d "$folder/jianghui-streams-XXXXXX")
server='' streams=''
trap 'for one in $server $streams; do kill "$one" 2>/dev/null || true; done; rm -rf "$work"' EXIT
number() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
median() { sort -g "$1" | awk '{ row[NR] = $1 } END { print row[int((NR + 1) / 2)] }'; }
used() { awk '{ print $14 + $15 }' "/proc/$1/stat"; } # processor time in hundredths of a second

"$program" first-administrator --data "$work/data" --json >"$work/first"
"$program" serve --data "$work/data" --port 0 --account-rate 0 --address-rate 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.1; done
[ -s "$work/ready" ] || { echo "the server does not start: $(tail -1 "$work/log")" >&2; exit 1; }
port=$(number port <"$work/ready")
"$load" prepare --port "$port" --market "$work/market" --first "$work/first" --agencies 16 --orders 950 >/dev/null

for run in $(seq "$runs"); do
    for count in $counts; do
        streams=''
        if [ "$count" -gt 0 ]; then
            : >"$work/open"
            python3 "$root/bench/streams.py" "$port" "$count" 600 >"$work/open" 2>>"$work/log-streams" &
            streams=$!
            for _ in $(seq 600); do [ -s "$work/open" ] && break; sleep 0.1; done
            [ -s "$work/open" ] || { echo "the streams do not open: $(tail -1 "$work/log-streams")" >&2; exit 1; }
        fi
        before=$(used "$server") of_streams=0
        [ -z "$streams" ] || of_streams=$(used "$streams")
        said=$("$load" grabs --port "$port" --market "$work/market" --connections 64 --seconds "$seconds" \
            --pick spread --key-prefix "streams-$run-$count")
        number per_second <<<"$said" >>"$work/$count.rate"
        number p99_ms <<<"$said" >>"$work/$count.p99"
        awk -v ticks=$(($(used "$server") - before)) -v grabs="$(number good <<<"$said")" \
            'BEGIN { printf "%.0f\n", ticks * 10000 / grabs }' >>"$work/$count.us"
        [ -z "$streams" ] || of_streams=$(($(used "$streams") - of_streams))
        awk -v ticks="$of_streams" -v seconds="$seconds" 'BEGIN { printf "%.0f\n", ticks / seconds }' >>"$work/$count.client"
        awk '$1 == "VmRSS:" { printf "%.0f\n", $2 / 1024 }' "/proc/$server/status" >>"$work/$count.memory"
        if [ -n "$streams" ]; then
            kill "$streams"
            wait "$streams" 2>/dev/null || true
            streams=''
        fi
    done
done
echo "machine: $(nproc) processors, load average $(cut -d' ' -f1 /proc/loadavg)"
printf '| %-12s | %8s | %7s | %20s | %12s | %20s | %s |\n' "open streams" "grabs/s" "p99 ms" "server, us a grab" "server, MB" "streams' client, %" "each run"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for count in $counts; do
    printf '| %-12s | %8s | %7s | %20s | %12s | %20s | %s |\n' "$count" "$(median "$work/$count.rate")" \
        "$(median "$work/$count.p99")" "$(median "$work/$count.us")" "$(median "$work/$count.memory")" \
        "$(median "$work/$count.client")" "$(paste -sd' ' "$work/$count.rate")"
done
