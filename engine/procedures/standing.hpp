#pragma once
// Who somebody is in a case: pure decisions from the row and the caller.

#include "engine/access/caller.hpp"
#include "engine/procedures/case.hpp"

namespace jianghui::procedures {

enum class Relation { applicant, party, office, counterpart };
BOOST_DESCRIBE_ENUM(Relation, applicant, party, office, counterpart)

/// Whether the caller is (a member of) the applicant; for an office that applied, its colleagues.
[[nodiscard]] bool is_applicant(const CaseRow& row, const access::Caller& caller);
/// Whether the caller is (a member of) the party, also when that is the applicant.
[[nodiscard]] bool is_party(const CaseRow& row, const access::Caller& caller);
/// Whether the caller is of the office that opened it for the applicant.
[[nodiscard]] bool assists(const CaseRow& row, const access::Caller& caller);

/// As what the caller sees the case; nothing when she does not: somebody else's, and a party's in a
/// confidential case before she was told.
[[nodiscard]] std::optional<Relation> relation_of(const CaseRow& row,
                                                  const access::Caller& caller);

/// As whom the caller would take the step, and whether for the applicant whom her office helps; nothing
/// when it is not hers.
struct Acting {
    Actor as = Actor::applicant;
    bool assisted = false;
};
[[nodiscard]] std::optional<Acting> acting_in(const CaseRow& row, const Step& step,
                                              const access::Caller& caller);

/// Whether the account may approve: it has handled nothing, itself or by somebody who stood in for it, and neither
/// opened the case nor helped.
[[nodiscard]] bool may_approve(const Procedure& procedure, const CaseRow& row,
                               const std::vector<StepRow>& steps, AccountId account);

/// What the reader may see of a line of the timeline: nothing, or the line. A party in a confidential
/// case sees what happened from the step on that told her, and nothing that the applicant said.
[[nodiscard]] bool sees_step(const Procedure& procedure, const CaseRow& row,
                             const std::vector<StepRow>& steps, const StepRow& step,
                             Relation relation);

}  // namespace jianghui::procedures
