#pragma once
// Times of questions and what to say of them.

#include <string>
#include <vector>

namespace jianghui::bench {

/// Microseconds of this thread on a processor; what others do on the machine counts little.
[[nodiscard]] double processor_us();
/// Microseconds of the clock on the wall.
[[nodiscard]] double wall_us();

struct Spread {
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
};
/// The value that so many per cent of the questions do not exceed.
[[nodiscard]] Spread spread_of(std::vector<double> times);
/// The middle one of several runs of the same question.
[[nodiscard]] double median(std::vector<double> times);
[[nodiscard]] std::string load_average();

}  // namespace jianghui::bench
