#!/usr/bin/env bash
# Reads and refusals on PostgreSQL, through one server and through two on one database: what docs/scale.md's sizing lacks.
#
#   bench/postgres_reads.sh [--runs 3] [--seconds 4] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs the program, build/release/tests/jianghui_load and Debian's postgresql. Prints medians; where two servers run, the sum of both.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=3 seconds=4 program=$root/build/release/bin/jianghui folder=${TMPDIR:-/tmp}
while [ $# -gt 0 ]; do
    case $1 in
        --runs) runs=${2:?}; shift ;;
        --seconds) seconds=${2:?}; shift ;;
        --program) program=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        *) sed -n '2,6p' "$0" >&2; exit 2 ;;
    esac
    shift
done
load=$root/build/release/tests/jianghui_load
for needed in "$program" "$load"; do [ -x "$needed" ] || { echo "missing: $needed" >&2; exit 1; }; done
. "$root/tests/support/postgres.sh"
[ -n "$cluster_bin" ] || { echo "missing: PostgreSQL (apt-get install postgresql)" >&2; exit 1; }
work=$(mktemp -d "$folder/jianghui-reads-XXXXXX")
chmod 755 "$work"
servers=()
trap '[ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true; stop_cluster; rm -rf "$work"' EXIT
number() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
median() { sort -g "$1" | awk '{ row[NR] = $1 } END { print row[int((NR + 1) / 2)] }'; }
serve() { # serve NAME: with a data folder of its own, one key file; sets port
    if [ ! -d "$work/$1" ]; then mkdir -m 700 "$work/$1" && cp -p "$work/one/keys" "$work/$1/keys"; fi
    "$program" serve --data "$work/$1" --port 0 --account-rate 0 --threads 1 --json >"$work/ready-$1" 2>>"$work/log" &
    servers+=($!)
    for _ in $(seq 600); do [ -s "$work/ready-$1" ] && break; sleep 0.05; done
    port=$(number port <"$work/ready-$1")
}
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
"$program" first-administrator --data "$work/one" --json >"$work/first"
serve one
one=$port
"$load" prepare --port "$one" --market "$work/market" --first "$work/first" --agencies 16 --orders 200 --headcount 1000 >/dev/null
# The first order is sold out: what is asked of it is refused.
"$load" grabs --port "$one" --market "$work/market" --connections 64 --pick hot --order-count 1 --key-prefix out --seconds 20 >/dev/null
echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(uname -r); load average $(cut -d' ' -f1 /proc/loadavg)"
for run in $(seq "$runs"); do
    storm reads-1 "$one" -- reads --pick spread --first-order 1
    prefix=one-$run storm refusals-1 "$one" -- grabs --pick sold --order-count 1
done
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
