#pragma once
// The acts on cases. They write rows and events, or fail and change nothing. What always holds is
// checked here: who may take which step, four eyes, guards, forms, frozen facts.

#include <mutex>
#include <set>

#include "engine/procedures/rules.hpp"
#include "engine/procedures/standing.hpp"

namespace jianghui::procedures {

/// What is needed to open a case. With an organisation or a person an office opens it for them.
struct NewCase {
    std::string procedure;
    codec::json::object values;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
};

/// Whether the caller may open it for herself.
[[nodiscard]] bool may_open(const Procedure& procedure, const access::Caller& caller);
/// Whether the caller's office may open it for somebody.
[[nodiscard]] bool may_assist(const Procedure& procedure, const access::Caller& caller);

/// Opens a case and records case.opened. Fails with procedure_unknown, opener_not_allowed, not_found
/// (whom an office would help), case_place_unknown, file_unknown, unknown_code, and as check_values
/// (pointers below /values).
[[nodiscard]] Result<CaseRow> open(app::Command& command, const NewCase& wanted);

/// A case that an effect of another opens: of the office that handles that one, about `subject` of it
/// when the procedure's party is a field.
[[nodiscard]] Result<CaseRow> open_from(app::Command& command, const CaseRow& origin,
                                        const std::string& procedure,
                                        const codec::json::object& values);

struct StepWanted {
    std::string step;
    codec::json::object values;
    std::optional<std::string> reason;
    std::optional<AccountId> for_colleague;  ///< whose turn the caller takes (delegation.hpp); none: her own
};
/// Takes a step: rows, clocks, effects, documents, notices; records case.step_taken and what follows.
/// Fails with step_unknown, case_closed, step_not_now, step_not_yours, recusal, four_eyes, delegate_no_second,
/// step_reason_missing, case_moved_on, as check_values (below /values), as acts_for, and as the step's guards and
/// effects; one that burdens with file_altered when any file of the case was found not to be what was handed in, with
/// case_moved_on when one was not looked at (look_before_step, looking.hpp).
[[nodiscard]] Result<CaseRow> take(app::Command& command, const CaseRow& row,
                                   const StepWanted& wanted);
/// Whether it could be taken now, its form and the files apart: fails as `take`. For a colleague both must be allowed to,
/// and what either has done counts against both. Reads only.
[[nodiscard]] Result<Acting> may_take(const store::Reader& reader, const app::Services& services,
                                      const Procedure& procedure, const CaseRow& row,
                                      const std::vector<StepRow>& steps, const Step& step,
                                      const access::Caller& caller, Date today,
                                      std::optional<AccountId> for_colleague = std::nullopt);

/// Clocks whose end could not be carried out: what it did was undone, and the next run tells the place
/// above instead, so that one case never stops the clocks of all others. A service; thread-safe.
class FailedClocks {
  public:
    void add(CaseClockId clock);
    [[nodiscard]] bool has(CaseClockId clock) const;

  private:
    mutable std::mutex mutex_;
    std::set<CaseClockId> clocks_;
};

/// Rings the clocks that are due, at most `limit`: reminders, ends, escalations, each once; after
/// look_before_clocks as of the same moment (looking.hpp). Whether there may be more. When the end of one fails, so
/// does the whole run, and the next goes around it.
[[nodiscard]] Result<bool> run_clocks(app::Command& command, int limit);

/// Gives the case to an account of the office, or to nobody. Fails with case_closed,
/// officer_elsewhere.
[[nodiscard]] Result<Done> assign(app::Command& command, const CaseRow& row,
                                  std::optional<AccountId> officer);
/// A comment. `audience` of a side's own is always the parties'.
[[nodiscard]] Result<Done> comment(app::Command& command, const CaseRow& row, Relation relation,
                                   const std::string& text, CaseAudience audience);

/// What the bytes are, by their beginning and structure, whatever their name says. Nothing for
/// anything that is not taken. Pure.
[[nodiscard]] std::optional<FileType> sniffed(std::string_view bytes);
/// The file's name as it is offered again: without folders, control characters and quotes; "file" when
/// nothing is left. Pure.
[[nodiscard]] std::string plain_name(const std::string& name);
/// Bytes that were handed in, read before the write lane is asked: what they are and as they are kept.
struct HandedIn {
    std::int64_t bytes = 0;
    std::optional<FileType> type;  ///< nothing: none that is taken
    std::string digest;            ///< SM3, hexadecimal
    std::string content;           ///< as the row has it
};
/// Pure. O(bytes).
[[nodiscard]] HandedIn handed_in(std::string_view bytes);
/// A file that waits for a form, or (with a case) an exhibit. Fails with case_file_empty, file_too_large,
/// file_type_unknown, files_waiting, case_closed, case_files_full.
struct NewFile {
    std::string name;
    std::optional<CaseId> case_id;
    CaseAudience audience = CaseAudience::parties;
};
[[nodiscard]] Result<FileRow> upload(app::Command& command, const NewFile& wanted,
                                     const CaseRow* row, std::optional<Relation> relation,
                                     const HandedIn& handed);
/// Forgets files that nobody used for a day. Whether there may be more.
[[nodiscard]] Result<bool> forget_files(app::Command& command, int limit);

/// Who acts in the case by relation, for comments and files.
[[nodiscard]] Actor actor_of(Relation relation, const access::Caller& caller);

}  // namespace jianghui::procedures
