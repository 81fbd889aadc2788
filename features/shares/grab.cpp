// The grab in race mode: first come, first served.

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/award.hpp"
#include "features/shares/endpoints.hpp"

namespace jianghui::shares {
namespace {

Result<ShareRow> decide(Awarding& awarding, const orders::OrderRow& order, const GrabShare& wanted,
                        const app::Caller& caller, Instant at) {
    if (!orders::may_see(caller, order)) return refuse(not_found);
    TRY_DO(orders::first_come(order));
    TRY_DO(orders::is_version(order, wanted.order_version));
    return awarding.decide({caller.organisation, static_cast<int>(wanted.seats.value),
                            caller.account},
                           at);
}

}  // namespace

Result<ShareRow> grab(app::Command& command, const GrabShare& wanted) {
    const auto order = orders::find(command.db, wanted.order);
    if (!order) return refuse(not_found);
    Awarding awarding(command, *order);
    TRY(ShareRow share, decide(awarding, *order, wanted, command.caller, command.now));
    TRY_DO(awarding.write());
    return share;
}

std::int64_t order_of(const GrabShare& wanted) { return wanted.order.number; }

std::vector<Result<ShareView>> grab_shares(app::Command& command,
                                           const std::vector<app::Entry<GrabShare>>& grabs) {
    const auto order = orders::find(command.db, grabs.front().input.order);
    if (!order) return {grabs.size(), Result<ShareView>(refuse(not_found))};
    Awarding awarding(command, *order);
    std::vector<Result<ShareView>> answers;
    answers.reserve(grabs.size());
    for (const auto& grab : grabs) {
        auto share = decide(awarding, *order, grab.input, grab.caller, grab.now);
        if (share) {
            answers.emplace_back(awarding.view(*share));
        } else {
            answers.emplace_back(tl::unexpected(std::move(share).error()));
        }
    }
    if (auto written = awarding.write(); !written)
        for (auto& answer : answers)
            if (answer) answer = tl::unexpected(written.error());
    return answers;
}

}  // namespace jianghui::shares
