#!/usr/bin/env bash
# Derives the pages of this folder from the code, the migrations, the data and the program.
#   docs/reference/make.sh           writes the pages
#   docs/reference/make.sh --check   writes nothing; fails when a page does not say what the code says, or a table is not in docs/scale.md
# JIANGHUI is the program, for api.md and openapi.json; without it these two are left alone.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
node=$(command -v node || echo "$root/ui/node_modules/.bin/node")

program=${JIANGHUI:-$root/build/release/bin/jianghui}
[ ! -x "$program" ] || "$program" openapi >"$work/document"
unplaced=$("$node" "$here/make.mjs" "$root" "$work")
rm -f "$work/document"

stale=0
if [ -n "$unplaced" ]; then
    printf '%s\n' "$unplaced" >&2
    [ "${1:-}" != --check ] || stale=1
fi
for page in "$work"/*; do
    name=$(basename "$page")
    if [ "${1:-}" != --check ]; then
        cp "$page" "$here/$name"
    elif ! diff -u "$here/$name" "$page" | head -20 || ! cmp -s "$here/$name" "$page"; then
        printf 'stale: docs/reference/%s (run docs/reference/make.sh)\n' "$name" >&2
        stale=1
    fi
done
exit "$stale"
