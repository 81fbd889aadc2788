#!/usr/bin/env bash
# Two servers on one PostgreSQL database. 64 clients race for last seats through both: nothing is
# oversold, and a key that is sent to both makes one share and has one answer, however the answers of both
# are compared. When the one that runs the clocks is killed, the other takes them over. Another key file is
# refused. Needs JIANGHUI, the program, and BUILD, the build folder with tests/jianghui_load.
#   TWO_PROCESS_ROUNDS (4): each round sells 40 orders of 25 seats out, through both at once
#   TWO_PROCESS_RACES (50): orders that are raced for, every answer compared
#   TWO_PROCESS_SEATS (25): of each order
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/support/postgres.sh"
rounds=${TWO_PROCESS_ROUNDS:-4} races=${TWO_PROCESS_RACES:-50} seats=${TWO_PROCESS_SEATS:-25}
load=$BUILD/tests/jianghui_load
work=$(mktemp -d)
chmod 711 "$work"
servers=()
trap 'for one in "${servers[@]}"; do kill -9 "$one" 2>/dev/null || true; done; stop_cluster; rm -rf "$work"' EXIT
fail() { printf 'two processes: %s\n' "$1" >&2; tail -n 5 "$work"/log* >&2; exit 1; }

start() { # NAME [options]: a server with the data folder of that name; sets port
    : >"$work/ready-$1"
    "$JIANGHUI" serve --data "$work/$1" "${@:2}" --port 0 --account-rate 0 --json >"$work/ready-$1" 2>>"$work/log-$1" &
    servers+=($!)
    for _ in $(seq 300); do
        [ -s "$work/ready-$1" ] && break
        kill -0 "${servers[-1]}" 2>/dev/null || fail "server $1 does not start"
        sleep 0.05
    done
    port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready-$1")
}
number() { sed -E "s/.*\"$1\":([0-9]+).*/\1/" "$2"; }

start_cluster "$work/pg"
export JIANGHUI_DB=$cluster_url
"$JIANGHUI" first-administrator --data "$work/one" --json >"$work/first"
# A folder without the key file, or with another, is refused in clear words.
"$JIANGHUI" check --data "$work/stranger" >/dev/null 2>&1 && fail "check without keys"
"$JIANGHUI" migrate --data "$work/stranger" 2>"$work/refusal" && fail "a folder without the key file was let in"
grep -q 'key file' "$work/refusal" || fail "no clear word: $(cat "$work/refusal")"
JIANGHUI_DB='' "$JIANGHUI" migrate --data "$work/stranger" >/dev/null
timeout 20 "$JIANGHUI" serve --data "$work/stranger" --port 0 --account-rate 0 2>"$work/refusal" && fail "another key file was let in"
grep -q 'key' "$work/refusal" || fail "no clear word: $(cat "$work/refusal")"
"$JIANGHUI" check --data "$work/one" --db 'postgresql://a:secret@h/d' >/dev/null 2>&1 && fail "a password on the command line"

mkdir -m 700 "$work/two" && cp -p "$work/one/keys" "$work/two/keys"
start one; one=$port
start two; two=$port
"$load" prepare --port "$one" --market "$work/market" --first "$work/first" --agencies 8 \
    --orders $((40 * rounds + races)) --headcount "$seats" >/dev/null
granted=0
for round in $(seq "$rounds"); do
    orders="--first-order $((40 * round - 40)) --order-count 40"
    # The same keys through both, and after that other keys through both.
    for way in same other; do
        pids=()
        for server in one two; do
            prefix=round-$round-$way
            [ $way = same ] || prefix=$prefix-$server
            "$load" grabs --port "${!server}" --market "$work/market" $orders --connections 32 \
                --seconds 1.5 --pick spread --key-prefix "$prefix" \
                --log "$work/attempts-$way-$server" >"$work/storm-$server" 2>>"$work/log-load" &
            pids+=($!)
        done
        for pid in "${pids[@]}"; do wait "$pid" || fail "the load client failed"; done
    done
    # One share and one answer a key: both answers of a key that was granted are one line.
    grep -h '"status":201' "$work"/attempts-*-* | sort -u >"$work/attempts"
    grep -hv '"status":201' "$work"/attempts-other-* >>"$work/attempts" || true
    "$load" settle --port "$two" --market "$work/market" $orders --log "$work/attempts" \
        >"$work/settled" || fail "round $round: $(cut -c1-2000 "$work/settled")"
    both=$(cat "$work"/attempts-same-* | grep '"status":201' | sort | uniq -d | wc -l)
    granted=$((granted + $(number acknowledged "$work/settled")))
    [ "$both" -gt 0 ] || fail "no key was granted through both"
done
"$JIANGHUI" check --data "$work/one" >/dev/null || fail "check"
printf '%s rounds through two processes: %s seats granted, none oversold, no key twice\n' "$rounds" "$granted"

# The race: every answer is compared with what both servers say, every grant asked for through the other.
"$load" race --ports "$one" "$two" --market "$work/market" --first-order $((40 * rounds)) >"$work/raced" ||
    fail "race: $(cut -c1-2000 "$work/raced")"
"$JIANGHUI" check --data "$work/one" >/dev/null || fail "check after the race"
printf '%s orders raced for in %s s: %s answers, %s grants asked for again through the other server\n' \
    "$(number rounds "$work/raced")" "$(number seconds "$work/raced")" "$(number answers "$work/raced")" \
    "$(number asked_again "$work/raced")"

holders=$(psql -Atq "$cluster_url" -c 'SELECT count(*) FROM clock_lease')
[ "$holders" = 1 ] || fail "$holders leases of the clocks"

# The clocks. `two` begins again in a time in which every hold is over, while `one` has the lease: nothing
# happens. `one` is killed: when its lease of ten seconds is over, `two` ends the holds.
ask() { psql -Atq "$cluster_url" -c "$1"; }
kill -9 "${servers[1]}"
ask 'DELETE FROM clock_lease'
for _ in $(seq 300); do # until `one` has taken it
    leases=$(ask 'SELECT count(*) FROM clock_lease')
    [ "$leases" = 1 ] && break
    sleep 0.1
done
[ "$leases" = 1 ] || fail "nobody took the lease of the clocks in half a minute"
start two --as-of "$(date -d '+60 days' +%F)"
held="SELECT count(*) FROM shares WHERE status = 'held'"
before=$(ask "$held")
sleep 1
[ "$before" -gt 0 ] && [ "$(ask "$held")" = "$before" ] || fail "who has no lease ran the clocks: $before shares were held"
kill -9 "${servers[0]}"
killed=$(date +%s%3N)
until [ "$(ask "$held")" -lt "$before" ]; do
    [ $(($(date +%s%3N) - killed)) -lt 30000 ] || fail "nobody took the clocks over"
    sleep 0.2
done
took=$(($(date +%s%3N) - killed))
[ "$(ask "SELECT count(*) - count(DISTINCT subject) FROM events WHERE kind = 'share.released'")" = 0 ] ||
    fail "a hold ended twice"
printf 'the clocks were taken over: the first holds ended %s ms after the death of who had them\n' "$took"
