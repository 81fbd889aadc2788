#pragma once
// A database that fails when it is told to: between the program and a real one.

#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "engine/store/connection.hpp"

namespace jianghui::simulation {

/// What happens to the next commit that writes.
enum class Fault {
    none,
    disk_full,      ///< nothing is kept and the program is told so
    before_commit,  ///< the process dies: nothing is kept, no answer goes out
    after_commit,   ///< the process dies: everything is kept, no answer goes out
    slow_disk,      ///< the commit takes long: time passes and others look on
};

/// A mistake planted in the program's statements, to see that the simulation finds it.
enum class Bug {
    none,
    oversell,        ///< now and then seats are granted that the order does not lose
    lost_event,      ///< an acceptance is not in the journal
    double_booking,  ///< days that somebody has already are taken for reserved
    forgotten_key,   ///< the answers of keys are not kept
    lost_commit,     ///< now and then what was answered is not kept
    deaf,            ///< the write lane does not hear what other processes wrote
    blind_gate,      ///< suspended and revoked credentials look valid
    barred_for_ever, ///< a default that is closed bars its agency on
    forged_draw,     ///< a draw is published with another position than it was drawn from
    forgotten_name,  ///< who took seats as named is asked on
    unbilled,        ///< now and then approved hours are not in a statement
    short_by_a_fen,  ///< a line has a fen less than its statement counts
    day_twice,       ///< days that a timesheet has already are taken for free
    lost_approval,   ///< an approval of hours is not in the journal
    paid_unasked,    ///< a payee who has not confirmed does not hold a statement up
};

/// Shared by the simulator and the database: the simulator sets `next`, the commit takes it.
struct FaultPlan {
    Fault next = Fault::none;
    Fault happened = Fault::none;  ///< the last one that was taken; the simulator resets it
    std::function<void()> meanwhile;  ///< what happens while a slow disk lets a commit wait
    Bug bug = Bug::none;
    int turns = 0;  ///< of what goes wrong only now and then
    /// SQLite's connections that a process has let go, for the next one: reading the tables' text and preparing the
    /// statements again takes longer than all else that a process does when it begins.
    std::map<store::Database::Use, std::vector<std::unique_ptr<store::Connection>>> kept;
};

/// `inner` with the plan's faults at the commits of its writer, and its bug in the statements. All that have the plan
/// must be the same database.
[[nodiscard]] std::unique_ptr<store::Database> with_faults(std::unique_ptr<store::Database> inner,
                                                           std::shared_ptr<FaultPlan> plan);

}  // namespace jianghui::simulation
