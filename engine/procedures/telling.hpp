#pragma once
// Whom the acts on a case are told: the sides, the offices that handle, help or applied, the official who
// looks after it. Pure, but for `tell`, which writes one event for each of them.

#include "engine/procedures/progress.hpp"

namespace jianghui::procedures {

/// Somebody who can be told; exactly one member is set.
struct Addressee {
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<PlaceCode> office;   ///< the office of that very place
    std::optional<AccountId> account;  ///< an official
    bool operator==(const Addressee&) const = default;
};
using Addressees = std::vector<Addressee>;

/// The office that handles the case: the official who looks after it, else everybody there.
[[nodiscard]] Addressee handler_of(const CaseRow& row);
/// The applicant: with an office that applied or that helps her.
[[nodiscard]] Addressees applicants_of(const CaseRow& row);
/// The party, when it may know of the case already; the applicant when it is that.
[[nodiscard]] Addressees parties_of(const CaseRow& row);

/// Whose turn it is; nobody when the case is closed. While it only waits for time, the office that handles.
[[nodiscard]] Addressees whose_turn(const CaseRow& row);
/// The place that answers for whose turn it is: the place above the office that has let its time run
/// out; for a side the office that handles the case. A province answers for itself.
[[nodiscard]] PlaceCode place_above_turn(const CaseRow& row);
/// Whether an office of the counterpart has the turn.
[[nodiscard]] bool waits_for_counterpart(const CaseRow& row);

/// Whom else than the sides a step is told: the office that applied or helped when the sides are told or the
/// case ends; the counterpart when the turn comes to it or the case ends without it; the office that
/// handles when the counterpart acted. Never the office that acted itself.
[[nodiscard]] Addressees offices_told(const CaseRow& row, const StepRow& taken);
/// Whom a comment is told: the sides when it is for them, and the offices on the case; not the writer's own
/// side.
[[nodiscard]] Addressees comment_told(const CaseRow& row, Relation relation, CaseAudience audience,
                                      const access::Caller& writer);

/// One event of the kind for each, once.
void tell(app::Command& command, const journal::EventKind& kind, const CaseRow& row,
          CaseChange change, const Addressees& whom);

}  // namespace jianghui::procedures
