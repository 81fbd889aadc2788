#!/usr/bin/env bash
# kill -9 under load with two servers on one PostgreSQL: of a server, of the backend that writes (the
# postmaster starts all anew then), of the postmaster itself. Every acknowledged grab is there, a 503
# was true, a key that was not answered makes one share when it is sent again, the seats add up; a
# restart of PostgreSQL needs none of the servers. Needs JIANGHUI and BUILD.
#   KILL_NINE_POSTGRES_ROUNDS (6)   KILL_NINE_SEED (20261123)
#   KILL_NINE_POSTGRES_VICTIMS ("server backend postmaster"): one a round, in turn
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/support/postgres.sh"
rounds=${KILL_NINE_POSTGRES_ROUNDS:-6}
RANDOM=${KILL_NINE_SEED:-20261123}
load=$BUILD/tests/jianghui_load
work=$(mktemp -d)
chmod 711 "$work"
declare -A server port
round=0 clients=()
cleanup() {
    for one in "${server[@]}" "${clients[@]}"; do kill -9 "$one" 2>/dev/null || true; done
    stop_cluster
    rm -rf "$work"
}
trap cleanup EXIT
fail() { printf 'round %s (%s): %s\n' "$round" "${victim:-}" "$1" >&2; tail -n 5 "$work"/log* >&2; exit 1; }

start() { # NAME
    : >"$work/ready-$1"
    "$JIANGHUI" serve --data "$work/$1" --port 0 --account-rate 0 --json >"$work/ready-$1" 2>>"$work/log-$1" &
    server[$1]=$!
    for _ in $(seq 300); do
        [ -s "$work/ready-$1" ] && break
        kill -0 "${server[$1]}" 2>/dev/null || fail "server $1 does not start"
        sleep 0.05
    done
    port[$1]=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready-$1")
}
number() { sed -E "s/.*\"$1\":([0-9]+).*/\1/" "$2"; }
# The backend that writes, or that wrote last; else any.
writer() {
    psql -Atq "$cluster_url" -c "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
        ORDER BY state <> 'idle' AND query LIKE 'SELECT pg_advisory_xact%' DESC, query LIKE 'INSERT%' OR query = 'COMMIT' DESC LIMIT 1"
}

# Each connection of the server's pool finds the database again by itself, after a pause of its own.
every_reader_answers() {
    seq 16 | xargs -P 8 -I{} curl -sf -o /dev/null "http://127.0.0.1:${port[two]}/api/v1/orders?limit=1" 2>/dev/null
}

CLUSTER_FSYNC=on
start_cluster "$work/pg"
export JIANGHUI_DB=$cluster_url
# First, while no server runs: the commit whose number a crash gives to somebody else.
JIANGHUI_TEST_DB=$cluster_url JIANGHUI_TEST_MAY_CRASH=1 "$BUILD/tests/engine_store_test" --gtest_filter='PostgresTest.ANumber*' >"$work/crash" 2>&1 ||
    { tail -n 20 "$work/crash" >&2; fail "a commit that a crash undid"; }
grep -q '\[  PASSED  \] 1 test' "$work/crash" || fail "the test of a number given again did not run"
"$JIANGHUI" first-administrator --data "$work/one" --json >"$work/first"
mkdir -m 700 "$work/two" && cp -p "$work/one/keys" "$work/two/keys"
start one
start two
"$load" prepare --port "${port[one]}" --market "$work/market" --first "$work/first" --agencies 8 \
    --orders $((2 * rounds)) --headcount 400 >/dev/null

acknowledged=0 unheard=0 kept=0 made=0 refused=0
read -ra victims <<<"${KILL_NINE_POSTGRES_VICTIMS:-server backend postmaster}"
declare -A killed
for round in $(seq "$rounds"); do
    orders="--first-order $((2 * round - 2)) --order-count 2"
    victim=${victims[$((round % ${#victims[@]}))]}
    killed[$victim]=$((${killed[$victim]:-0} + 1))
    clients=()
    for name in one two; do
        "$load" grabs --port "${port[$name]}" --market "$work/market" $orders --connections 32 \
            --seconds 1.2 --pick spread --key-prefix "round-$round-$name" \
            --busy-wait-max 0.2 --seed "$((${KILL_NINE_SEED:-20261123} + round))" \
            --log "$work/attempts-$name" >"$work/storm-$name" 2>>"$work/log-load" &
        clients+=($!)
    done
    sleep "0.$(printf '%03d' $((20 + RANDOM % 180)))"
    case $victim in
        server)
            kill -9 "${server[one]}"
            wait "${server[one]}" 2>/dev/null || true
            ;;
        backend)
            pid=$(writer)
            [ -n "$pid" ] || fail "no backend"
            kill -9 "$pid"
            ;;
        postmaster)
            kill -9 "$(head -1 "$cluster/data/postmaster.pid")"
            # It cannot start before its last child has ended.
            for _ in $(seq 100); do
                resume_cluster 2>/dev/null && break
                sleep 0.1
            done
            ;;
    esac
    for pid in "${clients[@]}"; do wait "$pid" || fail "the load client failed"; done
    clients=()
    [ "$victim" != server ] || start one
    for _ in $(seq 200); do # until the server has found the database again
        psql -Atq "$cluster_url" -c 'SELECT 1' >/dev/null 2>&1 &&
            every_reader_answers && break
        sleep 0.05
    done
    for name in one two; do kill -0 "${server[$name]}" || fail "server $name is gone"; done
    cat "$work"/attempts-one "$work"/attempts-two >"$work/attempts"
    "$load" settle --port "${port[two]}" --market "$work/market" $orders --log "$work/attempts" \
        >"$work/settled" || fail "$(cut -c1-2000 "$work/settled")"
    for name in acknowledged unheard kept made refused; do
        eval "$name=\$(($name + $(number $name "$work/settled")))"
    done
done
"$JIANGHUI" check --data "$work/one" >/dev/null || fail "check after the last round"
printf '%s rounds: %s grabs acknowledged, none lost; %s not answered or 503 (%s on disk already, %s made when sent again, %s refused then)\n' \
    "$rounds" "$acknowledged" "$unheard" "$kept" "$made" "$refused"
for victim in "${victims[@]}"; do printf '  %s times the %s was killed\n' "${killed[$victim]:-0}" "$victim"; done
[ "$acknowledged" -gt $((10 * rounds)) ] || fail "hardly any load"
