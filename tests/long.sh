#!/usr/bin/env bash
# The runs that are too long for ./test, one after the other, each with the line that docs/performance.md quotes:
# the simulation of twenty million steps on SQLite and of 8,000 on PostgreSQL, the race for 10,000 orders through two servers, kill -9
# of a server (SQLite) and of server, backend and postmaster (PostgreSQL) two hundred times each.
#
#   tests/long.sh [simulation|race|kill-sqlite|kill-postgres]...      without words: all of them
#
# Needs build/release with jianghui, jianghui_load and simulation_test, and PostgreSQL. About an hour on two
# processors of their own. Ends with 1 when anything was lost, doubled or broken.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/tests/support/postgres.sh"
export JIANGHUI=$root/build/release/bin/jianghui BUILD=$root/build/release
failed=0
folder=''
trap 'stop_cluster; [ -z "$folder" ] || rm -rf "$folder"' EXIT
scenario() { # NUMBER-NAME: its last lines
    bash "$root/tests/scenarios/$1.sh" || { echo "FAILED: $1" >&2; failed=1; }
}
simulate() { # NAME SEEDS STEPS
    JIANGHUI_SIMULATION_SEEDS=$2 JIANGHUI_SIMULATION_STEPS=$3 "$BUILD/tests/simulation_test" \
        --gtest_filter=Simulation.WhateverHappensTheInvariantsHold >"$folder/simulation" 2>&1 ||
        { tail -n 20 "$folder/simulation" >&2; failed=1; }
    printf '%s: %s\n' "$1" "$(grep 'audited steps' "$folder/simulation")"
}

run_simulation() {
    folder=$(mktemp -d)
    chmod 711 "$folder"
    simulate SQLite 4000 5000
    start_cluster "$folder/pg"
    JIANGHUI_TEST_DB=$cluster_url simulate PostgreSQL 20 400
    stop_cluster
    cluster=''
    rm -rf "$folder"
    folder=''
}
run_race() { # A new pair of servers for each 950, and each time the clocks change hands.
    # A market's file holds a thousand orders at most, 40 of them for the rounds before the race.
    for _ in $(seq 11); do TWO_PROCESS_ROUNDS=1 TWO_PROCESS_RACES=950 scenario 060-two-processes; done
}
run_kill-sqlite() { KILL_NINE_ROUNDS=200 scenario 040-kill-nine; }
run_kill-postgres() { # Ten times, so that a failure is found before the last round.
    for seed in $(seq 10); do
        KILL_NINE_SEED=$seed KILL_NINE_POSTGRES_ROUNDS=60 scenario 070-kill-nine-postgres
    done
}

[ $# -gt 0 ] || set -- simulation race kill-sqlite kill-postgres
for part in "$@"; do
    echo "== $part, load average $(cut -d' ' -f1 /proc/loadavg)"
    "run_$part"
done
exit "$failed"
