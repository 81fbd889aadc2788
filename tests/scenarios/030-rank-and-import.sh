#!/usr/bin/env bash
# The commands that features bring: import a list of orders and of people into a data folder without
# a server, then rank them. Needs JIANGHUI, the program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

expect() { # expect WHAT ACTUAL WANTED
    [ "$2" = "$3" ] || { printf 'not as expected: %s\n  got    %s\n  wanted %s\n' "$1" "$2" "$3" >&2; cat "$work/out" "$work/err" >&2; exit 1; }
}
code_of() { local code=0; "$@" >"$work/out" 2>"$work/err" || code=$?; echo "$code"; }
count() { sed -E "s/.*\"counts\":\{([^}]*)\}.*/\1/; s/.*\"$1\":([0-9]+).*/\1/" "$work/out"; }
data="--data $work/data"

printf '姓名,身份证号,常住地,职业,技能\n' >"$work/people.csv"
printf '张三丰,510502199001010018,泸州市江阳区,白酒酿造工,白酒酿造\n' >>"$work/people.csv"
printf '李四,510502199001010026,宜宾市翠屏区,焊工,手工电弧焊\n' >>"$work/people.csv"
printf '王五,510502199001010031,宜宾市翠屏区,焊工,\n' >>"$work/people.csv"

expect "no administrator yet" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind supply --json)" 1
expect "  its code" "$(grep -o account_unknown "$work/err" | head -1)" account_unknown
expect "the first administrators" "$(code_of "$JIANGHUI" first-administrator $data --json)" 0
expect "  its account" "$(grep -o '"account":"system-administrator"' "$work/out")" '"account":"system-administrator"'

expect "wrong kind" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind fish --json)" 2
expect "no file" "$(code_of "$JIANGHUI" import $data "$work/nothing.csv" --kind supply --json)" 1
expect "  its code" "$(grep -o file_unreadable "$work/err" | head -1)" file_unreadable
expect "dry run" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind supply --dry-run --json)" 0
expect "  rows read" "$(count read)" 3
expect "  the wrong number" "$(count refused)" 1
expect "  written" "$(count imported)" 0
expect "for good" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind supply --json)" 0
expect "  written" "$(count imported)" 2
expect "the same file" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind supply --json)" 1
expect "  its code" "$(grep -o import_repeated "$work/err" | head -1)" import_repeated
expect "in words" "$(code_of "$JIANGHUI" import $data "$work/people.csv" --kind supply --dry-run)" 0
expect "  a line of counts" "$(grep -c '读取 read' "$work/out")" 1

expect "rank nobody" "$(code_of "$JIANGHUI" rank $data --json)" 2
expect "  its code" "$(grep -o rank_needs_one "$work/err" | head -1)" rank_needs_one
expect "rank an unknown order" "$(code_of "$JIANGHUI" rank $data --order 0000000000001 --json)" 1
expect "  its code" "$(grep -o not_found "$work/err" | head -1)" not_found
expect "too many" "$(code_of "$JIANGHUI" rank $data --order 0000000000001 -k 1000 --json)" 2

id_text() { # id_text NUMBER: as the API writes it
    local letters=0123456789abcdefghjkmnpqrstvwxyz text='' number=$1
    for _ in $(seq 13); do text=${letters:$((number & 31)):1}$text; number=$((number >> 5)); done
    echo "$text"
}
if command -v sqlite3 >/dev/null; then # the import tells no ids: look them up
    person=$(id_text "$(sqlite3 "$work/data/jianghui.sqlite" 'SELECT id FROM people ORDER BY id LIMIT 1')")
    expect "rank orders for a person" "$(code_of "$JIANGHUI" rank $data --person "$person" -k 5 --json)" 0
    expect "  there are none" "$(grep -o '"considered":0' "$work/out")" '"considered":0'
    expect "in words" "$(code_of "$JIANGHUI" rank $data --person "$person")" 0
    expect "  the same" "$(head -1 "$work/out")" "0 considered"
fi
echo "all as expected"
