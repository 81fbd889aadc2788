#include "features/shortages/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/crypto/sm3.hpp"

namespace jianghui::shortages {

Result<CatalogueStatus> next_status(CatalogueStatus from, CatalogueAct act) {
    const bool draft = from == CatalogueStatus::draft;
    const bool review = from == CatalogueStatus::review;
    switch (act) {
        case CatalogueAct::compile:
            if (draft) return CatalogueStatus::draft;
            break;
        case CatalogueAct::name_expert:
            if (draft || review) return from;
            break;
        case CatalogueAct::submit:
            if (draft) return CatalogueStatus::review;
            break;
        case CatalogueAct::send_back:
            if (review) return CatalogueStatus::draft;
            break;
        case CatalogueAct::publish:
            if (review) return CatalogueStatus::published;
            break;
    }
    return refuse(catalogue_status_conflict);
}

Result<Done> may_judge(const CatalogueRow& catalogue, AccountId who) {
    if (catalogue.made_by == who || catalogue.submitted_by == who)
        return refuse(catalogue_four_eyes);
    return Done{};
}

Result<Done> may_publish(const CatalogueRow& catalogue, const std::vector<Opinion>& opinions,
                         AccountId who) {
    for (const auto& opinion : opinions)
        if (opinion.account == who) return refuse(catalogue_four_eyes);
    return may_judge(catalogue, who);
}

Date rules_day(const CatalogueRow& catalogue) { return catalogue.rules_on.value_or(date_of(catalogue.made_at)); }

Date rules_day(int period, Instant now) {
    const Date last = add_days(date_of(statistics::beginning_of(statistics::PeriodKind::quarter, period + 1)), -1);
    return std::min(last, date_of(now));
}

bool is_of(const PlaceCode& city, const PlaceCode& place) {
    return !place || within(city, place);
}

std::vector<Entry> entries_of(const FactsByKey& facts, const PlaceCode& place,
                              const Limits& limits) {
    std::vector<Entry> entries;
    for (const auto& [key, each] : facts) {
        if (!is_of({key.first}, place) || each.demand <= 0 || each.demand < limits.demand_min)
            continue;
        Entry entry;
        entry.score = score_of(each, {}, limits);
        entry.grade = grade_of(entry.score, limits);
        if (entry.grade == Grade::none && each.gap() <= 0) continue;
        entry.line = static_cast<int>(entries.size()) + 1;
        entry.place = {key.first};
        entry.occupation = {key.second};
        entry.facts = each;
        entry.cause = cause_of(each, limits);
        entries.push_back(std::move(entry));
    }
    return entries;
}

int too_few_of(const FactsByKey& facts, const PlaceCode& place, const Limits& limits) {
    int count = 0;
    for (const auto& [key, each] : facts)
        if (is_of({key.first}, place) && each.demand > 0 && each.demand < limits.demand_min)
            ++count;
    return count;
}

bool may_be_expert(access::Role role) {
    return role == access::Role::official || role == access::Role::inspector ||
           role == access::Role::agency || role == access::Role::employer;
}

Result<Opinion> opinion_of(const Entry& entry, Grade grade, std::string reason) {
    Opinion opinion;
    opinion.line = entry.line;
    opinion.grade = grade;
    opinion.dissents = grade != entry.grade;
    opinion.reason = std::move(reason);
    if (opinion.dissents && opinion.reason.empty())
        return refuse(error(dissent_without_reason).at("/reason"));
    return opinion;
}

Entry with_opinions(Entry entry, const std::vector<Opinion>& opinions, const Limits& limits) {
    std::int64_t sum = 0;
    std::int64_t count = 0;
    for (const auto& opinion : opinions) {
        if (opinion.line != entry.line) continue;
        sum += points_of(opinion.grade, limits);
        ++count;
    }
    if (count == 0) return entry;
    entry.score = score_of(entry.facts, (sum + count / 2) / count, limits);
    entry.grade = grade_of(entry.score, limits);
    return entry;
}

bool shows_people(const Facts& facts, std::int64_t least) {
    return facts.supply >= least && facts.told.value_or(true);
}

std::string digest_of(const std::vector<Entry>& entries) {
    std::string text;
    for (const auto& entry : entries)
        if (entry.grade != Grade::none)
            text += fmt::format("{},{},{},{},{}\n", entry.place.text, entry.occupation.text,
                                codec::enum_text(entry.grade), codec::enum_text(entry.cause),
                                entry.facts.demand);
    return text.empty() ? "" : crypto::sm3(text).hex();
}

std::string number_of(const std::string& place_name, const std::string& period, int version) {
    return fmt::format("{}急需紧缺人才目录〔{}〕第{}季度第{}版", place_name, period.substr(0, 4),
                       period.substr(5), version);
}

Result<WarningStatus> next_status(WarningStatus from, WarningAct act) {
    switch (act) {
        case WarningAct::issue:
            if (from == WarningStatus::computed) return WarningStatus::issued;
            break;
        case WarningAct::dismiss:
            if (from == WarningStatus::computed) return WarningStatus::dismissed;
            break;
        case WarningAct::answer:
            if (from == WarningStatus::issued) return WarningStatus::answered;
            break;
    }
    return refuse(warning_status_conflict);
}

}  // namespace jianghui::shortages
