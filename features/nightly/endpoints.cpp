#include "features/nightly/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/nightly/events.hpp"
#include "features/nightly/queries.hpp"
#include "features/nightly/store.hpp"

namespace jianghui::nightly {
namespace {

constexpr int shown_most = 30;
constexpr int nights_usual = 14;

/// The person, if it is the caller. Fails with not_found, people::person_restricted.
Result<people::Person> herself(const store::Reader& reader, const app::Caller& caller, PersonId id) {
    auto person = caller.person == id ? people::find(reader, id) : std::nullopt;
    if (!person) return refuse(not_found);
    if (person->status != people::PersonStatus::active) return refuse(people::person_restricted);
    return *std::move(person);
}

DailyOrder view(const app::Query& query, const ToldRow& told, const orders::OrderRow& order) {
    DailyOrder said{orders::view(query.db, query.services, order), told.night_on, told.told_at,
                    order.status == orders::OrderStatus::open, false, told.score, {}, {}};
    auto found = suggestions::fitness(query.services, order, told.person, query.now);
    if (!found) return said;  // The order cannot be matched any more, or the index has not met her yet.
    said.fits = found->failed.empty();
    said.score = found->score;
    said.parts = std::move(found->parts);
    for (const auto filter : found->failed) said.failed.push_back({filter, matching::reason(filter)});
    return said;
}

RunView view(const RunRow& run) {
    return {run.night_on, run.begun_at, run.ended_at, run.position, run.ranked_ms, run.orders,
            run.people,   run.pairs,    run.told,     run.told_orders, {}};
}

}  // namespace

Result<DailyOrders> daily_orders(app::Query& query, const FindDailyOrders& input) {
    TRY(const auto person, herself(query.db, query.caller, input.person));
    DailyOrders said{!has_stopped(query.db, person.id), person.public_pool, last_end(query.db), {}, {}};
    const Date today = date_of(query.now);
    for (const auto& told : told_of_person(query.db, person.id, shown_most))
        if (const auto order = orders::find(query.db, told.order_id))
            (told.night_on == today ? said.today : said.earlier).push_back(view(query, told, *order));
    return said;
}

Result<Choice> choose(app::Command& command, const ChooseDailyOrders& input) {
    TRY(const auto person, herself(command.db, command.caller, input.person));
    const auto changed =
        input.wanted ? command.db.execute(sql::delete_stop, store::arguments("person", person.id))
                     : command.db.execute(sql::insert_stop, store::arguments("city", person.city, "person", person.id,
                                                                             "now", command.now));
    if (changed != 0)
        command.record(input.wanted ? telling_resumed : telling_stopped,
                       {person.city, "person", person.id.number, {}, {}, person.id});
    return Choice{input.wanted};
}

Result<Runs> list_runs(app::Query& query, const ListRuns& input) {
    const auto limits = limits_on(query.services, date_of(query.now));
    Runs said{limits.hour, limits.orders_per_person, limits.people_per_order, {}};
    for (const auto& run : latest_runs(query.db, app::limit_of(input.limit, nights_usual)))
        said.items.push_back(view(run));
    if (said.items.empty()) return said;
    const bool sees_all = query.caller.is(app::Role::system_administrator);
    for (const auto& row : cities_since(query.db, said.items.back().night_on)) {
        if (!sees_all && !query.caller.acts_in(row.city)) continue;
        for (auto& run : said.items)
            if (run.night_on == row.night_on) run.cities.push_back({row.city, row.told, row.told_orders});
    }
    return said;
}

}  // namespace jianghui::nightly
