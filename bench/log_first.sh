#!/usr/bin/env bash
# Figures for docs/adr/0021: the prototype of a grab core whose truth is a log, beside the disk, PostgreSQL's batches of 256, and
# the same front without a log, in one run on one disk; and its log decided again after kill -9.
#
#   bench/log_first.sh [--runs 3] [--seconds 4] [--kills 20] [--folder DIR] [--build build/release]
#
# Builds jianghui_log_first and jianghui_load. PostgreSQL is measured when it is installed.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options runs=3 seconds=4 kills=20 folder="${TMPDIR:-/tmp}" build="$root/build/release" -- "$@"
ninja -C "$build" jianghui_log_first jianghui_load >&2
program=$build/tests/jianghui_log_first load=$build/tests/jianghui_load
work_in "$folder" log-first
. "$root/bench/postgres.sh"
inside() { # inside NAME COMMAND [options]: in the prototype's own process
    note "$1" "$("$program" "${@:2}" --log "$work/log-$1-$run" --seconds "$seconds")"
    rm -f "$work/log-$1-$run"
}
front() { # front NAME PICK [options]: over HTTP with bench/load's client
    : >"$work/ready"
    "$program" serve --log "$work/log-http" --market "$work/market" "${@:3}" >"$work/ready" &
    servers+=($!)
    for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.05; done
    local before said
    before=$(used "${servers[-1]}")
    said=$("$load" grabs --port "$(number port <"$work/ready")" --market "$work/market" --connections 64 --pick "$2" \
        --key-prefix "$1-$run" --seconds "$seconds")
    note "$1" "$said"
    awk -v a="$before" -v b="$(used "${servers[-1]}")" -v n="$(number good <<<"$said")" 'BEGIN { printf "%.2f\n", 1e6 * (b - a) / n }' >>"$work/$1.cpu"
    kill -9 "${servers[-1]}"
    wait "${servers[-1]}" 2>/dev/null || true
    unset 'servers[-1]'
    "$program" replay --log "$work/log-http" >"$work/replay" || { cat "$work/replay" >&2; exit 1; }
    rm -f "$work/log-http"
}
batches() { # batches NAME CONNECTIONS ORDERS: 256 grabs a transaction
    cat >"$work/batch.pgbench" <<END
\set agency random(1, 16)
SELECT grab_batch(ARRAY(SELECT 1 + (random() * ($3 - 1))::int FROM generate_series(1, 256)), :agency);
END
    chmod 644 "$work/batch.pgbench"
    cluster_as pgbench -h "$cluster_socket" -U jianghui -n -M prepared -c "$2" -j 2 -T "$seconds" -f "$work/batch.pgbench" \
        postgres 2>>"$work/pgbench.err" | sed -nE 's/^tps = ([0-9.]+).*/\1/p' | awk '{ print 256 * $1 }' >>"$work/$1.rate"
}

machine "$folder"
load_before
start_postgres
[ -z "$cluster_bin" ] || cluster_as psql -q "$cluster_url" -f - <"$root/bench/batch.sql"
for run in $(seq "$runs"); do
    echo "run $run of $runs" >&2
    said=$("$load" disk --folder "$work" --seconds "$seconds")
    number per_second <<<"$said" >>"$work/disk.rate"
    inside limit limit
    inside hot measure --pick hot
    inside spread measure --pick spread
    inside hot-256 measure --pick hot --outstanding 256
    inside spread-256 measure --pick spread --outstanding 256
    front http-echo hot --echo
    front http-hot hot
    front http-spread spread
    if [ -n "$cluster_bin" ]; then
        for connections in 1 2; do
            batches "pg-hot-$connections" "$connections" 1
            batches "pg-spread-$connections" "$connections" 1000
        done
    fi
done
load_after
printf '\n| %-58s | %9s | %8s | %8s | %8s | %s |\n' "median of $runs runs of $seconds s" "per s" "p50 ms" "p99 ms" "CPU µs" "each run"
echo "| --- | --- | --- | --- | --- | --- |"
row() { # row TITLE NAME
    [ -e "$work/$2.rate" ] || return 0
    touch "$work/$2.p50" "$work/$2.p99" "$work/$2.cpu"
    printf '| %-58s | %9.0f | %8.2f | %8.2f | %8.2f | %s |\n' "$1" "$(median "$work/$2.rate")" "$(median "$work/$2.p50")" \
        "$(median "$work/$2.p99")" "$(median "$work/$2.cpu")" "$(sort -g "$work/$2.rate" | paste -sd' ')"
}
row "disk: 4 KiB append + fdatasync, one at a time" disk
row "log alone, 64 records a commit, nothing decided" limit
row "log-first in process, 64 outstanding, one hot order" hot
row "log-first in process, 64 outstanding, 1,000 orders" spread
row "log-first in process, 256 outstanding, one hot order" hot-256
row "log-first in process, 256 outstanding, 1,000 orders" spread-256
row "its HTTP front without rules and log (echo), 64 connections" http-echo
row "log-first over HTTP, 64 connections, one hot order" http-hot
row "log-first over HTTP, 64 connections, 1,000 orders" http-spread
for connections in 1 2; do
    row "PostgreSQL, 256 grabs a transaction, hot, $connections conn." "pg-hot-$connections"
    row "PostgreSQL, 256 grabs a transaction, 1,000 orders, $connections conn." "pg-spread-$connections"
done
ratio() { # ratio TITLE NAME ANCHOR S M
    [ -e "$work/$2.rate" ] && [ -e "$work/$3.rate" ] || return 0
    awk -v title="$1" -v ours="$(median "$work/$2.rate")" -v anchor="$(median "$work/$3.rate")" -v s="$4" -v m="$5" \
        'BEGIN { printf "| %-58s | %6.2f | %5s | %5s |\n", title, ours / anchor, s, m }'
}
best() { # best PICK: the better number of connections
    [ -e "$work/pg-$1-1.rate" ] || return 0
    awk -v a="$(median "$work/pg-$1-1.rate")" -v b="$(median "$work/pg-$1-2.rate")" 'BEGIN { print (a > b ? a : b) }' >"$work/pg-$1.rate"
}
best hot
best spread
printf '\n| %-58s | %6s | %5s | %5s |\n' "ratios of the medians" "" S M
echo "| --- | --- | --- | --- |"
ratio "G4: over HTTP / the same front's echo, hot" http-hot http-echo 0.6 0.85
ratio "G4: over HTTP / the same front's echo, 1,000 orders" http-spread http-echo 0.6 0.85
ratio "G6: in process / log alone, 64 outstanding, hot" hot limit 0.5 0.9
ratio "G6: in process / log alone, 64 outstanding, 1,000 orders" spread limit 0.5 0.9
ratio "G9: in process, 256 / PostgreSQL's batches of 256, hot" hot-256 pg-hot 3 6
ratio "G9: in process, 256 / PostgreSQL's batches of 256, spread" spread-256 pg-spread 6 15

# kill -9 in the middle of groups: what was acknowledged must be in the market that the log makes.
echo
wrong=0
for kill in $(seq "$kills"); do
    "$program" measure --log "$work/killed" --acknowledged "$work/told" --pick spread --headcount 1000000 --seconds 60 \
        >/dev/null 2>&1 &
    servers+=($!)
    sleep "0.$((RANDOM % 900 + 100))"
    kill -9 "${servers[-1]}" 2>/dev/null || true
    wait "${servers[-1]}" 2>/dev/null || true
    unset 'servers[-1]'
    [ ! -s "$work/killed" ] || "$program" replay --log "$work/killed" --acknowledged "$work/told" >"$work/replay" || wrong=$((wrong + 1))
done
echo "$kills times kill -9 and on with the same log, $wrong of them wrong; the last replay: $(cat "$work/replay")"
[ "$wrong" -eq 0 ]
