// What opens and closes a share's default, and who sees it.

#include "features/shares/defaults.hpp"

#include "engine/app/page.hpp"
#include "features/codes/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/closing.hpp"
#include "features/shares/events.hpp"
#include "features/shares/queries.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {
namespace {

constexpr std::size_t batch = 100;  // the LIMIT of due_lapses

std::optional<DefaultRow> find_default(const store::Reader& reader, ShareId share) {
    return reader.one<DefaultRow>(sql::find_default, store::arguments("share", share));
}

/// As whom the caller may close it, if at all.
std::optional<Closer> closer_of(const app::Caller& caller, const DefaultRow& row) {
    if (caller.is(app::Role::employer) && caller.organisation == row.employer)
        return Closer::employer;
    if (caller.acts_in(row.city)) return Closer::office;
    return std::nullopt;
}

DefaultView view(const store::Reader& reader, const app::Caller& caller, const DefaultRow& row) {
    const auto name_of = [&](OrganisationId organisation) {
        return organisations::find_reference(reader, organisation)
            .value_or(organisations::Reference{});
    };
    DefaultView view;
    view.id = row.share_id;
    if (const auto order = orders::find(reader, row.order_id)) view.order = {order->id, order->title};
    view.city = row.city;
    view.employer = name_of(row.employer);
    view.agency = name_of(row.agency);
    view.opened_at = row.opened_at;
    view.lapses_at = row.lapses_at;
    view.closed_at = row.closed_at;
    view.ground = row.ground;
    view.reason = row.reason;
    const auto by = closer_of(caller, row);
    if (by && !row.closed_at) view.may_close_as = grounds_of(*by);
    return view;
}

/// Closes it, if nobody was faster.
Result<DefaultRow> close(app::Command& command, DefaultRow row, ClosingGround ground,
                         std::string reason) {
    row.closed_at = command.now;
    if (ground != ClosingGround::lapsed) row.closed_by = command.caller.account;
    row.ground = ground;
    row.reason = std::move(reason);
    if (command.db.execute(sql::close_default, store::members(row)) != 1)
        return refuse(default_not_open);
    command.db.execute(sql::lower_open_defaults, store::arguments("agency", row.agency));
    command.record(share_default_closed,
                   {row.city, "share", row.share_id.number, row.agency, row.employer, {}},
                   DefaultClosed{row.order_id, ground, date_of(row.opened_at),
                                 totals_of(command.db, row.agency).open_defaults});
    return row;
}

}  // namespace

void note_default(app::Command& command, const ShareRow& share) {
    const auto days = command.services.get<codes::Tables>().parameter_or(
        "default_lapse_days", date_of(command.now), 180);
    DefaultRow row;
    row.share_id = share.id;
    row.city = share.city;
    row.order_id = share.order_id;
    row.employer = share.employer;
    row.agency = share.agency;
    row.opened_at = command.now;
    row.lapses_at = command.now + std::chrono::hours(24 * days);
    command.db.execute(sql::insert_default, store::members(row));
}

Result<DefaultView> close_default(app::Command& command, const CloseDefault& input) {
    const auto share = find(command.db, input.share);
    if (!share || !may_see(command.caller, *share)) return refuse(not_found);
    const auto row = find_default(command.db, input.share);
    if (!row) return refuse(default_not_open);
    const auto by = closer_of(command.caller, *row);
    if (!by) return refuse(not_allowed);
    TRY_DO(may_close(*row, *by, input));
    TRY(const auto closed,
        close(command, *row, input.ground, input.reason ? input.reason->text : std::string()));
    return view(command.db, command.caller, closed);
}

Result<bool> lapse_defaults(app::Command& command) {
    const auto due =
        command.db.all<DefaultRow>(sql::due_lapses, store::arguments("now", command.now));
    for (const auto& row : due) TRY_DO(close(command, row, ClosingGround::lapsed, ""));
    return due.size() == batch;
}

Result<DefaultView> show_default(app::Query& query, const FindShare& input) {
    const auto share = find(query.db, input.share);
    if (!share || !may_see(query.caller, *share)) return refuse(not_found);
    const auto row = find_default(query.db, input.share);
    if (!row) return refuse(not_found);
    return view(query.db, query.caller, *row);
}

Result<app::Page<DefaultView>> list_defaults(app::Query& query, const ListDefaults& input) {
    const int limit = input.limit ? static_cast<int>(input.limit->value) : 50;
    std::optional<OrganisationId> own;
    std::optional<PlaceCode> city_from, city_to;
    if (query.caller.in_office()) {
        std::tie(city_from, city_to) = codes_within(query.caller.place);
    } else {
        own = query.caller.organisation;
    }
    const auto rows = query.db.all<DefaultRow>(
        sql::list_defaults,
        store::arguments("cursor", input.cursor, "open", input.open, "own", own, "city_from",
                         city_from, "city_to", city_to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.caller, row);
    });
}

}  // namespace jianghui::shares
