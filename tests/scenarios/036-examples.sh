#!/usr/bin/env bash
# The examples of the README of rank, allocate and stable and of docs/matching.md, with their files: what the pages say is what is printed.
# Needs JIANGHUI, the program.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
python3 "$root/tests/scenarios/examples.py" "$JIANGHUI" "$root/features/suggestions/README.md" "$root/features/allocation/README.md" "$root/docs/matching.md"
echo "all as expected"
