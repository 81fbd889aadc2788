#!/usr/bin/env bash
# The figures that need size: 5,000,000 events sealed and verified; the inbox, lists of cases and notices
# among 1,000,000 cases, entries and notices; look-ups and the gate among 1,000,000 entries.
#
#   bench/size.sh [--build build/release]
#
# Needs about 4 GB in TMPDIR and some minutes. Each part is a test that runs only with JIANGHUI_LARGE=1.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release
while [ $# -gt 0 ]; do
    case $1 in
        --build) build=${2:?}; shift ;;
        *) sed -n '2,7p' "$0" >&2; exit 2 ;;
    esac
    shift
done
echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(uname -r)"
echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg) (anything much above 0 means that others use the machine)"
export JIANGHUI_LARGE=1
failed=0
for part in engine_journal engine_registers feature_definitions feature_cases; do
    program=$build/tests/${part}_test
    [ -x "$program" ] || { echo "$part: not built (ninja -C $build ${part}_test)"; continue; }
    echo "== $part"
    "$program" --gtest_filter='Million*' --gtest_brief=1 || failed=1
done
echo "load average after: $(cut -d' ' -f1-3 /proc/loadavg)"
exit "$failed"
