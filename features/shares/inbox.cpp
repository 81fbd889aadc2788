#include "features/shares/inbox.hpp"

#include <fmt/format.h>

#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/defaults.hpp"
#include "features/shares/queries.hpp"

namespace jianghui::shares {
namespace {

std::vector<app::Waiting> empty_seats(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto rows = query.db.all<ShareRow>(
        sql::running_holds,
        store::arguments("agency", query.caller.organisation, "limit", limit));
    for (const auto& share : rows) {
        const auto order = orders::find(query.db, share.order_id);
        const std::string title = order ? order->title : "";
        const int empty = share.seats - share.staffed;
        waiting.push_back({"share.staff",
                           {fmt::format("还有 {} 个席位待配人：{}", empty, title),
                            fmt::format("{} seats to staff: {}", empty, title)},
                           "share",
                           share.id.number,
                           share.refill_until_at.value_or(share.held_until_at),
                           share.created_at,
                           "/desk/shares/" + share.id.text()});
    }
    return waiting;
}

/// Until it is closed the agency grabs nothing; the employer can say that it is made good.
std::vector<app::Waiting> open_defaults(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    const auto rows = query.db.all<DefaultRow>(
        sql::open_defaults_of,
        store::arguments("organisation", query.caller.organisation, "limit", limit));
    for (const auto& row : rows) {
        const auto order = orders::find(query.db, row.order_id);
        const std::string title = order ? order->title : "";
        const bool own = row.agency == query.caller.organisation;
        Text what = own ? Text{"份额违约未了结，暂不能抢单：" + title,
                               "An open default bars you from grabbing: " + title}
                        : Text{"份额违约待了结，已补足或已和解的请确认：" + title,
                               "A default waits; say whether it was made good: " + title};
        std::optional<Instant> lapses;
        if (!own) lapses = row.lapses_at;  // After that the employer is no longer asked.
        waiting.push_back({own ? "share.default_open" : "share.close_default", std::move(what), "share",
                           row.share_id.number, lapses, row.opened_at,
                           "/desk/shares/" + row.share_id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"shares.empty_seats", {app::Role::agency}, empty_seats},
            {"shares.open_defaults", {app::Role::agency, app::Role::employer}, open_defaults}};
}

}  // namespace jianghui::shares
