#!/usr/bin/env bash
# The operator's first hour: start, look, be refused for good reasons, back up, stop, restore.
# Needs JIANGHUI, the program. Everything happens in a folder of its own and on free ports.
set -euo pipefail
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

expect() { # expect WHAT ACTUAL WANTED
    [ "$2" = "$3" ] || { printf 'not as expected: %s\n  got    %s\n  wanted %s\n' "$1" "$2" "$3" >&2; exit 1; }
}
code_of() { local code=0; "$@" >"$work/out" 2>"$work/err" || code=$?; echo "$code"; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@"; }

mkdir "$work/web" && printf '<p>hall' >"$work/web/index.html"
"$JIANGHUI" serve --data "$work/data" --port 0 --web "$work/web" --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 100); do [ -s "$work/ready" ] && break; sleep 0.1; done
port=$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")
at=http://127.0.0.1:$port

expect "health" "$(curl -s "$at/healthz")" ok
expect "readiness" "$(status "$at/readyz")" 200
expect "metrics" "$(curl -s "$at/metrics" | grep -c '^jianghui_requests_total ')" 1
expect "the hall" "$(curl -s "$at/")" '<p>hall'
expect "the document" "$(curl -s --compressed "$at/api/v1/openapi.json" | head -c 18)" '{"openapi":"3.1.0"'
expect "an unknown path" "$(status "$at/api/v1/nothing")" 404
expect "a path out of the folder" "$(status --path-as-is "$at/../../etc/passwd.txt")" 404
expect "key file mode" "$(stat -c %a "$work/data/keys")" 600

expect "a second server on the folder" "$(code_of "$JIANGHUI" serve --data "$work/data" --port 0)" 1
expect "  its reason" "$(grep -c 'Another jianghui' "$work/err")" 1
expect "a taken port" "$(code_of "$JIANGHUI" serve --data "$work/other" --port "$port" --json)" 1
expect "  its code" "$(grep -o port_taken "$work/err" | head -1)" port_taken
expect "wrong usage" "$(code_of "$JIANGHUI" frobnicate)" 2
expect "no database" "$(code_of "$JIANGHUI" check --data "$work/nowhere")" 1
: >"$work/file"
expect "a folder that is a file" "$(code_of "$JIANGHUI" serve --data "$work/file" --port 0 --json)" 1
expect "  its code" "$(grep -o data_folder_unusable "$work/err" | head -1)" data_folder_unusable

expect "check" "$(code_of "$JIANGHUI" check --data "$work/data")" 0
expect "backup of the running server" "$(code_of "$JIANGHUI" backup --data "$work/data" --to "$work/backup.sqlite")" 0
expect "backup over a file" "$(code_of "$JIANGHUI" backup --data "$work/data" --to "$work/backup.sqlite")" 1

kill -TERM "$server"
code=0; wait "$server" || code=$?
server=''
expect "exit code after SIGTERM" "$code" 0
expect "log lines that are no JSON" "$(grep -vc '^{"at":".*}$' "$work/log" || true)" 0

expect "restore" "$(code_of "$JIANGHUI" restore --data "$work/restored" --from "$work/backup.sqlite")" 0
expect "start without the keys" "$(code_of "$JIANGHUI" serve --data "$work/restored" --port 0 --json)" 1
expect "  its code" "$(grep -o keys_missing "$work/err" | head -1)" keys_missing
cp -p "$work/data/keys" "$work/restored/keys"
expect "migrate" "$(code_of "$JIANGHUI" migrate --data "$work/restored")" 0
chmod 644 "$work/restored/keys"
expect "check of open keys" "$(code_of "$JIANGHUI" check --data "$work/restored")" 3
echo "all as expected"
