# A PostgreSQL cluster of the tests' own on a private socket. Sourced; after `start_cluster FOLDER`:
#   $cluster_url    connection URL of its database
# FOLDER must not exist or be a stopped cluster. PostgreSQL refuses to run as root: the user
# `postgres` does it then. `fsync` is off unless CLUSTER_FSYNC=on; CLUSTER_SETTINGS ("-c a=b …") come last.
cluster_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)

cluster_as() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

start_cluster() {
    cluster=$1
    # A socket's path has at most 107 characters: it gets a short folder of its own.
    cluster_socket=$(mktemp -d /tmp/jhpg.XXXXXX)
    if [ ! -d "$cluster/data" ]; then
        mkdir -p "$cluster"
        [ "$(id -u)" -ne 0 ] || chown postgres "$cluster"
        cluster_as "$cluster_bin/initdb" -D "$cluster/data" -U jianghui -A trust --no-sync \
            -E UTF8 --locale=C.UTF-8 >"$cluster_socket/initdb.log" 2>&1 || { cat "$cluster_socket/initdb.log"; return 1; }
    fi
    [ "$(id -u)" -ne 0 ] || chown postgres "$cluster_socket"
    cluster_url="postgresql://jianghui@/postgres?host=$cluster_socket"
    resume_cluster
}

# After stop_cluster, or when the postmaster was killed.
resume_cluster() {
    cluster_as "$cluster_bin/pg_ctl" -D "$cluster/data" -w -t 60 -l "$cluster/log" -o \
        "-c listen_addresses='' -c unix_socket_directories='$cluster_socket' -c max_connections=200 \
         -c fsync=${CLUSTER_FSYNC:-off} -c max_wal_size=2GB -c shared_buffers=256MB \
         -c max_locks_per_transaction=512 -c full_page_writes=${CLUSTER_FSYNC:-off} ${CLUSTER_SETTINGS:-}" start >/dev/null
}

stop_cluster() {
    [ -n "${cluster:-}" ] || return 0
    cluster_as "$cluster_bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$cluster_socket"
}
