// The API calls of draws.

#include "features/draws/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/draws/api.hpp"
#include "features/draws/events.hpp"
#include "features/draws/queries.hpp"
#include "features/draws/rules.hpp"
#include "features/draws/store.hpp"

namespace jianghui::draws {
namespace {

ApplicationView shown(const store::Reader& reader, const ApplicationRow& row) {
    ApplicationView view;
    view.id = row.id;
    view.order = row.order_id;
    if (const auto order = orders::find(reader, row.order_id)) view.order_title = order->title;
    if (const auto draw = find_draw(reader, row.order_id)) view.closes_at = draw->closes_at;
    view.number = row.number;
    view.seats = row.seats;
    view.at_least = row.at_least;
    view.nonce = row.nonce;
    view.status = row.status;
    view.applied_at = row.applied_at;
    view.outcome = row.outcome;
    view.refusal = row.refusal;
    view.place = row.place;
    view.given = row.given;
    view.share = row.share_id;
    return view;
}

EntrantView entrant(const store::Reader& reader, const ApplicationRow& row) {
    EntrantView view;
    view.number = row.number;
    view.nonce = row.nonce;
    view.seats = row.seats;
    view.at_least = row.at_least;
    view.room = row.room.value_or(0);
    view.refusal = row.refusal;
    view.place = row.place.value_or(0);
    view.given = row.given.value_or(0);
    view.outcome = row.outcome.value_or(Outcome::none_left);
    if (view.given > 0) view.agency = organisations::find_reference(reader, row.agency);
    return view;
}

}  // namespace

DrawView view(const store::Reader& reader, const DrawRow& draw) {
    DrawView view;
    view.order = draw.order_id;
    view.rules = rules_version;
    view.commitment = draw.commitment;
    view.opens_at = draw.opens_at;
    view.closes_at = draw.closes_at;
    view.status = draw.status;
    view.applications = count_applications(reader, draw.order_id);
    view.secret = draw.secret;
    view.position = draw.position;
    view.seed = draw.seed;
    view.seats = draw.seats;
    view.lot_min = draw.lot_min;
    view.drawn_at = draw.drawn_at;
    if (draw.status == DrawStatus::drawn)
        for (const auto& row : applications_of(reader, draw.order_id))
            view.entrants.push_back(entrant(reader, row));
    return view;
}

Result<ApplicationView> apply_for_seats(app::Command& command, const Apply& input) {
    TRY(const auto row, apply(command, input));
    return shown(command.db, row);
}

Result<ApplicationView> withdraw(app::Command& command, const FindApplication& input) {
    auto row = find_application(command.db, input.application);
    if (!row || row->agency != command.caller.organisation) return refuse(not_found);
    const auto draw = find_draw(command.db, row->order_id);
    if (row->status != ApplicationStatus::standing || draw->status != DrawStatus::open)
        return refuse(application_over);
    if (command.now >= draw->closes_at) return refuse(window_closed);
    row->status = ApplicationStatus::withdrawn;
    row->changed_at = command.now;
    if (!end(command.db, *row)) return refuse(application_over);
    command.record(draw_withdrawn, {row->city, "application", row->id.number, row->agency, {}, {}},
                   Applied{row->order_id, row->number, row->seats});
    return shown(command.db, *row);
}

Result<app::Page<ApplicationView>> list_own(app::Query& query, const ListApplications& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<ApplicationRow>(
        sql::list_applications,
        store::arguments("agency", query.caller.organisation, "order", input.order, "cursor",
                         input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return shown(query.db, row);
    });
}

Result<DrawView> show(app::Query& query, const orders::FindOrder& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto draw = find_draw(query.db, input.order);
    if (!draw) return refuse(not_found);
    return view(query.db, *draw);
}

}  // namespace jianghui::draws
