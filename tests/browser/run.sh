#!/usr/bin/env bash
# The whole story of an order, in a real browser against a server of its own: see story.mjs.
# Needs JIANGHUI, the program, the built web app (ui/dist), playwright-core and axe-core of ui/node_modules, and chromium.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
: "${JIANGHUI:=$root/build/release/bin/jianghui}"
chromium=${CHROMIUM:-/usr/bin/chromium}
node=$root/ui/node_modules/.bin/node
[ -x "$node" ] || node=$(command -v node)
for needed in "$JIANGHUI" "$root/ui/dist/index.html" "$chromium"; do
    [ -e "$needed" ] || { printf 'browser tests: %s is missing\n' "$needed" >&2; exit 1; }
done

work=$(mktemp -d)
server=''
stop() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap stop EXIT

"$JIANGHUI" first-administrator --data "$work/data" --json >"$work/first"
"$JIANGHUI" serve --data "$work/data" --port 0 --web "$root/ui/dist" --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 200); do
    [ -s "$work/ready" ] && break
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done

mkdir -p "$root/build/shots"
code=0
BASE=http://127.0.0.1:$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready") \
    FIRST_CODE=$(sed -E 's/.*"code":"([^"]*)".*/\1/' "$work/first") \
    SHOTS=$root/build/shots CHROMIUM=$chromium \
    "$node" "$root/tests/browser/story.mjs" || code=$?
if grep -q '"level":"error"' "$work/log"; then
    printf 'the server logged errors:\n' >&2
    grep '"level":"error"' "$work/log" | head -5 >&2
    code=1
fi
exit "$code"
