#include "features/timesheets/inbox.hpp"

#include <fmt/format.h>

#include "features/orders/api.hpp"
#include "features/timesheets/model.hpp"
#include "features/timesheets/queries.hpp"

namespace jianghui::timesheets {
namespace {

/// The timesheets of one order that wait.
struct WaitingSheets {
    OrderId order_id;
    int sheets = 0;
    Instant since_at;
};
BOOST_DESCRIBE_STRUCT(WaitingSheets, (), (order_id, sheets, since_at))

/// Whose they are; exactly one is set.
struct WaitingFor {
    std::optional<OrganisationId> employer = {};
    std::optional<OrganisationId> agency = {};
    std::optional<PlaceCode> place_from = {};
    std::optional<PlaceCode> place_to = {};
};
BOOST_DESCRIBE_STRUCT(WaitingFor, (), (employer, agency, place_from, place_to))

std::vector<app::Waiting> waiting(const app::Query& query, const WaitingFor& whose,
                                  TimesheetStatus status, std::string_view kind, const Text& what,
                                  int limit) {
    std::vector<app::Waiting> items;
    for (const auto& row : query.db.all<WaitingSheets>(
             sql::waiting_timesheets,
             store::members_and(whose, "status", status, "limit", limit))) {
        const auto order = orders::find(query.db, row.order_id);
        const std::string title = order ? order->title : "";
        items.push_back({std::string(kind),
                         {fmt::format("{}：{}（{} 份）", what.zh, title, row.sheets),
                          fmt::format("{}: {} ({})", what.en, title, row.sheets)},
                         "order", row.order_id.number, std::nullopt, row.since_at,
                         fmt::format("/desk/timesheets?status={}", codec::enum_text(status))});
    }
    return items;
}

std::vector<app::Waiting> for_employer(const app::Query& query, int limit) {
    return waiting(query, {.employer = query.caller.organisation}, TimesheetStatus::submitted,
                   "timesheet.approve", {"核准工时", "Approve hours"}, limit);
}

std::vector<app::Waiting> for_agency(const app::Query& query, int limit) {
    return waiting(query, {.agency = query.caller.organisation}, TimesheetStatus::returned,
                   "timesheet.mend", {"改正退回的工时", "Mend returned hours"}, limit);
}

std::vector<app::Waiting> for_authority(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    return waiting(query, {.place_from = from, .place_to = to}, TimesheetStatus::disputed,
                   "timesheet.decide", {"裁定工时争议", "Decide disputed hours"}, limit);
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"timesheets.employer", {Role::employer}, for_employer},
            {"timesheets.agency", {Role::agency}, for_agency},
            {"timesheets.authority", {Role::official, Role::inspector}, for_authority}};
}

}  // namespace jianghui::timesheets
