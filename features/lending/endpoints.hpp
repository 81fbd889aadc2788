#pragma once
// The API calls, clocks and inbox of shared staff; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

Result<PostView> create_post(app::Command& command, const CreatePost& input);
Result<PostView> close_post(app::Command& command, const FindPost& input);
Result<PostView> show_post(app::Query& query, const FindPost& input);
Result<app::Page<PostView>> list_posts(app::Query& query, const ListPosts& input);
/// The best twenty of the other kind, with the reasons.
Result<std::vector<MatchView>> match_post(app::Query& query, const FindPost& input);
Result<std::vector<RuleView>> list_rules(app::Query& query, const app::Empty& input);

Result<ProposalView> make_proposal(app::Command& command, const Propose& input);
Result<ProposalView> accept_proposal(app::Command& command, const FindProposal& input);
Result<ProposalView> decline_proposal(app::Command& command, const DeclineProposal& input);
Result<ProposalView> withdraw_proposal(app::Command& command, const FindProposal& input);
Result<ProposalView> show_proposal(app::Query& query, const FindProposal& input);
Result<app::Page<ProposalView>> list_proposals(app::Query& query, const ListProposals& input);

Result<AgreementView> draft_agreement(app::Command& command, const DraftAgreement& input);
Result<AgreementView> sign_agreement(app::Command& command, const SignAgreement& input);
Result<AgreementView> refuse_agreement(app::Command& command, const RefuseAgreement& input);
Result<AgreementView> withdraw_agreement(app::Command& command, const FindAgreement& input);
Result<AgreementView> end_agreement(app::Command& command, const EndAgreement& input);
Result<AgreementView> show_agreement(app::Query& query, const FindAgreement& input);
Result<app::Page<AgreementView>> list_agreements(app::Query& query, const ListAgreements& input);
/// The text as text/plain; its SM3 digest is the ETag. ASCII file name, so that it can be saved.
Result<http::Reply> show_text(app::Query& query, const FindAgreement& input);

Result<SettlementView> borrower_pays(app::Command& command, const BorrowerPaid& input);
Result<SettlementView> lender_passes_on(app::Command& command, const PassedOn& input);
Result<SettlementView> worker_confirms(app::Command& command, const FindSettlement& input);

/// Clocks: each changes only what is due, at most 100 a run.
Result<bool> expire_posts(app::Command& command);
Result<bool> lapse_proposals(app::Command& command);
Result<bool> lapse_agreements(app::Command& command);
Result<bool> end_agreements(app::Command& command);
Result<bool> warn_overdue(app::Command& command);

[[nodiscard]] std::vector<app::InboxSource> inbox_sources();

}  // namespace jianghui::lending
