#pragma once
// Who may see what of shared staff, and how it is shown.

#include "engine/app/context.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

[[nodiscard]] PostView view(const app::Query& query, const PostRow& post);
[[nodiscard]] ProposalView view(const app::Query& query, const ProposalRow& proposal);
[[nodiscard]] AgreementView view(const app::Query& query, const AgreementRow& agreement);
[[nodiscard]] SettlementView view(const SettlementRow& settlement);

/// As which party the caller acts; nothing for everybody else.
[[nodiscard]] std::optional<Party> party_of(const app::Caller& caller,
                                            const AgreementRow& agreement);
/// Parties, and who supervises the place of work or the lender's.
[[nodiscard]] bool may_see(const app::Caller& caller, const AgreementRow& agreement);
/// The text names the worker: lender and worker always, the borrower from the worker's signature on.
[[nodiscard]] bool may_read_text(const app::Caller& caller, const AgreementRow& agreement);

/// A command's eyes: what it wrote, as its caller may see it.
template <class Row>
[[nodiscard]] auto shown(const app::Command& command, const Row& row) {
    static const http::Request none;
    const app::Query query{command.db, command.caller, command.now, command.services, none};
    return view(query, row);
}

}  // namespace jianghui::lending
