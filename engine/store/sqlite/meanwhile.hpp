#pragma once
// A connection whose changes are made on a thread of their own, so that its caller can decide the next
// commit meanwhile (steps.hpp): SQLite does everything on the thread that calls it.

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

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

}  // namespace jianghui::store
