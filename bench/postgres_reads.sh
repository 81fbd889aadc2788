#!/usr/bin/env bash
# Reads and refusals on PostgreSQL, through one server and through two on one database: what docs/scale.md's sizing lacks.
#
#   bench/postgres_reads.sh [--runs 3] [--seconds 4] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs the program, build/release/tests/jianghui_load and Debian's postgresql. Prints medians; where two servers run, the sum of both.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options runs=3 seconds=4 program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program" "$load"
. "$root/tests/support/postgres.sh"
[ -n "$cluster_bin" ] || { echo "missing: PostgreSQL (apt-get install postgresql)" >&2; exit 1; }
work_in "$folder" reads
serving=(--threads 1)
# storm NAME PORT… -- [options]: 64 connections shared by the servers; the sum of their rates.
storm() {
    local name=$1 ports=() port waiting=() total
    shift
    while [ "$1" != -- ]; do ports+=("$1"); shift; done
    shift
    for port in "${ports[@]}"; do
        "$load" "$@" --port "$port" --market "$work/market" --connections $((64 / ${#ports[@]})) --seconds "$seconds" \
            ${prefix:+--key-prefix "$prefix-$port"} >"$work/said-$port" &
        waiting+=($!)
    done
    wait "${waiting[@]}"
    for port in "${ports[@]}"; do
        grep -q '"broken":false' "$work/said-$port" || { echo "$name: the server went away: $(tail -3 "$work/log")" >&2; exit 1; }
    done
    total=$(for port in "${ports[@]}"; do number per_second <"$work/said-$port"; done | awk '{ sum += $1 } END { print sum }')
    echo "$total" >>"$work/$name.rate"
}
CLUSTER_FSYNC=on CLUSTER_SETTINGS='-c shared_buffers=1GB -c max_wal_size=8GB' start_cluster "$work/pg"
export JIANGHUI_DB=$cluster_url
market one market --agencies 16 --orders 200 --headcount 1000
one=$port
# The first order is sold out: what is asked of it is refused.
"$load" grabs --port "$one" --market "$work/market" --connections 64 --pick hot --order-count 1 --key-prefix out --seconds 20 >/dev/null
machine
load_before
for run in $(seq "$runs"); do
    storm reads-1 "$one" -- reads --pick spread --first-order 1
    prefix=one-$run storm refusals-1 "$one" -- grabs --pick sold --order-count 1
done
mkdir -m 700 "$work/two" && cp -p "$work/one/keys" "$work/two/keys" # a data folder of its own, one key file
serve two
two=$port
for run in $(seq "$runs"); do
    storm reads-2 "$one" "$two" -- reads --pick spread --first-order 1
    prefix=two-$run storm refusals-2 "$one" "$two" -- grabs --pick sold --order-count 1
done
printf '\n| %-46s | %8s | %s |\n| --- | --- | --- |\n' "on PostgreSQL, 64 connections, per second" median "each run"
row() { printf '| %-46s | %8.0f | %s |\n' "$1" "$(median "$work/$2.rate")" "$(sort -g "$work/$2.rate" | paste -sd' ')"; }
row "reads of an order, one server" reads-1
row "reads of an order, two servers" reads-2
row "refusals of a sold-out order, one server" refusals-1
row "refusals of a sold-out order, two servers" refusals-2
