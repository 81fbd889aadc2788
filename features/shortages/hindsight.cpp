#include "features/shortages/hindsight.hpp"

#include "features/shortages/queries.hpp"
#include "features/shortages/warnings.hpp"

namespace jianghui::shortages {
namespace {

Hindsight look_back_over(const store::Reader& reader, int first_period, const std::string& from,
                         const std::string& to) {
    Hindsight hindsight;
    std::vector<Assessed> quarters;
    PlaceCode city;
    OccupationCode occupation;
    reader.each<LookBackRow>(sql::look_back, store::arguments("place_from", from, "place_to", to),
                             [&](LookBackRow&& row) {
                                 if (row.city != city || row.occupation != occupation) {
                                     look_back(hindsight, quarters, first_period);
                                     quarters.clear();
                                     city = row.city;
                                     occupation = row.occupation;
                                 }
                                 quarters.push_back({row.period, row.level, row.standing,
                                                     row.status == WarningStatus::dismissed});
                             });
    look_back(hindsight, quarters, first_period);
    return hindsight;
}

}  // namespace

HindsightBasis hindsight_basis(const store::Reader& reader) {
    return reader.one<HindsightBasis>(sql::hindsight_basis, {}).value_or(HindsightBasis{});
}

Hindsight KeptHindsight::find(const store::Reader& reader, const HindsightBasis& basis,
                              const std::string& from, const std::string& to) {
    const auto key = from + ' ' + to;
    {
        const std::lock_guard lock(mutex_);
        const auto found = of_places_.find(key);
        if (found != of_places_.end() && found->second.basis == basis) return found->second.hindsight;
    }
    const auto hindsight = look_back_over(reader, basis.first_period, from, to);
    const std::lock_guard lock(mutex_);
    of_places_[key] = {basis, hindsight};
    return hindsight;
}

}  // namespace jianghui::shortages
