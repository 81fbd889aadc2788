#include "engine/store/sqlite/meanwhile.hpp"

#include <utility>

namespace jianghui::store {

Meanwhile::Meanwhile(Connection& connection, std::function<void()> commit)
    : connection_(connection), commit_(std::move(commit)) {}

Meanwhile::~Meanwhile() {
    settle();
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    started_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Meanwhile::load(const std::vector<Question>& questions, const std::vector<Change>& changes) {
    questions_ = &questions;
    changes_ = &changes;
}

void Meanwhile::send() {
    if (questions_->empty()) make_changes();
}

void Meanwhile::answers(const std::function<void(std::size_t, Cursor&)>& take) {
    if (under_way_) return;
    connection_.query_together(*questions_, take);
    make_changes();
}

void Meanwhile::make_changes() {
    under_way_ = true;
    start([this] { changed_ = connection_.execute_together(*changes_); });
}

std::vector<std::int64_t> Meanwhile::finish() {
    if (!under_way_) make_changes();
    under_way_ = false;
    await();
    return std::move(changed_);
}

void Meanwhile::send_commit() {
    commit_sent_ = true;
    start(commit_);
}

bool Meanwhile::await_commit() {
    if (!std::exchange(commit_sent_, false)) return false;
    await();
    return true;
}

void Meanwhile::settle() noexcept {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return !task_; });
    failure_ = nullptr;
    under_way_ = commit_sent_ = false;
}

void Meanwhile::start(std::function<void()> task) {
    {
        const std::lock_guard lock(mutex_);
        task_ = std::move(task);
        failure_ = nullptr;
    }
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    started_.notify_one();
}

void Meanwhile::await() {
    std::unique_lock lock(mutex_);
    ended_.wait(lock, [this] { return !task_; });
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void Meanwhile::run() {
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
