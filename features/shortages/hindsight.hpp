#pragma once
// How often warnings were right, kept: it looks back over every quarter of every occupation, and changes only
// when a quarter is assessed or a warning decided.

#include <map>
#include <mutex>
#include <string>

#include "engine/store/store.hpp"
#include "features/shortages/levels.hpp"

namespace jianghui::shortages {

/// What a look back depends on, as the database says it.
struct HindsightBasis {
    std::int64_t quarters = 0;  ///< assessed so far
    int first_period = 0;
    int last_period = 0;  ///< 0: none was assessed
    std::int64_t decided = 0;      ///< warnings
    std::int64_t decided_last = 0;

    bool operator==(const HindsightBasis&) const = default;
};
BOOST_DESCRIBE_STRUCT(HindsightBasis, (), (quarters, first_period, last_period, decided, decided_last))

[[nodiscard]] HindsightBasis hindsight_basis(const store::Reader& reader);

/// The last look back of each place, for as long as its basis is the reader's. Any thread may ask.
class KeptHindsight {
  public:
    /// Of the cities from `from` to `to`. One look at a few rows when it is kept, at all levels of these cities else.
    [[nodiscard]] Hindsight find(const store::Reader& reader, const HindsightBasis& basis,
                                 const std::string& from, const std::string& to);

  private:
    struct Kept {
        HindsightBasis basis;
        Hindsight hindsight;
    };
    std::mutex mutex_;
    std::map<std::string, Kept> of_places_;  ///< by `from` and `to`; as many as there are places that exist
};

}  // namespace jianghui::shortages
