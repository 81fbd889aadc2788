#include "engine/net/worker.hpp"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <vector>

#include "engine/net/connection.hpp"
#include "engine/net/reply_writer.hpp"

namespace jianghui::net {

Worker::Worker(std::shared_ptr<Shared> common)
    : shared_(std::move(common)),
      keep_running_(context_.get_executor()),
      sweeper_(context_),
      date_(http_date(time_now())) {}

Instant Worker::time_now() const {
    const auto& now = shared_->settings.now;
    return now ? now() : SystemClock().now();
}

Worker::~Worker() {
    ASSERT(!thread_.joinable());
}

void Worker::start() {
    sweep();
    thread_ = std::thread([this] { context_.run(); });
}

void Worker::finish() {
    boost::asio::post(context_, [this] {
        // close() takes the connection out of the set.
        const std::vector<std::shared_ptr<Connection>> all(connections_.begin(),
                                                           connections_.end());
        for (const auto& connection : all) connection->close();
        finishing_ = true;
        sweeper_.cancel();
        // The context runs to its end by itself: what was cancelled is still called, and gives back
        // the connection that it holds. Stopping it would keep those handlers, and they the worker.
        keep_running_.reset();
    });
    if (thread_.joinable()) thread_.join();
}

void Worker::adopt(boost::asio::ip::tcp::socket socket) {
    // Counted before the socket gets to this thread, so that a burst cannot pass the limit.
    const bool has_room = shared_->connections < shared_->settings.limits.connections_max;
    auto connection = std::make_shared<Connection>(*this, std::move(socket));
    boost::asio::post(context_, [this, connection = std::move(connection), has_room] {
        connections_.insert(connection);
        if (shared_->stopping || finishing_) return connection->close();
        if (has_room) {
            connection->start();
        } else {
            connection->turn_away();
        }
    });
}

void Worker::close_idle() {
    boost::asio::post(context_, [this] {
        const std::vector<std::shared_ptr<Connection>> all(connections_.begin(),
                                                           connections_.end());
        for (const auto& connection : all) connection->end_when_idle();
    });
}

void Worker::forget(const std::shared_ptr<Connection>& connection) {
    connections_.erase(connection);
}

/// One timer for all connections of the thread, rather than one for each operation: arming timers
/// is what costs Beast's own stream a third of its speed (style.md 4.1).
void Worker::sweep() {
    const auto& limits = shared_->settings.limits;
    const Milliseconds shortest =
        std::min({limits.header_time, limits.body_time, limits.write_time, limits.idle_time,
                  limits.heartbeat, limits.linger_time});
    const Milliseconds period = std::clamp(shortest / 4, Milliseconds(5), Milliseconds(1'000));
    sweeper_.expires_after(period);
    sweeper_.async_wait([this](boost::system::error_code error) {
        if (error || finishing_) return;
        date_ = http_date(time_now());
        const auto now = std::chrono::steady_clock::now();
        const std::vector<std::shared_ptr<Connection>> all(connections_.begin(),
                                                           connections_.end());
        for (const auto& connection : all) connection->check_time(now);
        sweep();
    });
}

}  // namespace jianghui::net
