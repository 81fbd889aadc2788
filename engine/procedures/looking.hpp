#pragma once
// Files are looked at before the write lane is asked. A case may hold 200 MiB of them: reading and hashing
// that inside the lane would keep everybody else from writing. What was found is remembered for a minute
// under the name, size and digest of the file's row; in the lane nothing is read again.
//
//   look_before_step({query.db, query.services, query.now}, query.caller, row, wanted);  // in a snapshot
//   TRY_DO(take(command, row, wanted));                                                   // in the lane

#include <map>

#include "engine/procedures/cases.hpp"
#include "engine/procedures/custody.hpp"

namespace jianghui::procedures {

/// What files were found to hold. A service; thread-safe.
class FileLooks {
  public:
    void keep(const FileRow& file, Holding holding, Instant now);
    /// What was found of a file with this name, size and digest within the last minute; nothing when nobody looked.
    [[nodiscard]] std::optional<Holding> of(const FileRow& file, Instant now) const;

  private:
    struct Look {
        std::string name;
        std::int64_t bytes = 0;
        std::string digest;
        Holding holding = Holding::whole;
        Instant at;
    };
    mutable std::mutex mutex_;
    std::map<CaseFileId, Look> looks_;
};

/// Where is looked, as of when.
struct Looking {
    const store::Reader& db;
    const app::Services& services;
    Instant now;
};

/// Looks at the files that opening a case with these values would bind: the caller's own that wait. O(their bytes).
void look_before_opening(const Looking& at, const access::Caller& caller, const codec::json::value& values);
/// Looks at the files that the step would bind; when it burdens or opens another case, at every file of the case.
/// At nothing when the caller may not take it. O(their bytes).
void look_before_step(const Looking& at, const access::Caller& caller, const CaseRow& row,
                      const StepWanted& wanted);
/// The same for the steps that the clocks which are due would take, at most `limit`. Whether any is due.
[[nodiscard]] bool look_before_clocks(const Looking& at, int limit);

/// A suspect file and what it holds now, without its bytes.
struct LookedAt {
    FileRow file;
    FileContent content;
};
/// Takes the suspect files (SuspectFiles) and looks at them once more. O(their bytes).
[[nodiscard]] std::vector<LookedAt> look_at_suspects(const Looking& at);

}  // namespace jianghui::procedures
