#pragma once
// For tests of commits that are decided ahead: a connection to SQLite whose changes are made on a thread of their own. The program
// does not do so: on two processors it cost a tenth of the grabs (docs/adr/0012).

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "engine/store/steps.hpp"

namespace jianghui::store {

/// Between `send` and the end of the commit the connection is used by this thread alone, at other times
/// by its caller's. Questions are asked on the caller's thread.
class Meanwhile final : public Overlapping {
  public:
    /// `commit` is what commits the connection's transaction. The connection must outlive it.
    Meanwhile(Connection& connection, std::function<void()> commit);
    /// Waits for what is under way.
    ~Meanwhile() override;
    Meanwhile(const Meanwhile&) = delete;
    Meanwhile& operator=(const Meanwhile&) = delete;

    void load(const std::vector<Question>& questions, const std::vector<Change>& changes) override;
    void send() override;
    void answers(const std::function<void(std::size_t, Cursor&)>& take) override;
    std::vector<std::int64_t> finish() override;
    void send_commit() override;

    /// Waits for the commit that was sent and throws what it threw; false when none was sent.
    bool await_commit();
    /// Waits until nothing is under way, whatever became of it.
    void settle() noexcept;

  private:
    void make_changes();
    void start(std::function<void()> task);
    void await();
    void run();

    Connection& connection_;
    const std::function<void()> commit_;
    const std::vector<Question>* questions_ = nullptr;
    const std::vector<Change>* changes_ = nullptr;
    std::vector<std::int64_t> changed_;
    bool under_way_ = false;    ///< the changes
    bool commit_sent_ = false;

    std::mutex mutex_;
    std::condition_variable started_, ended_;
    std::function<void()> task_;  ///< none: nothing to do
    std::exception_ptr failure_;
    bool closing_ = false;
    std::thread thread_;  ///< since the first task
};

inline Meanwhile::Meanwhile(Connection& connection, std::function<void()> commit)
    : connection_(connection), commit_(std::move(commit)) {}

inline Meanwhile::~Meanwhile() {
    settle();
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    started_.notify_one();
    if (thread_.joinable()) thread_.join();
}

inline void Meanwhile::load(const std::vector<Question>& questions, const std::vector<Change>& changes) {
    questions_ = &questions;
    changes_ = &changes;
}

inline void Meanwhile::send() {
    if (questions_->empty()) make_changes();
}

inline void Meanwhile::answers(const std::function<void(std::size_t, Cursor&)>& take) {
    if (under_way_) return;
    connection_.query_together(*questions_, take);
    make_changes();
}

inline void Meanwhile::make_changes() {
    under_way_ = true;
    start([this] { changed_ = connection_.execute_together(*changes_); });
}

inline std::vector<std::int64_t> Meanwhile::finish() {
    if (!under_way_) make_changes();
    under_way_ = false;
    await();
    return std::move(changed_);
}

inline void Meanwhile::send_commit() {
    commit_sent_ = true;
    start(commit_);
}

inline bool Meanwhile::await_commit() {
    if (!std::exchange(commit_sent_, false)) return false;
    await();
    return true;
}

inline void Meanwhile::settle() noexcept {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return !task_; });
    failure_ = nullptr;
    under_way_ = commit_sent_ = false;
}

inline void Meanwhile::start(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        task_ = std::move(task);
        failure_ = nullptr;
    }
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    started_.notify_one();
}

inline void Meanwhile::await() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return !task_; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

inline void Meanwhile::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        started_.wait(lock, [this] { return closing_ || task_; });
        if (!task_) return;
        const auto& task = task_;  // Nobody else touches it while it is there.
        lock.unlock();
        std::exception_ptr failure;
        try {
            task();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        failure_ = failure;
        task_ = nullptr;
        ended_.notify_all();
    }
}

}  // namespace jianghui::store
