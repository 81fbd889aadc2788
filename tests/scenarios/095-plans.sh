#!/usr/bin/env bash
# Every statement of the program finds its rows by an index (tests/architecture/plans.py). It would say so if one did not.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$root/tests/architecture/plans.py" "$root"

# Without one index the statement that wants it is named.
mkdir "$work/engine" "$work/features"
cp -r "$root/engine/." "$work/engine"
cp -r "$root/features/." "$work/features"
rm "$work/features/timesheets/migrations/20261204_1818_timesheets_steps.sql" "$work/features/shares/migrations/20261204_1816_shares_of_clocks.sql" \
    "$work/features/orders/migrations/20261204_1824_orders_due.sql"
if python3 "$root/tests/architecture/plans.py" "$work" >"$work/out"; then
    printf 'nothing was found without the indexes\n' >&2
    exit 1
fi
for name in timesheets/steps_of seats/due_defaults statements/due_settlements orders/due_validity; do
    grep -q "^$name: S" "$work/out" || { printf '%s was not named:\n' "$name" >&2; cat "$work/out" >&2; exit 1; }
done
