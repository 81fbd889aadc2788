#pragma once
// The chain of custody of a file: every act on it is an event of the sealed journal, and no bytes leave
// that do not give the digest which the first of these events names.
//
//   const auto content = procedures::content_of(query.db, file);
//   if (content.holding == Holding::altered) return refuse(file_altered);

#include <mutex>
#include <set>

#include "engine/app/context.hpp"
#include "engine/procedures/case_store.hpp"

namespace jianghui::procedures {

/// What was done to a file, or found of it.
enum class FileAct {
    uploaded,   ///< handed in: from now on its digest is known
    bound,      ///< became a value of the form of a step
    sent,       ///< became another place's to read: the counterpart's of its case, or that of who asked
    read,       ///< its bytes were handed out
    altered,    ///< its bytes no longer give its digest
    restored,   ///< they do so again
    forgotten   ///< its time was over: the bytes were taken out
};
BOOST_DESCRIBE_ENUM(FileAct, uploaded, bound, sent, read, altered, restored, forgotten)

inline constexpr journal::EventKind file_uploaded{"case_file.uploaded", "文件交存", "A file was handed in"};
inline constexpr journal::EventKind file_bound{"case_file.bound", "文件用于办件表单",
                                               "A file became part of a form"};
inline constexpr journal::EventKind file_sent{"case_file.sent", "文件随办件转至另一地",
                                              "A file went to another place with its case"};
inline constexpr journal::EventKind file_read{"case_file.read", "文件被查阅", "A file was read"};
inline constexpr journal::EventKind file_found_altered{"case_file.altered", "文件与交存时不一致",
                                                       "A file was found altered"};
inline constexpr journal::EventKind file_restored{"case_file.restored", "文件恢复与交存时一致",
                                                  "A file is again as it was handed in"};
inline constexpr journal::EventKind file_forgotten_event{"case_file.forgotten", "文件内容到期清除",
                                                         "The content of a file was taken out"};

/// What the event of an act says: ids, codes and digests.
struct FileActed {
    std::string digest;  ///< SM3 of the bytes as they were handed in
    std::optional<CaseId> case_id;
    std::optional<Actor> by;
    std::optional<PlaceCode> place;  ///< of the office that acted
    std::optional<CaseStepId> timeline;
    std::optional<std::string> form;
    std::optional<std::string> field;
    std::optional<PlaceCode> sent_to;
    std::optional<std::string> found;  ///< SM3 of altered bytes
};
BOOST_DESCRIBE_STRUCT(FileActed, (),
                      (digest, case_id, by, place, timeline, form, field, sent_to, found))

/// One link of the chain, as it stands in the journal.
struct CustodyLine {
    FileAct act = FileAct::uploaded;
    std::int64_t position = 0;
    Instant at;
    std::optional<AccountId> account;
    FileActed said;
};
/// The whole chain of a file, oldest first; empty for a file that came before there were chains.
[[nodiscard]] std::vector<CustodyLine> custody_of(const store::Reader& reader, CaseFileId file);

enum class Holding { whole, altered, forgotten };
/// The bytes of a file as they lie in the database, looked at.
struct FileContent {
    std::string bytes;   ///< empty when forgotten
    std::string digest;  ///< SM3 as they were handed in: the journal's, else the row's
    std::string found;   ///< SM3 of these
    Holding holding = Holding::whole;
};
/// Reads the bytes and compares their SM3 with the row's and with the journal's. O(bytes).
[[nodiscard]] FileContent content_of(const store::Reader& reader, const FileRow& file);

/// Records that the bytes were found altered, or whole again, and marks the row; nothing when that is
/// known already.
void note_condition(app::Command& command, const FileRow& file, const FileContent& content);
/// Records that the bytes were handed out to the caller; `as` is nothing for a file that waits for a form.
void note_reading(app::Command& command, const FileRow& file, std::optional<Actor> as);

/// Files that a step found altered: what the step wrote was undone with its refusal, so a task looks at them
/// (looking.hpp) and records what is so. A service; thread-safe.
class SuspectFiles {
  public:
    void add(CaseFileId file);
    /// Those that were added since the last call.
    [[nodiscard]] std::set<CaseFileId> take();

  private:
    std::mutex mutex_;
    std::set<CaseFileId> files_;
};
}  // namespace jianghui::procedures
