#!/usr/bin/env bash
# kill -9 under load, restarted, again and again: every acknowledged grab is there, a key that was
# not answered makes one share when it is sent again, the seats add up, the database is sound.
# Needs JIANGHUI, the program, and BUILD, the build folder with tests/jianghui_load.
#   KILL_NINE_ROUNDS (50)   KILL_NINE_SEED (20261123)
set -euo pipefail
rounds=${KILL_NINE_ROUNDS:-50}
RANDOM=${KILL_NINE_SEED:-20261123}
load=$BUILD/tests/jianghui_load
work=$(mktemp -d)
server='' client=''
trap 'for one in $server $client; do kill -9 "$one" 2>/dev/null || true; done; rm -rf "$work"' EXIT
fail() { printf 'round %s: %s\n' "$round" "$1" >&2; tail -5 "$work/log" >&2; exit 1; }
round=0

start() { # a server on the data folder; sets server and port
    : >"$work/ready"
    "$JIANGHUI" serve --data "$work/data" --port 0 --account-rate 0 --json >"$work/ready" 2>>"$work/log" &
    server=$!
    for _ in $(seq 300); do
        [ -s "$work/ready" ] && break
        kill -0 "$server" 2>/dev/null || fail "the server does not start"
        sleep 0.05
    done
    port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")
}
number() { sed -E "s/.*\"$1\":([0-9]+).*/\1/" "$2"; }

"$JIANGHUI" first-administrator --data "$work/data" --json >"$work/first"
start
market="--port $port --market $work/market"
# Two orders a round: so few seats that the quick rounds sell them out.
"$load" prepare $market --first "$work/first" --agencies 8 --orders $((2 * rounds)) --headcount 150

acknowledged=0 unheard=0 kept=0 made=0 refused=0
for round in $(seq "$rounds"); do
    orders="--first-order $((2 * round - 2)) --order-count 2"
    market="--port $port --market $work/market"
    "$load" grabs $market $orders --connections 64 --seconds 20 --pick spread \
        --key-prefix "round-$round" --log "$work/attempts" >"$work/storm" 2>>"$work/log" &
    client=$!
    sleep "0.$(printf '%03d' $((20 + RANDOM % 180)))"
    kill -9 "$server"
    wait "$server" 2>/dev/null || true
    wait "$client" || fail "the load client failed"
    grep -q '"broken":true' "$work/storm" || fail "the load had ended before the crash"
    "$JIANGHUI" check --data "$work/data" >"$work/check" || fail "check: $(cat "$work/check")"
    start
    "$load" settle --port "$port" --market "$work/market" $orders --log "$work/attempts" \
        >"$work/settled" || fail "$(cut -c1-2000 "$work/settled")"
    for name in acknowledged unheard kept made refused; do
        eval "$name=\$(($name + $(number $name "$work/settled")))"
    done
done
kill -TERM "$server"
wait "$server"
server=''
"$JIANGHUI" check --data "$work/data" >/dev/null || fail "check after the last round"
printf '%s rounds: %s grabs acknowledged, none lost; %s not answered (%s on disk already, %s made when sent again, %s refused then)\n' \
    "$rounds" "$acknowledged" "$unheard" "$kept" "$made" "$refused"
[ "$acknowledged" -gt $((10 * rounds)) ] || fail "hardly any load"
