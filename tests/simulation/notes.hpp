#pragma once
// What the auditor's triggers note on SQLite: in memory, since a table of notes would be written to with
// every row that the program writes.

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace jianghui::simulation {

/// The changes of one database since the last look, by whatever connection of this program. A change that
/// was undone is noted all the same. Thread-safe.
class Notes {
  public:
    /// What kind of thing, by its number, which, and in which tables rows of it changed, a bit each.
    struct Note {
        std::size_t kind = 0;
        std::int64_t thing = 0;
        unsigned tables = 0;
        bool operator==(const Note&) const = default;
    };

    /// Those of the database in that file, the same for everybody.
    [[nodiscard]] static std::shared_ptr<Notes> of(const std::string& file);

    void add(Note note) {
        const std::lock_guard lock(mutex_);
        notes_.push_back(note);
    }
    /// Each thing once, with all its tables, in order; they are not given again.
    [[nodiscard]] std::vector<Note> take();

  private:
    std::mutex mutex_;
    std::vector<Note> notes_;
};

/// Every SQLite connection that this program opens from now on knows the function `audit_note(kind, id,
/// tables)`, which adds to the notes of its database. Thread-safe.
void take_notes();

}  // namespace jianghui::simulation
