#pragma once
// A database that fails when it is told to: between the program and a real one.

#include <memory>

#include "engine/store/connection.hpp"

namespace jianghui::simulation {

/// What happens to the next commit that writes.
enum class Fault {
    none,
    disk_full,      ///< nothing is kept and the program is told so
    before_commit,  ///< the process dies: nothing is kept, no answer goes out
    after_commit,   ///< the process dies: everything is kept, no answer goes out
};

/// Shared by the simulator and the database: the simulator sets `next`, the commit takes it.
struct FaultPlan {
    Fault next = Fault::none;
    Fault happened = Fault::none;  ///< the last one that was taken; the simulator resets it
};

/// `inner` with the plan's faults at the commits of its writer.
[[nodiscard]] std::unique_ptr<store::Database> with_faults(std::unique_ptr<store::Database> inner,
                                                           std::shared_ptr<FaultPlan> plan);

}  // namespace jianghui::simulation
