# Reads `perf script -F comm,ip,sym,dso` of a server under load and prints each layer's share of the samples.
# A sample is what the processor was doing: the first line of its stack; of the kernel, for which system call.
# Set: grabs (requests in the samples' time), busy (seconds of the processor in it).
function layer_of_kernel(stack) {
    if (stack ~ /sys_fdatasync|sys_fsync/) return "kernel: fdatasync"
    if (stack ~ /sys_(pwrite|write|ftruncate|fcntl|pread|read|openat|lseek|mmap|munmap|madvise)/ && stack !~ /sock_|tcp_/) return "kernel: files and memory"
    if (stack ~ /sys_(sendmsg|sendto|recvmsg|recvfrom|writev|readv)|sock_|tcp_|__send |__libc_recv /) return "kernel: network"
    if (stack ~ /sys_epoll|ep_poll/) return "kernel: waiting for requests"
    if (stack ~ /sys_futex/) return "kernel: handing over between threads"
    return "kernel: else"
}
function layer_of_program(symbol, object) {
    if (object ~ /libsqlite3/) return "SQLite"
    if (object ~ /libcrypto|libsodium/ || symbol ~ /jianghui::crypto/) return "digests"
    if (object ~ /jemalloc/ || symbol ~ /^(operator new|operator delete|malloc|free|_int_malloc|_int_free|cfree)/) return "memory: allocating"
    if (symbol ~ /^(__mem|__str)|basic_string/) return "memory: copying and comparing"
    if (object ~ /boost_json/ || symbol ~ /boost::json|jianghui::codec/) return "JSON"
    if (symbol ~ /jianghui::(net|http)|boost::(asio|beast)/) return "HTTP"
    if (symbol ~ /jianghui::(orders|shares|organisations|codes|tiers)/) return "rules and facts"
    if (symbol ~ /jianghui::store|jianghui::journal/) return "store and journal"
    if (symbol ~ /jianghui::(app|access|registers)/) return "admitting, lanes, kept answers"
    return "else"
}
function finish() {
    if (top == "") return
    layer = object ~ /kernel|vmlinux|\.ko/ ? layer_of_kernel(stack) : layer_of_program(top, object)
    count[layer]++
    all++
    top = stack = object = ""
}
/^[^ \t]/ || /^$/ { finish(); next }
{
    line = $0
    sub(/^[ \t]*[0-9a-f]+ /, "", line)
    if (top == "") {
        object = line
        sub(/.*\(/, "", object)
        sub(/ \([^(]*\)$/, "", line)
        top = line
    }
    stack = stack " " line
}
END {
    finish()
    if (all == 0) { print "no samples" >"/dev/stderr"; exit 1 }
    printf "| %-38s | %6s | %9s |\n| --- | --- | --- |\n", "layer", "share", "µs each"
    sorter = "sort -t'|' -k3 -rn"
    for (layer in count)
        printf "| %-38s | %5.1f%% | %9.2f |\n", layer, 100 * count[layer] / all, 1e6 * busy * count[layer] / all / grabs | sorter
    close(sorter)
    printf "| %-38s | %5.1f%% | %9.2f |\n", "all: " all " samples", 100, 1e6 * busy / grabs
}
