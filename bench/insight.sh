#!/usr/bin/env bash
# Statistics of a large journal, and I1, I2, I3 (docs/performance.md): the demonstration data and generated events beside it.
#
#   bench/insight.sh [--events 10000000] [--runs 3] [--requests 200] [--seconds 4] [--patience 1800] [--small] [--program build/release/bin/jianghui] [--folder DIR]
#
# Says, a line each:
#   generated  seconds of writing the generated events into the journal, before anything is measured
#   counting   events a second while all measures count the journal from position 0, in the server's write lane (the aim is to keep up with
#              20,000), seconds until every reader of the journal was there (null: not within --patience seconds; the rest goes on), what an event took of
#              the processor until then, of the whole server, and the server's resident memory: at its most, and then
#   page       each dashboard page over HTTP from this machine, one client: median and 99th percentile in ms (the aim is 50); and pages of the
#              records that figures open to
#   older      a table as of an older position: ms of the first time, when its figures are made, and of the next ones
#   anchor     DuckDB, two threads, in memory, on the same generated events: queries a and b, loading apart
#   columns    `jianghui statistics verify --threads 2` on the same journal: ms of reading it into columns in memory, of laying them out by fact,
#              and of counting all cells of all measures from them (the middle of --runs); that every cell is the one that is kept
#   I1         that counting over DuckDB's query b, and with the laying out (bar 1/3, aim 1/10); reading apart (CORRECTIONS 5)
#   rebuild    counting all from position 0 through the database, with steps and records, over the same query b: no goal, what a recount takes
#   I2         the slowest of the tables, after everything was counted, over DuckDB's query a (bar 1/20, aim 1/500)
#   I3         durable grabs a second with the measures counting, over without any measure (bar 0.9, aim 0.98); figures, efficiency and
#              shortages count in both
# Needs the program, python3, curl; for I3 build/release/tests/jianghui_load; for the anchor Node 20 or newer with npm (the packages of
# bench/anchors are fetched the first time). What is missing is left out and said. 10,000,000 events need about 12 GB in DIR. Not part of ./test.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options program="$root/build/release/bin/jianghui" folder="${TMPDIR:-/tmp}" requests=200 events=10000000 runs=3 seconds=4 patience=1800 small -- "$@"
load=$root/build/release/tests/jianghui_load
need "$program"
work_in "$folder" insight
serving=(--address-rate 0)
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.4f", a / b }'; }
# Seconds of the processor that the server took so far.
processor() { awk -v ticks="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.2f", ($12 + $13) / ticks }' "/proc/$server/stat"; }
memory() { awk -v field="$1:" '$1 == field { printf "%d", $2 / 1024 }' "/proc/$server/status"; }

machine "$folder"
load_before
"$program" demo $small --data "$work/data" >/dev/null
begun=$(date +%s.%N)
since() { awk -v a="$begun" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }'; }
[ "$events" = 0 ] || { python3 "$root/bench/insight/events.py" "$work/data/jianghui.sqlite" "$events" "$work/events.csv"; echo "generated {\"events\":$events,\"seconds\":$(since)}"; }

# How far the readers are: "slowest measure, slowest reader of all, newest event", from beside the server.
positions() {
    python3 - "$work/data/jianghui.sqlite" <<'PYTHON'
import sqlite3, sys
database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True, timeout=60)
readers = dict(database.execute("SELECT name, position FROM journal_checkpoints"))
newest = database.execute("SELECT MAX(position) FROM events").fetchone()[0]
measures = [position for name, position in readers.items() if name.startswith("statistics.")]
print(min(measures, default=0), min(readers.values(), default=0), newest)
PYTHON
}
serve data
begun=$(date +%s.%N)
read -r start _ goal < <(positions)
processor_before=$(processor)
counted='' everything=null
while sleep 0.5; do
    read -r slowest all newest < <(positions)
    [ -n "$counted" ] || [ "$slowest" -lt "$goal" ] || counted=$(since)
    [ "$all" -lt "$goal" ] || { everything=$(since); break; }
    [ "$(since | cut -d. -f1)" -lt "$patience" ] || break
done
[ -n "$counted" ] || { echo "the measures counted to $slowest of $goal in $(since) s: more than --patience; nothing else is measured" >&2; exit 1; }
printf 'counting {"events":%s,"counted_seconds":%s,"events_a_second":%s,"everything_read_seconds":%s,"processor_us_an_event":%s,"resident_mb":%s,"resident_mb_at_most":%s}\n' "$newest" "$counted" \
    "$(awk -v n="$((goal - start))" -v s="$counted" 'BEGIN { printf "%.0f", n / s }')" "$everything" \
    "$(awk -v n="$((goal - start))" -v a="$processor_before" -v b="$(processor)" 'BEGIN { printf "%.1f", 1e6 * (b - a) / n }')" "$(memory VmRSS)" "$(memory VmHWM)"

# Dashboard pages, as an official of the province sees them.
api=http://127.0.0.1:$port/api/v1
password=$(sed -n 's/.*"account":"official-sichuan","password":"\([^"]*\)".*/\1/p' "$work/data/demo-accounts.json")
token=$(curl -fsS -H 'Content-Type: application/json' -H "Idempotency-Key: insight-$$" -d "{\"account\":\"official-sichuan\",\"password\":\"$password\"}" "$api/sessions" | sed -E 's/.*"token":"([^"]*)".*/\1/')
year=$(date +%Y) quarter=$(date +%Y)Q$(( ($(date +%-m) + 2) / 3 ))
slowest_table=0
# Asks for a page so many times; the times in ms, sorted, in $work/times. False when one was not answered.
times_of() {
    for _ in $(seq "$2"); do printf 'url = "%s/%s"\noutput = "/dev/null"\n' "$api" "$1"; done >"$work/asked"
    curl -sS --fail -H "Authorization: Bearer $token" -w '%{time_total}\n' -K "$work/asked" 2>"$work/refused" | awk '{ print 1000 * $1 }' | sort -g >"$work/times" || true
    [ "$(wc -l <"$work/times")" = "$2" ] && [ ! -s "$work/refused" ] || { echo "page $1: not answered: $(head -1 "$work/refused")"; return 1; }
}
page() {
    times_of "$1" "$requests" || return 0
    middle=$(median "$work/times")
    awk -v page="$1" -v middle="$middle" '{ row[NR] = $1 } END { n = int(NR * 0.99); printf "page {\"path\":\"%s\",\"p50_ms\":%.2f,\"p99_ms\":%.2f}\n", page, middle, row[n < 1 ? 1 : n] }' "$work/times"
    case $1 in statistics/*/records*) ;; statistics/*) slowest_table=$(awk -v a="$slowest_table" -v b="$middle" 'BEGIN { print (a > b ? a : b) }') ;; esac
}
for page in "statistics/demand?period=$quarter&by=place" "statistics/demand?period=$quarter&by=occupation" "statistics/supply?period=$quarter&by=occupation" \
    "statistics/placements?period=$quarter&by=place" "statistics/market?period=$quarter" "statistics/market?period=$quarter&by=occupation" "figures?place=511500&year=$year" "figures/map?measure=employment&year=$year" \
    "targets?year=$year" "targets/comparison?measure=employment&year=$year" "talent-flows?kind=work&period=$quarter" 'shortage-warnings' 'shortage-hindsight' 'lists' \
    "efficiency/procedures?from=$year-01-01&to=$year-12-31" "efficiency/treatment?from=$year-01-01&to=$year-12-31" 'duties' 'duty-assessments' 'inbox'; do
    page "$page"
done

# What figures open to: of this quarter, of one two years ago, of one place and occupation (the rarest and the commonest of those generated).
past=$((year - 2))Q4
for measure in demand supply placements; do
    page "statistics/$measure/records?period=$quarter"
    page "statistics/$measure/records?period=$past"
    [ "$events" = 0 ] || while IFS=, read -r place occupation; do page "statistics/$measure/records?period=$quarter&place=$place&occupation=$occupation"; done < <(
        awk -F, '{ sub(/\r$/, "") } $2 == 1 { ++n[$5 "," $6] } END { for (cell in n) print n[cell], cell }' "$work/events.csv" | sort -g | sed -n '1p;$p' | cut -d' ' -f2)
done

# Older positions: made when first asked for, then kept (the last eight).
for part in 25 50 75 99; do
    for measure in demand supply; do
        path="statistics/$measure?period=$past&by=occupation&position=$((goal * part / 100))"
        times_of "$path" 1 || continue
        first=$(cat "$work/times")
        times_of "$path" 20 || continue
        printf 'older {"path":"%s","first_ms":%.2f,"again_ms":%.2f}\n' "$path" "$first" "$(median "$work/times")"
    done
done
echo "resident after the pages: $(memory VmRSS) MB"
stop

columns=$("$program" statistics verify --data "$work/data" --threads 2 --runs "$runs" --json)
echo "columns $columns"

if [ "$events" != 0 ] && command -v npm >/dev/null; then
    [ -d "$root/bench/anchors/node_modules/@duckdb" ] || (cd "$root/bench/anchors" && npm ci --no-audit --no-fund --loglevel error) >&2
    said=$(node "$root/bench/anchors/insight.mjs" "$work/events.csv" "$runs")
    echo "anchor $said"
    anchor=$(number b_ms <<<"$said") counting=$(number counting_us <<<"$columns") arranging=$(number arranging_ms <<<"$columns")
    printf 'I1 {"counting":%s,"counting_and_laying_out":%s}\n' "$(ratio "$counting" "$(awk -v ms="$anchor" 'BEGIN { print 1000 * ms }')")" \
        "$(ratio "$(awk -v us="$counting" -v ms="$arranging" 'BEGIN { print us / 1000 + ms }')" "$anchor")"
    printf 'rebuild %s\nI2 %s\n' "$(ratio "$counted" "$(awk -v ms="$anchor" 'BEGIN { print ms / 1000 }')")" "$(ratio "$slowest_table" "$(number a_ms <<<"$said")")"
else
    echo 'anchor: left out (no generated events, or no npm)'
fi
rm -rf "$work/data" "$work/events.csv"

# I3. Without measures: the program beside a folder of definitions that has none.
[ -x "$load" ] || { echo 'I3: left out (ninja -C build/release jianghui_load)'; exit 0; }
with_measures=$program
mkdir -p "$work/bare/bin" "$work/bare/share/jianghui/measures"
cp "$program" "$work/bare/bin/jianghui"
for part in data registers procedures; do cp -r "$root/$part" "$work/bare/share/jianghui/$part"; done
serving+=(--threads 1)
for run in $(seq "$runs"); do
    for way in on off; do
        program=$with_measures
        [ "$way" = on ] || program=$work/bare/bin/jianghui
        market "$way" market --agencies 16 --orders 400
        "$load" grabs --port "$port" --market "$work/market" --connections 64 --seconds "$seconds" --pick spread --key-prefix "$way-$run" | number per_second >>"$work/$way.rate"
        stop
        rm -rf "${work:?}/$way"
    done
done
printf 'I3 {"on":%s,"off":%s,"ratio":%s}\n' "$(median "$work/on.rate")" "$(median "$work/off.rate")" "$(ratio "$(median "$work/on.rate")" "$(median "$work/off.rate")")"
load_after
