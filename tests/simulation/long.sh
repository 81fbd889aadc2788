#!/usr/bin/env bash
# The simulation for as long as wished, one process a processor, each with seeds of its own:
#
#   tests/simulation/long.sh [--minutes 5] [--processes N] [--first SEED] [--steps 3000]
#
# Needs build/release/tests/simulation_test. With JIANGHUI_TEST_DB=URL on that PostgreSQL, else on SQLite files in
# /dev/shm (nothing here asks the disk: docs/performance.md says where loss of power is tried). Ends with the sum; a seed that
# fails is printed with how to run it again.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
minutes=5 processes=$(nproc) first=1 steps=3000
while [ $# -gt 0 ]; do
    case $1 in
        --minutes) minutes=${2:?}; shift ;;
        --processes) processes=${2:?}; shift ;;
        --first) first=${2:?}; shift ;;
        --steps) steps=${2:?}; shift ;;
        *) sed -n '2,8p' "$0" >&2; exit 2 ;;
    esac
    shift
done
work=$(mktemp -d)
folders=()
trap 'rm -rf "$work" "${folders[@]}"' EXIT
pids=()
for number in $(seq "$processes"); do
    folder=$(mktemp -d "$([ -d /dev/shm ] && echo /dev/shm || echo /tmp)/jianghui-simulation-XXXXXX")
    folders+=("$folder")
    TMPDIR=$folder JIANGHUI_SIMULATION_THREADS=1 JIANGHUI_SIMULATION_FIRST=$((first + (number - 1) * 1000000)) JIANGHUI_SIMULATION_SEEDS=1000000 \
        JIANGHUI_SIMULATION_STEPS=$steps JIANGHUI_SIMULATION_SECONDS=$(awk -v m="$minutes" 'BEGIN { print int(m * 60) }') \
        "$root/build/release/tests/simulation_test" --gtest_filter=Simulation.WhateverHappensTheInvariantsHold \
        >"$work/$number" 2>&1 &
    pids+=($!)
done
failed=0
for pid in "${pids[@]}"; do wait "$pid" || failed=1; done
cat "$work"/* | awk '
    / worlds, .* audited steps in / { worlds += $1; steps += $3; if ($7 > seconds) seconds = $7; next }
    /^ *[0-9]+ [a-z_]+$/ { times[$2] += $1 }
    END { for (act in times) printf "%10d %s\n", times[act], act | "sort -k2"; close("sort -k2")
          if (seconds > 0) printf "%d worlds, %d audited steps in %.0f s: %.0f a second\n", worlds, steps, seconds, steps / seconds }'
if [ "$failed" -ne 0 ]; then
    grep -hE -A12 'seed [0-9]+ ' "$work"/* >&2 || tail -n 20 "$work"/* >&2
    echo "again: JIANGHUI_SIMULATION_FIRST=<seed> JIANGHUI_SIMULATION_SEEDS=1 JIANGHUI_SIMULATION_STEPS=$steps build/release/tests/simulation_test" >&2
    exit 1
fi
