#!/usr/bin/env bash
# The worked example of docs/definitions.md, done as the page says: its blocks are taken from the page itself into a copy of the
# definitions; they pass the check; a worker opens the procedure, the official of her city lists her, everybody sees the entry without what
# is sealed, its certificate verifies; a changed text of the same version is refused by name. Needs JIANGHUI, the program.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
page=$root/docs/definitions.md
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { printf 'worked example: %s\n' "$*" >&2; exit 1; }
has() { grep -qF -- "$2" "$1" || fail "$3: $(head -c 1500 "$1")"; }

# The copy: the program finds data/ beside it, and registers/ and procedures/ beside data/.
copy=$work/region
mkdir -p "$copy/build/release/bin"
cp "$JIANGHUI" "$copy/build/release/bin/jianghui"
cp -r "$root/data" "$root/registers" "$root/procedures" "$copy"
jianghui=$copy/build/release/bin/jianghui

# 1 and 2 of the page.
grep -o '`mentor_fields,[^`]*`' "$page" | tr -d '`' >>"$copy/data/code_tables.csv"
block() { awk -v n="$1" '/^```toml$/ { at++; inside = 1; next } /^```$/ { inside = 0 } inside && at == n' "$page"; }
block 1 >"$copy/registers/mentor.toml"
block 2 >"$copy/procedures/mentor_listing.toml"

# 3 of the page.
"$jianghui" check --definitions "$copy" >"$work/out" || fail "the check refuses it: $(cat "$work/out")"

# 4 of the page, with the people of the demonstration.
"$jianghui" demo --data "$work/data" --small >/dev/null
"$jianghui" serve --data "$work/data" --port 0 --json >"$work/ready" 2>"$work/log" &
server=$!
for _ in $(seq 600); do [ -s "$work/ready" ] && break; sleep 0.05; done
at=http://127.0.0.1:$(sed -E 's/.*"port":([0-9]+).*/\1/' "$work/ready")/api/v1

json() { # json PATH: the value at that path of the document on standard input
    python3 -c 'import json, sys
value = json.load(sys.stdin)
for key in sys.argv[1].split("."): value = value[int(key) if key.isdigit() else key]
print(value)' "$1"
}
password_of() { python3 -c 'import json, sys
print(next(each["password"] for each in json.load(open(sys.argv[1])) if each["account"] == sys.argv[2]))' "$work/data/demo-accounts.json" "$1"; }
keys=0
post() { # post PATH BODY [TOKEN]
    keys=$((keys + 1))
    curl -s --fail-with-body -X POST "$at/$1" -H 'Content-Type: application/json' -H "Idempotency-Key: worked-example-$keys-$1" ${3:+-H "Authorization: Bearer $3"} -d "$2" || fail "POST $1"
}
get() { curl -s --fail-with-body ${2:+-H "Authorization: Bearer $2"} "$at/$1" || fail "GET $1"; }
sign_in() { post sessions "{\"account\":\"$1\",\"password\":\"$(password_of "$1")\"}" | json token; }

worker=$(sign_in worker-1)
get procedures "$worker" >"$work/out"
has "$work/out" '"mentor_listing"' "the worker does not see the procedure"
case_made=$(post cases '{"procedure":"mentor_listing","values":{"field":"skill","hours":20,"phone":"13908301234"}}' "$worker")
id=$(json id <<<"$case_made")
case $(json place <<<"$case_made") in
    510500) account=official-luzhou ;; 511500) account=official-yibin ;; 511000) account=official-neijiang ;; 510300) account=official-zigong ;;
    *) fail "it is not handled by a city: $case_made" ;;
esac
official=$(sign_in "$account")
get "inbox" "$official" >"$work/out"
has "$work/out" "$id" "the case is not in the inbox of its city"
[ "$(get "cases/$id" "$official" | json clocks.0.days)" = 5 ] || fail "no clock of five days"
entry=$(post "cases/$id/steps/list" '{}' "$official" | json entries.0.id)

get registers/mentor/entries >"$work/out"
has "$work/out" '导师[' "the public look-up does not show the entry"
! grep -q '1390830\|phone' "$work/out" || fail "the public look-up shows what is sealed: $(cat "$work/out")"
get "entries/$entry/certificate" >"$work/certificate.json"
get certificates/issuers >"$work/issuers.json"
"$jianghui" certificate verify "$work/certificate.json" --issuers "$work/issuers.json" >"$work/out" || fail "the certificate does not verify: $(cat "$work/out")"

# "Changing one": a text changed under the same version is refused, with the file's name, and the old one goes on.
sed -i 's/days = 5/days = 6/' "$copy/procedures/mentor_listing.toml"
for _ in $(seq 300); do grep -q 'mentor_listing' "$work/log" && break; sleep 0.05; done
grep 'mentor_listing' "$work/log" | tail -1
[ "$(get procedures/mentor_listing | json clocks.0.days)" = 5 ] || fail "a text changed under the same version came into force"
printf 'the worked example of docs/definitions.md runs\n'
