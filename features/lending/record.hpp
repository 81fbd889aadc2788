#pragma once
// How the events of shared staff are written, and the parameters in force.

#include "engine/app/context.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

void record(app::Command& command, const journal::EventKind& kind, const PostRow& post);
void record(app::Command& command, const journal::EventKind& kind, const ProposalRow& proposal);
/// `party` is who acted; nobody: a clock.
void record(app::Command& command, const journal::EventKind& kind, const AgreementRow& agreement,
            AgreementStatus from, std::optional<Party> party);
/// The subject is the agreement, whose page has its months.
void record(app::Command& command, const journal::EventKind& kind,
            const SettlementRow& settlement);

/// The parameter in force today.
[[nodiscard]] int parameter(const app::Command& command, std::string_view code, int otherwise);

}  // namespace jianghui::lending
