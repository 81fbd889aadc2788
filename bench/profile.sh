#!/usr/bin/env bash
# Where the time of a grab goes: the server under a storm of 64 connections with `perf record`, its samples by layer, and
# what is waited for.
#
#   bench/profile.sh [--pick hot|spread|sold] [--seconds 6] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs perf (apt-get install linux-perf) and the right to use it, the program and build/release/tests/jianghui_load. Prints a
# table of the processor's time (share, µs a request) and, from the program's own count of commits and the disk's
# fdatasync alone, the share of the clock in which a commit waits for the disk. Raw samples stay in DIR/perf.data.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
pick=hot seconds=6 program=$root/build/release/bin/jianghui folder=${TMPDIR:-/tmp}
while [ $# -gt 0 ]; do
    case $1 in
        --pick) pick=${2:?}; shift ;;
        --seconds) seconds=${2:?}; shift ;;
        --program) program=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        *) sed -n '2,10p' "$0" >&2; exit 2 ;;
    esac
    shift
done
load=$root/build/release/tests/jianghui_load
for needed in "$program" "$load"; do [ -x "$needed" ] || { echo "missing: $needed" >&2; exit 1; }; done
command -v perf >/dev/null || { echo "missing: perf (apt-get install linux-perf)" >&2; exit 1; }
work=$(mktemp -d "$folder/jianghui-profile-XXXXXX")
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
number() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
commits() { curl -s "http://127.0.0.1:$port/metrics" | awk '$1 == "jianghui_commits_total" { print $2 }'; }
# Seconds of the processor that the server has used.
used() { awk -v ticks="$(getconf CLK_TCK)" '{ print ($14 + $15) / ticks }' "/proc/$server/stat"; }

orders=$([ "$pick" = spread ] && echo 950 || echo 50)
"$program" first-administrator --data "$work/data" --json >"$work/first"
"$program" serve --data "$work/data" --port 0 --account-rate 0 --threads 1 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 300); do [ -s "$work/ready" ] && break; sleep 0.1; done
port=$(number port <"$work/ready")
market=$work/market
seats=$([ "$pick" = sold ] && echo 100 || echo 10000)
"$load" prepare --port "$port" --market "$market" --first "$work/first" --agencies 16 --orders "$orders" --headcount "$seats" >/dev/null
storm() { "$load" grabs --port "$port" --market "$market" --connections 64 --pick "$pick" "$@"; }
if [ "$pick" = sold ]; then # First sold out, then refused.
    "$load" grabs --port "$port" --market "$market" --connections 64 --pick hot --order-count 1 --key-prefix out --seconds 5 >/dev/null
fi
sync_us=$("$load" disk --folder "$work" --seconds 2 | number p50_us)
storm --key-prefix warm --seconds 1 >/dev/null
before=$(commits) used_before=$(used)
perf record -q -F 1999 -g -p "$server" -o "$work/perf.data" -- sleep "$seconds" 2>"$work/perf.log" &
recorder=$!
said=$(storm --key-prefix told --seconds "$seconds")
wait "$recorder"
after=$(commits) used_after=$(used)
cp "$work/perf.data" "$folder/perf.data"
asked=$(awk -v good="$(number good <<<"$said")" -v refused="$(number refused <<<"$said")" 'BEGIN { print good + refused }')
took=$(sed -E 's/.*"seconds":([0-9.]+).*/\1/' <<<"$said")
echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(uname -r); load average $(cut -d' ' -f1 /proc/loadavg)"
echo "$pick, 64 connections: $said"
echo
perf script -i "$work/perf.data" -F comm,ip,sym,dso 2>>"$work/perf.log" |
    awk -v grabs="$asked" -v busy="$(awk -v a="$used_before" -v b="$used_after" 'BEGIN { print b - a }')" -f "$root/bench/layers.awk"
awk -v commits=$((after - before)) -v us="$sync_us" -v seconds="$took" -v asked="$asked" 'BEGIN {
    printf "\ncommits: %.1f a thousand requests; each waits at least one fdatasync of %.0f µs: %.0f%% of the clock, %.1f µs a request\n",
        1000 * commits / asked, us, 100 * commits * us / 1e6 / seconds, commits * us / asked }'
