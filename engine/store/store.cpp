#include "engine/store/store.hpp"

#include "engine/store/batch.hpp"

#include <future>
#include <memory>

namespace jianghui::store {

int Reader::find_column(const Cursor& cursor, std::string_view name, const Statement& statement) {
    for (int i = 0; i < cursor.columns(); ++i)
        if (cursor.name(i) == name) return i;
    throw StoreFailure(StoreFailure::Cause::broken, "statement " + std::string(statement.name) +
                                                        " has no column " + std::string(name));
}

Store::Store(std::unique_ptr<Database> database, Options options)
    : database_(std::move(database)),
      options_(options),
      shared_(database_->shared()),
      waiting_(options.waiting_max, options.caller_waiting_max) {
    writer_ = database_->connect(Database::Use::write);
    for (int i = 0; i < options_.readers; ++i)
        readers_.push_back(database_->connect(Database::Use::read));
    if (options_.own_thread) lane_ = std::thread([this] { run_lane(); });
}

Store::~Store() {
    {
        const std::lock_guard lock(lane_mutex_);
        closing_ = true;
    }
    lane_wakes_.notify_all();
    if (lane_.joinable()) lane_.join();  // Finishes what was accepted.
}

Store::Borrowed::Borrowed(Store& from) : store(from) {
    std::unique_lock lock(store.readers_mutex_);
    store.reader_returned_.wait(lock, [this] { return !store.readers_.empty(); });
    connection = std::move(store.readers_.back());
    store.readers_.pop_back();
    lock.unlock();
    try {
        connection->begin();
    } catch (...) {
        give_back();  // Without an object no destructor runs: the pool would shrink at each failure.
        throw;
    }
}

Store::Borrowed::~Borrowed() {
    try {
        connection->rollback();  // A read leaves nothing to keep.
    } catch (const StoreFailure&) {
        // The connection had already ended its transaction.
    }
    give_back();
}

void Store::Borrowed::give_back() {
    {
        const std::lock_guard lock(store.readers_mutex_);
        store.readers_.push_back(std::move(connection));
    }
    store.reader_returned_.notify_one();
}

bool Store::submit(Work work) {
    {
        const std::lock_guard lock(lane_mutex_);
        if (closing_ || !waiting_.push(work.caller, work)) return false;
    }
    options_.own_thread ? lane_wakes_.notify_one() : run_waiting();
    return true;
}

Work::Outcome Store::write(const std::function<bool(Transaction&)>& run) {
    ASSERT(std::this_thread::get_id() != lane_.get_id() && std::this_thread::get_id() != runs_.load());
    std::promise<Work::Outcome> answered;
    auto answer = answered.get_future();
    if (!submit({run, [&](Work::Outcome outcome) { answered.set_value(outcome); }}))
        return Work::Outcome::failed;
    return answer.get();
}

void Store::together(const std::function<void()>& submits) {
    hold(true);
    // Also when it throws: what waits must not wait for ever.
    const std::unique_ptr<Store, void (*)(Store*)> releases(this, [](Store* store) { store->hold(false); });
    submits();
}

void Store::hold(bool held) {
    {
        const std::lock_guard lock(lane_mutex_);
        held_ = held;
    }
    if (held) return;
    options_.own_thread ? lane_wakes_.notify_one() : run_waiting();
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
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(lane_mutex_);
            lane_wakes_.wait(lock, [this] { return closing_ || (!held_ && !waiting_.empty()); });
            if (waiting_.empty()) return;
            batch = take_batch();
        }
        run_batch(batch);
    }
}

void Store::run_waiting() {
    if (runs_.load() == std::this_thread::get_id()) return;  // It will come to that.
    const std::lock_guard running(running_mutex_);
    runs_ = std::this_thread::get_id();
    for (;;) {
        std::unique_lock lock(lane_mutex_);
        if (held_ || waiting_.empty()) break;
        auto batch = take_batch();
        lock.unlock();
        run_batch(batch);
    }
    runs_ = std::thread::id();
}

Batch Store::take_batch() {
    Batch batch;
    while (batch.units() < options_.batch_max && batch.commands() < options_.batch_commands_max) {
        auto work = waiting_.pop();
        if (!work) break;
        batch.add(std::move(*work));
    }
    return batch;
}

void Store::run_batch(Batch& batch) {
    bool wrote = false;
    try {
        writer_->begin();
        wrote = batch.run(*writer_);
        if (wrote) {
            writer_->commit();
        } else {
            writer_->rollback();
        }
    } catch (const StoreFailure& failure) {
        wrote = false;
        ++losses_;
        batch.fail(failure);
        try {
            writer_->rollback();
        } catch (const StoreFailure&) {
            // The engine had rolled back by itself (a full disk does that).
        }
    }
    if (wrote) ++commits_;
    {
        const std::lock_guard lock(lane_mutex_);
        figures_.commands += batch.commands();
        figures_.commits += wrote ? 1 : 0;
        figures_.failures += batch.failures();
    }
    batch.answer();
    if (wrote && observer_) observer_();
}

}  // namespace jianghui::store
