#!/usr/bin/env bash
# Commands for data that is nobody's database: allocate, stable and rank over files. They need no
# data folder and make none. Needs JIANGHUI, the program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
testdata=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../engine/matching/testdata" && pwd)
verify=$(cd "$(dirname "${BASH_SOURCE[0]}")/../allocation" && pwd)/verify_allocation.py
cd "$work"

expect() { # expect WHAT ACTUAL WANTED
    [ "$2" = "$3" ] || { printf 'not as expected: %s\n  got    %s\n  wanted %s\n' "$1" "$2" "$3" >&2; cat out err >&2; exit 1; }
}
code_of() { local code=0; "$@" >out 2>err || code=$?; echo "$code"; }
has() { grep -c -F -- "$1" "$2" || true; }

printf 'worker,order,score\r\na,x,5\r\na,y,4\r\nb,x,4.5\r\n' >E.csv
printf 'order,capacity\nx,1\ny,1\n' >O.csv

expect "allocate" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --json)" 0
expect "  the total" "$(has '"total":8.5,"matched":2,"unmatched_workers":0,' out)" 1
expect "  the proof" "$(has '"bound":8.5,"value":8.5,"gap":0,"verified":true' out)" 1
expect "in words" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv)" 0
expect "greedily" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --method greedy --json)" 0
expect "  the total" "$(has '"total":5,' out)" 1
expect "stably" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --method stable --json)" 0
expect "  the proof" "$(has '"blocking_pairs":0' out)" 1
expect "at least" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --objective min --perfect --json)" 0
expect "  the total" "$(has '"total":8.5,' out)" 1
printf 'worker,capacity\na,1\nb,1\nc,1\n' >W.csv
expect "everybody" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --workers W.csv --perfect --json)" 3
expect "  the answer" "$(has '"status":"infeasible"' out)" 1
printf 'worker,order,score\na,x,5\nb,x,much\n' >bad.csv
expect "a bad file" "$(code_of "$JIANGHUI" allocate --edges bad.csv --orders O.csv --json)" 1
expect "  named" "$(has '"row":"3","column":"score","value":"much"' err)" 1
expect "  no answer" "$(wc -c <out)" 0
expect "a folder" "$(code_of "$JIANGHUI" allocate --edges / --orders O.csv --json)" 1
expect "  named" "$(has '"file":"/"' err)" 1
expect "no file" "$(code_of "$JIANGHUI" allocate --edges none.csv --orders O.csv --json)" 1
expect "wrong method" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --method best --json)" 2
expect "  the option and what it takes" "$(has '"nearest":["optimal","stable","greedy"],"facts":{"option":"--method","value":"best"}' err)" 1
expect "a limit that is none" "$(code_of "$JIANGHUI" allocate --edges E.csv --orders O.csv --time-limit soon)" 2
expect "  the option" "$(has 'option: --time-limit' err)" 1
expect "a full disk" "$(code_of sh -c '"$JIANGHUI" allocate --edges E.csv --orders O.csv >/dev/full')" 1
expect "  said" "$(has 'was not written whole' err)" 1

printf 'worker,order,score\na,x,5\na,y,4\n' >E2.csv
printf 'order,capacity,from,to\nx,1,2026-12-01T08:00,2026-12-01T12:00\ny,1,2026-12-01T12:00,2026-12-01T18:00\n' >O2.csv
printf 'worker,capacity\na,2\n' >W2.csv
expect "one order at a time" "$(code_of "$JIANGHUI" allocate --edges E2.csv --orders O2.csv --workers W2.csv --json)" 0
expect "  both" "$(has '"total":9,"matched":2' out)" 1
expect "unmatched penalty" "$(code_of "$JIANGHUI" allocate --edges E2.csv --orders O2.csv --objective min --unmatched-penalty 4.5 --json)" 0
expect "  cheaper than going without" "$(has '"total":4,"matched":1' out)" 1

# A second implementation, in another language, of the rules that the README gives: proves the answers and refuses forged ones.
proves() { # proves WANTED FILES…: the code of looking at the answer in out.json
    local code=0; python3 "$verify" "${@:2}" out.json >said 2>&1 || code=$?
    expect "verify ${*:2}: $(cat said)" "$code" "$1"
}
answer() { "$JIANGHUI" allocate "$@" --json >out.json; proves 0 "$@"; }
answer --edges E.csv --orders O.csv
for forged in 's/"total":8.5/"total":9/' 's/"score":4.5/"score":5/' 's/"order":"y"/"order":"x"/' 's/"value":8.5/"value":8/' \
    's/"order_prices":{/"order_prices":{"z":1,/' 's/"worker_prices":{[^}]*}/"worker_prices":{"a":7}/' 's/"matched":2/"matched":3/' \
    's/"verified":true/"verified":false/' 's/"bound":8.5/"bound":9/'; do
    "$JIANGHUI" allocate --edges E.csv --orders O.csv --json | sed "$forged" >out.json
    proves 1 --edges E.csv --orders O.csv
done
answer --edges E.csv --orders O.csv --objective min --perfect
answer --edges E2.csv --orders O2.csv --workers W2.csv
answer --edges E2.csv --orders O2.csv --objective min --unmatched-penalty 4.5
# Scores as programs print doubles: more digits together than 64 bits hold, exact all the same.
python3 -c '
import random
random.seed(11)
print("worker,order,score", *(f"w{w},o{o},{random.uniform(-1, 100) * 10.0 ** -random.randrange(7)!r}" for w in range(60) for o in range(20)), sep="\n")' >E5.csv
awk 'BEGIN { print "order,capacity"; for (o = 0; o < 20; o++) print "o" o "," o % 4 }' >O5.csv
awk 'BEGIN { print "worker,capacity"; for (w = 0; w < 60; w++) print "w" w "," 1 + w % 2 }' >W5.csv
answer --edges E5.csv --orders O5.csv
answer --edges E5.csv --orders O5.csv --workers W5.csv --objective min --unmatched-penalty 0.1
awk 'BEGIN { srand(5); print "worker,order,score" >"E4.csv"; print "order,capacity,least,group" >"O4.csv"; print "worker,capacity,group" >"W4.csv"
    for (o = 0; o < 12; o++) print "o" o "," 1 + o % 3 "," (o == 4) ",all;" (o % 2 ? "odd" : "even") >"O4.csv"
    for (w = 0; w < 30; w++) { print "w" w "," 1 + (w % 5 == 0) ",a" w % 3 >"W4.csv"
        for (o = 0; o < 12; o++) if (rand() < 0.5) print "w" w ",o" o "," int(1000 * rand()) / 10 - 20 >"E4.csv" } }'
printf 'group,least,most\nall,,20\nodd,9,\neven,,9\n' >G4.csv
printf 'group,least,most\na0,6,\na1,2,5\na2,,\n' >V4.csv
answer --edges E4.csv --orders O4.csv --workers W4.csv --groups G4.csv --worker-groups V4.csv

# A search without end: Ctrl-C prints the best so far with its gap. (A background job ignores SIGINT until it asks for it.)
awk 'BEGIN { print "worker,order,score" >"E3.csv"; print "order,capacity,team" >"O3.csv"
    for (o = 0; o < 20; o++) { print "t" o ",3,yes" >"O3.csv"; for (w = 0; w < 40; w++) print "w" w ",t" o ",1" >"E3.csv" } }'
"$JIANGHUI" allocate --edges E3.csv --orders O3.csv --time-limit 120 --progress --json >out 2>err &
running=$!
for _ in $(seq 200); do grep -qE '[0-9]{3,} steps' err && break; sleep 0.1; done
kill -INT "$running"
code=0; wait "$running" || code=$?
expect "interrupted" "$code" 0
expect "  the best so far" "$(has '"status":"stopped"' out)" 1
expect "  its gap" "$(has '"bound":40,"value":39,"gap":1' out)" 1
expect "  a bar of the time limit" "$(grep -cE '\[#*\.+\] [0-9]+ of 120 s, search: [0-9]+ steps' err)" 1
expect "  what is certain meanwhile" "$(grep -c '; found 39; none exceeds 40' err)" 1
cp out out.json
proves 3 --edges E3.csv --orders O3.csv

# lap N: an OR-Library file as edges and orders.
lap() {
    tr -s ' \n' '\n\n' <"$1" | sed '/^$/d' | awk '
        NR == 1 { n = $1; print "worker,order,score" >"lap.csv"; print "order,capacity" >"seats.csv"; next }
        { i = NR - 2; print "w" int(i / n) ",o" i % n "," $1 >"lap.csv"; if (i < n) print "o" i ",1" >"seats.csv" }'
}
for pair in assign100:305 assign200:475; do
    lap "$testdata/${pair%:*}.txt"
    expect "${pair%:*}" "$(code_of "$JIANGHUI" allocate --edges lap.csv --orders seats.csv --objective min --perfect --json)" 0
    expect "  the optimum" "$(has "\"total\":${pair#*:},\"matched\":${pair:6:3}," out)" 1
done

expect "stable" "$(code_of "$JIANGHUI" stable --input "$testdata/hr_small.json" --json)" 0
expect "  the answer" "$(has '"matched":9,"unmatched":1,"free_posts":1,"resident_rank_sum_resident_optimal":12,"resident_rank_sum_hospital_optimal":12' out)" 1
printf '{"residents":{"a":["X"]},"hospitals":{}}' >bad.json
expect "a bad file" "$(code_of "$JIANGHUI" stable --input bad.json --json)" 1
expect "  named" "$(has '/residents/a/0' err)" 1
printf '{"residents":{"a":[],\n"a":[]},"hospitals":{}}' >bad.json
expect "a resident twice" "$(code_of "$JIANGHUI" stable --input bad.json)" 1
expect "  named" "$(has 'line 2, column' err)" 1
expect "  in the file" "$(has 'file: bad.json' err)" 1
printf '{"residents":' >bad.json
expect "half a file" "$(code_of "$JIANGHUI" stable --input bad.json --json)" 1
expect "  said" "$(has stable_file_malformed err)" 1

cat >W.jsonl <<'END'
{"id":"w1","place":"510502","born_on":"1990-05-01","occupations":["6-02-06-03"],"skills":[{"name":"酿酒","level":3}],"education":"30","experience_months":40}
{"id":"w2","place":"510502","born_on":"1990-05-01","occupations":["6-02-06-03"]}
{"id":"w3","place":"510502","born_on":"2020-05-01"}
END
echo '{"id":"o1","occupation":"6-02-06-03","place":"511502","starts_on":"2026-12-01","skills":[{"name":"酿酒","level":3}]}' >O.jsonl
expect "rank files" "$(code_of "$JIANGHUI" rank --workers W.jsonl --orders O.jsonl -k 50 --as-of 2026-11-27 --json)" 0
expect "  the best first" "$(grep -o '"worker":"[^"]*"' out | tr '\n' ' ')" '"worker":"w1" "worker":"w2" '
expect "  who is too young" "$(has '"filter":"age","count":1' out)" 1
echo '{"id":"w1","place":"510502","born_on":"1990-05-01"}' >>W.jsonl
expect "an id twice" "$(code_of "$JIANGHUI" rank --workers W.jsonl --orders O.jsonl --json)" 1
expect "  named" "$(has '"row":"4","column":"/id"' err)" 1
expect "half the files" "$(code_of "$JIANGHUI" rank --workers W.jsonl --json)" 2
expect "no data folder was made" "$(ls -d var 2>/dev/null || true)" ''
echo "all as expected"
