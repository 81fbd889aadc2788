#!/usr/bin/env bash
# Allocation beside LEMON (and scipy on the small market) in one run: families A and B of section 3 of the notes on
# performance, the same market for all, in turn, medians of the runs in seconds
# of the processor (one thread each), totals equal or the run fails.
#   A1 A2  proven optimum / the better of LEMON's two solvers      A3  a proven gap of at most 0.1 % / greedy
#   A4     again after 1 % of edges, of orders / from scratch       A5  twice the edges / once
# Before it 3,000 random problems of every kind that a flow can say: the same optima as LEMON's, forged proofs refused.
#
#   bench/allocate.sh [--runs 3] [--small] [--build build/release] [--folder DIR] [--lemon /usr]
#
# Needs the library built (ninja -C build/release engine_matching), and for what is measured against liblemon-dev and scipy
# (PYTHON names the python3 that has it); what is not there is left out. Debian's packages of both cannot be installed beside
# Boost 1.81: take them apart instead (apt-get download liblemon-dev; dpkg -x liblemon-dev_*.deb DIR) and say --lemon DIR/usr,
# PYTHONPATH=DIR/usr/lib/python3/dist-packages. --small: 100,000 edges at most.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
runs=3 build=$root/build/release folder=${TMPDIR:-/tmp} small='' prefix=/usr
while [ $# -gt 0 ]; do
    case $1 in
        --runs) runs=${2:?}; shift ;;
        --build) build=${2:?}; shift ;;
        --folder) folder=${2:?}; shift ;;
        --lemon) prefix=${2:?}; shift ;;
        --small) small=yes ;;
        *) sed -n '2,15p' "$0" >&2; exit 2 ;;
    esac
    shift
done
work=$(mktemp -d "$folder/jianghui-allocate.XXXXXX")
trap 'rm -rf "$work"' EXIT
libraries=("$build/libengine_matching.a" "$build/libengine_base.a")
[ -f "${libraries[0]}" ] || { echo "build first: ninja -C $build engine_matching" >&2; exit 1; }
mkdir -p "$build/bench"
ours=$build/bench/allocate_ours anchor=$build/bench/allocate_lemon against=$build/bench/allocate_against_lemon
newer() { [ -x "$1" ] && [ "$1" -nt "$2" ] && [ "$1" -nt "$root/bench/allocate/market.hpp" ]; }
{ newer "$ours" "$root/bench/allocate/ours.cpp" && [ "$ours" -nt "${libraries[0]}" ]; } ||
    g++ -std=c++20 -O2 -DFMT_SHARED -I "$root" "$root/bench/allocate/ours.cpp" "${libraries[@]}" -lfmt -o "$ours"
lemon='' scipy=''
if [ -f "$prefix/include/lemon/network_simplex.h" ]; then
    newer "$anchor" "$root/bench/allocate/lemon.cpp" ||
        g++ -std=c++17 -O2 -w -I "$root" -I "$prefix/include" "$root/bench/allocate/lemon.cpp" "$(find "$prefix" -name 'libl*emon.a' | head -1)" -o "$anchor"
    lemon=yes
    library=$(find "$prefix" -name 'libl*emon.a' | head -1)
    { newer "$against" "$root/bench/allocate/against_lemon.cpp" && newer "$against" "$root/bench/allocate/lemon_flow.cpp" &&
        [ "$against" -nt "${libraries[0]}" ]; } || {
        g++ -std=c++17 -O2 -w -I "$root" -I "$prefix/include" -c "$root/bench/allocate/lemon_flow.cpp" -o "$work/lemon_flow.o"
        g++ -std=c++20 -O2 -DFMT_SHARED -I "$root" "$root/bench/allocate/against_lemon.cpp" "$work/lemon_flow.o" "${libraries[@]}" "$library" \
            -lfmt -o "$against"
    }
else
    echo "LEMON is not installed: A1 and A2 are left out"
fi
python3=${PYTHON:-python3}
"$python3" -c 'import scipy' 2>/dev/null && scipy=yes

echo "machine: $(nproc) cores, $(sed -n 's/^model name\s*: //p' /proc/cpuinfo | head -1); load before: $(cut -d' ' -f1-3 /proc/loadavg)"
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# of WHAT: the median of its seconds. total WHAT: its total, the same in every run.
of() { awk -v what="$1" '$1 == what { print $2 }' "$work/said" | median; }
total() { awk -v what="$1" '$1 == what { print $3 }' "$work/said" | sort -u; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b > 0) printf "%.3f", a / b; else print "-" }'; }

# measure FAMILY WORKERS ORDERS EACH
measure() {
    : >"$work/said"
    for run in $(seq "$runs"); do
        "$ours" "$@" >>"$work/said"
        [ -z "$lemon" ] || "$anchor" "$@" $([ "$run" != 1 ] || echo again) >>"$work/said"
    done
    if [ -n "$scipy" ] && [ $(($2 * $4)) -le 100000 ]; then
        "$ours" "$@" "$work/market"
        "$python3" "$root/bench/allocate/scipy_full.py" "$work/market" >>"$work/said"
    fi
    local wanted
    wanted=$(total ours)
    for solver in lemon_simplex lemon_scaling scipy_full; do
        grep -q "^$solver " "$work/said" || continue
        [ "$(total $solver)" = "$wanted" ] || { echo "totals differ: ours $wanted, $solver $(total $solver)" >&2; exit 1; }
    done
    for changed in edges seats; do
        grep -q "^lemon_$changed " "$work/said" || continue
        [ "$(total lemon_$changed)" = "$(total again_$changed)" ] || { echo "totals after changed $changed differ" >&2; exit 1; }
    done
    echo
    echo "$1: $2 x $3, $(($2 * $4)) edges, total $wanted; medians of $runs in seconds of the processor"
    printf '  %-16s %10s\n' ours "$(of ours)" "  its proof checked" "$(of ours_verify)" greedy "$(of greedy)" "auction alone" "$(of auction)"
    for solver in lemon_simplex lemon_scaling scipy_full; do
        ! grep -q "^$solver " "$work/said" || printf '  %-16s %10s\n' "$solver" "$(of $solver)"
    done
    echo "  greedy reaches $(ratio "$(total greedy)00" "$wanted") % of the optimum; the auction's proven gap is $(of auction_gap_percent) %"
    [ -z "$lemon" ] || echo "  A1/A2 ours / better LEMON: $(ratio "$(of ours)" "$(printf '%s\n' "$(of lemon_simplex)" "$(of lemon_scaling)" | sort -n | head -1)")"
    echo "  A3 auction / greedy: $(ratio "$(of auction)" "$(of greedy)")"
    echo "  A4 again / from scratch: edges $(ratio "$(of again_edges)" "$(of scratch_edges)") ($(of again_edges) s), seats $(ratio "$(of again_seats)" "$(of scratch_seats)") ($(of again_seats) s)"
}

[ -z "$lemon" ] || "$against" 3000
measure A 5000 500 20
measure B 5000 500 20
[ -z "$small" ] || exit 0
measure A 50000 5000 20
once=$(of ours)
measure A 100000 5000 20
echo "  A5 2M / 1M edges: $(ratio "$(of ours)" "$once")"
measure B 50000 5000 20
once=$(of ours)
measure B 100000 5000 20
echo "  A5 2M / 1M edges: $(ratio "$(of ours)" "$once")"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
