#!/usr/bin/env bash
# `jianghui bench` measures what it says it does and leaves nothing behind.
# Needs JIANGHUI, the program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { printf '%s\n' "$1" >&2; exit 1; }

"$JIANGHUI" bench --data "$work" --seconds 0.2 --runs 1 --json >"$work/said" 2>"$work/log" ||
    fail "bench: $(tail -3 "$work/log")"
for name in disk grabs_hot grabs_spread reads; do
    grep -qE "\"name\":\"$name\",\"title\":\"[^\"]+\",\"per_second\":[1-9]" "$work/said" ||
        fail "no rate of $name: $(cat "$work/said")"
done
[ -z "$(find "$work" -name 'jianghui-bench-*')" ] || fail "the temporary folder is still there"
code=0
"$JIANGHUI" bench --data "$work/nowhere" >/dev/null 2>&1 || code=$?
[ "$code" -eq 2 ] || fail "a folder that is not there is wrong usage, not $code"
echo "all as expected"
