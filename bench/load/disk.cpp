#include "bench/load/disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace jianghui::load {

DiskRate measure_disk(const std::string& folder, double seconds) {
    using Time = std::chrono::steady_clock;
    const std::string file = folder + "/fsync-probe";
    const int handle = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_APPEND, 0600);
    if (handle < 0) throw std::runtime_error("cannot write " + file);
    const std::array<char, 4096> block{};
    std::vector<double> took_us;
    const auto start = Time::now();
    double spent = 0;
    while (spent < seconds) {
        const auto before = Time::now();
        if (::write(handle, block.data(), block.size()) != 4096 || ::fdatasync(handle) != 0)
            throw std::runtime_error("cannot write " + file);
        const auto after = Time::now();
        took_us.push_back(std::chrono::duration<double, std::micro>(after - before).count());
        spent = std::chrono::duration<double>(after - start).count();
    }
    ::close(handle);
    ::unlink(file.c_str());
    std::sort(took_us.begin(), took_us.end());
    return {static_cast<double>(took_us.size()) / spent, took_us[took_us.size() / 2],
            took_us[took_us.size() * 99 / 100]};
}

}  // namespace jianghui::load
