#!/usr/bin/env bash
# Draws are recomputed from their public documents: those that a second implementation (tests/draws) has made are
# found right, and those that it has forged in one field are found wrong. Needs JIANGHUI, the program, and python3.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf 'draws: %s\n' "$1" >&2; cat "$work/said" >&2; exit 1; }

made=$(python3 "$root/tests/draws/make_draws.py" "$work")
right=0 wrong=0
for file in "$work"/right-*.json; do
    "$JIANGHUI" draw verify --file "$file" --json >"$work/said" 2>&1 || fail "$(basename "$file") is right and was refused"
    grep -q '"verified":true' "$work/said" || fail "$(basename "$file"): no word of it"
    right=$((right + 1))
done
for file in "$work"/wrong-*.json; do
    code=0
    "$JIANGHUI" draw verify --file "$file" --json >"$work/said" 2>&1 || code=$?
    [ "$code" = 1 ] || fail "$(basename "$file") is forged and the exit code is $code"
    grep -qE '"code":"(draw_mismatch|draw_not_held)"' "$work/said" || fail "$(basename "$file"): no code"
    wrong=$((wrong + 1))
done
[ "$right right, $wrong wrong" = "$made" ] || fail "not all were asked"

# From standard input, and what is no document at all.
"$JIANGHUI" draw verify --file - <"$work/right-some-00.json" >"$work/said" || fail "not read from standard input"
printf '{"order":1}' >"$work/none"
"$JIANGHUI" draw verify --file "$work/none" >"$work/said" 2>&1 && fail "took what is no document"
"$JIANGHUI" draw verify --file "$work/nowhere" >"$work/said" 2>&1 && fail "took a file that is not there"
echo "draws: $made"
