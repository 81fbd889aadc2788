#pragma once
// The API calls and clocks of shares; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "engine/app/set.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

/// Grabs of one order that wait at the same time, decided together in the order in which they came.
std::vector<Result<ShareView>> grab_shares(app::Command& command,
                                           const std::vector<app::Entry<GrabShare>>& grabs);
/// What grabs of one set have in common.
std::int64_t order_of(const GrabShare& wanted);
/// The grabs of one commit, of any orders: decided from GrabFacts and written together.
std::unique_ptr<app::Sets<GrabShare, ShareView>> open_grabs(
    app::Command& command, const std::vector<app::Entry<GrabShare>>& grabs);
/// What certainly refuses a grab as of now: an order that was seen without room and still has none.
std::optional<Error> certainly_refused(const app::Services& services, const app::Caller& caller,
                                       Instant now, const GrabShare& wanted);
Result<ShareView> release(app::Command& command, const ReleaseShare& input);
Result<ShareView> show(app::Query& query, const FindShare& input);
Result<app::Page<ShareView>> list_all(app::Query& query, const ListShares& input);
Result<GateAnswer> show_gate(app::Query& query, const orders::FindOrder& input);

/// Clock: at the end of a hold the seats that nobody holds go back to the order. At most 100 shares
/// a run.
Result<bool> end_holds(app::Command& command);

/// Clock: seats of standing teams that nobody refilled in time go back, one by one. At most 100 shares
/// a run.
Result<bool> end_refills(app::Command& command);

}  // namespace jianghui::shares
