#!/usr/bin/env bash
# Durable grabs per second over HTTP, beside what the disk and PostgreSQL do in the same run.
#
#   bench/run.sh [--runs 3] [--seconds 4] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs the program and build/release/tests/jianghui_load. PostgreSQL's pgbench is measured when it is
# installed (apt-get install postgresql); its cluster lives in a temporary folder on the same disk, and the
# program is measured on it as well.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options runs=3 seconds=4 program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program" "$load"
work_in "$folder" bench
. "$root/bench/postgres.sh"
serving=(--threads 1)

storm() { # storm NAME COMMAND [options]: on $port with the market in $market
    local name=$1 said
    shift
    said=$("$load" "$@" --port "$port" --market "$market" --connections 64 --seconds "$seconds")
    case $said in *'"broken":false'*) ;; *) echo "$name: the server went away: $said" >&2; exit 1 ;; esac
    note "$name" "$said"
}
# written NAME: a storm of grabs, the commits a thousand grabs that it took, and SQLite alone with the same rows.
written() { # written NAME [options]: on $port
    local name=$1 before after said
    shift
    "$load" copy --from "$work/data/jianghui.sqlite" --to "$work/before.sqlite"
    before=$(commits)
    storm "$name" grabs "$@"
    after=$(commits)
    "$load" copy --from "$work/data/jianghui.sqlite" --to "$work/after.sqlite"
    said=$("$load" rows --before "$work/before.sqlite" --after "$work/after.sqlite" --batch 32)
    note "$name-rows" "$said"
    awk -v commits=$((after - before)) -v grabs="$(number grabs <<<"$said")" \
        'BEGIN { print 1000 * commits / grabs }' >>"$work/$name.commits"
}
# A reader whose snapshot stays open: SQLite's log is not checkpointed until `let_checkpoints`.
hold_checkpoints() {
    : >"$work/held"
    python3 -c 'import sqlite3, sys, time
reader = sqlite3.connect(sys.argv[1], isolation_level=None)
reader.execute("PRAGMA wal_checkpoint(PASSIVE)")
reader.execute("BEGIN")
reader.execute("SELECT COUNT(*) FROM schema_migrations").fetchone()
print("held", flush=True)
time.sleep(600)' "$work/data/jianghui.sqlite" >"$work/held" &
    holder=$!
    servers+=("$holder")
    for _ in $(seq 100); do [ -s "$work/held" ] && return 0; sleep 0.05; done
    echo "checkpoints are not held off" >&2
}
let_checkpoints() { kill "$holder"; wait "$holder" 2>/dev/null || true; unset 'servers[-1]'; }
# prepare FOLDER MARKET: 1,000 orders of 10,000 seats (the most that one order may have): the first 950 for
# "spread" and reads; of the last 50 one at a time is the hot one.
prepare() { market "$1" "$2" --agencies 16 --orders 1000; }

machine "$folder"
load_before
prepare data market
# A constant body of the size of an order's, to read beside the orders.
first=$(sed -E 's/.*"orders":\["([^"]*)".*/\1/' "$market")
mkdir "$work/web"
curl -s "http://127.0.0.1:$port/api/v1/orders/$first" >"$work/web/constant.json"
stop
serve data --web "$work/web"
sqlite_port=$port sqlite_market=$market
start_postgres
if [ -n "$cluster_bin" ]; then
    cluster_as psql -q "$cluster_url" -c 'CREATE DATABASE jianghui'
    export JIANGHUI_DB=${cluster_url/\/postgres?//jianghui?}
    prepare data-pg market-pg
    unset JIANGHUI_DB
    postgres_port=$port postgres_market=$market
fi

for run in $(seq "$runs"); do
    echo "run $run of $runs" >&2
    said=$("$load" disk --folder "$work" --seconds "$seconds")
    number per_second <<<"$said" >>"$work/disk.rate"
    number p50_us <<<"$said" | awk '{ print $1 / 1000 }' >>"$work/disk.p50"
    number p99_us <<<"$said" | awk '{ print $1 / 1000 }' >>"$work/disk.p99"
    hot=$((1000 - 50 * run / runs))
    port=$sqlite_port market=$sqlite_market
    # Before the storms: for seconds after them the counters catch up and take their share of the processors.
    storm reads reads --pick spread --first-order 0 --order-count 950
    storm constant reads --path /constant.json
    written hot --pick hot --key-prefix "hot-$run" --first-order "$hot" --order-count $((50 / runs))
    # Half of what the hot order just gave: how long a grab takes when nobody has to queue (G7); and the same
    # while a reader's old snapshot keeps SQLite from checkpointing, to see what checkpoints have in it.
    half=$(tail -1 "$work/hot.rate" | awk '{ print int($1 / 2) }')
    orders="--first-order $hot --order-count $((50 / runs))"
    storm half grabs --pick hot --key-prefix "half-$run" $orders --per-second "$half"
    hold_checkpoints
    storm half-held grabs --pick hot --key-prefix "held-$run" $orders --per-second "$half"
    let_checkpoints
    written spread --pick spread --key-prefix "spread-$run" --first-order 0 --order-count 950
    storm sold grabs --pick sold --key-prefix "sold-$run" --first-order "$hot" --order-count 1
    if [ -n "$cluster_bin" ]; then
        port=$postgres_port market=$postgres_market
        storm jh-pg-hot grabs --pick hot --key-prefix "hot-$run" --first-order "$hot" --order-count $((50 / runs))
        storm jh-pg-spread grabs --pick spread --key-prefix "spread-$run" --first-order 0 --order-count 950
    fi
    for clients in 16 64; do
        bench_postgres "pg-hot-$clients" "$clients" 1
        bench_postgres "pg-spread-$clients" "$clients" 1000
    done
done
"$program" check --data "$work/data" >/dev/null || { echo "check found faults" >&2; exit 1; }

row() { # row TITLE NAME
    [ -e "$work/$2.rate" ] || return 0
    touch "$work/$2.p50" "$work/$2.p99"
    printf '| %-58s | %8.0f | %8.2f | %8.2f | %s |\n' "$1" "$(median "$work/$2.rate")" \
        "$(median "$work/$2.p50")" "$(median "$work/$2.p99")" "$(sort -g "$work/$2.rate" | paste -sd' ')"
}
load_after
echo
printf '| %-58s | %8s | %8s | %8s | %s |\n' "median of $runs runs of $seconds s" "per s" "p50 ms" "p99 ms" "each run"
echo "| --- | --- | --- | --- | --- |"
row "disk: 4 KiB append + fdatasync, one at a time" disk
row "Jianghui: durable grabs over HTTP, one hot order, 64 conn." hot
row "Jianghui: the hot order at half of that rate, 64 conn." half
row "Jianghui: the same while nothing is checkpointed" half-held
row "Jianghui: the same over 950 orders, 64 connections" spread
row "SQLite alone, the hot order's rows, 32 grabs a commit" hot-rows
row "SQLite alone, the rows of 950 orders, 32 grabs a commit" spread-rows
row "Jianghui: reads of an order over HTTP, 64 connections" reads
row "Jianghui: a constant body of the same size, 64 connections" constant
row "Jianghui: refusals of a sold-out order, 64 connections" sold
row "Jianghui on PostgreSQL: one hot order, 64 connections" jh-pg-hot
row "Jianghui on PostgreSQL: 950 orders, 64 connections" jh-pg-spread
row "pgbench: one-function grab, one hot order, 16 clients" pg-hot-16
row "pgbench: one-function grab, one hot order, 64 clients" pg-hot-64
row "pgbench: one-function grab, 1,000 orders, 16 clients" pg-spread-16
row "pgbench: one-function grab, 1,000 orders, 64 clients" pg-spread-64

# ratio TITLE NAME ANCHOR BAR: of medians of this run.
ratio() {
    [ -e "$work/$2.rate" ] && [ -e "$work/$3.rate" ] || return 0
    awk -v title="$1" -v bar="$4" -v ours="$(median "$work/$2.rate")" -v anchor="$(median "$work/$3.rate")" \
        'BEGIN { if (anchor + 0 <= 0) { printf "| %-58s | %6s | %5s | no anchor |\n", title, "-", bar; exit }
                 printf "| %-58s | %6.2f | %5s | %s |\n", title, ours / anchor, bar, (ours / anchor >= bar ? "met" : "missed") }'
}
echo
printf '| %-58s | %6s | %5s | |\n' "ratios of the medians" "" "bar"
echo "| --- | --- | --- | --- |"
ratio "hot / pgbench hot, 64 clients (G1, half of S)" hot pg-hot-64 10
ratio "hot / spread (G5)" hot spread 0.9
ratio "hot / SQLite alone with the same rows" hot hot-rows 0.5
ratio "spread / SQLite alone with the same rows" spread spread-rows 0.5
ratio "reads of an order / constant body" reads constant 0.8
ratio "refusals of a sold-out order / constant body" sold constant 0.8
ratio "on PostgreSQL: hot / pgbench hot, 64 clients" jh-pg-hot pg-hot-64 8
ratio "on PostgreSQL: spread / pgbench spread, 64 clients" jh-pg-spread pg-spread-64 1.5
awk -v p99="$(median "$work/half.p99")" -v held="$(median "$work/half-held.p99")" -v sync="$(median "$work/disk.p50")" \
    'BEGIN { printf "p99 of a grab at half of the peak / p50 of one fdatasync (G7, aim at most 10): %.1f; without checkpoints %.1f\n", p99 / sync, held / sync }'
for name in hot spread; do
    printf 'commits a thousand grabs, %s (G8, at most 64): %s\n' "$name" "$(sort -g "$work/$name.commits" | paste -sd' ')"
done
