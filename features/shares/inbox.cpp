#include "features/shares/inbox.hpp"

#include <fmt/format.h>

#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
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

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    return {{"shares.empty_seats", {app::Role::agency}, empty_seats}};
}

}  // namespace jianghui::shares
