#include "features/imports/tables_lookup.hpp"

#include <algorithm>

#include "features/organisations/api.hpp"

namespace jianghui::imports {

namespace {
constexpr std::size_t remembered_max = 20'000;
constexpr int named = 1000;

template <class Map, class F>
auto remembered(Map& map, std::string key, F&& ask) {
    if (const auto found = map.find(key); found != map.end()) return found->second;
    auto answer = ask();
    if (map.size() < remembered_max) map.emplace(std::move(key), answer);
    return answer;
}

std::vector<std::string> names_of(const codes::Places& places,
                                  const std::vector<const codes::Place*>& list) {
    std::vector<std::string> names;
    for (const auto* place : list)
        if (place != nullptr && names.size() < 10) names.push_back(places.full_name(*place));
    return names;
}

PlaceAnswer understood(const codes::Places& places, std::string_view text) {
    const auto found = places.resolve(text);
    PlaceAnswer answer;
    answer.ambiguous = found.ambiguous;
    answer.nearest = names_of(places, found.candidates);
    if (found.place == nullptr) return answer;
    const auto& place = *found.place;
    const bool county = place.level == codes::PlaceLevel::county;
    if (!county && (place.level == codes::PlaceLevel::province || !found.rest.empty())) {
        // 四川省 is no place of work; 宜宾市某某区 names a county that there is not.
        answer.ambiguous = found.rest.empty();
        for (const auto& inner : places.all())
            if (inner.parent == place.code && answer.nearest.size() < 10)
                answer.nearest.push_back(places.full_name(inner));
        return answer;
    }
    answer.code = place.code;
    answer.name = places.full_name(place);
    answer.doubtful = !found.certain && found.rest.empty();
    return answer;
}
}  // namespace

PlaceAnswer TablesLookup::resolve_place(std::string_view text) const {
    return remembered(memory_->places, std::string(text),
                      [&] { return understood(tables_->place_index(), text); });
}

std::vector<OccupationGuess> TablesLookup::suggest_occupations(std::string_view title,
                                                               std::size_t limit) const {
    auto guesses = remembered(memory_->occupations, std::string(title), [&] {
        std::vector<OccupationGuess> list;
        for (auto& found : suggester_->suggest(title))
            list.push_back({found.code, std::move(found.name), found.confidence_per_mille});
        return list;
    });
    if (guesses.size() > limit) guesses.resize(limit);
    return guesses;
}

std::optional<OccupationGuess> TablesLookup::find_occupation(std::string_view code_or_name) const {
    const std::string text = half_width(code_or_name);
    const auto* entry = tables_->find_occupation(OccupationCode{text});
    if (entry == nullptr) entry = tables_->find_occupation_by_name(text);
    if (entry == nullptr) return std::nullopt;
    return OccupationGuess{{entry->code}, entry->name, named};
}

std::optional<std::string> TablesLookup::education_code(Education level) const {
    constexpr std::string_view names[] = {"",     "小学", "初中", "高中", "中专",
                                          "大专", "本科", "硕士", "博士"};
    const auto name = names[static_cast<std::size_t>(level)];
    if (name.empty()) return std::nullopt;
    const auto* item = tables_->find_item_by_name("education_levels", name);
    return item == nullptr ? std::nullopt : std::optional(item->code);
}

std::optional<std::string> TablesLookup::certificate_code(std::string_view name) const {
    const auto* item = tables_->find_item_by_name("certificate_kinds", name);
    return item == nullptr ? std::nullopt : std::optional(item->code);
}

std::vector<std::string> TablesLookup::nearest_certificates(std::string_view name) const {
    std::vector<std::string> names;
    const auto table = tables_->tables().find("certificate_kinds");
    if (table == tables_->tables().end()) return names;
    for (const auto& item : table->second) names.push_back(item.zh);
    return nearest(name, names);
}

std::string TablesLookup::skill_name(std::string_view name) const {
    const auto* item = tables_->find_item_by_name("skills", name);
    return item == nullptr ? std::string(name) : item->zh;
}

EmployerAnswer TablesLookup::find_employer(std::string_view name,
                                           std::string_view credit_code) const {
    return remembered(memory_->employers, std::string(name) + '\n' + std::string(credit_code),
                      [&] { return ask_employer(name, credit_code); });
}

EmployerAnswer TablesLookup::ask_employer(std::string_view name,
                                          std::string_view credit_code) const {
    EmployerAnswer answer;
    const bool own = importer_->is(access::Role::employer);
    if (name.empty() && credit_code.empty()) {
        if (own) answer.id = importer_->organisation;
        else answer.refusal = error(employer_unknown);
        return answer;
    }
    const auto found = credit_code.empty()
                           ? organisations::find_by_name(*reader_, name)
                           : organisations::find_by_credit_code(*reader_, credit_code);
    if (own && found != importer_->organisation) {
        answer.refusal = error(employer_not_yours);
        if (const auto me = organisations::find_reference(*reader_, importer_->organisation))
            answer.nearest.push_back(me->name);
        return answer;
    }
    const auto organisation = found ? organisations::find(*reader_, *found) : std::nullopt;
    if (!organisation) {
        answer.refusal = error(employer_unknown);
        return answer;
    }
    if (importer_->is(access::Role::official) && !importer_->acts_in(organisation->place)) {
        answer.refusal = error(employer_elsewhere);
        return answer;
    }
    answer.id = found;
    return answer;
}

}  // namespace jianghui::imports
