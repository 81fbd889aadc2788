#include "engine/store/overlap.hpp"

#include <utility>

namespace jianghui::store {
namespace {

/// After something went wrong so many batches are decided in their own transactions: another program
/// may be writing, and then what is decided ahead is mostly in vain.
constexpr int rest_after_failure = 16;

/// The connection of who is decided ahead: there is no transaction yet that it could ask in.
class Nobody final : public Connection {
  public:
    std::unique_ptr<Cursor> query(const Statement& statement, const Arguments& /*with*/) override {
        refuse(statement.name);
    }
    std::int64_t execute(const Statement& statement, const Arguments& /*with*/) override {
        refuse(statement.name);
    }
    std::int64_t execute_all(const Statement& statement, const std::vector<Arguments>& /*rows*/) override {
        refuse(statement.name);
    }
    void script(std::string_view /*text*/) override { refuse("script"); }
    void begin() override { refuse("begin"); }
    void commit() override { refuse("commit"); }
    void rollback() override { refuse("rollback"); }
    void savepoint() override { refuse("savepoint"); }
    void release_savepoint() override { refuse("release"); }
    void rollback_to_savepoint() override { refuse("rollback to"); }
    void prepare(const Statement& statement) override { refuse(statement.name); }
    void backup_to(const std::string& path) override { refuse(path); }

  private:
    [[noreturn]] static void refuse(std::string_view what) {
        throw StoreFailure(StoreFailure::Cause::broken,
                           "asked before its transaction: " + std::string(what));
    }
};

}  // namespace

/// One batch on its way.
struct Overlap::Stage {
    explicit Stage(Batch taken) : batch(std::move(taken)) {}
    Batch batch;
    std::unique_ptr<Transaction> transaction;
    std::unique_ptr<SetsInSteps> sets;
    Readings readings;
    std::vector<std::vector<bool>> changed;
    bool ahead = false;  ///< its questions go out with the changes of the one before
    bool begun = false;  ///< its transaction

    /// Back to what was taken: to be decided anew.
    void forget() {
        sets.reset();
        transaction.reset();
        readings = Readings();
        changed.clear();
        ahead = false;
    }
};

Overlap::Overlap(Store& store, Connection& writer, Overlapping& engine)
    : store_(store), writer_(writer), engine_(engine), nobody_(std::make_unique<Nobody>()) {}

Overlap::~Overlap() = default;

void Overlap::run(Batch batch) {
    auto stage = std::make_unique<Stage>(std::move(batch));
    while (stage) {
        if (begin(*stage)) {
            stage = run_from(std::move(stage));
        } else {
            run_alone(std::exchange(stage, nullptr));
        }
    }
}

/// Decides the first one in the transaction that will write it.
bool Overlap::begin(Stage& first) {
    first.transaction = std::make_unique<Transaction>(writer_);
    first.sets = first.batch.open(*first.transaction, nullptr);
    if (!first.sets) return false;
    try {
        first.begun = true;
        writer_.begin();
        first.sets->ask(first.readings);
        first.readings.run(*first.transaction);
        first.changed = first.sets->decide();
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

/// Ends what was begun of it and runs it as on any engine.
void Overlap::run_alone(Staged stage) {
    stage->forget();
    if (stage->begun) roll_back();
    store_.run_batch(stage->batch);
}

void Overlap::roll_back() {
    try {
        writer_.rollback();
    } catch (const StoreFailure&) {
        // The engine had rolled back by itself, or the session is gone.
    }
}

/// What waits now, asked for ahead where it can be; null when nobody waits.
Overlap::Staged Overlap::open_next(const Stage& now) {
    if (rest_ > 0) {
        --rest_;
        return nullptr;
    }
    auto batch = store_.next_batch();
    if (!batch) return nullptr;
    auto next = std::make_unique<Stage>(std::move(*batch));
    next->transaction = std::make_unique<Transaction>(*nobody_);
    next->sets = next->batch.open(*next->transaction, now.sets.get());
    next->ahead = next->sets && next->sets->ask_ahead(next->readings);
    return next;
}

bool Overlap::load(const Stage& now, const Stage* next) {
    if (next == nullptr || !next->ahead) return true;
    try {
        engine_.load(next->readings.questions(), now.sets->changes());
        return true;
    } catch (const StoreFailure&) {
        return false;
    }
}

bool Overlap::send() {
    try {
        engine_.send();
        return true;
    } catch (const StoreFailure&) {
        return false;
    }
}

/// Decides `next` as soon as its questions are answered, while the one before is being written.
bool Overlap::decide_next(Stage& next) {
    try {
        engine_.answers([&](std::size_t number, Cursor& rows) { next.readings.take(number, rows); });
        next.changed = next.sets->decide();
        return true;
    } catch (const std::exception&) {
        rest_ = rest_after_failure;
        return false;
    }
}

/// Waits until it is written, and sends its commit.
bool Overlap::write(Stage& now) {
    try {
        now.sets->changed(engine_.finish());
        engine_.send_commit();
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

bool Overlap::write_last(Stage& now) {
    try {
        now.sets->changed(writer_.execute_together(now.sets->changes()));
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

bool Overlap::begin_next() {
    try {
        writer_.begin();
        return true;
    } catch (const StoreFailure&) {
        return false;
    }
}

/// Waits for the commit. Who lost it is told so by `tell`.
bool Overlap::commit(Stage& now) {
    try {
        writer_.commit();
        now.batch.settle(now.changed);
        ++store_.commits_;
        return true;
    } catch (const StoreFailure& failure) {
        ++store_.losses_;
        now.batch.fail(failure);
        roll_back();
        return false;
    }
}

void Overlap::tell_unchanged(Stage& now) {
    now.batch.settle(now.changed);
    store_.finish(now.batch, false);
}

/// The first one is decided and its transaction has begun. What comes back is still to be run.
Overlap::Staged Overlap::run_from(Staged now) {
    if (now->sets->changes().empty()) {
        roll_back();
        tell_unchanged(*now);
        return nullptr;
    }
    Staged next = open_next(*now), told;
    bool loaded = load(*now, next.get());
    for (;;) {
        // With nobody to be decided meanwhile, it is written as on any engine.
        const bool overlaps = next && next->ahead;
        const bool sent = loaded && (!overlaps || send());
        if (told) store_.finish(std::exchange(told, nullptr)->batch, true);
        const bool decided = sent && overlaps && decide_next(*next);
        if (!sent || !(overlaps ? write(*now) : write_last(*now))) {
            rest_ = rest_after_failure;
            ++store_.losses_;
            if (next) next->forget();
            run_alone(std::move(now));
            return next;
        }
        // While the commit is on its way to the disk, the one after it is made ready.
        const bool goes_on = decided && !next->sets->changes().empty();
        Staged after = goes_on ? open_next(*next) : nullptr;
        loaded = goes_on && load(*next, after.get());
        if (!commit(*now)) {
            if (after) after->forget();
            if (next) next->forget();
            store_.finish(now->batch, false);
            if (next) run_alone(std::move(next));
            return after;
        }
        if (!goes_on) {
            store_.finish(now->batch, true);
            if (!decided) {
                if (next) next->forget();
                return next;
            }
            tell_unchanged(*next);
            return nullptr;
        }
        told = std::move(now);
        now = std::move(next);
        next = std::move(after);
        now->begun = true;
        loaded = loaded && begin_next();
    }
}

}  // namespace jianghui::store
