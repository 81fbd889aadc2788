# The anchor: a PostgreSQL cluster of our own with the grab as one function, for bench/run.sh.
# Uses $work and $seconds. Every function does nothing when PostgreSQL is not installed.

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1 || true)
command -v pgbench >/dev/null || postgres_bin=''

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_postgres() {
    [ -n "$postgres_bin" ] || { echo "PostgreSQL is not installed: no anchor" >&2; return 0; }
    mkdir "$work/pg"
    [ "$(id -u)" -ne 0 ] || chown postgres "$work/pg"
    as_postgres "$postgres_bin/initdb" -D "$work/pg/data" -U postgres >"$work/initdb.log" 2>&1
    as_postgres "$postgres_bin/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o \
        "-c listen_addresses='' -c unix_socket_directories='$work/pg' -c max_connections=200 \
         -c shared_buffers=1GB -c max_wal_size=8GB -c fsync=on -c synchronous_commit=on" \
        start >/dev/null
    as_postgres psql -q -h "$work/pg" -U postgres -f - <"$(dirname "${BASH_SOURCE[0]}")/grab.sql"
    # The same rules as performance.md W1: key, agency, window, remaining, decrement, insert.
    cat >"$work/pg/grab.pgbench" <<'END'
\set order random(1, :orders)
\set agency random(1, 16)
SELECT grab(gen_random_uuid(), :order, :agency);
END
    chmod 644 "$work/pg/grab.pgbench"
}

stop_postgres() {
    [ -e "$work/pg/data/postmaster.pid" ] || return 0
    as_postgres "$postgres_bin/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true
}

# bench_postgres NAME CLIENTS ORDERS
bench_postgres() {
    [ -n "$postgres_bin" ] || return 0
    rm -rf "$work/pg/logs"
    as_postgres mkdir "$work/pg/logs"
    as_postgres pgbench -h "$work/pg" -U postgres -n -M prepared -c "$2" -j 2 -T "$seconds" \
        -D orders="$3" -f "$work/pg/grab.pgbench" --log --log-prefix="$work/pg/logs/run" \
        postgres >"$work/pgbench.out" 2>"$work/pgbench.err"
    sed -nE 's/^tps = ([0-9.]+).*/\1/p' "$work/pgbench.out" >>"$work/$1.rate"
    # The third column of pgbench's log is the latency in microseconds.
    cat "$work"/pg/logs/run* | awk '{ print $3 }' | sort -n >"$work/latencies"
    awk '{ us[NR] = $1 } END { print us[int((NR + 1) / 2)] / 1000 }' "$work/latencies" >>"$work/$1.p50"
    awk '{ us[NR] = $1 } END { print us[int(NR * 0.99) + 1] / 1000 }' "$work/latencies" >>"$work/$1.p99"
}
