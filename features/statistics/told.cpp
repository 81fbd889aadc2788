#include "features/statistics/told.hpp"

#include "features/statistics/told_table.hpp"

namespace jianghui::statistics {

std::string class_of_occupation(const std::string& occupation) { return occupation.substr(0, 1); }

Told told(const std::vector<PeopleOf>& city, std::int64_t least) {
    std::int64_t people = 0;
    Told nothing;
    for (const auto& one : city) {
        if (one.people <= 0) continue;
        people += one.people;
        nothing.others.insert(one.occupation);
    }
    if (people < least || people == 0) return nothing;
    ToldTable table(city, least);
    table.protect();
    return table.told();
}

}  // namespace jianghui::statistics
