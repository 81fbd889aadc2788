#!/usr/bin/env bash
# The figures that need size: 5,000,000 events sealed and verified; the inbox, lists of cases and notices
# among 1,000,000 cases, entries and notices; look-ups and the gate among 1,000,000 entries; the pool of
# suggestions read from 1,000,000 people.
#
#   bench/size.sh [--build build/release]
#
# Needs about 4 GB in TMPDIR and some minutes. Each part is a test that runs only with JIANGHUI_LARGE=1.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
options build="$root/build/release" -- "$@"
machine
load_before
export JIANGHUI_LARGE=1
failed=0
for part in engine_journal engine_registers feature_definitions feature_cases feature_suggestions; do
    program=$build/tests/${part}_test
    [ -x "$program" ] || { echo "$part: not built (ninja -C $build ${part}_test)"; continue; }
    echo "== $part"
    "$program" --gtest_filter='Million*' --gtest_brief=1 || failed=1
done
load_after
exit "$failed"
