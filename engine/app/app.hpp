#pragma once
// The public header of engine/app: the executor between the network and the features. It knows who
// calls (Authenticator), finds the route, checks the role, and runs queries in a snapshot and
// commands in the write lane, each idempotency key once.

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "engine/app/feature.hpp"
#include "engine/app/rate_limit.hpp"
#include "engine/store/fair_queue.hpp"

namespace jianghui::app {

inline constexpr ErrorCode not_signed_in{"not_signed_in", Kind::unauthenticated,
                                         "请先登录。", "Please sign in first."};
inline constexpr ErrorCode second_factor_due{
    "second_factor_due", Kind::forbidden, "登录还差一步：请先输入动态口令，或先绑定动态口令。",
    "Signing in is not finished: give the code of your second factor, or set one up first."};
inline constexpr ErrorCode key_missing{
    "idempotency_key_missing", Kind::malformed,
    "此操作必须带 Idempotency-Key 请求头（最多 64 个字符），以便断线后安全重试。",
    "This request needs an Idempotency-Key header (at most 64 characters), so that it can be "
    "retried safely."};
inline constexpr ErrorCode key_reused{
    "idempotency_key_reused", Kind::invalid, "同一个 Idempotency-Key 用于了不同的请求。请换一个新的。",
    "This Idempotency-Key was used for a different request. Use a new one."};
inline constexpr ErrorCode busy{"busy", Kind::unavailable, "系统繁忙，请一秒后重试。没有任何改动。",
                                "The system is busy; retry in a second. Nothing was changed."};
inline constexpr ErrorCode outcome_unknown{
    "outcome_unknown", Kind::unavailable,
    "与数据库的连接在提交时中断，暂时无法确认结果。请用同一个 Idempotency-Key 重试，会得到真实结果。",
    "The database was lost while this was being committed and its outcome is not known yet. Retry "
    "with the same Idempotency-Key: the answer will be the true one."};
inline constexpr ErrorCode storage_full{
    "storage_full", Kind::unavailable, "服务器磁盘已满，未做任何改动。请联系运维人员。",
    "The server's disk is full; nothing was changed. Tell the operator."};
inline constexpr ErrorCode body_too_large{"too_large", Kind::too_large, "请求内容太大。",
                                          "The request body is too large."};

/// Who calls, from bearer token or cookie. Fails with not_signed_in for a token that is not valid,
/// or csrf_missing; answers the anonymous caller when there is none.
using Authenticator = std::function<Result<Caller>(const Services&, const http::Request&, Instant)>;

struct KeptOutcome;
class KnownOutcomes;

class App {
  public:
    /// `services` must hold the Store, Clock, IdSource and Bell. Starts the features in order.
    static Result<std::unique_ptr<App>> create(std::shared_ptr<Services> services,
                                               std::vector<Feature> features);
    ~App();
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    /// Calls back exactly once, on any thread. `target` paths begin with /api/v1.
    void handle(http::Request request, std::function<void(http::Reply)> answer);
    /// The same for tests and tools: waits. Must not be called on the lane's thread.
    http::Reply handle(http::Request request);

    /// Runs every job and task that is due at the clock's time until none has more to do; for the scheduler
    /// and for tests, which move the clock by hand. Returns how many runs were made.
    int run_due_jobs();
    /// Brings the followers up to the journal's end; returns the position reached.
    std::int64_t follow();
    /// Starts the thread that runs jobs and followers; stops with the App.
    void start_background();

    [[nodiscard]] const std::vector<Feature>& features() const { return features_; }
    [[nodiscard]] const Services& services() const { return *services_; }
    /// The OpenAPI 3.1 document of all routes.
    [[nodiscard]] const std::string& openapi() const;
    /// Prometheus text.
    [[nodiscard]] std::string metrics() const;

    void authenticate_with(Authenticator authenticator) {
        authenticator_ = std::move(authenticator);
    }

    /// From now on; without it nobody is limited. Set before the first request.
    void limit_rates(const RateLimits& limits) {
        account_rate_ = std::make_unique<RateLimiter>(limits.account);
        address_rate_ = std::make_unique<RateLimiter>(limits.address);
    }

  private:
    App(std::shared_ptr<Services> services, std::vector<Feature> features);
    struct Pending;
    Result<const Route*> admit(Pending& pending);
    Result<Done> pace_account(const Pending& pending, const Route& route);
    void run(const std::shared_ptr<Pending>& pending);
    bool look_first(Pending& pending);
    void run_query(const std::shared_ptr<Pending>& pending);
    void run_command(const std::shared_ptr<Pending>& pending);
    bool execute(Pending& pending, store::Transaction& transaction);
    class SetInHand;
    std::vector<bool> execute_set(const std::vector<void*>& members,
                                  store::Transaction& transaction);
    std::vector<std::vector<bool>> execute_sets(const std::vector<std::vector<void*>>& sets,
                                                store::Transaction& transaction);
    static std::vector<bool> decide_set(SetsInHand& in_hand, const std::vector<void*>& members,
                                        KnownOutcomes& known, std::vector<KeptOutcome>& kept);
    void write_sets(SetsInHand& in_hand, store::Transaction& transaction,
                    const std::vector<KeptOutcome>& kept);
    [[nodiscard]] bool may_be_answered(const Pending& pending) const;
    bool refused_at_once(Pending& pending, const SetInput& input);
    void run_background();
    void run_slow_queries();
    /// Whether this process holds the clocks of the database.
    bool runs_clocks();
    /// In the background: what is due, each job for a slice of time; whether one of them has more to do.
    bool run_slices();
    bool run_slice(const Job& job);
    /// Lets those who wait for the lane in, for a while that follows from how long a job held it; whether
    /// the server is closing.
    bool leave_the_lane(std::chrono::nanoseconds held);
    bool run_job(const Job& job);
    bool run_task(const Task& task);
    void count(int status);

    std::shared_ptr<Services> services_;
    std::vector<Feature> features_;
    std::vector<Route> routes_;
    http::Router router_;
    Authenticator authenticator_;
    std::unique_ptr<RateLimiter> account_rate_;
    std::unique_ptr<RateLimiter> address_rate_;
    mutable std::once_flag openapi_asked_;
    mutable std::string openapi_;  ///< written when somebody asks first
    std::vector<Instant> job_due_;   ///< in the order of features and their jobs
    std::vector<Instant> task_due_;  ///< and of their tasks
    std::int64_t followed_ = 0;
    std::mutex follow_mutex_;

    std::mutex background_mutex_;
    std::condition_variable background_wakes_;
    bool closing_ = false;
    bool rung_ = false;
    store::FairQueue<std::string, std::shared_ptr<Pending>> slow_waiting_;
    std::condition_variable slow_wakes_;
    std::thread background_;
    std::vector<std::thread> slow_workers_;
    std::shared_ptr<void> bell_handle_;

    std::array<std::atomic<std::uint64_t>, 6> answers_{};  ///< by hundreds of the status
};

}  // namespace jianghui::app
