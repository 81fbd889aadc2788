#include "features/targets/sets.hpp"

#include <algorithm>

namespace jianghui::targets {
namespace {

constexpr std::string_view sets_file = "target_sets.csv";

Result<std::vector<Population>> load_populations(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, "populations.csv",
                                     {"place", "year", "people", "source", "mark"}));
    std::vector<Population> populations;
    for (auto& row : rows) {
        Population one;
        one.place.text = row.text(0);
        one.year = static_cast<int>(row.number(1, 1950, 2100));
        one.people = row.number(2, 1, 2'000'000'000);
        one.source = row.text(3);
        (void)row.mark(4);
        one.mark = row.text(4);
        if (!has_form(one.place)) row.fail({"地区代码不对", "no place code"});
        TRY_DO(row.done());
        populations.push_back(std::move(one));
    }
    return populations;
}

}  // namespace

Result<Sets> Sets::load(const std::filesystem::path& folder) {
    Sets sets;
    TRY(auto rows, codes::read_table(folder, sets_file,
                                     {"id", "year", "zh", "en", "adopted", "source", "mark"}));
    for (auto& row : rows) {
        TargetSet set;
        set.id = row.text(0);
        set.year = static_cast<int>(row.number(1, 2000, 2100));
        set.title = {row.text(2), row.text(3)};
        set.adopted = row.yes(4);
        set.source = row.text(5);
        (void)row.mark(6);
        set.mark = row.text(6);
        if (sets.find(set.id) != nullptr) row.fail({"编号重复", "the id occurs twice"});
        TRY_DO(row.done());
        sets.sets_.push_back(std::move(set));
    }
    std::stable_sort(sets.sets_.begin(), sets.sets_.end(),
                     [](const auto& a, const auto& b) { return a.year < b.year; });
    if (std::none_of(sets.sets_.begin(), sets.sets_.end(),
                     [](const auto& set) { return set.adopted; }))
        return refuse(codes::malformed(sets_file, 1,
                                       {"没有一套已印发的目标", "no set is adopted"}));
    TRY(sets.populations_, load_populations(folder));
    return sets;
}

const TargetSet* Sets::find(std::string_view id) const {
    for (const auto& set : sets_)
        if (set.id == id) return &set;
    return nullptr;
}

const TargetSet& Sets::newest() const {
    return *std::find_if(sets_.rbegin(), sets_.rend(),
                         [](const auto& set) { return set.adopted; });
}

const Population* Sets::population(const PlaceCode& place) const {
    for (const auto& one : populations_)
        if (one.place == place) return &one;
    return nullptr;
}

}  // namespace jianghui::targets
