#include "features/nightly/telling.hpp"

#include <algorithm>
#include <map>

#include "features/nightly/events.hpp"
#include "features/nightly/queries.hpp"
#include "features/nightly/store.hpp"
#include "features/seats/api.hpp"

namespace jianghui::nightly {
namespace {

/// Told in one transaction: as many as commands share one (engine/store), so that grabs wait no longer than for each
/// other.
constexpr std::size_t told_together = 32;
/// Looked at in one snapshot: most of whom a night finds were told before.
constexpr std::size_t looked_at_together = 512;

/// What orders are now, each looked up once.
class Market {
  public:
    Market(const store::Reader& reader, const app::Services& services, Instant now)
        : reader_(reader), services_(services), now_(now) {}

    /// Whether the order is open and the person still meets its conditions.
    [[nodiscard]] bool suits(OrderId id, PersonId person) {
        const auto [at, is_new] = orders_.try_emplace(id);
        if (is_new) at->second = orders::find(reader_, id);
        const auto& order = at->second;
        if (!order || order->status != orders::OrderStatus::open) return false;
        const auto found = suggestions::fitness(services_, *order, person, now_);
        return found && found->failed.empty();
    }

  private:
    const store::Reader& reader_;
    const app::Services& services_;
    Instant now_;
    std::map<OrderId, std::optional<orders::OrderRow>> orders_;
};

std::vector<suggestions::Pair> chosen_for(const store::Reader& reader, Market& market,
                                          std::span<const suggestions::Pair> hers, const Limits& limits) {
    const auto person = people::find(reader, hers.front().person);
    if (!person || !may_be_told(reader, *person)) return {};
    auto known = orders_told(reader, person->city, person->id);
    for (const auto order : seats::orders_offered(reader, person->id)) known.insert(order);
    return to_tell(hers, known,
                   static_cast<std::size_t>(limits.orders_per_person),
                   [&](OrderId order) { return market.suits(order, person->id); });
}

/// What was written of one city.
struct Count {
    std::int64_t told = 0;
    std::int64_t orders = 0;
};

/// Adds the rows and the event of one person.
void tell(app::Command& command, const RunRow& run, const people::Person& person, const Telling& telling,
          std::vector<store::Arguments>& rows) {
    int number = 0;
    for (const auto& pair : telling.orders)
        rows.push_back(store::members(ToldRow{person.city, person.id, pair.order, run.night_on, ++number, pair.score,
                                              command.now}));
    command.record(person_told, {person.city, "person", person.id.number, {}, {}, person.id},
                   ToldChange{run.night_on, number});
}

}  // namespace

Some look_at_some(const store::Reader& reader, const app::Services& services,
                  std::span<const suggestions::Pair> pairs, const RunRow& run, const Limits& limits, Instant now) {
    Some some;
    some.reached = run.reached;
    Market market(reader, services, now);
    auto at = std::upper_bound(pairs.begin(), pairs.end(), run.reached,
                               [](std::int64_t reached, const auto& pair) { return reached < pair.person.number; });
    for (std::size_t looked = 0;
         at != pairs.end() && looked < looked_at_together && some.tellings.size() < told_together; ++looked) {
        const auto end = std::find_if(at, pairs.end(),
                                      [&](const auto& pair) { return pair.person != at->person; });
        auto chosen = chosen_for(reader, market, {at, end}, limits);
        some.reached = at->person.number;
        if (!chosen.empty()) some.tellings.push_back({at->person, std::move(chosen)});
        at = end;
    }
    some.is_last = at == pairs.end();
    return some;
}

Result<bool> keep(app::Command& command, const RunRow& run, const Some& some) {
    std::vector<store::Arguments> rows;
    std::map<PlaceCode, Count> cities;
    std::vector<std::pair<people::Person, const Telling*>> told;
    Count all;
    for (const auto& telling : some.tellings) {
        auto person = people::find(command.db, telling.person);
        if (!person || !may_be_told(command.db, *person)) continue;
        auto& city = cities[person->city];
        for (auto* count : {&city, &all}) {
            ++count->told;
            count->orders += static_cast<std::int64_t>(telling.orders.size());
        }
        told.emplace_back(*std::move(person), &telling);
    }
    if (command.db.execute(sql::advance_run,
                           store::arguments("night", run.night_on, "from", run.reached, "reached", some.reached,
                                            "told", all.told, "told_orders", all.orders)) == 0)
        return false;
    for (const auto& [person, telling] : told) tell(command, run, person, *telling, rows);
    if (!rows.empty()) command.db.execute_all(sql::insert_told, rows);
    for (const auto& [city, count] : cities)
        command.db.execute(sql::count_city, store::arguments("city", city, "night", run.night_on, "told", count.told,
                                                             "told_orders", count.orders));
    if (some.is_last) command.db.execute(sql::end_run, store::arguments("night", run.night_on, "now", command.now));
    return true;
}

}  // namespace jianghui::nightly
