# The anchor: a PostgreSQL cluster of our own with the grab as one function, for bench/run.sh.
# Uses $work and $seconds. Every function does nothing when PostgreSQL is not installed.

. "$(dirname "${BASH_SOURCE[0]}")/../tests/support/postgres.sh"
command -v pgbench >/dev/null || cluster_bin=''

start_postgres() {
    [ -n "$cluster_bin" ] || { echo "PostgreSQL is not installed: no anchor" >&2; return 0; }
    CLUSTER_FSYNC=on CLUSTER_SETTINGS='-c shared_buffers=1GB -c max_wal_size=8GB' start_cluster "$work/pg"
    cluster_as psql -q "$cluster_url" -f - <"$(dirname "${BASH_SOURCE[0]}")/grab.sql"
    # The same rules as performance.md W1: key, agency, window, remaining, decrement, insert.
    cat >"$work/pg/grab.pgbench" <<'END'
\set order random(1, :orders)
\set agency random(1, 16)
SELECT grab(gen_random_uuid(), :order, :agency);
END
    chmod 644 "$work/pg/grab.pgbench"
}

# bench_postgres NAME CLIENTS ORDERS
bench_postgres() {
    [ -n "$cluster_bin" ] || return 0
    rm -rf "$work/pg/logs"
    cluster_as mkdir "$work/pg/logs"
    cluster_as pgbench -h "$cluster_socket" -U jianghui -n -M prepared -c "$2" -j 2 -T "$seconds" \
        -D orders="$3" -f "$work/pg/grab.pgbench" --log --log-prefix="$work/pg/logs/run" \
        postgres >"$work/pgbench.out" 2>"$work/pgbench.err"
    sed -nE 's/^tps = ([0-9.]+).*/\1/p' "$work/pgbench.out" >>"$work/$1.rate"
    # The third column of pgbench's log is the latency in microseconds.
    cat "$work"/pg/logs/run* | awk '{ print $3 }' | sort -n >"$work/latencies"
    awk '{ us[NR] = $1 } END { print us[int((NR + 1) / 2)] / 1000 }' "$work/latencies" >>"$work/$1.p50"
    awk '{ us[NR] = $1 } END { print us[int(NR * 0.99) + 1] / 1000 }' "$work/latencies" >>"$work/$1.p99"
}
