#pragma once
// The custody of a case's files as its readers see it (ui/base/api_types/custody.ts).

#include "engine/journal/seal.hpp"
#include "features/cases/view.hpp"

namespace jianghui::cases {

/// One act on a file.
struct CustodyAct {
    procedures::FileAct act = procedures::FileAct::uploaded;
    Instant at;
    std::int64_t position = 0;  ///< in the journal: what `jianghui audit prove` takes
    std::optional<Actor> by;
    std::optional<std::string> by_name;
    std::optional<std::string> office;  ///< the authority that acted
    std::optional<procedures::CaseStepId> step;
    std::optional<Text> step_title;
    std::optional<Text> form_title;
    std::optional<std::string> sent_to;  ///< the name of the place
    std::optional<CaseId> other_case;    ///< in which it was used, when that is another one
    std::optional<std::string> found;    ///< SM3 of altered bytes
};
BOOST_DESCRIBE_STRUCT(CustodyAct, (),
                      (act, at, position, by, by_name, office, step, step_title, form_title, sent_to,
                       other_case, found))

/// A file with its chain, oldest act first. Without acts: handed in before acts were recorded.
struct CustodyFile {
    procedures::CaseFileId id;
    std::string name;
    std::int64_t bytes = 0;
    std::string digest;
    std::optional<std::string> by_name;
    Instant handed_in_at;
    CaseAudience audience = CaseAudience::parties;
    bool altered = false;
    std::vector<CustodyAct> acts;
};
BOOST_DESCRIBE_STRUCT(CustodyFile, (),
                      (id, name, bytes, digest, by_name, handed_in_at, audience, altered, acts))

struct CustodyView {
    CaseId case_id;
    std::vector<CustodyFile> files;
};
BOOST_DESCRIBE_STRUCT(CustodyView, (), (case_id, files))

struct FindCustodyAct {
    CaseId case_id;
    Integer<1, 9'000'000'000'000> position;
};
BOOST_DESCRIBE_STRUCT(FindCustodyAct, (), (case_id, position))

/// GET cases/{case}/custody: of the files that the caller may see, the acts that she may know of. Somebody
/// else's case is not_found.
[[nodiscard]] Result<CustodyView> show_custody(app::Query& query, const FindCase& input);
/// That an act which the caller sees stands in the sealed journal. Fails with not_found, event_not_sealed.
[[nodiscard]] Result<journal::Proof> prove_custody(app::Query& query, const FindCustodyAct& input);

}  // namespace jianghui::cases
