#include "engine/store/store.hpp"

#include <future>

namespace jianghui::store {

int Reader::find_column(const Cursor& cursor, std::string_view name, const Statement& statement) {
    for (int i = 0; i < cursor.columns(); ++i)
        if (cursor.name(i) == name) return i;
    throw StoreFailure(StoreFailure::Cause::broken, "statement " + std::string(statement.name) +
                                                        " has no column " + std::string(name));
}

Store::Store(std::unique_ptr<Database> database, Options options)
    : database_(std::move(database)), options_(options) {
    writer_ = database_->connect(Database::Use::write);
    for (int i = 0; i < options_.readers; ++i)
        readers_.push_back(database_->connect(Database::Use::read));
    lane_ = std::thread([this] { run_lane(); });
}

Store::~Store() {
    {
        const std::lock_guard lock(lane_mutex_);
        closing_ = true;
    }
    lane_wakes_.notify_all();
    lane_.join();  // Finishes what was accepted.
}

Store::Borrowed::Borrowed(Store& from) : store(from) {
    std::unique_lock lock(store.readers_mutex_);
    store.reader_returned_.wait(lock, [this] { return !store.readers_.empty(); });
    connection = std::move(store.readers_.back());
    store.readers_.pop_back();
    lock.unlock();
    connection->begin();
}

Store::Borrowed::~Borrowed() {
    try {
        connection->rollback();  // A read leaves nothing to keep.
    } catch (const StoreFailure&) {
        // The connection had already ended its transaction.
    }
    {
        const std::lock_guard lock(store.readers_mutex_);
        store.readers_.push_back(std::move(connection));
    }
    store.reader_returned_.notify_one();
}

bool Store::submit(Work work) {
    {
        const std::lock_guard lock(lane_mutex_);
        if (closing_ || waiting_.size() >= options_.waiting_max) return false;
        waiting_.push_back(std::move(work));
    }
    lane_wakes_.notify_one();
    return true;
}

Work::Outcome Store::write(const std::function<bool(Transaction&)>& run) {
    ASSERT(std::this_thread::get_id() != lane_.get_id());
    std::promise<Work::Outcome> answered;
    auto answer = answered.get_future();
    if (!submit({run, [&](Work::Outcome outcome) { answered.set_value(outcome); }}))
        return Work::Outcome::failed;
    return answer.get();
}

LaneFigures Store::figures() const {
    const std::lock_guard lock(lane_mutex_);
    LaneFigures now = figures_;
    now.waiting = waiting_.size();
    return now;
}

void Store::backup_to(const std::string& path) {
    const auto connection = database_->connect(Database::Use::read);
    connection->backup_to(path);
}

void Store::run_lane() {
    std::vector<Work> batch;
    for (;;) {
        {
            std::unique_lock lock(lane_mutex_);
            lane_wakes_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            while (!waiting_.empty() && batch.size() < options_.batch_max) {
                batch.push_back(std::move(waiting_.front()));
                waiting_.pop_front();
            }
        }
        run_batch(batch);
        batch.clear();
    }
}

namespace {

Work::Outcome outcome_of(const StoreFailure& failure) {
    return failure.cause() == StoreFailure::Cause::full ? Work::Outcome::disk_full
                                                        : Work::Outcome::failed;
}

/// Runs one command in its own savepoint; `wrote` is set when it changed rows that are to be kept.
Work::Outcome run_one(Connection& connection, const Work& work, bool& wrote) {
    connection.savepoint();
    Work::Outcome outcome = Work::Outcome::undone;
    try {
        Transaction transaction(connection);
        if (work.run(transaction)) {
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

}  // namespace

void Store::run_batch(std::vector<Work>& batch) {
    std::vector<Work::Outcome> outcomes(batch.size(), Work::Outcome::failed);
    bool wrote = false;
    try {
        writer_->begin();
        for (std::size_t i = 0; i < batch.size(); ++i)
            outcomes[i] = run_one(*writer_, batch[i], wrote);
        if (wrote) {
            writer_->commit();
        } else {
            writer_->rollback();
        }
    } catch (const StoreFailure& failure) {
        // Nothing of the batch was kept. Those refused by a rule did read a state that is gone, so
        // all are told to try again.
        wrote = false;
        for (auto& outcome : outcomes) outcome = outcome_of(failure);
        try {
            writer_->rollback();
        } catch (const StoreFailure&) {
            // The engine had rolled back by itself (a full disk does that).
        }
    }
    {
        const std::lock_guard lock(lane_mutex_);
        figures_.commands += batch.size();
        figures_.commits += wrote ? 1 : 0;
        for (const auto outcome : outcomes)
            if (outcome == Work::Outcome::failed || outcome == Work::Outcome::disk_full)
                ++figures_.failures;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) batch[i].done(outcomes[i]);
    if (wrote && observer_) observer_();
}

}  // namespace jianghui::store
