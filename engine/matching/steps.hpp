#pragma once
// One fact of a block's rows, coarsely and for all rows at once (engine/matching only): three values,
// and for each the rows that have at least so much of it.

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>

namespace jianghui::matching {

struct Steps {
    std::array<std::int32_t, 3> at;
    std::uint32_t unused;
    std::array<std::uint64_t, 3> rows;

    /// The quarters of a sample of the values.
    void set(std::span<const std::int32_t> values) {
        std::array<std::int32_t, 16> sample;
        const std::size_t count = std::min(values.size(), sample.size());
        for (std::size_t i = 0; i < count; ++i) sample[i] = values[values.size() * i / count];
        std::sort(sample.begin(), sample.begin() + static_cast<std::ptrdiff_t>(count));
        unused = 0;
        for (std::size_t step = 0; step < at.size(); ++step) {
            at[step] = sample[count * (step + 1) / 4];
            std::uint64_t have = 0;
            for (std::size_t i = 0; i < values.size(); ++i)
                have |= std::uint64_t{values[i] >= at[step]} << i;
            rows[step] = have;
        }
    }
    /// Every row that has at least `least` is among them.
    [[nodiscard]] std::uint64_t at_least(std::int32_t least) const {
        std::uint64_t among = ~0ULL;
        for (std::size_t step = 0; step < at.size(); ++step)
            if (at[step] <= least) among = rows[step];
        return among;
    }
    /// The rows between two steps, 0 … 3, and the most that they have; `most` is that of all.
    [[nodiscard]] std::uint64_t between(std::size_t quarter) const {
        const std::uint64_t from = quarter == 0 ? ~0ULL : rows[quarter - 1];
        return quarter == at.size() ? from : from & ~rows[quarter];
    }
    [[nodiscard]] std::int32_t most_between(std::size_t quarter, std::int32_t most) const {
        return quarter == at.size() ? most : std::min(most, at[quarter] - 1);
    }
};

}  // namespace jianghui::matching
