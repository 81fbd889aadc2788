#!/usr/bin/env bash
# An agency's licence is suspended through one server; another server on the same PostgreSQL database refuses its next
# grab, and every share that the agency holds is told once, of its cause, on both servers' event streams; the same when it is let in
# again. While both are flooded nothing is granted behind the suspension, others are still served and the telling is not starved.
# Judged by positions in the journal and by what was written; the time is printed, not judged.
# Needs JIANGHUI, the program, BUILD, the build folder with tests/jianghui_load, and python3.
#   STANDING_ROUNDS (5): suspensions of each kind
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/support/postgres.sh"
load=$BUILD/tests/jianghui_load
work=$(mktemp -d)
chmod 711 "$work"
servers=()
trap 'for one in "${servers[@]}"; do kill -9 "$one" 2>/dev/null || true; done; stop_cluster; rm -rf "$work"' EXIT
fail() { printf 'standing: %s\n' "$1" >&2; tail -n 5 "$work"/log* >&2; exit 1; }

start() { # NAME: a server with the data folder of that name; sets port
    : >"$work/ready-$1"
    "$JIANGHUI" serve --data "$work/$1" --port 0 --account-rate 0 --address-rate 0 --json >"$work/ready-$1" 2>>"$work/log-$1" &
    servers+=($!)
    for _ in $(seq 300); do
        [ -s "$work/ready-$1" ] && break
        kill -0 "${servers[-1]}" 2>/dev/null || fail "server $1 does not start"
        sleep 0.05
    done
    port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready-$1")
}

start_cluster "$work/pg"
export JIANGHUI_DB=$cluster_url
"$JIANGHUI" first-administrator --data "$work/one" --json >"$work/first"
mkdir -m 700 "$work/two" && cp -p "$work/one/keys" "$work/two/keys"
start one; one=$port
start two; two=$port
"$load" prepare --port "$one" --market "$work/market" --first "$work/first" --agencies 2 --orders 4 --headcount 9000 >/dev/null
python3 "$root/tests/scenarios/standing.py" "$one" "$two" "$work" "$load" "$cluster_url" "${STANDING_ROUNDS:-5}" ||
    fail "see above"
"$JIANGHUI" check --data "$work/one" >/dev/null || fail "check"
