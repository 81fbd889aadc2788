#include "engine/matching/records.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace jianghui::matching {
namespace {

template <class T>
tl::unexpected<Error> unknown(std::string path, const std::string& code,
                              const std::map<std::string, T>& table) {
    std::vector<std::string> codes;
    codes.reserve(table.size());
    for (const auto& [known, value] : table) codes.push_back(known);
    return refuse(error(unknown_code, {"没有代码 " + code + "。", "There is no code " + code + "."})
                      .at(std::move(path))
                      .near(nearest(code, codes)));
}

tl::unexpected<Error> malformed(std::string path, const std::string& code) {
    return refuse(error(unknown_code, {"没有代码 " + code + "。", "There is no code " + code + "."})
                      .at(std::move(path)));
}

std::string element(const char* list, std::size_t i) {
    return fmt::format("/{}/{}", list, i);
}

Result<std::int64_t> identify(const std::string& id, const Identifiers& identifiers) {
    const auto number = identifiers.number(id);
    if (!number) return refuse(error(unknown_identifier).at("/id"));
    return *number;
}

struct Location {
    Place place;
    Point at;
};
Result<Location> locate(const std::string& code, const std::optional<std::int32_t>& lon_e6,
                        const std::optional<std::int32_t>& lat_e6, const Tables& tables) {
    const auto place = Place::parse(code);
    const auto seat = tables.places.find(code);
    if (!place || seat == tables.places.end()) return unknown("/place", code, tables.places);
    if (lon_e6.has_value() != lat_e6.has_value())
        return refuse(error(missing_partner).at(lon_e6 ? "/lat_e6" : "/lon_e6"));
    return Location{*place, lon_e6 ? Point{*lon_e6, *lat_e6} : seat->second};
}

Result<int> education_rank(const std::optional<std::string>& code, const Tables& tables) {
    if (!code) return 0;
    const auto found = tables.education.find(*code);
    if (found == tables.education.end()) return unknown("/education", *code, tables.education);
    return found->second;
}

Result<std::uint8_t> skill_level(const SkillRecord& skill, std::size_t i) {
    const int level = skill.level.value_or(0);
    if (level < 0 || level > skill_level_max)
        return refuse(error(out_of_range, {"技能等级须在 0 与 5 之间。",
                                           "A skill level must lie between 0 and 5."})
                          .at(element("skills", i) + "/level"));
    return static_cast<std::uint8_t>(level);
}

std::vector<std::int64_t> known_numbers(const std::optional<std::vector<std::string>>& texts,
                                        const Identifiers& identifiers) {
    std::vector<std::int64_t> numbers;
    for (const std::string& text : texts.value_or(std::vector<std::string>()))
        if (const auto number = identifiers.number(text)) numbers.push_back(*number);
    return numbers;
}

/// check() speaks of the engine's fields; whoever wrote the record wants the record's.
Error in_record(Error fault) {
    static const std::map<std::string_view, std::string_view> names{
        {"/at/lon_e6", "/lon_e6"},
        {"/at/lat_e6", "/lat_e6"},
        {"/born", "/born_on"},
        {"/pay_asked", "/pay_asked_fen"},
        {"/available_from", "/available_from_on"},
        {"/available_to", "/available_to_on"},
        {"/first", "/starts_on"},
        {"/last", "/ends_on"},
        {"/latest_start", "/latest_start_on"},
        {"/pay", "/pay_min_fen"},
    };
    if (const auto found = names.find(fault.path); found != names.end()) fault.path = found->second;
    return fault;
}

template <class T>
Result<T> checked(T value) {
    if (auto done = check(value); !done) return refuse(in_record(std::move(done).error()));
    return value;
}

std::optional<Day> day(const std::optional<Date>& date) {
    return date ? std::optional<Day>(*date) : std::nullopt;
}

/// The lists of a worker that need looking up.
Result<Done> read_lists(const WorkerRecord& record, const Tables& tables, Worker& worker) {
    const auto occupations = record.occupations.value_or(std::vector<std::string>());
    for (std::size_t i = 0; i < occupations.size(); ++i) {
        const auto occupation = Occupation::parse(occupations[i]);
        if (!occupation) return malformed(element("occupations", i), occupations[i]);
        worker.occupations.push_back(*occupation);
    }
    const auto skills = record.skills.value_or(std::vector<SkillRecord>());
    for (std::size_t i = 0; i < skills.size(); ++i) {
        TRY(const std::uint8_t level, skill_level(skills[i], i));
        worker.skills.push_back({tables.names.skill(skills[i].name), level});
    }
    for (const auto& held : record.certificates.value_or(std::vector<CertificateRecord>()))
        worker.certificates.push_back({tables.names.certificate(held.kind), day(held.valid_to_on)});
    for (const auto& period : record.busy.value_or(std::vector<PeriodRecord>()))
        worker.busy.push_back({period.from_on, period.to_on});
    const auto places = record.reach_places.value_or(std::vector<std::string>());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto place = Place::parse(places[i]);
        if (!place) return malformed(element("reach_places", i), places[i]);
        worker.reach_places.push_back(*place);
    }
    if (record.kinds) {
        worker.kinds = 0;
        for (const OrderKind kind : *record.kinds)
            worker.kinds = static_cast<KindSet>(worker.kinds | kind_set(kind));
    }
    return Done{};
}

}  // namespace

Result<Identifiers> Identifiers::listed(std::vector<std::string> texts) {
    Identifiers identifiers;
    identifiers.listed_ = true;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!identifiers.numbers_.emplace(texts[i], 0).second)
            return refuse(error(duplicate_identifier).at(fmt::format("/{}", i)));
    std::sort(texts.begin(), texts.end());
    for (std::size_t i = 0; i < texts.size(); ++i)
        identifiers.numbers_[texts[i]] = static_cast<std::int64_t>(i + 1);
    identifiers.texts_ = std::move(texts);
    return identifiers;
}

std::optional<std::int64_t> Identifiers::number(const std::string& text) const {
    if (!listed_) return id_number(text);
    const auto found = numbers_.find(text);
    return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::string Identifiers::text(std::int64_t number) const {
    if (!listed_) return id_text(number);
    ASSERT(number >= 1 && number <= static_cast<std::int64_t>(texts_.size()));
    return texts_[static_cast<std::size_t>(number - 1)];
}

Result<Worker> to_worker(const WorkerRecord& record, const Tables& tables) {
    Worker worker;
    TRY(worker.id, identify(record.id, tables.workers));
    TRY(const Location home, locate(record.place, record.lon_e6, record.lat_e6, tables));
    worker.place = home.place;
    worker.at = home.at;
    TRY_DO(read_lists(record, tables, worker));
    TRY(worker.education, education_rank(record.education, tables));
    worker.experience_months = record.experience_months.value_or(0);
    if (record.pay_asked_fen)
        worker.pay_asked = Pay{*record.pay_asked_fen, record.pay_unit.value_or(PayUnit::month)};
    worker.available_from = day(record.available_from_on);
    worker.available_to = day(record.available_to_on);
    worker.reach_metres = record.reach_metres;
    worker.born = record.born_on;
    worker.excluded_employers = known_numbers(record.excluded_employers, tables.employers);
    worker.reliability = record.reliability;
    worker.confirmed_on = day(record.confirmed_on);
    return checked(std::move(worker));
}

Result<Order> to_order(const OrderRecord& record, const Tables& tables) {
    Order order;
    TRY(order.id, identify(record.id, tables.orders));
    const auto occupation = Occupation::parse(record.occupation);
    if (!occupation) return malformed("/occupation", record.occupation);
    order.occupation = *occupation;
    order.occupation_levels = record.occupation_levels.value_or(0);
    TRY(const Location site, locate(record.place, record.lon_e6, record.lat_e6, tables));
    order.place = site.place;
    order.at = site.at;
    if (record.employer) order.employer = tables.employers.number(*record.employer).value_or(0);
    order.kind = record.kind.value_or(OrderKind::recruit);
    order.first = record.starts_on;
    order.last = day(record.ends_on);
    order.latest_start = day(record.latest_start_on);
    const auto skills = record.skills.value_or(std::vector<SkillRecord>());
    for (std::size_t i = 0; i < skills.size(); ++i) {
        TRY(const std::uint8_t level, skill_level(skills[i], i));
        order.skills.push_back(
            {tables.names.skill(skills[i].name), level, skills[i].required.value_or(false)});
    }
    TRY(order.education, education_rank(record.education, tables));
    for (const auto& kind : record.certificates.value_or(std::vector<std::string>()))
        order.certificates.push_back(tables.names.certificate(kind));
    order.pay = {record.pay_min_fen, record.pay_max_fen, record.pay_unit.value_or(PayUnit::month)};
    order.age_bar = record.age_bar.value_or(AgeBar::working_age);
    order.excluded_workers = known_numbers(record.excluded_workers, tables.workers);
    order.reliability = record.reliability;
    order.confirmed_on = day(record.confirmed_on);
    return checked(std::move(order));
}

}  // namespace jianghui::matching
