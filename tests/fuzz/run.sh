#!/usr/bin/env bash
# Builds the fuzz targets (clang) and runs each with its seeds and what earlier runs have found.
#
#   tests/fuzz/run.sh [--seconds 40] [TARGET…]      targets: json request codes definitions csv salary xlsx
#                                                           allocate stable rank
#
# Corpora grow in build/fuzz/corpus. An input that crashes, hangs (10 s) or takes more than 1 GB is
# left in build/fuzz/found, and the script ends with 1.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=40 targets=()
while [ $# -gt 0 ]; do
    case $1 in
        --seconds) seconds=${2:?}; shift ;;
        json | request | codes | definitions | csv | salary | xlsx | allocate | stable | rank) targets+=("$1") ;;
        *) sed -n '2,8p' "$0" >&2; exit 2 ;;
    esac
    shift
done
[ ${#targets[@]} -gt 0 ] || targets=(json request codes definitions csv salary xlsx allocate stable rank)

cd "$root"
mkdir -p build/fuzz/found
cmake --preset fuzz >build/fuzz/configure.log || { tail -20 build/fuzz/configure.log >&2; exit 1; }
ninja -C build/fuzz -j2 "${targets[@]/#/fuzz_}" >build/fuzz/build.log || { tail -40 build/fuzz/build.log >&2; exit 1; }

failed=0
for target in "${targets[@]}"; do
    corpus=build/fuzz/corpus/$target seeds=()
    mkdir -p "$corpus"
    [ ! -d "tests/fuzz/seeds/$target" ] || seeds+=("tests/fuzz/seeds/$target")
    if build/fuzz/fuzz/fuzz_"$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -max_len=4096 -artifact_prefix="build/fuzz/found/$target-" "$corpus" "${seeds[@]}" \
        >"build/fuzz/$target.log" 2>&1; then
        printf 'fuzz %-11s %s\n' "$target" "$(tail -1 "build/fuzz/$target.log")"
    else
        failed=1
        printf 'fuzz %-11s FAILED, see build/fuzz/%s.log\n' "$target" "$target"
        grep -E 'ERROR|SUMMARY|Test unit|assertion' "build/fuzz/$target.log" | head -5 || true
    fi
done
exit "$failed"
