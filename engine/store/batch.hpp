#pragma once
// One group commit: the units that it consists of, and how each is run.

#include <vector>

#include "engine/store/connection.hpp"
#include "engine/store/work.hpp"

namespace jianghui::store {

/// What has a savepoint of its own: one command, or all commands of a set in the order in which
/// they came.
struct Unit {
    std::vector<Work> works;
    std::vector<Work::Outcome> outcomes;
};

class Batch {
  public:
    /// Adds a command to the unit of its set, or as a unit of its own.
    void add(Work work);
    [[nodiscard]] std::size_t units() const { return units_.size(); }
    [[nodiscard]] std::size_t commands() const { return commands_; }

    /// Runs every unit in its savepoint, inside the connection's transaction, and answers whether
    /// anything was changed that is to be kept. Throws StoreFailure when the transaction is lost.
    bool run(Connection& connection);
    /// The transaction was lost: nobody's change was kept.
    void fail(const StoreFailure& failure);
    /// Tells every caller its outcome, in the order in which they came within a unit.
    void answer();
    [[nodiscard]] std::size_t failures() const;

  private:
    /// The sets from there on that are decided together; none when the unit there is none.
    std::vector<Unit*> group_at(std::size_t at);
    std::vector<Unit> units_;
    std::size_t commands_ = 0;
};

}  // namespace jianghui::store
