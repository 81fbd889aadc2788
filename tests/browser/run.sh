#!/usr/bin/env bash
# Stories told in a real browser, each against a server of its own: `run.sh [NAME...]`, without names all of them,
# two at a time (a story mostly waits, for its page or for its server). Named stories also leave pictures of all their pages in
# build/shots (SHOTS_390=1: at 390 px too); without names only what is wrong does.
#   story     an order from its first word to its last fen      disputes  what is sent back, disputed, corrected
#   keyboard  without a mouse                                  imports   a list as .xlsx, seen row by row, then written
#   modes     a draw from applying to its result; being named    quotes    sealed bids and their opening, a counter-offer
#   tiers     a team order with a tier, the gate that waits, a stand-by
#   changes   terms as a new version; cancellation terms and what is due
#   lending   shared staff: the board, the three-party agreement, a month paid on, one that is not and becomes a lead
#   second_factor  one-time codes: set up, asked for, started over; who agreed and who read
#   privacy   a copy of everything, an erasure, what the others see of it
#   cases     a licence from its guide to its grant: supplement, four eyes, decision, check of the document
#   services  a product compared, booked, its steps delivered, paid, both sides rated
#   procurement  a requirement, sealed bids, three evaluators, an objection, the award, acceptance and payment, both rated
#   overdue   a wage nobody pays: yellow, orange, red with whose turn it is, the lead and the case
#   defaults  nobody came to two shares: refused and told whom to ask; one made good, one excused; the gate open again
#   teams     a team order with a tier to its end: one of two teams stands, the other goes back whole
#   fair      orders and people allocated at once: the plan, edits with their loss, offers in one go, an authority's hand-over
#   duties    a duty whose light turns, a visit, a proof, four eyes; the yearly assessment up to the hall
#   figure    a leader clicks a figure down to one seat, and a percentile down to its case
#   lists     the demand list compiled, frozen by another official, published, a figure clicked down to its order, the list as open data
#   quarter   the quarter report compiled, published by a colleague, a number of its text clicked down to its orders, XLSX, PDF, open data
#   shortages the shortage catalogue: an expert dissents, another official publishes, a number of the guide clicked down to its order
#   pay       a company drawn for the pay survey answers from .xlsx, five layers, the public guide
#   registers a licence looked up, suspended by its official, seen suspended by everybody
#   proposal  a revocation that one official proposes and another one decides
#   counter   an official files for somebody at the counter, labelled everywhere, up to the paper that she carries home
#   certificates  a certificate verified without a network
#   recognition   a filing of one city recognised in another: the gate opens, and closes for everybody when it is suspended
#   assistance    inspectors of one city ask those of another, with the clock of ten working days
#   proof     a public decision's place in the sealed journal and its certificate, checked without a network
#   surveys   a rural survey: a collector offline on a phone, answers that arrive once, the estimate with its interval
#   arrears   unpaid wages from a worker's phone to publication and repair, over half a year of clocks
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


mkdir -p "$root/build/shots"
work=$(mktemp -d)
server=''
stop() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
        server=''
    fi
}
trap 'stop; rm -rf "$work"' EXIT

# play NAME: fails when the story does, or when the server logged an error.
play() {
    local data=$work/$1 code=0
    mkdir "$data"
    "$JIANGHUI" first-administrator --data "$data/data" --json >"$data/first"
    "$JIANGHUI" serve --data "$data/data" --port 0 --web "$root/ui/dist" --json >"$data/ready" 2>"$data/log" &
    server=$!
    for _ in $(seq 200); do
        [ -s "$data/ready" ] && break
        kill -0 "$server" 2>/dev/null || { cat "$data/log" >&2; return 1; }
        sleep 0.1
    done
    BASE=http://127.0.0.1:$(sed -E 's/.*"port":([0-9]+).*/\1/' "$data/ready") \
        FIRST=$(cat "$data/first") \
        JIANGHUI=$JIANGHUI DATA=$data/data WEB=$root/ui/dist SERVER_PID=$server LOG=$data/log \
        SHOTS=$root/build/shots CHROMIUM=$chromium \
        "$node" "$root/tests/browser/$1.mjs" || code=$?
    stop
    if grep -q '"level":"error"' "$data/log"; then
        printf 'the server logged errors:\n' >&2
        grep '"level":"error"' "$data/log" | head -5 >&2
        code=1
    fi
    return "$code"
}

if [ "${1:-}" = --one ]; then
    code=0
    play "$2" >"$work/said" 2>&1 || code=$?
    printf '%s\n(%s: %s s)\n' "$(cat "$work/said")" "$2" "$SECONDS"
    exit "$code"
fi
if [ $# -gt 0 ]; then export PICTURES=1; else
    set -- story disputes keyboard imports modes lending services procurement overdue defaults teams quotes tiers changes second_factor registers proposal counter cases certificates recognition assistance arrears proof fair lists quarter shortages privacy pay duties figure surveys
fi
printf '%s\0' "$@" | xargs -0 -P2 -n1 bash "${BASH_SOURCE[0]}" --one
