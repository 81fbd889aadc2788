#pragma once
// What waits for the write lane.

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace jianghui::store {

class Transaction;

/// Commands of equal keys that wait at the same time are decided together (docs/adr/0007). Without
/// a decider a command is decided alone.
struct SetKey {
    const void* decider = nullptr;
    std::int64_t subject = 0;
    bool operator==(const SetKey&) const = default;
};

/// One command of the write lane. Exactly one of `run` and `run_set` is there.
struct Work {
    /// Does the work; false undoes it. May throw StoreFailure: undone as well.
    std::function<bool(Transaction&)> run = nullptr;
    enum class Outcome {
        committed,   ///< run returned true and the commit is on disk
        undone,      ///< run returned false: nothing changed
        failed,      ///< StoreFailure in run or at commit: nothing changed
        disk_full,   ///< the same, for want of space
        busy,        ///< the same, because the database could not be reached
        doubtful,    ///< the database was lost at the commit and did not come back to be asked
    };
    /// Called exactly once, after the commit, on the lane's thread: must be quick.
    std::function<void(Outcome)> done = nullptr;
    /// Whose command it is: callers are served in turn. 0 is the server itself.
    std::int64_t caller = 0;

    SetKey set = {};
    /// What run_set is handed for this command.
    std::shared_ptr<void> member = nullptr;
    /// Decides all of a set in one savepoint and says of each whether it changed something. What it
    /// does for a refused member must change nothing. May be called again for single members when
    /// the database refused what it wrote for all.
    std::function<std::vector<bool>(Transaction&, const std::vector<void*>&)> run_set = nullptr;
    /// The same for all sets of this decider that stand together in a commit, the members of each,
    /// in one savepoint: read and written together. Optional; when the database refuses what it
    /// wrote, or it throws, each set is decided by `run_set`.
    std::function<std::vector<std::vector<bool>>(Transaction&,
                                                 const std::vector<std::vector<void*>>&)>
        run_sets = nullptr;
};

/// Whether the database, and no rule, stood against it.
[[nodiscard]] constexpr bool is_failure(Work::Outcome outcome) {
    return outcome != Work::Outcome::committed && outcome != Work::Outcome::undone;
}

}  // namespace jianghui::store
