#!/usr/bin/env bash
# Tables placed by city, as on an engine that distributes them (docs/scale.md), shown with PostgreSQL's partitions by the hash of
# the city, which have the same rule: every unique key holds the city. All tables that docs/scale.md distributes are
# placed; every statement of every queries.sql is planned on them; a server makes a market there, grabs and is audited.
# Needs JIANGHUI and BUILD. `./test`'s programs run on such a database too: JIANGHUI_TEST_DB with tests/support/by_city.sql in it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$root/tests/support/postgres.sh"
work=$(mktemp -d)
chmod 711 "$work"
server=''
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; stop_cluster; rm -rf "$work"' EXIT
fail() { printf 'by city: %s\n' "$1" >&2; exit 1; }
ask() { cluster_as psql -qAtX -v ON_ERROR_STOP=1 "$cluster_url" "$@"; }

start_cluster "$work/pg"
ask -f - <"$root/tests/support/by_city.sql"
export JIANGHUI_DB=$cluster_url
"$JIANGHUI" first-administrator --data "$work/data" --json >"$work/first"

# The tables that docs/scale.md says are distributed, and those that are placed: the same.
awk -F'|' '/^\| `city`/ { print $3 }' "$root/docs/scale.md" | tr ',' '\n' | tr -d ' `' | sort >"$work/told"
ask -c "SELECT relname FROM pg_class WHERE relkind = 'p' AND relnamespace = 'public'::regnamespace" | LC_ALL=C sort >"$work/placed"
LC_ALL=C sort -o "$work/told" "$work/told"
diff "$work/told" "$work/placed" >"$work/difference" || fail "told in docs/scale.md (<) and placed (>) differ:
$(cat "$work/difference")"

# Each statement as the program prepares it (engine/store/postgres/dialect.hpp), planned for any parameters.
awk -f "$root/tests/support/planned.awk" "$root"/engine/*/queries.sql "$root"/features/*/queries.sql >"$work/statements.sql"
ask -f - <"$work/statements.sql" >"$work/plans" 2>"$work/refused" || fail "a statement cannot be planned: $(tail -5 "$work/refused")"
awk 'FNR == NR { placed[$1] = 1; next }
    /^== / { name = $2; next }
    /^Insert on / && $3 in placed { one_city[name] = 1 }
    { if ($0 ~ /part_[0-9]+_0/) zero[name] = 1; if ($0 ~ /part_[0-9]+_1/) one[name] = 1; if ($0 ~ /Subplans Removed/) one_city[name] = 1; all[name] = 1 }
    END { for (name in all) { n++; if (one_city[name]) routed++; else if (zero[name] || one[name]) everywhere++ }
          printf "%d statements planned: %d go to one city, %d ask every city, %d touch no distributed table\n", n, routed, everywhere, n - routed - everywhere }' \
    "$work/placed" "$work/plans"

# And a market on it.
"$JIANGHUI" serve --data "$work/data" --port 0 --account-rate 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.05; done
port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")
[ -n "$port" ] || fail "the server does not start: $(tail -5 "$work/log")"
load=$BUILD/tests/jianghui_load
"$load" prepare --port "$port" --market "$work/market" --first "$work/first" --agencies 4 --orders 20 --headcount 50 >/dev/null
"$load" grabs --port "$port" --market "$work/market" --connections 16 --pick spread --seconds 2 --key-prefix by-city \
    --log "$work/attempts" >"$work/storm"
grep -q '"broken":false' "$work/storm" || fail "the server went away: $(cat "$work/storm")"
"$load" settle --port "$port" --market "$work/market" --order-count 20 --log "$work/attempts" \
    >"$work/settled" || fail "$(head -c 600 "$work/settled")"
kill "$server"; wait "$server" || true; server=''
"$JIANGHUI" check --data "$work/data" >"$work/check" || fail "check finds faults: $(cat "$work/check")"
parts=$(ask -c "SELECT COUNT(DISTINCT tableoid) FROM organisations")
[ "$parts" -eq 2 ] || fail "all organisations are in one partition: the test shows nothing"
echo "by city: $(wc -l <"$work/placed") tables placed; $(cat "$work/storm")"
