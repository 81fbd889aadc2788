#include "bench/ranking/clocks.hpp"

#include <algorithm>
#include <ctime>
#include <fstream>

namespace jianghui::bench {
namespace {
double microseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}
}  // namespace

double processor_us() { return microseconds(CLOCK_THREAD_CPUTIME_ID); }
double wall_us() { return microseconds(CLOCK_MONOTONIC); }

Spread spread_of(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        const auto i = static_cast<std::size_t>(part * static_cast<double>(times.size()));
        return times[std::min(i, times.size() - 1)];
    };
    return {at(0.50), at(0.95), at(0.99)};
}

double median(std::vector<double> times) {
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

std::string load_average() {
    std::ifstream file("/proc/loadavg");
    std::string one;
    file >> one;
    return one;
}

}  // namespace jianghui::bench
