#include "features/suggestions/facts.hpp"

#include <algorithm>
#include <charconv>

#include "features/suggestions/rules.hpp"

namespace jianghui::suggestions {
namespace {

using matching::Day;

std::optional<Day> day(const std::optional<Date>& date) {
    return date ? std::optional<Day>(*date) : std::nullopt;
}

/// What `look_up` says, and said before of the same words.
template <class Id, class F>
Id remembered(std::unordered_map<std::string, Id> LookedUp::*known, const std::string& written,
              const Dictionary& dictionary, F look_up) {
    if (dictionary.looked_up == nullptr) return look_up(written, dictionary);
    auto& all = dictionary.looked_up->*known;
    const auto found = all.find(written);
    return found != all.end() ? found->second : all.emplace(written, look_up(written, dictionary)).first->second;
}

/// The name under which a skill is compared: the list's own, or what was written.
matching::SkillId look_up_skill(const std::string& written, const Dictionary& dictionary) {
    const auto* item = dictionary.tables.find_item_by_name("skills", written);
    return dictionary.names.skill(item != nullptr ? item->zh : written);
}

matching::CertificateId look_up_certificate(const std::string& written, const Dictionary& dictionary) {
    const auto* item = dictionary.tables.find_item_by_name("certificate_kinds", written);
    return dictionary.names.certificate(item != nullptr ? item->zh : written);
}

matching::SkillId skill(const std::string& written, const Dictionary& dictionary) {
    return remembered(&LookedUp::skills, written, dictionary, look_up_skill);
}
matching::CertificateId certificate(const std::string& written, const Dictionary& dictionary) {
    return remembered(&LookedUp::certificates, written, dictionary, look_up_certificate);
}

/// The rank of an education level; 0 for none or one that the list does not have.
int education_rank(std::string_view code, const Dictionary& dictionary) {
    const auto* item = dictionary.tables.find_item("education_levels", code);
    int rank = 0;
    if (item != nullptr)
        std::from_chars(item->value.data(), item->value.data() + item->value.size(), rank);
    return rank;
}

/// Fills `place` and `at` of a worker or an order.
template <class T>
Result<Done> locate(const PlaceCode& code, const Dictionary& dictionary, T& located) {
    const auto place = matching::Place::parse(code.text);
    const auto point = dictionary.points.at(code);
    if (!place || !point) return refuse(error(unknown_code).at("/place"));
    located.place = *place;
    located.at = *point;
    return Done{};
}

matching::Occupation occupation(const OccupationCode& code) {
    return matching::Occupation::parse(code.text).value_or(matching::Occupation{});
}

}  // namespace

Result<matching::Worker> worker_of(const people::Person& person, const std::vector<Date>& busy,
                                   const Dictionary& dictionary, std::uint32_t circle) {
    matching::Worker worker;
    worker.id = person.id.number;
    worker.circle = circle;
    TRY_DO(locate(person.place, dictionary, worker));
    for (const auto& code : person.occupations) worker.occupations.push_back(occupation(code));
    worker.skills.reserve(person.skills.size());
    for (const auto& held : person.skills)
        worker.skills.push_back({skill(held.name.text, dictionary),
                                 static_cast<std::uint8_t>(held.level.value)});
    if (person.education) worker.education = education_rank(person.education->text, dictionary);
    if (person.experience_years)
        worker.experience_months = static_cast<int>(person.experience_years->value) * 12;
    for (const auto& held : person.certificates)
        worker.certificates.push_back(
            {certificate(held.kind.text, dictionary), day(held.valid_to_on)});
    if (person.pay_asked_fen && person.pay_unit)
        worker.pay_asked = matching::Pay{*person.pay_asked_fen, *person.pay_unit};
    worker.available_from = day(person.available_from_on);
    for (const auto& [first, last] : periods_of(busy)) worker.busy.push_back({first, last});
    if (worker.busy.size() > matching::limits::periods)
        worker.busy.resize(matching::limits::periods);
    if (person.reach_km)
        worker.reach_metres = static_cast<std::int32_t>(person.reach_km->value) * 1000;
    worker.born = person.born;
    worker.confirmed_on = date_of(person.confirmed_at);
    TRY_DO(matching::check(worker));
    return worker;
}

Result<matching::Order> order_of(const orders::OrderRow& row,
                                 std::optional<int> employer_reliability, Date today,
                                 const Dictionary& dictionary) {
    matching::Order order;
    order.id = row.id.number;
    order.employer = row.employer.number;
    order.kind = row.kind;
    order.occupation = occupation(row.occupation);
    order.occupation_levels = static_cast<int>(
        dictionary.tables.parameter_or("suggestion_occupation_levels", today, 0));
    TRY_DO(locate(row.place, dictionary, order));
    order.first = std::max(Day(row.starts_on.value_or(today)), Day(today));
    order.last = day(row.ends_on);
    for (const auto& asked : row.skills)
        order.skills.push_back(
            {skill(asked.name.text, dictionary),
             static_cast<std::uint8_t>(asked.level ? asked.level->value : 0),
             asked.required.value_or(false)});
    if (row.education) order.education = education_rank(*row.education, dictionary);
    for (const auto& kind : row.certificates)
        order.certificates.push_back(certificate(kind.text, dictionary));
    order.pay = {row.pay_min_fen, row.pay_max_fen,
                 row.pay_unit.value_or(matching::PayUnit::month)};
    order.reliability = employer_reliability;
    if (row.published_at) order.confirmed_on = date_of(*row.published_at);
    TRY_DO(matching::check(order));
    return order;
}

}  // namespace jianghui::suggestions
