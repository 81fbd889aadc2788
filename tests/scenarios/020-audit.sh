#!/usr/bin/env bash
# The sealed journal from outside: a server seals by itself; the whole verifies; a proof holds on its own and
# not when a byte of it changes; who changes the database behind the program's back is found out.
# Needs JIANGHUI.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { printf 'audit: %s\n' "$1" >&2; exit 1; }
expect() { [ "$2" = "$3" ] || fail "$1: $2 instead of $3"; }
code_of() { "$@" >"$work/out" 2>"$work/err" && echo 0 || echo $?; }

"$JIANGHUI" demo --data "$work/data" --small >/dev/null
"$JIANGHUI" serve --data "$work/data" --port 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.05; done
at=http://127.0.0.1:$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")/api/v1/audit
for _ in $(seq 600); do curl -sf "$at/blocks" | grep -q digest && break; sleep 0.05; done
point=$(curl -sf "$at/keys" | sed -E 's/.*"point":"([0-9a-f]+)".*/\1/')
kill "$server"; wait "$server" || true; server=''

"$JIANGHUI" audit verify --data "$work/data" --json >"$work/found"
grep -q '"fault":null' "$work/found" || fail "a fault in a journal that nobody touched: $(cat "$work/found")"
grep -qE '"events":[1-9]' "$work/found" || fail "nothing was sealed: $(cat "$work/found")"
"$JIANGHUI" audit prove --data "$work/data" --position 7 --json >"$work/proof"
"$JIANGHUI" audit verify-proof --file "$work/proof" --point "$point" >/dev/null || fail "the proof does not hold"
expect "a proof under another key" "$(code_of "$JIANGHUI" audit verify-proof --file "$work/proof" --point "04${point:4}00")" 1
sed 's/"position":7/"position":8/' "$work/proof" >"$work/bent"
expect "a bent proof" "$(code_of "$JIANGHUI" audit verify-proof --file "$work/bent" --json)" 1
grep -q proof_event_differs "$work/err" || fail "no clear word: $(cat "$work/err")"
expect "no proof at all" "$(echo 7 | code_of "$JIANGHUI" audit verify-proof --file - --json)" 1
expect "a position that is not there" "$(code_of "$JIANGHUI" audit prove --data "$work/data" --position 999999999)" 1

python3 - "$work/data/jianghui.sqlite" <<'END'
import sqlite3, sys
database = sqlite3.connect(sys.argv[1])
database.execute("UPDATE events SET at = at + 1 WHERE position = 11")
database.commit()
END
expect "a changed event" "$(code_of "$JIANGHUI" audit verify --data "$work/data" --json)" 1
grep -q 'an event in it was changed' "$work/err" || fail "no clear word: $(cat "$work/err")"
echo "audit: $(sed -E 's/.*"events":([0-9]+).*/\1/' "$work/found") events sealed and verified"
