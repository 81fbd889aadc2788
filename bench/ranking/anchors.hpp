#pragma once
// Two simpler ways to rank the same population exactly, to measure against: a scan of columns that
// looks at everybody, and rows sorted by (occupation, county) of which only the buckets are read
// that the order can reach. Written as tightly as the engine; they know only what the made-up
// population has (one occupation each, no places of choice, no busy days, no exclusions).

#include "engine/matching/matching.hpp"
#include "bench/ranking/population.hpp"

namespace jianghui::bench {

using Best = std::vector<std::pair<int, std::int64_t>>;  ///< score and id, best first

class Columns {
  public:
    Columns(const Region& region, const matching::Policy& policy)
        : region_(region), policy_(policy) {}
    void reserve(std::size_t count);
    void add(const matching::Worker& worker);
    /// Sorts the rows by occupation and county and makes the buckets.
    void sort();

    /// The `k` best by looking at every row, or at the buckets within reach (after sort()).
    /// `rarity[s]` is that of the s-th skill of the order in ascending order of skills.
    [[nodiscard]] Best scan(const matching::Order& order, const std::vector<int>& rarity,
                            std::size_t k) const;
    [[nodiscard]] Best look_up(const matching::Order& order, const std::vector<int>& rarity,
                               std::size_t k) const;

  private:
    struct Question;
    class Heap;
    void consider(std::size_t row, const Question& question, Heap& heap) const;
    [[nodiscard]] Question question_of(const matching::Order& order,
                                       const std::vector<int>& rarity) const;

    const Region& region_;
    const matching::Policy& policy_;
    std::vector<std::int64_t> id_;
    std::vector<std::uint16_t> occupation_;  ///< number in the region's list
    std::vector<std::uint8_t> county_;
    std::vector<std::uint8_t> education_;
    std::vector<std::int32_t> reach_, from_, to_, born_, confirmed_;
    std::vector<std::uint32_t> pay_;
    std::vector<std::int16_t> experience_, reliability_;
    std::vector<std::uint32_t> skills_at_, certificates_at_;  ///< one more than rows
    std::vector<std::uint32_t> skills_;                        ///< name and level
    std::vector<std::pair<std::uint32_t, std::int32_t>> certificates_;
    std::vector<std::uint32_t> buckets_;  ///< first row by occupation × county
};

}  // namespace jianghui::bench
