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

/// Runs `decide` in a savepoint; what it refuses or throws over is undone.
template <class Decide>
Work::Outcome in_savepoint(Connection& connection, bool& wrote, Decide&& decide) {
    connection.savepoint();
    auto outcome = Work::Outcome::undone;
    try {
        Transaction transaction(connection);
        if (decide(transaction)) {
            outcome = Work::Outcome::committed;
            wrote = wrote || transaction.wrote();
        }
    } catch (const StoreFailure& failure) {
        outcome = outcome_of(failure);
    } catch (const std::exception&) {
        outcome = Work::Outcome::failed;
    }
    if (outcome != Work::Outcome::committed) connection.rollback_to_savepoint();
    connection.release_savepoint();
    return outcome;
}

/// Decides `works` together; false when the database refused and nothing of them was kept.
bool run_together(Connection& connection, const std::vector<Work>& works,
                  std::vector<Work::Outcome>& outcomes, bool& wrote) {
    std::vector<void*> members;
    for (const auto& work : works) members.push_back(work.member.get());
    std::vector<bool> changed;
    const auto outcome = in_savepoint(connection, wrote, [&](Transaction& transaction) {
        changed = works.front().run_set(transaction, members);
        ASSERT(changed.size() == works.size());
        return std::find(changed.begin(), changed.end(), true) != changed.end();
    });
    for (std::size_t i = 0; i < works.size(); ++i)
        outcomes[i] = outcome == Work::Outcome::committed && !changed[i] ? Work::Outcome::undone
                                                                         : outcome;
    return outcome == Work::Outcome::committed || outcome == Work::Outcome::undone;
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

bool Batch::run(Connection& connection) {
    bool wrote = false;
    for (auto& unit : units_) run_unit(connection, unit, wrote);
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
