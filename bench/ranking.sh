#!/usr/bin/env bash
# Ranks a made-up region of millions of workers with the index and, in the same run, by a scan of columns and by sorted
# buckets; every list is compared. Times are of the processor, the middle one of the runs of each question.
#
#   bench/ranking.sh [--workers "4000000 8000000"] [--runs 3] [--build build/release] [--folder DIR]
#
# Prints one line of JSON a figure, and a line for each goal of docs/performance.md ("M1 …", with bar and goal). The
# second program run for each size builds the index alone, with eight skills for everybody, and says the bytes a worker and
# the greatest memory of the process.
. "$(dirname "${BASH_SOURCE[0]}")/open.sh"
# Large pages for the index: half of the time of building is otherwise the kernel's, page by page.
export MALLOC_CONF=${MALLOC_CONF:-thp:always}
options workers="4000000 8000000" runs=3 build="$root/build/release" folder="${TMPDIR:-/tmp}" -- "$@"
ninja -C "$build" jianghui_ranking_bench >&2
work_in "$folder" ranking
machine
for size in $workers; do
    echo "== $size workers, one to eight skills"
    "$build/tests/jianghui_ranking_bench" --workers "$size" --runs "$runs" --file "$work/matching.index"
    echo "== $size workers, eight skills each, the index alone"
    "$build/tests/jianghui_ranking_bench" --workers "$size" --runs "$runs" --skills 8 --index-alone
done
