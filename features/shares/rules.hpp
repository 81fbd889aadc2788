#pragma once
// Decisions about shares: the gate at the grab, releases, the end of a hold. Pure functions.

#include "features/shares/errors.hpp"
#include "features/shares/model.hpp"

namespace jianghui::shares {

/// The rules' version, kept with every share that they let through.
inline constexpr std::string_view gate_version = "gate-2";

inline constexpr ErrorCode credential_not_recognised{
    "credential_not_recognised", Kind::conflict,
    "贵机构的备案未获订单所在地互认。请向订单所在地人社部门申请互认，或在当地备案。",
    "Your filing is not recognised in the order's place. Ask its authority for recognition, or file "
    "there."};

/// What the gate judges, gathered by gate.cpp.
struct GateQuestion {
    orders::OrderKind kind = orders::OrderKind::recruit;
    organisations::CredentialKind needs = organisations::CredentialKind::filing;
    int seats = 1;
    PlaceCode place;  ///< of the order
    Date today;
    int verification_months = 6;  ///< data: account_reverification_months
    /// Its credentials that count elsewhere, but neither in the order's place nor by recognition.
    std::vector<CredentialId> elsewhere;
    bool counts_everywhere = false;  ///< whether what it needs counts in every place by law
    int agency_seats = 0;            ///< live seats of the agency over all orders
    int seats_of_order = 0;          ///< of them, in this order: what the cap counted
    int open_defaults = 0;
};

/// The gate (DESIGN section 5, CORRECTIONS 1): verified and not excluded, a credential of the kind
/// that the order needs, in force today and counting in the order's place (a licence everywhere, a
/// filing where it was made or is recognised), with that scope, free capacity, no open default.
/// Answers everything that it saw, so that the decision can be judged when the rows have changed;
/// fails with every refusal in `errors` (the first one's code on top).
[[nodiscard]] Result<Gate> judge(const organisations::GateFacts& facts,
                                 const GateQuestion& question);

/// The days from `first` to `last` on some part of which a rule barred the agency, each with the first
/// one's code. `turns` are in order of time.
[[nodiscard]] std::vector<BarredDay> barred_days(const std::vector<StandingTurn>& turns, Date first,
                                                 Date last);

/// What would satisfy a refusal, in a sentence.
[[nodiscard]] Text what_satisfies(std::string_view code);

/// How many seats a release gives back: of a team share, until its hold ends, whole teams. Fails with
/// share_status_conflict, nothing_to_release, whole_teams.
[[nodiscard]] Result<int> releasable(const ShareRow& share, const ReleaseShare& wanted);

}  // namespace jianghui::shares
