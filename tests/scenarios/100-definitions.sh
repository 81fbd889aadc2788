#!/usr/bin/env bash
# The files of registers are checked without a data folder: what ships passes; a fault is named with
# file and line and ends with 3; a server keeps what was in force when a file breaks.
# Needs JIANGHUI, the program.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf '%s\n' "$*" >&2; exit 1; }

"$JIANGHUI" check --definitions >"$work/out" || fail "what ships does not pass: $(cat "$work/out")"
grep -q 'registers: [0-9]* files, no faults' "$work/out" || fail "says: $(cat "$work/out")"

mkdir -p "$work/region/registers"
sed 's/table = "places"/table = "placs"/' "$root/registers/recognition.toml" >"$work/region/registers/recognition.toml"
code=0
"$JIANGHUI" check --definitions "$work/region" >"$work/out" || code=$?
[ "$code" = 3 ] || fail "exit code $code, wanted 3"
line=$(grep -n 'placs' "$work/region/registers/recognition.toml" | cut -d: -f1)
grep -q "^registers/recognition.toml:$line: " "$work/out" || fail "names no line $line: $(cat "$work/out")"
("$JIANGHUI" check --definitions "$work/region" --json || true) >"$work/out"
grep -q '"faults":\["registers/recognition.toml:' "$work/out" || fail "no faults as JSON: $(cat "$work/out")"
printf 'definitions checked\n'
