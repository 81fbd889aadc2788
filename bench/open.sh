# What the scripts of this folder begin with: options, a folder to work in, a server and a client. Sourced.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# options NAME=DEFAULT … NAME … -- "$@": each --NAME VALUE sets the variable of that name; a NAME without a default is a
# flag, '' or --NAME. Anything else shows the comment at the head of the script.
options() {
    local known=' ' flags=' ' name
    while [ "$1" != -- ]; do
        name=${1%%=*}
        case $1 in
            *=*) known+="$name "; printf -v "$name" %s "${1#*=}" ;;
            *) flags+="$name "; printf -v "$name" %s '' ;;
        esac
        shift
    done
    shift
    while [ $# -gt 0 ]; do
        case $1 in --*) name=${1#--} ;; *) explain ;; esac
        case $flags in *" $name "*) printf -v "$name" %s "--$name"; shift; continue ;; esac
        case $known in *" $name "*) [ $# -gt 1 ] || explain ;; *) explain ;; esac
        printf -v "$name" %s "$2"
        shift 2
    done
}
explain() { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2; }

# need FILE …: what must have been built.
need() {
    local file
    for file in "$@"; do
        [ -x "$file" ] || { echo "missing: $file (./test, or ninja -C build/release jianghui jianghui_load)" >&2; exit 1; }
    done
}

# work_in DIR NAME: sets $work, a folder there that is gone at the end with every server that was started.
servers=()
work_in() {
    work=$(mktemp -d "$1/jianghui-$2-XXXXXX")
    chmod 755 "$work" # PostgreSQL's own user works below it
    trap close EXIT
}
close() {
    [ ${#servers[@]} -eq 0 ] || kill "${servers[@]}" 2>/dev/null || true
    ! declare -F stop_cluster >/dev/null || stop_cluster
    [ -n "${KEEP:-}" ] || rm -rf "$work"
}

# number NAME, value NAME: a member of the JSON on standard input. median FILE: of its lines.
number() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/"; }
value() { sed -E "s/.*\"$1\":\"?([^\",}]*).*/\1/"; }
median() { sort -g "$1" | awk '{ row[NR] = $1 } END { print row[int((NR + 1) / 2)] }'; }

# note NAME JSON: keeps one run's figures in files of $work, a line each run.
note() {
    number per_second <<<"$2" >>"$work/$1.rate"
    case $2 in *p50_ms*) ;; *) return 0 ;; esac
    number p50_ms <<<"$2" >>"$work/$1.p50"
    number p99_ms <<<"$2" >>"$work/$1.p99"
    case $2 in *cpu_us_each*) number cpu_us_each <<<"$2" >>"$work/$1.cpu" ;; esac
}

# machine: what it is. load_average: its load now; anything much above 0 means that others use the machine.
machine() { echo "machine: $(nproc) processors, $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(uname -r)${1:+, data in $1 ($(stat -f -c %T "$1"))}"; }
load_average() { cut -d' ' -f1 /proc/loadavg; }
load_before() { echo "load average before: $(load_average) (anything much above 0 means that others use the machine)"; }
load_after() { echo "load average after: $(load_average)"; }

# serve FOLDER [options]: $program on that data folder below $work, with what $serving says of every server; sets
# $server and $port.
serving=()
serve() {
    : >"$work/ready"
    "$program" serve --data "$work/$1" "${@:2}" "${serving[@]}" --port 0 --account-rate 0 --json >"$work/ready" 2>>"$work/log" &
    server=$!
    servers+=("$server")
    until [ -s "$work/ready" ]; do
        kill -0 "$server" 2>/dev/null || { echo "the server does not start: $(tail -3 "$work/log")" >&2; exit 1; }
        sleep 0.05
    done
    port=$(number port <"$work/ready")
}
# stop: the server that was started last.
stop() {
    kill "${servers[-1]}" 2>/dev/null || true
    wait "${servers[-1]}" 2>/dev/null || true
    unset 'servers[-1]'
}
# market FOLDER NAME [options]: a new market on a server of its own: $market, with the client's `prepare`.
market() {
    "$program" first-administrator --data "$work/$1" --json >"$work/first"
    serve "$1"
    market=$work/$2
    "$load" prepare --port "$port" --market "$market" --first "$work/first" "${@:3}" >/dev/null
}
# commits: how many the server has made. used PROCESS: seconds of the processor.
commits() { curl -s "http://127.0.0.1:$port/metrics" | awk '$1 == "jianghui_commits_total" { print $2 }'; }
used() { awk -v ticks="$(getconf CLK_TCK)" '{ print ($14 + $15) / ticks }' "/proc/$1/stat"; }
