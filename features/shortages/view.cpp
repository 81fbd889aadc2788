#include "features/shortages/view.hpp"

#include <limits>

#include "engine/access/access.hpp"
#include "features/shortages/limits.hpp"
#include "features/shortages/rules.hpp"

namespace jianghui::shortages {
namespace {

std::vector<CatalogueAct> acts_of(const store::Reader& reader, const app::Caller& caller,
                                  const CatalogueRow& catalogue) {
    std::vector<CatalogueAct> acts;
    if (access::office_needed(caller, catalogue.place)) return acts;
    for (const auto act : {CatalogueAct::compile, CatalogueAct::name_expert, CatalogueAct::submit,
                           CatalogueAct::send_back, CatalogueAct::publish}) {
        if (!next_status(catalogue.status, act)) continue;
        if (act == CatalogueAct::publish &&
            !may_publish(catalogue, opinions(reader, catalogue), caller.account))
            continue;
        acts.push_back(act);
    }
    return acts;
}

EntryView bare_view(const codes::Tables& tables, const Entry& entry) {
    EntryView shown;
    shown.line = entry.line;
    shown.place = entry.place;
    shown.place_name = tables.place_or_region_name(entry.place);
    shown.occupation = entry.occupation;
    shown.occupation_name = occupation_name(tables, entry.occupation);
    shown.grade = entry.grade;
    shown.cause = entry.cause;
    shown.demand = entry.facts.demand;
    shown.demand_before = entry.facts.demand_before;
    shown.days = entry.facts.days;
    shown.pay_fen = entry.facts.pay_fen;
    return shown;
}

/// Adds what tells of people.
void tell_people(EntryView& shown, const Entry& entry) {
    const auto& facts = entry.facts;
    shown.available = facts.available();
    shown.ratio = ratio_of(facts);
    shown.points = entry.score.points;
    shown.known_weight = entry.score.known_weight;
    shown.parts = entry.score.parts;
}

}  // namespace

std::vector<PlaceView> named_places(const codes::Tables& tables, const std::vector<PlaceCode>& codes) {
    std::vector<PlaceView> shown;
    for (const auto& code : codes) shown.push_back({code, tables.place_or_region_name(code)});
    return shown;
}

bool is_office_of(const app::Caller& caller, const CatalogueRow& catalogue) {
    return access::oversees(caller, catalogue.place);
}

bool sees_all(const store::Reader& reader, const app::Caller& caller,
              const CatalogueRow& catalogue) {
    if (!caller.signed_in()) return false;  // Nor who has yet to give a second factor.
    if (is_office_of(caller, catalogue)) return true;
    return catalogue.status == CatalogueStatus::review &&
           is_expert(reader, catalogue, caller.account);
}

Result<CatalogueRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                  CatalogueId id) {
    auto catalogue = find(reader, id);
    if (!catalogue) return refuse(not_found);
    if (catalogue->status == CatalogueStatus::published ||
        sees_all(reader, caller, *catalogue))
        return std::move(*catalogue);
    return refuse(not_found);
}

std::string occupation_name(const codes::Tables& tables, const OccupationCode& occupation) {
    return statistics::name_in(statistics::Division::occupation, tables, occupation.text);
}

std::string period_name(int period) {
    return statistics::period_text(statistics::PeriodKind::quarter, period);
}

std::optional<std::int64_t> ratio_of(const Facts& facts) {
    if (facts.city_demand && facts.city_undecided)
        return statistics::ratio_hundredths(
            {facts.demand, facts.supply, *facts.city_demand, *facts.city_undecided});
    return statistics::ratio_hundredths({facts.demand, facts.available(), facts.demand, 0});
}

CatalogueView view(const store::Reader& reader, const app::Services& services,
                   const app::Caller& caller, const CatalogueRow& catalogue) {
    const auto& tables = services.get<codes::Tables>();
    CatalogueView shown;
    shown.id = catalogue.id;
    shown.place = catalogue.place;
    shown.place_name = tables.place_or_region_name(catalogue.place);
    shown.period = catalogue.period;
    shown.status = catalogue.status;
    shown.version = catalogue.version;
    shown.number = catalogue.number;
    shown.demand_formula = catalogue.demand_formula;
    shown.supply_formula = catalogue.supply_formula;
    shown.position = catalogue.position;
    shown.rules_on = rules_day(catalogue);
    shown.too_few = catalogue.too_few;
    shown.included = named_places(tables, catalogue.included);
    shown.excluded = named_places(tables, catalogue.excluded);
    shown.digest = catalogue.digest;
    shown.made_at = catalogue.made_at;
    shown.published_at = catalogue.published_at;
    shown.acts = acts_of(reader, caller, catalogue);
    if (caller.is(app::Role::official) && catalogue.status != CatalogueStatus::published)
        shown.needs_office = access::office_needed(caller, catalogue.place);
    if (!sees_all(reader, caller, catalogue)) return shown;
    shown.note = catalogue.note;
    access::AccountNames names(reader);
    const auto said = opinions(reader, catalogue);
    for (const auto& expert : experts(reader, catalogue)) {
        shown.asked = shown.asked || expert.account == caller.account;
        ExpertView each{names.of(expert.account), 0, 0};
        for (const auto& opinion : said) {
            if (opinion.account != expert.account) continue;
            ++each.opinions;
            each.dissents += opinion.dissents ? 1 : 0;
        }
        shown.experts.push_back(std::move(each));
    }
    return shown;
}

std::vector<EntryView> entry_views(const store::Reader& reader, const app::Services& services,
                                   const app::Caller& caller, const CatalogueRow& catalogue,
                                   int after, int limit) {
    const auto& tables = services.get<codes::Tables>();
    const bool all = sees_all(reader, caller, catalogue);
    const auto said = opinions(reader, catalogue);
    const auto least = statistics::published_people(services, date_of(catalogue.made_at));
    access::AccountNames names(reader);
    std::vector<EntryView> shown;
    for (const auto& entry : entries(reader, catalogue, after, std::numeric_limits<int>::max())) {
        if (static_cast<int>(shown.size()) == limit) break;
        if (!all && entry.grade == Grade::none) continue;
        EntryView each = bare_view(tables, entry);
        each.withheld = !all && !shows_people(entry.facts, least);
        if (!each.withheld) tell_people(each, entry);
        for (const auto& opinion : said) {
            if (opinion.line != entry.line) continue;
            each.dissents += opinion.dissents ? 1 : 0;
            const bool mine = caller.signed_in() && opinion.account == caller.account;
            if (all || mine)
                each.opinions.push_back({names.of(opinion.account), opinion.grade,
                                         opinion.dissents, opinion.reason, opinion.given_at,
                                         mine});
        }
        shown.push_back(std::move(each));
    }
    return shown;
}

}  // namespace jianghui::shortages
