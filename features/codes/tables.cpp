#include "features/codes/tables.hpp"

namespace jianghui::codes {

Result<Tables> Tables::load(const std::filesystem::path& folder) {
    Tables tables;
    TRY(tables.places_, Places::load(folder));
    TRY(tables.occupations_, Occupations::load(folder));
    TRY_DO(tables.load_industries(folder));
    TRY(tables.lists_, CodeLists::load(folder));
    TRY(tables.dated_, DatedValues::load(folder));
    TRY(tables.post_rules_, PostRules::load(folder));
    TRY_DO(tables.check_references());
    return tables;
}

Result<Done> Tables::load_industries(const std::filesystem::path& folder) {
    constexpr std::string_view file = "industries.csv";
    TRY(auto rows, read_table(folder, file, {"code", "name", "level", "parent"}));
    std::vector<Entry> entries;
    std::vector<std::int64_t> lines;
    for (auto& row : rows) {
        Entry entry{row.text(0), row.text(1), row.free_text(3),
                    static_cast<int>(row.number(2, 1, 4))};
        if (!has_form(IndustryCode{entry.code})) row.fail({"行业代码不对", "no industry code"});
        TRY_DO(row.done());
        entries.push_back(std::move(entry));
        lines.push_back(row.line());
    }
    TRY(industries_, CodeTree::create(file, std::move(entries), lines));
    return Done{};
}

Result<Done> Tables::check_references() const {
    for (const auto& wage : dated_.minimum_wages())
        if (find_place(wage.place) == nullptr)
            return refuse(malformed(
                "minimum_wages.csv", 0,
                {"地区代码不存在：" + wage.place.text, "there is no place " + wage.place.text}));
    for (const auto& target : dated_.all_targets())
        if (find_place(target.place) == nullptr)
            return refuse(malformed("targets.csv", 0,
                                    {"地区代码不存在：" + target.place.text,
                                     "there is no place " + target.place.text}));
    for (const std::string table : {"order_kinds", "service_kinds"})
        for (const auto& item : lists_.tables().find(table)->second)
            if (find_item("credential_kinds", item.value) == nullptr)
                return refuse(malformed(
                    table + ".csv", 0,
                    {"没有这种资质：" + item.value, "there is no credential kind " + item.value}));
    return Done{};
}

std::vector<const Place*> Tables::region() const {
    std::vector<const Place*> cities;
    for (const auto& place : places())
        if (place.in_region && !place.statistical && place.level != PlaceLevel::province &&
            city_of(place.code) == place.code)
            cities.push_back(&place);
    return cities;
}

std::vector<std::string> Tables::nearest_occupations(std::string_view typed) const {
    auto found = occupations_.tree().nearest_codes(typed);
    if (!found.empty()) return found;
    for (const auto& suggestion : occupations_.suggest(typed))
        found.push_back(suggestion.occupation->code);
    return found;
}

std::string Tables::title(std::string_view table, std::string_view code) const {
    const auto* item = find_item(table, code);
    return item == nullptr ? std::string(code) : item->zh;
}

std::string Tables::credential_for(std::string_view order_kind) const {
    const auto* item = find_item("order_kinds", order_kind);
    return item == nullptr ? std::string() : item->value;
}

std::int64_t Tables::parameter_or(std::string_view code, Date on, std::int64_t otherwise) const {
    const auto* found = parameter(code, on);
    return found == nullptr ? otherwise : found->value;
}

}  // namespace jianghui::codes
