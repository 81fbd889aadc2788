#!/usr/bin/env bash
# What open live pages cost: durable grabs a second over 950 orders with 0, 1,000 and 10,000 open event streams, in
# turns, and the server's resident memory. The streams' client, the load and the server share the machine's
# processors: what the streams' client uses of them is printed beside.
#
#   bench/streams.sh [--runs 3] [--seconds 4] [--counts "0 1000 10000"] [--signed-in AGENCIES] [--folder DIR]
#
# With --signed-in the streams are those of so many agencies, in turn; the first 16 of them are those that grab, so
# their streams are told of every grab, and the others' are not woken for it.
# Needs build/release with jianghui and jianghui_load, Python 3, and room for 21,000 open files (ulimit -n).
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
for word; do [ "$word" != --signed-in ] || set -- "${@/#--signed-in/--signed_in}"; done
options runs=3 seconds=4 counts="0 1000 10000" signed_in=0 folder="${TMPDIR:-/tmp}" -- "$@"
ulimit -n "$(ulimit -Hn)"
program=$root/build/release/bin/jianghui load=$root/build/release/tests/jianghui_load
need "$program" "$load"
work_in "$folder" streams
serving=(--address-rate 0)
streams=''
trap '[ -z "$streams" ] || kill "$streams" 2>/dev/null || true; close' EXIT
# spent SINCE PROCESS: hundredths of a second of the processor since then.
spent() { awk -v a="$1" -v b="$(used "$2")" 'BEGIN { printf "%.0f", 100 * (b - a) }'; }

watched=()
if [ "$signed_in" -gt 0 ]; then
    market data watchers --agencies "$signed_in" --orders 950
    watched=("$work/watchers")
    python3 -c 'import json, sys; market = json.load(open(sys.argv[1])); market["agencies"] = market["agencies"][:16]
json.dump(market, open(sys.argv[2], "w"))' "$work/watchers" "$work/market"
else
    market data market --agencies 16 --orders 950
fi

for run in $(seq "$runs"); do
    for count in $counts; do
        streams=''
        if [ "$count" -gt 0 ]; then
            : >"$work/open"
            python3 "$root/bench/streams.py" "$port" "$count" 600 "${watched[@]}" >"$work/open" 2>>"$work/log-streams" &
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
        awk -v ticks="$(spent "$before" "$server")" -v grabs="$(number good <<<"$said")" \
            'BEGIN { printf "%.0f\n", ticks * 10000 / grabs }' >>"$work/$count.us"
        [ -z "$streams" ] || of_streams=$(spent "$of_streams" "$streams")
        awk -v ticks="$of_streams" -v seconds="$seconds" 'BEGIN { printf "%.0f\n", ticks / seconds }' >>"$work/$count.client"
        awk '$1 == "VmRSS:" { printf "%.0f\n", $2 / 1024 }' "/proc/$server/status" >>"$work/$count.memory"
        if [ -n "$streams" ]; then
            kill "$streams"
            wait "$streams" 2>/dev/null || true
            streams=''
        fi
    done
done
machine
load_after
printf '| %-12s | %8s | %7s | %20s | %12s | %20s | %s |\n' "open streams" "grabs/s" "p99 ms" "server, us a grab" "server, MB" "streams' client, %" "each run"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for count in $counts; do
    printf '| %-12s | %8s | %7s | %20s | %12s | %20s | %s |\n' "$count" "$(median "$work/$count.rate")" \
        "$(median "$work/$count.p99")" "$(median "$work/$count.us")" "$(median "$work/$count.memory")" \
        "$(median "$work/$count.client")" "$(paste -sd' ' "$work/$count.rate")"
done
