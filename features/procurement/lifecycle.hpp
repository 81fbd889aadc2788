#pragma once
// What moves a procurement from stage to stage.

#include "engine/app/context.hpp"
#include "engine/app/inbox_source.hpp"
#include "features/procurement/model.hpp"
#include "features/procurement/rules.hpp"

namespace jianghui::procurement {

/// What an event of a procurement is about; with whom it tells besides officials.
[[nodiscard]] app::Command::About about(const ProcurementRow& procurement,
                                        OrganisationId organisation = {});
/// The event about a procurement as it is now.
void tell(app::Command& command, const journal::EventKind& kind, const ProcurementRow& procurement,
          int bids = 0, std::optional<BidId> winner = std::nullopt);
/// The event about one of its bids, told to the bidder alone.
void tell(app::Command& command, const journal::EventKind& kind, const BidRow& bid);

[[nodiscard]] int parameter(const app::Services& services, Instant now, std::string_view code,
                            int otherwise);
/// What the data says about procurements today.
[[nodiscard]] Limits limits_of(const app::Services& services, Instant now);

/// The credential that a kind of service asks for, whatever its scope.
[[nodiscard]] engagements::Need need_of_kind(const app::Services& services, std::string_view kind);

/// Where the secret for ties lies.
[[nodiscard]] std::string secret_place(ProcurementId procurement);
/// The box of a bid.
[[nodiscard]] std::string seal_bid(const app::Services& services, BidId id, const SealedBid& bid);

/// Ends it before the award. Fails with procurement_status_conflict.
[[nodiscard]] Result<ProcurementRow> make_void(app::Command& command,
                                               const ProcurementRow& procurement, VoidCode code,
                                               std::optional<std::string> reason = std::nullopt);

/// Announces the result when every evaluator without a conflict is done and there are enough of
/// them; else leaves it as it is.
[[nodiscard]] Result<ProcurementRow> announce_if_done(app::Command& command,
                                                      const ProcurementRow& procurement);

/// Clock: opens the bids that are due, all of one procurement together; one a run. One that fails rests for a
/// minute and holds up no other.
Result<bool> open_due(app::Command& command);
inline constexpr std::string_view opening_clock = "procurement.open";
/// Clock: awards what was announced, once its window is over and every objection answered.
Result<bool> award_due(app::Command& command);
inline constexpr std::string_view award_clock = "procurement.award";
/// What the two clocks could not do.
[[nodiscard]] std::vector<app::InboxSource> failures_for_inbox();

}  // namespace jianghui::procurement
