#!/usr/bin/env bash
# Times `jianghui allocate` on made-up markets: reading, solving, verifying and printing together, and
# greedy beside it. Family A: scores of attractiveness, quality and noise, popular orders; family B: few
# distinct scores, so masses of ties (shapes of section 3 of the notes on performance).
#
#   bench/allocate.sh [--program build/release/bin/jianghui] [--folder DIR]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
program=$root/build/release/bin/jianghui folder=${TMPDIR:-/tmp}
while [ $# -gt 0 ]; do
    case $1 in
        --program) program=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        *) sed -n '2,7p' "$0" >&2; exit 2 ;;
    esac
    shift
done
work=$(mktemp -d "$folder/jianghui-allocate.XXXXXX")
trap 'rm -rf "$work"' EXIT

# market FAMILY WORKERS ORDERS EDGES_EACH
market() {
    awk -v family="$1" -v workers="$2" -v orders="$3" -v each="$4" -v to="$work" '
        BEGIN {
            srand(1); OFS = ","
            for (o = 0; o < orders; o++) liked[o] = int(rand() * 400)
            share = family == "A" ? 0.8 : 0.5
            for (seat = 0; seat < workers * share; seat++) seats[pick()]++
            print "order,capacity" > to "/O.csv"
            for (o = 0; o < orders; o++) print "o" o, seats[o] + 0 > to "/O.csv"
            print "worker,order,score" > to "/E.csv"
            for (w = 0; w < workers; w++) {
                split("", seen); quality = int(rand() * 300); base = int(rand() * orders)
                for (e = 0; e < each;) {
                    o = family == "A" ? pick() : (base + int(rand() * 200)) % orders
                    if (o in seen) continue
                    seen[o]; e++
                    score = family == "A" ? 1 + liked[o] + quality + int(rand() * 300) \
                                          : 1 + (int(liked[o] / 40) + int(quality / 30)) % 20
                    print "w" w, "o" o, score > to "/E.csv"
                }
            }
        }
        function pick() { return family == "A" ? int(orders * rand() ^ 3.33) % orders : int(rand() * orders) }'
}
# timed METHOD: seconds of the processor, and the total
timed() {
    local TIMEFORMAT='%U %S' spent
    spent=$({ time "$program" allocate --edges "$work/E.csv" --orders "$work/O.csv" --method "$1" --json >"$work/out"; } 2>&1)
    awk -v spent="$spent" -v total="$(head -c 300 "$work/out" | grep -oE '"total":[0-9.-]+' | cut -d: -f2)" \
        'BEGIN { split(spent, s, " "); printf "%8.2f s %12s", s[1] + s[2], total }'
}
printf '%-34s %24s %24s\n' "workers x orders, edges" "optimal, proven" "greedy"
while read -r family workers orders each; do
    market "$family" "$workers" "$orders" "$each"
    printf '%s: %7d x %5d, %8d edges      %s %s\n' "$family" "$workers" "$orders" $((workers * each)) "$(timed optimal)" "$(timed greedy)"
done <<'END'
A 5000 500 20
A 10000 1000 10
A 50000 5000 20
A 100000 5000 20
B 50000 5000 20
END
