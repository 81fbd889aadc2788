#!/usr/bin/env bash
# M4: the best 50 of a million people for an order through the program's HTTP API, beside PostgreSQL with the same filters and points.
#
#   bench/match.sh [--people 1000000] [--orders 200] [--runs 3] [--levels 2] [--program build/release/bin/jianghui] [--folder DIR]
#
# The people go straight into the program's SQLite database, which builds its index from it when it starts; the orders are drafts made through
# the API, and the employer asks `GET orders/{order}/candidates?k=50` for each: one client, one connection, the whole answer with names
# and reasons. PostgreSQL: one table in the order of (occupation, county) by its index (CLUSTER), prepared statements through a local socket, warm,
# with plans of its own for each question and with one plan for all. --levels: how many levels of the occupation must be shared
# (parameter suggestion_occupation_levels; as shipped 0: any). Every list of both is compared; the command fails when one differs.
# Needs the program, build/release/tests/jianghui_load, python3, curl, PostgreSQL. About 2 GB in DIR, ten minutes. Not part of ./test.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options people=1000000 orders=200 runs=3 levels=2 program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program" "$load"
. "$root/tests/support/postgres.sh"
[ -n "$cluster_bin" ] || { echo "PostgreSQL is not installed" >&2; exit 1; }
work_in "$folder" match
serving=(--address-rate 0)

# The program beside reference data in which so many levels must be shared.
mkdir -p "$work/bare/bin" "$work/bare/share/jianghui"
cp "$program" "$work/bare/bin/jianghui"
for part in data registers procedures measures; do [ ! -d "$root/$part" ] || cp -r "$root/$part" "$work/bare/share/jianghui/$part"; done
sed -i -E "s/^(suggestion_occupation_levels),[0-9]+/\1,$levels/" "$work/bare/share/jianghui/data/parameters.csv"
program=$work/bare/bin/jianghui reference=$work/bare/share/jianghui/data
machine
load_before
market data market --agencies 1 --orders 1
token=$(value employer <"$work/market")
stop
python3 "$root/bench/match/population.py" "$work/data" "$reference" "$people" "$work/workers.csv" "$work/facts.json"
# No event told of them: an index that was kept is not theirs.
rm -f "$work/data/matching.index"
begun=$(date +%s.%N)
serve data
api=http://127.0.0.1:$port/api/v1
echo "started with $people people in $(awk -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') s, $(awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$server/status") MB resident"
python3 "$root/bench/match/questions.py" "$work/facts.json" "$reference" "$levels" "$orders" "$api" "$token" "$work/orders" "$work/queries.sql"

# The program: a round to warm up whose answers are kept, then rounds that are timed.
awk -v api="$api" '{ printf "url = \"%s/orders/%s/candidates?k=50\"\n", api, $1 }' "$work/orders" >"$work/asked"
ask() { curl -sS --fail -H "Authorization: Bearer $token" -K "$work/asked" "$@"; }
ask -w '\n' >"$work/answers"
sed -i 's/$/\noutput = "\/dev\/null"/' "$work/asked"
for _ in $(seq "$runs"); do ask -w '%{time_total}\n' | awk '{ print NR - 1, 1000 * $1 }'; done >"$work/times"
stop

CLUSTER_SETTINGS='-c shared_buffers=2GB -c effective_cache_size=6GB -c work_mem=64MB -c jit=off' start_cluster "$work/pg"
sql() { cluster_as psql -qAt "$cluster_url" -v ON_ERROR_STOP=1 "$@"; }
sql <<'END'
CREATE TABLE workers (id bigint, occupation int, county int, reach int, free_from int, born int, confirmed int, pay int, months int, education int,
    skills int[], levels int[], certificates int[], certificate_ends int[]);
END
sql -c "COPY workers FROM STDIN CSV" <"$work/workers.csv"
sql -c 'CREATE INDEX workers_by_place ON workers (occupation, county)' -c 'CLUSTER workers USING workers_by_place' -c 'VACUUM ANALYZE workers' \
    -c 'CREATE EXTENSION IF NOT EXISTS pg_prewarm' -c "SELECT pg_prewarm('workers')" >/dev/null
ways=()
for plans in custom generic; do
    for parallel in 0 2; do
        way=$work/plans-$plans-parallel-$parallel
        { printf 'SET plan_cache_mode = force_%s_plan; SET max_parallel_workers_per_gather = %s;\n\\timing on\n' "$plans" "$parallel"
          cat "$work/queries.sql"; for _ in $(seq "$runs"); do grep -v '^PREPARE\|^SELECT\|^    \|^FROM\|^WHERE\|^ORDER' "$work/queries.sql"; done
        } | sql >"$way"
        ways+=("$way")
    done
done
python3 "$root/bench/match/compare.py" "$work/answers" "${ways[@]}" <"$work/times"
load_after
