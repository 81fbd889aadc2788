#include "engine/matching/staging.hpp"

#include <array>
#include <utility>

namespace jianghui::matching {
namespace {

constexpr unsigned digit = 11;
constexpr std::size_t digit_values = std::size_t{1} << digit;

std::size_t digit_of(std::uint64_t key, unsigned shift) { return key >> shift & (digit_values - 1); }

/// Where the digits begin that tell the keys apart. What all keys have in common is left out: the map of a
/// region is a small part of that of the earth, and points are few.
std::vector<unsigned> shifts_of(const std::vector<PlacedRow>& rows) {
    std::uint64_t differs = 0;
    for (const PlacedRow& one : rows) differs |= one.key ^ rows.front().key;
    std::vector<unsigned> shifts;
    for (unsigned shift = 0; shift < 64;) {
        const bool tells = (differs >> shift & 1U) != 0;
        if (tells) shifts.push_back(shift);
        shift += tells ? digit : 1;
    }
    return shifts;
}

}  // namespace

void sort_by_digits(std::vector<PlacedRow>& rows) {
    if (rows.size() < 2) return;
    const auto shifts = shifts_of(rows);
    std::vector<std::array<std::uint32_t, digit_values>> begins(shifts.size());
    for (const PlacedRow& one : rows)
        for (std::size_t d = 0; d < shifts.size(); ++d) ++begins[d][digit_of(one.key, shifts[d])];
    std::vector<PlacedRow> other(rows.size());
    for (std::size_t d = 0; d < shifts.size(); ++d) {
        auto& begin = begins[d];
        std::uint32_t sum = 0;
        for (auto& each : begin) sum += std::exchange(each, sum);
        for (const PlacedRow& one : rows) other[begin[digit_of(one.key, shifts[d])]++] = one;
        rows.swap(other);
    }
}

}  // namespace jianghui::matching
