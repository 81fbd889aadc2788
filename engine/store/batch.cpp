#include "engine/store/batch.hpp"

#include <algorithm>

#include "engine/store/store.hpp"

namespace jianghui::store {
namespace {

Work::Outcome outcome_of(const StoreFailure& failure) {
    using Cause = StoreFailure::Cause;
    switch (failure.cause()) {
        case Cause::full: return Work::Outcome::disk_full;
        case Cause::busy: return Work::Outcome::busy;
        case Cause::doubtful: return Work::Outcome::doubtful;
        case Cause::constraint:
        case Cause::broken: break;
    }
    return Work::Outcome::failed;
}

/// Runs `decide`; what it refuses or throws over is for the caller to undo.
template <class Decide>
Work::Outcome outcome_after(Connection& connection, bool& wrote, Decide&& decide) {
    try {
        Transaction transaction(connection);
        if (!decide(transaction)) return Work::Outcome::undone;
        wrote = wrote || transaction.wrote();
        return Work::Outcome::committed;
    } catch (const StoreFailure& failure) {
        return outcome_of(failure);
    } catch (const std::exception&) {
        return Work::Outcome::failed;
    }
}

/// Runs `decide` in a savepoint; what it refuses or throws over is undone.
template <class Decide>
Work::Outcome in_savepoint(Connection& connection, bool& wrote, Decide&& decide) {
    connection.savepoint();
    const auto outcome = outcome_after(connection, wrote, decide);
    if (outcome != Work::Outcome::committed) connection.rollback_to_savepoint();
    connection.release_savepoint();
    return outcome;
}

std::vector<void*> members_of(const std::vector<Work>& works) {
    std::vector<void*> members;
    members.reserve(works.size());
    for (const auto& work : works) members.push_back(work.member.get());
    return members;
}

bool any(const std::vector<bool>& changed) {
    return std::find(changed.begin(), changed.end(), true) != changed.end();
}

/// The outcome of each of `count` members of a set that had this one altogether.
std::vector<Work::Outcome> outcomes_of(Work::Outcome of_all, const std::vector<bool>& changed,
                                       std::size_t count) {
    std::vector<Work::Outcome> outcomes(count, of_all);
    if (of_all != Work::Outcome::committed) return outcomes;
    for (std::size_t i = 0; i < count; ++i)
        if (!changed[i]) outcomes[i] = Work::Outcome::undone;
    return outcomes;
}

/// Decides `works` together; false when the database refused and nothing of them was kept.
bool run_together(Connection& connection, const std::vector<Work>& works,
                  std::vector<Work::Outcome>& outcomes, bool& wrote) {
    std::vector<bool> changed;
    const auto outcome = in_savepoint(connection, wrote, [&](Transaction& transaction) {
        changed = works.front().run_set(transaction, members_of(works));
        ASSERT(changed.size() == works.size());
        return any(changed);
    });
    outcomes = outcomes_of(outcome, changed, works.size());
    return !is_failure(outcome);
}

/// Decides the sets of `units` together; false when nothing of them was kept.
bool run_group(Connection& connection, const std::vector<Unit*>& units, bool& wrote) {
    std::vector<std::vector<void*>> sets;
    for (const auto* unit : units) sets.push_back(members_of(unit->works));
    std::vector<std::vector<bool>> changed;
    const auto outcome = in_savepoint(connection, wrote, [&](Transaction& transaction) {
        changed = units.front()->works.front().run_sets(transaction, sets);
        ASSERT(changed.size() == sets.size());
        return std::any_of(changed.begin(), changed.end(), any);
    });
    if (is_failure(outcome)) return false;
    for (std::size_t i = 0; i < units.size(); ++i)
        units[i]->outcomes = outcomes_of(outcome, changed[i], units[i]->works.size());
    return true;
}

void run_unit(Connection& connection, Unit& unit, bool& wrote) {
    unit.outcomes.assign(unit.works.size(), Work::Outcome::failed);
    if (unit.works.front().run) {
        unit.outcomes[0] = in_savepoint(connection, wrote, unit.works.front().run);
        return;
    }
    if (run_together(connection, unit.works, unit.outcomes, wrote) || unit.works.size() == 1)
        return;
    // One of them asked for what the database refuses: the others must not suffer for it.
    for (std::size_t i = 0; i < unit.works.size(); ++i) {
        const auto& work = unit.works[i];
        unit.outcomes[i] = in_savepoint(connection, wrote, [&](Transaction& transaction) -> bool {
            return work.run_set(transaction, {work.member.get()}).front();
        });
    }
}

}  // namespace

void Batch::add(Work work) {
    ++commands_;
    if (work.set.decider != nullptr) {
        const auto same = std::find_if(units_.begin(), units_.end(), [&](const Unit& unit) {
            return unit.works.front().set == work.set;
        });
        if (same != units_.end()) return same->works.push_back(std::move(work));
    }
    units_.emplace_back().works.push_back(std::move(work));
}

std::vector<Unit*> Batch::group_at(std::size_t at) {
    std::vector<Unit*> group;
    const auto& first = units_[at].works.front();
    if (!first.run_sets) return group;
    for (; at < units_.size() && units_[at].works.front().set.decider == first.set.decider; ++at)
        group.push_back(&units_[at]);
    return group;
}

bool Batch::run(Connection& connection) {
    bool wrote = false;
    // A command alone needs no savepoint: what it refuses is undone with the transaction. With one, SQLite keeps a copy of every page that
    // is changed.
    if (units_.size() == 1 && units_.front().works.front().run) {
        auto& only = units_.front();
        only.outcomes.assign(1, outcome_after(connection, wrote, only.works.front().run));
        return wrote;
    }
    for (std::size_t at = 0; at < units_.size();) {
        const auto group = group_at(at);
        if (group.empty() || !run_group(connection, group, wrote)) {
            run_unit(connection, units_[at], wrote);
            for (std::size_t i = 1; i < group.size(); ++i) run_unit(connection, *group[i], wrote);
        }
        at += std::max<std::size_t>(1, group.size());
    }
    return wrote;
}

void Batch::fail(const StoreFailure& failure) {
    // Those refused by a rule did read a state that is gone: all are told to try again.
    for (auto& unit : units_) unit.outcomes.assign(unit.works.size(), outcome_of(failure));
}

void Batch::answer() {
    for (auto& unit : units_)
        for (std::size_t i = 0; i < unit.works.size(); ++i) unit.works[i].done(unit.outcomes[i]);
}

std::size_t Batch::failures() const {
    std::size_t count = 0;
    for (const auto& unit : units_)
        for (const auto outcome : unit.outcomes)
            if (is_failure(outcome)) ++count;
    return count;
}

}  // namespace jianghui::store
