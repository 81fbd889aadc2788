#!/usr/bin/env bash
# How often the disk is made to keep what was written, per 1,000 acknowledged grabs (G8: at most 64): the program's
# own counter of commits beside what strace sees of fdatasync and fsync, the log apart from checkpoints; and in the
# same runs that nothing acknowledged is lost, oversold or doubled.
#
#   bench/syncs.sh [--runs 3] [--seconds 4] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs build/release with jianghui and jianghui_load, strace (apt-get install strace) and leave to trace. The server
# stops at every sync for strace, so that its rate here is lower than bench/run.sh says: only counts are meant.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options runs=3 seconds=4 program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program" "$load"
command -v strace >/dev/null || { echo "strace is missing: apt-get install strace" >&2; exit 1; }
work_in "$folder" syncs
tracer=''
stop() {
    [ -n "$tracer" ] || return 0
    pkill -TERM -P "$tracer" 2>/dev/null || true # the server, strace's only child
    wait "$tracer" 2>/dev/null || true
    tracer=''
}
trap 'stop; close' EXIT

"$program" first-administrator --data "$work/data" --json >"$work/first"
# Only syncs stop the server: --seccomp-bpf lets every other call pass unseen. -y names the file.
strace -f -qq -y --seccomp-bpf -e trace=fdatasync,fsync,sync_file_range,syncfs,sync -o "$work/calls" \
    "$program" serve --data "$work/data" --port 0 --account-rate 0 --address-rate 0 --threads 1 --json \
    >"$work/ready" 2>"$work/log" &
tracer=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.1; done
[ -s "$work/ready" ] || { echo "the server does not start: $(tail -1 "$work/log")" >&2; exit 1; }
port=$(number port <"$work/ready")
"$load" prepare --port "$port" --market "$work/market" --first "$work/first" --agencies 16 --orders 1000 >/dev/null
# seen PATTERN: calls that strace has seen begin, on files whose name matches. A call that another thread interrupts
# has two lines; its second says "resumed".
seen() { grep -v resumed "$work/calls" | grep -cE "(sync|sync_file_range)\([0-9]+<[^>]*$1>" || true; }
all() { grep -v resumed "$work/calls" | grep -c sync || true; }

for run in $(seq "$runs"); do
    for pick in hot spread; do
        case $pick in # of 1,000 orders the last 50 are hot ones, some for each run
            hot) orders="--first-order $((1000 - 50 * run / runs)) --order-count $((50 / runs))" ;;
            spread) orders="--first-order 0 --order-count 950" ;;
        esac
        commits=$(commits) log=$(seen '-wal') calls=$(all)
        said=$("$load" grabs --port "$port" --market "$work/market" $orders --connections 64 --seconds "$seconds" \
            --pick "$pick" --key-prefix "syncs-$run-$pick" --log "$work/attempts-$pick")
        case $said in *'"broken":false'*) ;; *) echo "$pick: the server went away: $said" >&2; exit 1 ;; esac
        good=$(number good <<<"$said")
        [ "$good" -gt 0 ] || { echo "$pick: nothing was granted: $said" >&2; exit 1; }
        per_thousand() { awk -v count="$1" -v grabs="$good" 'BEGIN { printf "%.1f\n", 1000 * count / grabs }'; }
        log=$(($(seen '-wal') - log)) calls=$(($(all) - calls))
        per_thousand "$(($(commits) - commits))" >>"$work/$pick.commits"
        per_thousand "$log" >>"$work/$pick.log"
        per_thousand "$((calls - log))" >>"$work/$pick.other"
        per_thousand "$calls" >>"$work/$pick.all"
        number per_second <<<"$said" >>"$work/$pick.rate"
        cat "$work/attempts-$pick" >>"$work/attempts-all-$pick"
    done
done
for pick in hot spread; do
    "$load" settle --port "$port" --market "$work/market" --log "$work/attempts-all-$pick" \
        $([ "$pick" = hot ] && echo "--first-order 950 --order-count 50" || echo "--first-order 0 --order-count 950") \
        >"$work/settled-$pick" || { echo "$pick: lost, oversold or doubled: $(cut -c1-2000 "$work/settled-$pick")" >&2; exit 1; }
done
stop
"$program" check --data "$work/data" >/dev/null || { echo "check found faults" >&2; exit 1; }

echo "machine: $(nproc) processors, $(uname -r), data in $folder ($(stat -f -c %T "$folder")), load average $(cut -d' ' -f1 /proc/loadavg)"
printf '| %-30s | %8s | %10s | %8s | %11s | %7s | %s |\n' "per 1,000 acknowledged grabs" "commits" "log syncs" "others" "all syncs" "bar 64" "all, each run"
echo "| --- | --- | --- | --- | --- | --- | --- |"
for pick in hot spread; do
    all=$(median "$work/$pick.all")
    printf '| %-30s | %8s | %10s | %8s | %11s | %7s | %s |\n' "$pick, 64 connections" "$(median "$work/$pick.commits")" \
        "$(median "$work/$pick.log")" "$(median "$work/$pick.other")" "$all" \
        "$(awk -v all="$all" 'BEGIN { print (all <= 64 ? "met" : "missed") }')" "$(sort -g "$work/$pick.all" | paste -sd' ')"
done
printf 'acknowledged and lost, oversold, doubled: 0, 0, 0 (settle and check); granted %s hot, %s spread\n' \
    "$(number acknowledged <"$work/settled-hot")" "$(number acknowledged <"$work/settled-spread")"
printf 'grabs a second under strace: hot %s, spread %s\n' "$(median "$work/hot.rate")" "$(median "$work/spread.rate")"
