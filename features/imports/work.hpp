#pragma once
// What the jobs and the command line do with a list, a bounded number of rows at a time, so that
// nobody else waits long for the write lane.

#include "engine/app/context.hpp"
#include "features/imports/model.hpp"
#include "features/imports/workbench.hpp"

namespace jianghui::imports {

inline constexpr int rows_read_at_once = 200;
inline constexpr int rows_applied_at_once = 100;

/// What a new list is begun with.
struct NewImport {
    ImportKind kind = ImportKind::demand;
    std::string filename;
    std::string digest;
};
/// Adds the list with status reading and records import.uploaded. The importer is the command's
/// caller.
[[nodiscard]] ImportRow begin(app::Command& command, const NewImport& wanted,
                              const Reading& reading);

/// The rules of reading on the day the list was sent in (parameter occupation_sure_per_mille).
[[nodiscard]] ReadingRules reading_rules(const app::Services& services, Date today);

/// Reads the next rows and keeps each with its outcome; at the end the status is ready. The list
/// fails when the file gives out (e.g. too_many_rows), or when rows that were read before are not in
/// the database. Returns the list as it is now.
[[nodiscard]] ImportRow read_some(app::Command& command, ImportRow import, Desk& desk, int rows);

/// Marks a list in reading as failed.
ImportRow fail(app::Command& command, ImportRow import, const Error& error);

/// Imports the next ready rows; at the end the status is done and import.applied is recorded. Each
/// row becomes imported, refused (with the fault that orders or people named) or a duplicate of what
/// is known. Returns the list as it is now.
[[nodiscard]] ImportRow apply_some(app::Command& command, ImportRow import, int rows);

/// What a supply row would do to the register: refused, a duplicate (nothing new), or as it is. For
/// the dry run; writes nothing.
void check_against_register(const store::Reader& reader, const app::Services& services,
                            Instant now, const access::Caller& importer, ReadRow& read);

/// Jobs: one chunk of one list each time. They return false even when there is more, so that other
/// clocks get their turn; their own commit wakes them again.
[[nodiscard]] Result<bool> read_lists(app::Command& command);
[[nodiscard]] Result<bool> apply_lists(app::Command& command);
/// Daily: forgets rows of lists that ended 30 days ago (parameter import_rows_days).
[[nodiscard]] Result<bool> forget_old_rows(app::Command& command);

}  // namespace jianghui::imports
