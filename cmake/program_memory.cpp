// What the program asks of jemalloc (program_allocator in dependencies.cmake): memory in pages of two megabytes where the
// system gives them to who asks (transparent huge pages "madvise", as Debian has it). A ranking looks into thousands of
// places of an index of a hundred megabytes and more; with pages of four kilobytes each look first waits for the
// processor to learn where the page is. MALLOC_CONF=thp:default takes it back.

extern "C" {
/// Read by jemalloc before main.
[[gnu::visibility("default")]] extern const char* malloc_conf;
const char* malloc_conf = "thp:always";
}
