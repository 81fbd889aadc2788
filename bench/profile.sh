#!/usr/bin/env bash
# Where the time of a grab goes: the server under a storm of 64 connections with `perf record`, its samples by layer, and
# what is waited for.
#
#   bench/profile.sh [--pick hot|spread|sold] [--seconds 6] [--program build/release/bin/jianghui] [--folder DIR]
#
# Needs perf (apt-get install linux-perf) and the right to use it, the program and build/release/tests/jianghui_load. Prints a
# table of the processor's time (share, µs a request) and, from the program's own count of commits and the disk's
# fdatasync alone, the share of the clock in which a commit waits for the disk. Raw samples stay in DIR/perf.data.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options pick=hot seconds=6 program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program" "$load"
command -v perf >/dev/null || { echo "missing: perf (apt-get install linux-perf)" >&2; exit 1; }
work_in "$folder" profile
serving=(--threads 1)

orders=$([ "$pick" = spread ] && echo 950 || echo 50)
seats=$([ "$pick" = sold ] && echo 100 || echo 10000)
market data market --agencies 16 --orders "$orders" --headcount "$seats"
storm() { "$load" grabs --port "$port" --market "$market" --connections 64 --pick "$pick" "$@"; }
if [ "$pick" = sold ]; then # First sold out, then refused.
    "$load" grabs --port "$port" --market "$market" --connections 64 --pick hot --order-count 1 --key-prefix out --seconds 5 >/dev/null
fi
sync_us=$("$load" disk --folder "$work" --seconds 2 | number p50_us)
storm --key-prefix warm --seconds 1 >/dev/null
before=$(commits) used_before=$(used "$server")
perf record -q -F 1999 -g -p "$server" -o "$work/perf.data" -- sleep "$seconds" 2>"$work/perf.log" &
recorder=$!
said=$(storm --key-prefix told --seconds "$seconds")
wait "$recorder"
after=$(commits) used_after=$(used "$server")
cp "$work/perf.data" "$folder/perf.data"
asked=$(awk -v good="$(number good <<<"$said")" -v refused="$(number refused <<<"$said")" 'BEGIN { print good + refused }')
took=$(sed -E 's/.*"seconds":([0-9.]+).*/\1/' <<<"$said")
machine
load_after
echo "$pick, 64 connections: $said"
echo
perf script -i "$work/perf.data" -F comm,ip,sym,dso 2>>"$work/perf.log" |
    awk -v grabs="$asked" -v busy="$(awk -v a="$used_before" -v b="$used_after" 'BEGIN { print b - a }')" -f "$root/bench/layers.awk"
awk -v commits=$((after - before)) -v us="$sync_us" -v seconds="$took" -v asked="$asked" 'BEGIN {
    printf "\ncommits: %.1f a thousand requests; each waits at least one fdatasync of %.0f µs: %.0f%% of the clock, %.1f µs a request\n",
        1000 * commits / asked, us, 100 * commits * us / 1e6 / seconds, commits * us / asked }'
