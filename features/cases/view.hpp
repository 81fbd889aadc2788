#pragma once
// Cases as a caller may see them.

#include "features/cases/model.hpp"

namespace jianghui::cases {

/// What views are made from: a Query or a Command has it.
struct Sight {
    const store::Reader& db;
    const app::Services& services;
    const app::Caller& caller;
    Instant now;
};

/// A case and as what the caller sees it.
struct SeenCase {
    procedures::CaseRow row;
    Relation relation = Relation::office;
};
/// Fails with not_found when there is none, or it is somebody else's.
[[nodiscard]] Result<SeenCase> find_seen(const store::Reader& reader, const app::Caller& caller,
                                         CaseId id);

/// Whether the case is open and past its last day.
[[nodiscard]] bool is_overdue(const procedures::CaseRow& row, Date today);
/// Whether the next step is the caller's.
[[nodiscard]] bool waits_for_caller(const procedures::CaseRow& row, const app::Caller& caller);

/// Fails with procedure_unknown when the definition is not there any more.
[[nodiscard]] Result<CaseSummary> summary_of(const Sight& sight, const procedures::CaseRow& row,
                                             Relation relation);
[[nodiscard]] Result<CaseView> view_of(const Sight& sight, const SeenCase& seen);
[[nodiscard]] FileView view_of(const Sight& sight, const procedures::FileRow& file);
/// The files of the case that the caller may see, oldest first: what is for offices, and in a confidential
/// case what the applicant handed in, is not for a party.
[[nodiscard]] std::vector<procedures::FileRow> files_for(const Sight& sight, const SeenCase& seen);
/// Who acted, as the reader may know: sides know the office, not the official; the office knows everybody.
[[nodiscard]] std::optional<std::string> actor_name(const Sight& sight, AccountId account,
                                                    bool office_act, Relation relation);

/// Whether the marked statements of the definition were found or confirmed.
[[nodiscard]] bool is_confirmed(const Sight& sight, const procedures::Procedure& procedure);

/// Names for codes and ids in what the caller sees.
[[nodiscard]] std::string account_name(const Sight& sight, AccountId account);

/// Whether the caller may open the sealed values of a line: an office of the case, and the side that wrote them.
[[nodiscard]] bool may_open_values(const procedures::StepRow& line, Relation relation,
                                   const app::Caller& caller);

/// Whether an office handles or helps to handle it.
[[nodiscard]] inline bool is_office(Relation relation) {
    return relation == Relation::office || relation == Relation::counterpart;
}

}  // namespace jianghui::cases
