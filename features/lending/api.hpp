#pragma once
// What the API, the clocks and the demo do with shared staff. Who may is for the caller to check,
// unless a function says so.

#include "engine/app/context.hpp"
#include "features/lending/errors.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

/// Puts a post of the caller's enterprise on the board. Fails with lending_not_enterprise,
/// lending_unverified, lending_excluded, lending_period, lending_wage_wrong, lending_words,
/// unknown_code.
[[nodiscard]] Result<PostRow> post(app::Command& command, const CreatePost& wanted);

/// The caller's enterprise proposes a loan on somebody else's post. Fails with not_found,
/// lending_post_over, lending_period, lending_too_many, lending_own_post_wrong,
/// lending_proposed_already, and as rules `parties_fit`.
[[nodiscard]] Result<ProposalRow> propose(app::Command& command, const Propose& wanted);
/// The side that was asked accepts: the people are taken off the posts. Fails with
/// lending_proposal_over, lending_too_many, lending_post_over, and as `parties_fit`.
[[nodiscard]] Result<ProposalRow> accept(app::Command& command, const ProposalRow& proposal);
/// Declined, lapsed or withdrawn. Fails with lending_proposal_over.
[[nodiscard]] Result<ProposalRow> end(app::Command& command, const ProposalRow& proposal,
                                      ProposalStatus status, std::string_view reason);

/// The lender names a worker and the terms; the text is written and frozen. Fails as the rules
/// `terms_fit`, `age_fits`, `parties_fit`, with lending_not_accepted, lending_unidentified,
/// lending_overlap, lending_relent, lending_named_already, lending_all_named.
[[nodiscard]] Result<AgreementRow> draft(app::Command& command, const DraftAgreement& terms);
/// One party signs the text that it read. The worker's signature reserves her days in the calendar
/// of features/seats; the third puts the agreement in force and opens its months. Signing twice
/// changes nothing. Fails as rules `may_sign`, with lending_overlap, and as `parties_fit`.
[[nodiscard]] Result<AgreementRow> sign(app::Command& command, const AgreementRow& agreement,
                                        Party party, const SignAgreement& signature);
/// refused, withdrawn or lapsed: an agreement that never was in force; its days are given back.
/// Fails with lending_status_conflict.
[[nodiscard]] Result<AgreementRow> drop(app::Command& command, const AgreementRow& agreement,
                                        AgreementStatus status, std::string_view reason);
/// Ends a loan today (by nobody on its last day: the clock). The days after are given back, months
/// that did not begin are void. Fails with lending_status_conflict.
[[nodiscard]] Result<AgreementRow> finish(app::Command& command, const AgreementRow& agreement,
                                          std::optional<Party> by, std::string_view reason);

// Each fails as rules `may_record` and `settlement_fits`.
[[nodiscard]] Result<SettlementRow> record_borrower_paid(app::Command& command,
                                                         const SettlementRow& settlement,
                                                         const BorrowerPaid& payment);
[[nodiscard]] Result<SettlementRow> record_passed_on(app::Command& command,
                                                     const SettlementRow& settlement,
                                                     const PassedOn& payment);
/// The worker confirms what was passed on; twice changes nothing. Fails with
/// lending_status_conflict.
[[nodiscard]] Result<SettlementRow> confirm_wage(app::Command& command,
                                                 const SettlementRow& settlement);

[[nodiscard]] std::optional<AgreementRow> find_agreement(const store::Reader& reader,
                                                         AgreementId agreement);
[[nodiscard]] std::optional<SettlementRow> find_settlement(const store::Reader& reader,
                                                           SettlementId settlement);
[[nodiscard]] std::vector<SettlementRow> settlements_of(const store::Reader& reader,
                                                        AgreementId agreement);

}  // namespace jianghui::lending
