#pragma once
// One network thread with the connections that live on it. A connection never leaves its thread, so
// nothing in it needs a lock; answers from elsewhere are posted to it.

#include <atomic>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unordered_set>

#include "engine/net/held_by_addresses.hpp"
#include "engine/net/net.hpp"

namespace jianghui::net {

class Connection;

/// What all threads of a server share.
struct Shared {
    Settings settings;
    Handler handler;
    std::optional<boost::asio::ssl::context> tls;
    std::atomic<bool> stopping{false};
    std::atomic<std::size_t> connections{0};
    std::atomic<std::size_t> streams{0};
    HeldByAddresses streams_of;
    HeldByAddresses body_bytes_of;
    std::atomic<std::size_t> upload_bytes{0};      ///< of bodies over `body_max`, held now
    std::atomic<std::size_t> small_body_bytes{0};  ///< of the others that came in pieces, held now
    std::atomic<std::uint64_t> accepted{0};
    std::atomic<std::uint64_t> turned_away{0};
    std::atomic<std::uint64_t> requests{0};
    std::atomic<std::uint64_t> malformed{0};
    std::atomic<std::uint64_t> timed_out{0};
};

class Worker : public std::enable_shared_from_this<Worker> {
  public:
    using SteadyTime = std::chrono::steady_clock::time_point;

    explicit Worker(std::shared_ptr<Shared> common);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Runs the thread until finish().
    void start();
    /// Drops every connection and ends the thread once everything under way was cancelled and given
    /// back. For the owning thread; what accepts for this worker must be closed before.
    void finish();

    /// Takes over an accepted socket of this worker's context. Any thread.
    void adopt(boost::asio::ip::tcp::socket socket);
    /// Asks every connection to end after what it is doing. Any thread.
    void close_idle();

    [[nodiscard]] boost::asio::io_context& context() { return context_; }
    [[nodiscard]] Shared& shared() { return *shared_; }
    [[nodiscard]] const std::string& date() const { return date_; }
    [[nodiscard]] SteadyTime now() const { return std::chrono::steady_clock::now(); }
    /// On this worker's thread only.
    void forget(const std::shared_ptr<Connection>& connection);

  private:
    void sweep();
    [[nodiscard]] Instant time_now() const;
    std::shared_ptr<Shared> shared_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> keep_running_;
    boost::asio::steady_timer sweeper_;
    std::unordered_set<std::shared_ptr<Connection>> connections_;
    std::string date_;
    bool finishing_ = false;  ///< on this worker's thread only
    std::thread thread_;
};

}  // namespace jianghui::net
