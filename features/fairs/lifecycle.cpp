// What begins, changes and uses a fair.

#include <algorithm>
#include <map>
#include <set>

#include "features/codes/api.hpp"
#include "features/fairs/endpoints.hpp"
#include "features/fairs/events.hpp"
#include "features/fairs/plan.hpp"
#include "features/fairs/queries.hpp"
#include "features/fairs/sight.hpp"
#include "features/fairs/store.hpp"
#include "features/fairs/view.hpp"
#include "features/seats/api.hpp"

namespace jianghui::fairs {
namespace {

/// Seats that one request offers at most: the lane serves others in between.
constexpr int offers_at_once = 50;

template <class T>
void record(app::Command& command, const journal::EventKind& kind, const FairRow& fair,
            const T& data) {
    command.record(kind,
                   {fair.city, "fair", fair.id.number,
                    fair.organisation.value_or(command.caller.organisation), {}, {}},
                   data);
}

FairChange change_of(const FairRow& fair) {
    return {fair.status,  fair.orders, fair.seats,       fair.filled,
            fair.total, fair.optimum, fair.input_digest};
}

/// The rows of the orders that were chosen, each with the seats that the caller may allocate.
Result<std::vector<FairOrderRow>> chosen_orders(const app::Command& command, const FairRow& fair,
                                                const StartFair& input) {
    std::map<OrderId, FairOrderRow> rows;
    for (std::size_t i = 0; i < input.orders.size(); ++i) {
        const auto open = open_order(command.db, command.caller, input.orders[i]);
        if (!open) return refuse(error(fair_order_closed).at("/orders/" + std::to_string(i)));
        auto& row = rows[open->order.id];
        row.city = fair.city;
        row.fair_id = fair.id;
        row.order_id = open->order.id;
        row.seats = open->seats;
    }
    if (rows.empty() || rows.size() != input.orders.size())
        return refuse(error(fair_without_orders).at("/orders"));
    std::vector<FairOrderRow> all;
    for (auto& [id, row] : rows) all.push_back(std::move(row));
    return all;
}

int seconds_allowed(const app::Command& command) {
    return static_cast<int>(command.services.get<codes::Tables>().parameter_or(
        "fair_seconds", date_of(command.now), 60));
}

/// A plan of the caller's own that may still be edited.
Result<FairRow> find_editable(const app::Command& command, FairId id) {
    TRY(FairRow fair, find_own(command.db, command.caller, id));
    if (!has_plan(fair.status)) return refuse(fair_not_decided);
    if (fair.handed_over_at) return refuse(fair_handed_over);
    return fair;
}

std::vector<PlannedPair> by_number(const KnownProblem& known,
                                   const std::vector<FairPairRow>& pairs) {
    std::vector<PlannedPair> plan;
    for (const auto& pair : pairs)
        plan.push_back({known.worker(pair.person).value_or(-1),
                        known.order(pair.order_id).value_or(-1), pair.seat_id.has_value()});
    return plan;
}

/// Takes a pair out of the plan.
void take_out(app::Command& command, FairRow& fair, const FairPairRow& pair) {
    command.db.execute(sql::delete_fair_pair, store::members(pair));
    fair.total -= pair.score;
    --fair.filled;
}

Result<Done> take_out_by_hand(app::Command& command, FairRow& fair, const EditFair& input,
                              const std::vector<FairPairRow>& pairs) {
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const auto& each) {
        return each.order_id == input.order && each.person == input.person;
    });
    if (pair == pairs.end()) return refuse(pair_unknown);
    if (pair->seat_id) return refuse(fair_pair_offered);
    take_out(command, fair, *pair);
    return Done{};
}

Result<Done> put_in_by_hand(app::Command& command, FairRow& fair, const EditFair& input,
                            const std::vector<FairPairRow>& pairs) {
    TRY(const auto known, known_problem(command.db, fair));
    const auto worker = known.worker(input.person);
    const auto order = known.order(input.order);
    if (!worker || !order) return refuse(pair_not_qualified);
    std::optional<std::int32_t> instead_of;
    if (input.instead_of) instead_of = known.worker(*input.instead_of).value_or(-1);
    const auto plan = by_number(known, pairs);
    TRY(const auto leaving, leaving_for(known.named, plan, *worker, *order, instead_of));
    for (std::size_t i = 0; i < plan.size(); ++i)
        if (std::find(leaving.begin(), leaving.end(), plan[i]) != leaving.end())
            take_out(command, fair, pairs[i]);
    const auto edge = edge_between(known.named.problem, *worker, *order);
    const FairPairRow pair{fair.city, fair.id, input.order, input.person,
                           static_cast<int>(known.named.problem.edges[*edge].score), true, {}, {}};
    command.db.execute(sql::insert_fair_pair, store::members(pair));
    fair.total += pair.score;
    ++fair.filled;
    return Done{};
}

/// So that the next round, too, tries it again.
void forget_refusal(app::Command& command, FairPairRow& pair) {
    pair.refusal.clear();
    command.db.execute(sql::update_fair_pair, store::members(pair));
}

/// Offers one seat, by the rules of seats; what became of it is in the row.
void offer_one(app::Command& command, FairPairRow& pair) {
    const auto shares = shares_with_room(command.db, pair.order_id, command.caller.organisation);
    if (shares.empty()) {
        pair.refusal = fair_without_share.code;
        return;
    }
    const auto seat = seats::offer(command, shares.front(), pair.person, std::nullopt);
    pair.refusal = seat ? std::string() : seat.error().code;
    if (seat) pair.seat_id = seat->id;
}

}  // namespace

Result<FairView> start_fair(app::Command& command, const StartFair& input) {
    FairRow fair;
    fair.id = command.next_id<FairId>();
    fair.place = command.caller.place;
    fair.city = city_of(fair.place);
    if (command.caller.is(app::Role::agency)) fair.organisation = command.caller.organisation;
    fair.created_by = command.caller.account;
    fair.title = input.title.text;
    fair.pool = input.pool;
    fair.several = input.several.value_or(false);
    fair.agency_floor = input.agency_floor ? static_cast<int>(input.agency_floor->value) : 0;
    fair.place_floor = input.place_floor ? static_cast<int>(input.place_floor->value) : 0;
    fair.seconds = input.seconds ? static_cast<int>(input.seconds->value) : seconds_allowed(command);
    TRY(const auto rows, chosen_orders(command, fair, input));
    fair.orders = static_cast<int>(rows.size());
    for (const auto& row : rows) fair.seats += row.seats;
    fair.created_at = fair.changed_at = command.now;
    command.db.execute(sql::insert_fair, store::members(fair));
    command.db.execute_all(sql::insert_fair_order, store::members_of_all(rows));
    record(command, fair_started, fair, change_of(fair));
    return view(command.db, command.services, command.caller, fair);
}

Result<FairView> stop_fair(app::Command& command, const FindFair& input) {
    TRY(FairRow fair, find_own(command.db, command.caller, input.fair));
    if (command.db.execute(sql::ask_fair_to_stop,
                           store::arguments("fair", fair.id, "now", command.now)) != 1)
        return refuse(fair_over);
    fair.stop_asked = true;
    return view(command.db, command.services, command.caller, fair);
}

Result<EditAnswer> edit_fair(app::Command& command, const EditFair& input) {
    TRY(FairRow fair, find_editable(command, input.fair));
    const auto before = fair.total;
    const auto pairs = pairs_of(command.db, fair);
    const bool out = input.out.value_or(false);
    TRY_DO(out ? take_out_by_hand(command, fair, input, pairs)
               : put_in_by_hand(command, fair, input, pairs));
    fair.changed_at = command.now;
    ASSERT(update(command.db, fair, fair.status));
    record(command, fair_edited, fair,
           FairEdit{input.order, input.person, out, fair.total, fair.optimum});
    return EditAnswer{fair.total, fair.optimum, fair.optimum - fair.total, before - fair.total,
                      fair.filled};
}

Result<FairView> hand_over(app::Command& command, const FindFair& input) {
    TRY(FairRow fair, find_editable(command, input.fair));
    std::set<OrganisationId> agencies;
    for (const auto& row : orders_of(command.db, fair))
        for (const auto& share : shares::live_of_order(command.db, row.order_id))
            agencies.insert(share.agency);
    for (const auto agency : agencies) {
        command.db.execute(sql::insert_fair_agency, store::arguments("city", fair.city, "fair",
                                                                     fair.id, "agency", agency));
        command.record(fair_received, {fair.city, "fair", fair.id.number, agency, {}, {}},
                       change_of(fair));
    }
    fair.handed_over_at = fair.changed_at = command.now;
    ASSERT(update(command.db, fair, fair.status));
    record(command, fair_handed, fair, change_of(fair));
    return view(command.db, command.services, command.caller, fair);
}

Result<OffersAnswer> offer_seats(app::Command& command, const OfferFair& input) {
    TRY(const FairRow fair, find_visible(command.db, command.caller, input.fair));
    if (!has_plan(fair.status)) return refuse(fair_not_decided);
    Sight sight(command.db, command.caller, fair);
    OffersAnswer answer;
    for (auto& pair : pairs_of(command.db, fair)) {
        const bool refused = !pair.refusal.empty();
        if (pair.seat_id || (refused && !input.again.value_or(false)) || !sight.of(pair)) continue;
        if (answer.offered + answer.refused == offers_at_once) {
            ++answer.left;
            if (refused) forget_refusal(command, pair);
            continue;
        }
        offer_one(command, pair);
        ++(pair.seat_id ? answer.offered : answer.refused);
        command.db.execute(sql::update_fair_pair, store::members(pair));
        answer.tried.push_back(view(command.db, command.services, command.caller, pair));
    }
    if (!answer.tried.empty())
        record(command, fair_offered, fair, FairOffers{answer.offered, answer.refused});
    return answer;
}

}  // namespace jianghui::fairs
