#include "engine/main/bench_report.hpp"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>

namespace jianghui::main {
namespace {

std::string processor_model() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        const auto colon = line.find(": ");
        if (line.rfind("model name", 0) == 0 && colon != std::string::npos)
            return line.substr(colon + 2);
    }
    return "?";
}

/// The numbers are those of statfs(2).
std::string file_system_of(const std::string& folder) {
    struct statfs found {};
    if (::statfs(folder.c_str(), &found) != 0) return "?";
    switch (static_cast<std::uint32_t>(found.f_type)) {
        case 0xEF53:
            return "ext4";
        case 0x58465342:
            return "xfs";
        case 0x9123683E:
            return "btrfs";
        case 0x01021994:
            return "tmpfs (memory, not a disk)";
        case 0x794C7630:
            return "overlayfs";
        default:
            return fmt::format("{:#x}", static_cast<std::uint32_t>(found.f_type));
    }
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[(values.size() - 1) / 2];
}

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

}  // namespace

Machine describe_machine(const std::string& folder) {
    Machine machine;
    machine.processors = static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
    machine.model = processor_model();
    utsname system{};
    machine.system =
        ::uname(&system) == 0 ? fmt::format("{} {}", system.sysname, system.release) : "?";
    machine.file_system = file_system_of(folder);
    if (::getloadavg(&machine.load, 1) != 1) machine.load = 0;
    machine.load = hundredths(machine.load);
    return machine;
}

Measure median_of(std::string name, std::string title, const std::vector<Sample>& samples) {
    Measure measure{std::move(name), std::move(title), 0, 0, 0, {}};
    std::vector<double> rates;
    std::vector<double> halves;
    std::vector<double> slowest;
    for (const auto& sample : samples) {
        rates.push_back(sample.per_second);
        halves.push_back(sample.p50_ms);
        slowest.push_back(sample.p99_ms);
        measure.each_run.push_back(std::llround(sample.per_second));
    }
    measure.per_second = std::llround(median(std::move(rates)));
    measure.p50_ms = hundredths(median(std::move(halves)));
    measure.p99_ms = hundredths(median(std::move(slowest)));
    return measure;
}

std::string table_of(const BenchReport& report) {
    const Machine& machine = report.machine;
    std::string text = fmt::format(
        "{} processors, {}, {}, data on {}, load average before: {}\n"
        "median of {} runs of {} s, {} connections, client and server on this machine\n\n",
        machine.processors, machine.model, machine.system, machine.file_system, machine.load,
        report.runs, report.seconds, report.connections);
    text += fmt::format("| {:<48} | {:>8} | {:>8} | {:>8} | each run |\n", "", "per s", "p50 ms",
                        "p99 ms");
    text += "| --- | ---: | ---: | ---: | --- |";
    for (const auto& measure : report.measures)
        text += fmt::format("\n| {:<48} | {:>8} | {:>8.2f} | {:>8.2f} | {} |", measure.title,
                            measure.per_second, measure.p50_ms, measure.p99_ms,
                            fmt::join(measure.each_run, " "));
    return text;
}

}  // namespace jianghui::main
