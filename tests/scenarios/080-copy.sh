#!/usr/bin/env bash
# A deployment moves from SQLite to PostgreSQL and back: every row arrives, the server goes on there, and what
# cannot be copied is refused and left as it was. Migrating a database once more, or twice at once, changes nothing.
# Needs JIANGHUI.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/support/postgres.sh"
work=$(mktemp -d)
chmod 711 "$work"
server=''
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; stop_cluster; rm -rf "$work"' EXIT
fail() { printf 'copy: %s\n' "$1" >&2; exit 1; }

"$JIANGHUI" demo --data "$work/one" --small >/dev/null
start_cluster "$work/pg"
"$JIANGHUI" copy --from "sqlite:$work/one/jianghui.sqlite" --to "$cluster_url" --json >"$work/there"
rows=$(sed -E 's/^\{"rows":([0-9]+).*/\1/' "$work/there")
[ "$rows" -gt 1000 ] || fail "only $rows rows were copied"

# The same people sign in there, with the key file of before.
mkdir -m 700 "$work/two" && cp -p "$work/one/keys" "$work/two/keys"
JIANGHUI_DB=$cluster_url "$JIANGHUI" check --data "$work/two" >/dev/null || fail "check finds faults in the copy"
JIANGHUI_DB=$cluster_url "$JIANGHUI" serve --data "$work/two" --port 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.05; done
port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")
[ -n "$port" ] || fail "the server does not start on the copy"
orders() { curl -sf "http://127.0.0.1:$1/api/v1/orders?limit=200" | grep -o '"id":"[0-9a-z]*"' | sort | sha256sum; }
on_postgres=$(orders "$port")
kill "$server"; wait "$server" || true; server=''
: >"$work/ready"
"$JIANGHUI" serve --data "$work/one" --port 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.05; done
[ "$(orders "$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")")" = "$on_postgres" ] || fail "other orders there than here"

# A file that a server has open is not copied; nor is anything put into a database that holds data.
"$JIANGHUI" copy --from "sqlite:$work/one/jianghui.sqlite" --to "sqlite:$work/no.sqlite" 2>"$work/refusal" && fail "copied under a running server"
grep -q 'uses this data folder' "$work/refusal" || fail "no clear word: $(cat "$work/refusal")"
kill "$server"; wait "$server" || true; server=''
"$JIANGHUI" copy --from "sqlite:$work/one/jianghui.sqlite" --to "$cluster_url" 2>"$work/refusal" && fail "copied over data"
grep -q 'holds data' "$work/refusal" || fail "no clear word: $(cat "$work/refusal")"
"$JIANGHUI" copy --from "$work/one/jianghui.sqlite" --to "$cluster_url" 2>"$work/refusal" && fail "took an address without its kind"
grep -q 'sqlite:PATH' "$work/refusal" || fail "no clear word: $(cat "$work/refusal")"

# And back: what was there is here, table by table, but for what the servers wrote meanwhile.
mkdir -m 700 "$work/three"
"$JIANGHUI" copy --from "$cluster_url" --to "sqlite:$work/three/jianghui.sqlite" --json >"$work/back"
digest() { grep -o "\"name\":\"$2\",\"rows\":[0-9]*,\"digest\":\"[0-9a-f]*\"" "$1"; }
for table in orders shares seats people organisations statement_lines; do
    [ "$(digest "$work/there" "$table")" = "$(digest "$work/back" "$table")" ] || fail "$table came back different"
done
# Migrating again is harmless: not a column, not a row is another afterwards.
state() { # URL: the schema and every row's digest
    "$cluster_bin/pg_dump" --schema-only --no-comments "$1" | grep -vE '^\\(un)?restrict' | sha256sum
    psql -Atq "$1" -c "SELECT name, digest, applied_at FROM schema_migrations ORDER BY name" | sha256sum
    rm -f "$work/state.sqlite"*
    "$JIANGHUI" copy --from "$1" --to "sqlite:$work/state.sqlite" --json | sha256sum
}
before=$(state "$cluster_url")
for again in 1 2; do
    JIANGHUI_DB=$cluster_url "$JIANGHUI" migrate --data "$work/two" >/dev/null || fail "migrating again fails ($again)"
done
[ "$(state "$cluster_url")" = "$before" ] || fail "migrating again changed the database"

# Nor does it matter that two begin at the same time on a new one.
psql -q "$cluster_url" -c 'CREATE DATABASE fresh'
fresh=${cluster_url/\/postgres?/\/fresh?}
mkdir -m 700 "$work/four" && cp -p "$work/one/keys" "$work/four/keys"
pids=()
for twin in two four; do
    JIANGHUI_DB=$fresh "$JIANGHUI" migrate --data "$work/$twin" >"$work/migrated-$twin" 2>&1 & pids+=($!)
done
for pid in "${pids[@]}"; do wait "$pid" || fail "of two that migrate at once one failed: $(cat "$work"/migrated-*)"; done
[ "$(psql -Atq "$fresh" -c 'SELECT count(*) - count(DISTINCT name) FROM schema_migrations')" = 0 ] || fail "a migration ran twice"
before=$(state "$fresh")
JIANGHUI_DB=$fresh "$JIANGHUI" migrate --data "$work/two" >/dev/null || fail "migrating the new one again fails"
[ "$(state "$fresh")" = "$before" ] || fail "migrating the new one again changed it"
echo "copy: $rows rows there and back"
