#pragma once
// One fact of a block's rows, coarsely and for all rows at once (engine/matching only): three values,
// and for each the rows that have at least so much of it.

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <span>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jianghui::matching {

/// Which of the values are at least so much: a bit for each of up to 64.
[[nodiscard]] inline std::uint64_t those_at_least(std::span<const std::int32_t> values, std::int32_t least) {
    std::uint64_t have = 0;
    std::size_t i = 0;
#ifdef __SSE2__  // four at once; what follows says the same
    const __m128i bar = _mm_set1_epi32(least);
    for (; i + 4 <= values.size(); i += 4) {
        const __m128i four = _mm_loadu_si128(reinterpret_cast<const __m128i*>(values.data() + i));
        const int less = _mm_movemask_ps(_mm_castsi128_ps(_mm_cmplt_epi32(four, bar)));
        have |= static_cast<std::uint64_t>(~less & 15) << i;
    }
#endif
    for (; i < values.size(); ++i) have |= std::uint64_t{values[i] >= least} << i;
    return have;
}

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
            rows[step] = those_at_least(values, at[step]);
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
