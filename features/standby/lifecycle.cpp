// What begins and ends a stand-by by its agency, and who sees it.

#include <algorithm>

#include "features/shares/api.hpp"
#include "features/standby/api.hpp"
#include "features/standby/endpoints.hpp"
#include "features/standby/queries.hpp"
#include "features/standby/rules.hpp"
#include "features/standby/store.hpp"

namespace jianghui::standby {
namespace {

int count_waiting(const store::Reader& reader, OrderId order, std::optional<int> before) {
    return reader
        .value<int>(sql::count_waiting, store::arguments("order", order, "before", before))
        .value_or(0);
}

StandbyView shown(const store::Reader& reader, const StandbyRow& row) {
    StandbyView view;
    view.id = row.id;
    view.order = row.order_id;
    if (auto agency = organisations::find_reference(reader, row.agency))
        view.agency = std::move(*agency);
    view.number = row.number;
    view.seats = row.seats;
    view.at_least = row.at_least;
    view.status = row.status;
    if (row.status == StandbyStatus::waiting)
        view.ahead = count_waiting(reader, row.order_id, row.number);
    view.given = row.given;
    view.share = row.share_id;
    view.passed_reason = row.passed_reason;
    view.passed_at = row.passed_at;
    view.created_at = row.created_at;
    return view;
}

bool waits(const std::vector<StandbyRow>& waiting, OrganisationId agency) {
    return std::any_of(waiting.begin(), waiting.end(),
                       [&](const auto& row) { return row.agency == agency; });
}

}  // namespace

Result<StandbyRow> stand_by(app::Command& command, const StandBy& wanted) {
    TRY(const auto order, orders::find_visible(command.db, command.caller, wanted.order));
    const OrganisationId agency = command.caller.organisation;
    const int held = shares::agency_seats_of_order(command.db, order.id, agency);
    TRY_DO(may_wait(order, wanted, held, command.now));
    if (waits(waiting_of(command.db, order.id), agency)) return refuse(standing_by_already);
    const int seats = static_cast<int>(wanted.seats.value);
    TRY_DO(shares::room_of(command.db, command.services, order, agency, seats, command.now));
    StandbyRow row;
    row.id = command.next_id<StandbyId>();
    row.city = order.city;
    row.order_id = order.id;
    row.employer = order.employer;
    row.agency = agency;
    row.account = command.caller.account;
    row.number =
        *command.db.value<int>(sql::last_number, store::arguments("order", order.id)) + 1;
    row.seats = seats;
    row.at_least = least_worth(order, wanted);
    row.created_at = command.now;
    row.changed_at = command.now;
    command.db.execute(sql::insert_standby, store::members(row));
    record(command, standby_joined, row, row.seats);
    return row;
}

Result<StandbyView> join(app::Command& command, const StandBy& input) {
    TRY(const auto row, stand_by(command, input));
    return shown(command.db, row);
}

Result<StandbyView> leave(app::Command& command, const FindStandby& input) {
    auto row = command.db.one<StandbyRow>(sql::find_standby,
                                          store::arguments("standby", input.standby));
    if (!row || row->agency != command.caller.organisation) return refuse(not_found);
    if (row->status != StandbyStatus::waiting) return refuse(standby_over);
    row->status = StandbyStatus::left;
    if (!update(command, *row)) return refuse(standby_over);
    record(command, standby_left, *row, row->seats);
    return shown(command.db, *row);
}

Result<StandbyList> list_of_order(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto only = orders::only_known(query.caller, order);
    StandbyList list;
    list.waiting = count_waiting(query.db, order.id, std::nullopt);
    for (const auto& row : query.db.all<StandbyRow>(
             sql::standbys_of_order, store::arguments("order", order.id, "agency", only)))
        list.items.push_back(shown(query.db, row));
    return list;
}

namespace {

/// Called, and could not take: something of the agency's own has to be put right.
std::vector<app::Waiting> passed_over(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<StandbyRow>(
             sql::passed_of_agency,
             store::arguments("agency", query.caller.organisation, "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        if (!order) continue;
        waiting.push_back({"standby.passed",
                           {"候补轮到时未能承接，请看原因：" + order->title,
                            "Your stand-by was passed over; see why: " + order->title},
                           "order",
                           row.order_id.number,
                           std::nullopt,
                           row.passed_at.value_or(row.created_at),
                           "/desk/orders/" + row.order_id.text() + "/standby"});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"standby.passed", {app::Role::agency}, passed_over}};
}

}  // namespace jianghui::standby
