// What compiles a catalogue and moves it on: draft → review → published; experts and their opinions.

#include <algorithm>

#include "engine/access/access.hpp"
#include "engine/access/covering.hpp"
#include "engine/app/slow_change.hpp"
#include "features/shortages/collect.hpp"
#include "features/shortages/endpoints.hpp"
#include "features/shortages/events.hpp"
#include "features/shortages/rules.hpp"
#include "features/shortages/told.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const CatalogueRow& catalogue,
            int line = 0) {
    command.record(kind, {catalogue.city, "shortage_catalogue", catalogue.id.number, {}, {}, {}},
                   CatalogueEvent{catalogue.period, catalogue.place, catalogue.status,
                                  catalogue.version, catalogue.position, line, catalogue.digest});
}

/// The catalogue that the caller may see and act on.
Result<CatalogueRow> find_own(const store::Reader& reader, const app::Caller& caller,
                              CatalogueId id) {
    TRY(CatalogueRow catalogue, find_visible(reader, caller, id));
    TRY_DO(access::check_office(caller, catalogue.place, catalogue_elsewhere));
    return catalogue;
}
Result<CatalogueRow> find_own(const app::Command& command, CatalogueId id) {
    return find_own(command.db, command.caller, id);
}

CatalogueView shown(const app::Command& command, const CatalogueRow& catalogue) {
    return view(command.db, command.services, command.caller, catalogue);
}

/// Keeps the cities of the catalogue's place.
std::vector<PlaceCode> of_place(std::vector<PlaceCode> cities, const PlaceCode& place) {
    std::erase_if(cities, [&](const PlaceCode& each) { return !is_of(each, place); });
    return cities;
}

/// A catalogue with its entries, scored and not yet kept.
struct ScoredCatalogue {
    CatalogueRow catalogue;
    std::vector<Entry> entries;
};

/// Scores what the figures say, of a quarter that is over those of its end. Reads all that was counted of several quarters: not for the write lane.
Result<ScoredCatalogue> scored(const app::Query& query, CatalogueRow catalogue) {
    const auto period =
        statistics::parse_period(statistics::PeriodKind::quarter, catalogue.period);
    ASSERT(period.has_value());
    // Of a quarter that has ended, everything is as of its end: the figures, the posts, the weights and limits.
    const auto cut_off = statistics::cut_off_of(query.db, statistics::PeriodKind::quarter, *period,
                                                query.now);
    TRY(const auto collected, collect(query.db, query.services, *period, query.now, cut_off));
    catalogue.demand_formula = collected.demand_formula;
    catalogue.supply_formula = collected.supply_formula;
    catalogue.position = collected.position;
    catalogue.included = of_place(collected.included, catalogue.place);
    catalogue.excluded = of_place(collected.excluded, catalogue.place);
    catalogue.rules_on = rules_day(*period, query.now);
    const auto limits = limits_on(query.services.get<codes::Tables>(), *catalogue.rules_on);
    catalogue.too_few = too_few_of(collected.facts, catalogue.place, limits);
    auto entries = entries_of(collected.facts, catalogue.place, limits);
    TRY(const auto told, told_in(query, *period, collected));
    for (auto& entry : entries)
        entry.facts.told = adds_nothing(*told, {entry.place.text, entry.occupation.text}, entry.facts);
    return ScoredCatalogue{std::move(catalogue), std::move(entries)};
}

/// Its figures of people are hidden where they are few, and versions are counted as of the same position: neither is
/// asked about here.
statistics::Publication publication_of(const CatalogueRow& catalogue) {
    statistics::Publication publication;
    publication.measure = "supply";
    const auto period = statistics::parse_period(publication.kind, catalogue.period);
    ASSERT(period.has_value());
    publication.period = *period;
    publication.position = catalogue.position;
    return publication;
}

Result<CatalogueView> save(app::Command& command, CatalogueRow& catalogue, CatalogueAct act,
                           const journal::EventKind& kind) {
    const CatalogueStatus from = catalogue.status;
    TRY(catalogue.status, next_status(from, act));
    catalogue.changed_at = command.now;
    if (!update(command.db, catalogue, from)) return refuse(catalogue_status_conflict);
    record(command, kind, catalogue);
    return shown(command, catalogue);
}

/// A city or district of the region, or the region. Fails with unknown_code.
Result<Done> check_place(const codes::Tables& tables, const PlaceCode& place) {
    const auto region = tables.region();
    const bool known = !place || std::any_of(region.begin(), region.end(), [&](const auto* each) {
        return each->code == place;
    });
    if (known) return Done{};
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place.text)));
}

/// The place and quarter that were asked for, checked.
Result<CatalogueRow> new_catalogue(const app::Query& query, const CompileCatalogue& input) {
    CatalogueRow catalogue;
    catalogue.place = input.place.value_or(PlaceCode{});
    TRY_DO(check_place(query.services.get<codes::Tables>(), catalogue.place));
    TRY_DO(access::check_office(query.caller, catalogue.place, catalogue_elsewhere));
    const auto kind = statistics::PeriodKind::quarter;
    const auto period = statistics::parse_period(kind, input.period.text);
    if (!period) return refuse(error(statistics::period_malformed).at("/period"));
    if (*period > statistics::period_of(kind, query.now))
        return refuse(error(catalogue_period_not_begun).at("/period"));
    catalogue.city = catalogue.place;
    catalogue.period = input.period.text;
    catalogue.made_by = query.caller.account;
    catalogue.made_at = catalogue.changed_at = query.now;
    return catalogue;
}

}  // namespace

Result<CatalogueView> compile_catalogue(app::Query& query, const CompileCatalogue& input) {
    TRY(CatalogueRow wanted, new_catalogue(query, input));
    TRY(const ScoredCatalogue made, scored(query, std::move(wanted)));
    return app::in_lane<CatalogueView>(query, [&](app::Command& command) -> Result<CatalogueView> {
        CatalogueRow catalogue = made.catalogue;
        catalogue.id = command.next_id<CatalogueId>();
        if (!insert(command.db, catalogue)) return refuse(catalogue_open_already);
        replace_entries(command.db, catalogue, made.entries);
        record(command, catalogue_compiled, catalogue);
        return shown(command, catalogue);
    });
}

Result<CatalogueView> compile_catalogue_anew(app::Query& query, const FindCatalogue& input) {
    TRY(CatalogueRow known, find_own(query.db, query.caller, input.catalogue));
    TRY_DO(next_status(known.status, CatalogueAct::compile));
    const Instant changed_at = known.changed_at;
    const std::int64_t position = known.position;
    known.made_by = query.caller.account;
    known.made_at = query.now;
    TRY(const ScoredCatalogue made, scored(query, std::move(known)));
    return app::in_lane<CatalogueView>(query, [&](app::Command& command) -> Result<CatalogueView> {
        TRY(const CatalogueRow now, find_own(command, input.catalogue));
        // Somebody was faster, perhaps with newer figures.
        if (now.changed_at != changed_at || now.position != position)
            return refuse(catalogue_status_conflict);
        CatalogueRow catalogue = made.catalogue;
        replace_entries(command.db, catalogue, made.entries);
        return save(command, catalogue, CatalogueAct::compile, catalogue_compiled);
    });
}

Result<CatalogueView> submit_catalogue(app::Command& command, const FindCatalogue& input) {
    TRY(CatalogueRow catalogue, find_own(command, input.catalogue));
    catalogue.submitted_by = command.caller.account;
    catalogue.note.clear();
    return save(command, catalogue, CatalogueAct::submit, catalogue_submitted);
}

Result<CatalogueView> send_catalogue_back(app::Command& command, const SendCatalogueBack& input) {
    TRY(CatalogueRow catalogue, find_own(command, input.catalogue));
    catalogue.note = input.reason.text;
    catalogue.submitted_by.reset();
    return save(command, catalogue, CatalogueAct::send_back, catalogue_returned);
}

Result<CatalogueView> publish_catalogue(app::Command& command, const FindCatalogue& input) {
    TRY(CatalogueRow catalogue, find_own(command, input.catalogue));
    TRY_DO(next_status(catalogue.status, CatalogueAct::publish));
    const auto said = opinions(command.db, catalogue);
    TRY_DO(may_publish(catalogue, said, command.caller.account));
    const auto limits = limits_on(command.services.get<codes::Tables>(), rules_day(catalogue));
    auto entries = all_entries(command.db, catalogue);
    for (auto& entry : entries) entry = with_opinions(std::move(entry), said, limits);
    catalogue.digest = digest_of(entries);
    if (catalogue.digest.empty()) return refuse(catalogue_empty);
    TRY_DO(statistics::may_publish(command, publication_of(catalogue)));
    update_entries(command.db, catalogue, entries);
    catalogue.version = next_version(command.db, catalogue);
    catalogue.number = number_of(
        command.services.get<codes::Tables>().place_or_region_name(catalogue.place), catalogue.period,
        catalogue.version);
    catalogue.published_by = command.caller.account;
    catalogue.published_at = command.now;
    return save(command, catalogue, CatalogueAct::publish, catalogue_published);
}

Result<CatalogueView> name_expert(app::Command& command, const NameExpert& input) {
    TRY(const CatalogueRow catalogue, find_own(command, input.catalogue));
    TRY_DO(next_status(catalogue.status, CatalogueAct::name_expert));
    const auto account = access::find_active_account(
        command.db, command.services.get<access::Vault>(), input.login.text);
    const bool fit = account && may_be_expert(account->role) &&
                     account->account != command.caller.account &&
                     may_judge(catalogue, account->account);
    if (!fit || !insert_expert(command.db, catalogue, account->account, command.caller.account, command.now))
        return refuse(error(expert_unfit).at("/login"));
    record(command, expert_named, catalogue);
    return shown(command, catalogue);
}

Result<CatalogueView> give_opinion(app::Command& command, const GiveOpinion& input) {
    TRY(const CatalogueRow catalogue, find_visible(command.db, command.caller, input.catalogue));
    if (!is_expert(command.db, catalogue, command.caller.account)) return refuse(not_an_expert);
    TRY_DO(may_judge(catalogue, command.caller.account));
    if (catalogue.status != CatalogueStatus::review) return refuse(catalogue_status_conflict);
    const int line = static_cast<int>(input.line.value);
    const auto found = entries(command.db, catalogue, line - 1, 1);
    if (found.empty() || found.front().line != line) return refuse(not_found);
    TRY(Opinion opinion, opinion_of(found.front(), input.grade,
                                    input.reason ? input.reason->text : std::string()));
    opinion.account = command.caller.account;
    opinion.given_at = command.now;
    put_opinion(command.db, catalogue, opinion);
    record(command, opinion_given, catalogue, line);
    return shown(command, catalogue);
}

}  // namespace jianghui::shortages
