#!/usr/bin/env bash
# Anchors G2 and G3 (docs/performance.md): the same hot order over HTTP on a typical Node + PostgreSQL
# service, on Node + Redis Lua with appendfsync always, and on Jianghui (SQLite), one after the other, on
# one disk, with one client. Medians, and the ratios against the bars at half of column S.
#
#   bench/anchors/run.sh [--runs 3] [--seconds 4] [--folder DIR]
#
# Needs a build (build/release), PostgreSQL, redis-server (apt-get install redis-server) and Node 20 or newer with npm;
# the packages of package.json are fetched into bench/anchors/node_modules the first time. Not part of ./test.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../open.sh"
options runs=3 seconds=4 folder="${TMPDIR:-/tmp}" -- "$@"
program=$root/build/release/bin/jianghui load=$root/build/release/tests/jianghui_load
need "$program" "$load"
command -v redis-server >/dev/null || { echo "missing: redis-server (apt-get install redis-server)" >&2; exit 1; }
[ -d "$here/node_modules/redis" ] ||
    (cd "$here" && npm ci --no-audit --no-fund --loglevel error) >&2
work_in "$folder" anchors
. "$root/bench/postgres.sh"
serving=(--threads 1)

wait_for() { for _ in $(seq 200); do [ -s "$1" ] && return 0; sleep 0.05; done; echo "does not start: $1" >&2; exit 1; }
node_service() { # NAME SCRIPT [arguments]: sets port
    (cd "$here" && exec node "${@:2}") >"$work/ready-$1" 2>>"$work/log-$1" &
    servers+=($!)
    wait_for "$work/ready-$1"
    port=$(cat "$work/ready-$1")
}
storm() { # NAME PORT MARKET KEYS [options]
    said=$("$load" grabs --port "$2" --market "$3" --connections 64 --seconds "$seconds" --key-prefix "$4" "${@:5}")
    case $said in *'"broken":false'*) ;; *) echo "$1: the server went away: $said" >&2; exit 1 ;; esac
    note "$1" "$said"
}

machine "$folder"
echo "node $(node --version)"
load_before
# The anchors' agencies are their own tokens, their orders are numbered.
orders=1000
{
    printf '{"official":"","employer":"","agencies":['
    seq -s, 1 16 | sed -E 's/[0-9]+/"&"/g' | tr -d '\n'
    printf '],"orders":['
    seq -s, 1 $orders | sed -E 's/[0-9]+/"&"/g' | tr -d '\n'
    printf '],"headcount":2000000000}\n'
} >"$work/anchor-market"
start_postgres
# The anchor's keys are texts.
cluster_as psql -q "$cluster_url" -c 'ALTER TABLE shares ALTER COLUMN key TYPE text'
node_service postgres postgres.mjs "$cluster_url"
postgres_port=$port
mkdir "$work/redis"
redis-server --port 0 --unixsocket "$work/redis/socket" --dir "$work/redis" --appendonly yes --appendfsync always \
    --save '' >"$work/log-redis-server" 2>&1 &
servers+=($!)
for _ in $(seq 100); do [ -S "$work/redis/socket" ] && break; sleep 0.05; done
node_service redis redis.mjs "$work/redis/socket" $orders
redis_port=$port
market data market --agencies 16 --orders 50
ours_port=$port

for run in $(seq "$runs"); do
    echo "run $run of $runs" >&2
    storm ours "$ours_port" "$work/market" "run-$run" --pick hot --first-order $((50 * (run - 1) / runs)) --order-count $((50 / runs))
    storm redis "$redis_port" "$work/anchor-market" "run-$run" --pick hot
    storm postgres "$postgres_port" "$work/anchor-market" "run-$run" --pick hot
    storm postgres-spread "$postgres_port" "$work/anchor-market" "spread-$run" --pick spread
done
load_after
printf '\n| %-52s | %8s | %8s | %8s | %s |\n' "median of $runs runs of $seconds s, 64 connections" "per s" "p50 ms" "p99 ms" "each run"
echo "| --- | --- | --- | --- | --- |"
row() {
    printf '| %-52s | %8.0f | %8.2f | %8.2f | %s |\n' "$1" "$(median "$work/$2.rate")" "$(median "$work/$2.p50")" \
        "$(median "$work/$2.p99")" "$(sort -g "$work/$2.rate" | paste -sd' ')"
}
row "Jianghui: one hot order" ours
row "Node fastify + Redis Lua, appendfsync always: hot" redis
row "Node fastify + pg, typical code, pool 20: hot" postgres
row "Node fastify + pg, typical code: 1,000 orders" postgres-spread
printf '\n| %-52s | %6s | %5s | |\n' "ratios of the medians, hot" "" "bar"
echo "| --- | --- | --- | --- |"
ratio() {
    awk -v title="$1" -v bar="$3" -v ours="$(median "$work/ours.rate")" -v anchor="$(median "$work/$2.rate")" \
        'BEGIN { printf "| %-52s | %6.2f | %5s | %s |\n", title, ours / anchor, bar, (ours / anchor >= bar ? "met" : "missed") }'
}
ratio "Jianghui / Node + PostgreSQL (G2, half of S)" postgres 15
ratio "Jianghui / Node + Redis (G3, half of S)" redis 1
