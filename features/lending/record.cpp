#include "features/lending/record.hpp"

#include "features/codes/api.hpp"

namespace jianghui::lending {

void record(app::Command& command, const journal::EventKind& kind, const PostRow& post) {
    command.record(kind, {post.city, "lending_post", post.id.number, post.organisation, {}, {}},
                   PostFacts{post.kind, post.occupation, post.place, post.people - post.taken,
                             post.status});
}

void record(app::Command& command, const journal::EventKind& kind, const ProposalRow& proposal) {
    command.record(kind,
                   {proposal.city, "lending_proposal", proposal.id.number, proposal.asked,
                    proposal.proposed_by, {}},
                   ProposalFacts{proposal.post_id, proposal.status, proposal.people});
}

void record(app::Command& command, const journal::EventKind& kind, const AgreementRow& agreement,
            AgreementStatus from, std::optional<Party> party) {
    command.record(kind,
                   {agreement.city, "lending_agreement", agreement.id.number, agreement.lender,
                    agreement.borrower, agreement.person},
                   AgreementFacts{agreement.proposal_id, agreement.place, from, agreement.status,
                                  party, agreement.status_reason, agreement.digest});
}

void record(app::Command& command, const journal::EventKind& kind,
            const SettlementRow& settlement) {
    command.record(kind,
                   {settlement.city, "lending_agreement", settlement.agreement_id.number,
                    settlement.lender, settlement.borrower, settlement.person},
                   SettlementFacts{settlement.id, settlement.place, settlement.month,
                                   settlement.status, settlement.borrower_paid_fen,
                                   settlement.wage_fen, settlement.insurance_fen,
                                   settlement.costs_fen, settlement.overdue_level});
}

int parameter(const app::Command& command, std::string_view code, int otherwise) {
    return static_cast<int>(command.services.get<codes::Tables>().parameter_or(
        code, date_of(command.now), otherwise));
}

}  // namespace jianghui::lending
