#!/usr/bin/env bash
# Every page, file, test, story, scenario, rule and command that docs/coverage.md and docs/rules_of_work.md name is there, and every
# command is named. Needs JIANGHUI, the program, and python3.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
exec python3 "$root/tests/scenarios/coverage.py" "$root"
