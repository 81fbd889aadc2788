#pragma once
// A commit in steps: while an engine writes one, the next one is decided (docs/adr/0012).

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/store/connection.hpp"

namespace jianghui::store {

class Readings;

/// The sets of one commit on their way: asked for, decided, written. Used by the lane's thread alone;
/// each step once, in the order in which they stand here. It may end after any of them: what it has
/// not heard to be `changed` was not written.
class SetsInSteps {
  public:
    virtual ~SetsInSteps() = default;
    /// Asks for what is read in the transaction that will write.
    virtual void ask(Readings& readings) = 0;
    /// Instead of `ask`, while the transaction of the sets before them is still to be written: they are
    /// decided on the state as those leave it. What is asked is read in that transaction, before it
    /// writes. False when these cannot be decided so.
    [[nodiscard]] virtual bool ask_ahead(Readings& readings) = 0;
    /// Decides, after the readings were run; of each member of each set whether it changed something.
    virtual std::vector<std::vector<bool>> decide() = 0;
    /// What is to be written: each row of it changes exactly one row.
    [[nodiscard]] virtual const std::vector<Change>& changes() const = 0;
    /// It was written, and so many rows of each. Throws StoreFailure when they should have been others:
    /// then the transaction must not be kept.
    virtual void changed(const std::vector<std::int64_t>& rows) = 0;
};

/// What an engine can do that takes statements in while it still works on earlier ones: the questions
/// of the next commit and the changes of this one go out together, and the answers to the questions
/// are here while the changes are being made. In this order, inside the connection's transaction:
/// load (also before `begin`), send, answers, finish, send_commit, and Connection::commit. Every
/// failure is a StoreFailure, after which only `rollback` may follow; one of `commit` is as always.
class Overlapping {
  public:
    virtual ~Overlapping() = default;
    /// Makes ready what `send` will send. Both must live until `finish`.
    virtual void load(const std::vector<Question>& questions, const std::vector<Change>& changes) = 0;
    virtual void send() = 0;
    /// Waits for the questions' rows alone and hands them to `take`, each with its question's number.
    virtual void answers(const std::function<void(std::size_t, Cursor&)>& take) = 0;
    /// Waits for the changes; the rows that each changed.
    virtual std::vector<std::int64_t> finish() = 0;
    /// Sends the commit, for which `commit` will wait.
    virtual void send_commit() = 0;
};

}  // namespace jianghui::store
