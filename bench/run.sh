#!/usr/bin/env bash
# Durable grabs per second over HTTP, beside what the disk and PostgreSQL do in the same run.
#
#   bench/run.sh [--runs 3] [--seconds 4] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs the program and build/release/tests/jianghui_load. PostgreSQL's pgbench is measured when it is
# installed (apt-get install postgresql); its cluster lives in a temporary folder on the same disk.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=3 seconds=4 program=$root/build/release/bin/jianghui folder=${TMPDIR:-/tmp}
while [ $# -gt 0 ]; do
    case $1 in
        --runs) runs=${2:?}; shift ;;
        --seconds) seconds=${2:?}; shift ;;
        --program) program=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        *) sed -n '2,8p' "$0" >&2; exit 2 ;;
    esac
    shift
done
load=$root/build/release/tests/jianghui_load
[ -x "$program" ] && [ -x "$load" ] || { echo "build first: ./test, or ninja -C build/release jianghui jianghui_load" >&2; exit 1; }
work=$(mktemp -d "$folder/jianghui-bench-XXXXXX")
chmod 755 "$work"
server=''
. "$root/bench/postgres.sh"
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; stop_cluster; rm -rf "$work"' EXIT

number() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
median() { sort -g "$1" | awk '{ row[NR] = $1 } END { print row[int((NR + 1) / 2)] }'; }
foreign_load() { cut -d' ' -f1 /proc/loadavg; }

# note NAME JSON: keeps one run's figures.
note() {
    number per_second <<<"$2" >>"$work/$1.rate"
    number p50_ms <<<"$2" >>"$work/$1.p50"
    number p99_ms <<<"$2" >>"$work/$1.p99"
}
storm() { # storm NAME COMMAND [options]
    local name=$1 said
    shift
    said=$("$load" "$@" --port "$port" --market "$work/market" --connections 64 --seconds "$seconds")
    case $said in *'"broken":false'*) ;; *) echo "$name: the server went away: $said" >&2; exit 1 ;; esac
    note "$name" "$said"
}

echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(uname -r), data in $folder ($(stat -f -c %T "$folder"))"
echo "load average before: $(foreign_load) (anything much above 0 means that others use the machine)"
code=$("$program" first-administrator --data "$work/data" --json | sed -E 's/.*"code":"([^"]*)".*/\1/')
"$program" serve --data "$work/data" --port 0 --threads 1 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 300); do [ -s "$work/ready" ] && break; sleep 0.1; done
port=$(number port <"$work/ready")
# 1,000 orders of 10,000 seats (the most that one order may have): the first 950 for "spread" and
# reads; of the last 50 one at a time is the hot one.
"$load" prepare --port "$port" --market "$work/market" --code "$code" --agencies 16 --orders 1000 >/dev/null
start_postgres

for run in $(seq "$runs"); do
    echo "run $run of $runs" >&2
    said=$("$load" disk --folder "$work" --seconds "$seconds")
    number per_second <<<"$said" >>"$work/disk.rate"
    number p50_us <<<"$said" | awk '{ print $1 / 1000 }' >>"$work/disk.p50"
    number p99_us <<<"$said" | awk '{ print $1 / 1000 }' >>"$work/disk.p99"
    hot=$((1000 - 50 * run / runs))
    storm hot grabs --pick hot --key-prefix "hot-$run" --first-order "$hot" --order-count $((50 / runs))
    storm spread grabs --pick spread --key-prefix "spread-$run" --first-order 0 --order-count 950
    storm reads reads --pick spread --first-order 0 --order-count 950
    for clients in 16 64; do
        bench_postgres "pg-hot-$clients" "$clients" 1
        bench_postgres "pg-spread-$clients" "$clients" 1000
    done
done
"$program" check --data "$work/data" >/dev/null || { echo "check found faults" >&2; exit 1; }

row() { # row TITLE NAME
    [ -e "$work/$2.rate" ] || return 0
    printf '| %-58s | %8.0f | %8.2f | %8.2f | %s |\n' "$1" "$(median "$work/$2.rate")" \
        "$(median "$work/$2.p50")" "$(median "$work/$2.p99")" "$(sort -g "$work/$2.rate" | paste -sd' ')"
}
echo "load average after: $(foreign_load)"
echo
printf '| %-58s | %8s | %8s | %8s | %s |\n' "median of $runs runs of $seconds s" "per s" "p50 ms" "p99 ms" "each run"
echo "| --- | --- | --- | --- | --- |"
row "disk: 4 KiB append + fdatasync, one at a time" disk
row "Jianghui: durable grabs over HTTP, one hot order, 64 conn." hot
row "Jianghui: the same over 950 orders, 64 connections" spread
row "Jianghui: reads of an order over HTTP, 64 connections" reads
row "pgbench: one-function grab, one hot order, 16 clients" pg-hot-16
row "pgbench: one-function grab, one hot order, 64 clients" pg-hot-64
row "pgbench: one-function grab, 1,000 orders, 16 clients" pg-spread-16
row "pgbench: one-function grab, 1,000 orders, 64 clients" pg-spread-64
