#pragma once
// What the disk itself can do, for comparison.

#include <string>

namespace jianghui::load {

struct DiskRate {
    double per_second = 0;
    double p50_us = 0;
    double p99_us = 0;
};

/// Appends 4 KiB and calls fdatasync, one after the other, for `seconds` in a file of the folder,
/// which is removed. Throws std::runtime_error when it cannot.
[[nodiscard]] DiskRate measure_disk(const std::string& folder, double seconds);

}  // namespace jianghui::load
