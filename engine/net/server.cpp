#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <condition_variable>
#include <mutex>
#include <vector>

#include "engine/net/connection.hpp"
#include "engine/net/net.hpp"
#include "engine/net/worker.hpp"

namespace jianghui::net {
namespace {

using ErrorOf = boost::system::error_code;
namespace asio = boost::asio;

/// More connections than the limit are told so; many more are just closed.
constexpr std::size_t turned_away_at_once_max = 100;

Result<Done> load_certificate(Shared& shared) {
    const Settings& settings = shared.settings;
    if (settings.tls_certificate.empty()) return Done{};
    ErrorOf failed;
    auto& context = shared.tls.emplace(asio::ssl::context::tls_server);
    context.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                            asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                            asio::ssl::context::no_tlsv1_1,
                        failed);
    if (!failed) context.use_certificate_chain_file(settings.tls_certificate, failed);
    if (!failed) context.use_private_key_file(settings.tls_key, asio::ssl::context::pem, failed);
    if (failed) return refuse(error(certificate_unusable).with("reason", failed.message()));
    return Done{};
}

}  // namespace

class Server::Inside {
  public:
    explicit Inside(std::shared_ptr<Shared> common) : shared_(std::move(common)) {
        for (int i = 0; i < std::max(1, shared_->settings.threads); ++i)
            workers_.push_back(std::make_shared<Worker>(shared_));
        acceptor_ = std::make_unique<Tcp::acceptor>(workers_.front()->context());
        retry_ = std::make_unique<asio::steady_timer>(workers_.front()->context());
    }

    ~Inside() { stop(Milliseconds(0)); }

    Result<Done> listen() {
        const Settings& settings = shared_->settings;
        ErrorOf failed;
        const std::string host = settings.address == "localhost" ? "127.0.0.1" : settings.address;
        const auto address = asio::ip::make_address(host, failed);
        const Tcp::endpoint endpoint(address, settings.port);
        if (!failed) acceptor_->open(endpoint.protocol(), failed);
        if (!failed) acceptor_->set_option(Tcp::acceptor::reuse_address(true), failed);
        if (!failed) acceptor_->bind(endpoint, failed);
        if (!failed) acceptor_->listen(asio::socket_base::max_listen_connections, failed);
        if (failed) {
            const ErrorCode& code =
                failed == asio::error::address_in_use ? port_taken : address_unusable;
            return refuse(
                error(code)
                    .with("address", fmt::format("{}:{}", settings.address, settings.port))
                    .with("reason", failed.message()));
        }
        return Done{};
    }

    void start() {
        accept();
        for (const auto& worker : workers_) worker->start();
    }

    void stop(Milliseconds grace) {
        if (stopped_) return;
        stopped_ = true;
        shared_->stopping = true;
        asio::post(workers_.front()->context(), [this] {
            ErrorOf ignored;
            acceptor_->close(ignored);
            retry_->cancel();
        });
        const auto end = std::chrono::steady_clock::now() + grace;
        while (shared_->connections > 0 && std::chrono::steady_clock::now() < end) {
            // Again and again: a connection may become idle, or be accepted, after the first call.
            for (const auto& worker : workers_) worker->close_idle();
            std::this_thread::sleep_for(Milliseconds(10));
        }
        // The first one has the acceptor: when it has ended, nobody hands over connections any more.
        for (const auto& worker : workers_) worker->finish();
    }

    [[nodiscard]] std::uint16_t port() const {
        ErrorOf ignored;
        return port_ != 0 ? port_ : acceptor_->local_endpoint(ignored).port();
    }
    void keep_port() { port_ = port(); }
    [[nodiscard]] const Shared& shared() const { return *shared_; }

  private:
    void accept() {
        Worker& worker = *workers_[next_++ % workers_.size()];
        acceptor_->async_accept(
            worker.context(), [this, &worker](ErrorOf failed, Tcp::socket socket) {
                if (failed == asio::error::operation_aborted || !acceptor_->is_open()) return;
                if (failed) {
                    // No file handles left, most likely: connections that end will free some.
                    retry_->expires_after(Milliseconds(100));
                    retry_->async_wait([this](ErrorOf cancelled) {
                        if (!cancelled) accept();
                    });
                    return;
                }
                ++shared_->accepted;
                const std::size_t most =
                    shared_->settings.limits.connections_max + turned_away_at_once_max;
                if (shared_->connections < most) worker.adopt(std::move(socket));
                accept();
            });
    }

    std::shared_ptr<Shared> shared_;
    std::vector<std::shared_ptr<Worker>> workers_;
    std::unique_ptr<Tcp::acceptor> acceptor_;
    std::unique_ptr<asio::steady_timer> retry_;
    std::size_t next_ = 0;
    std::uint16_t port_ = 0;
    bool stopped_ = false;
};

Server::Server(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::start(Settings settings, Handler handler) {
    auto shared = std::make_shared<Shared>();
    shared->settings = std::move(settings);
    shared->handler = std::move(handler);
    TRY_DO(load_certificate(*shared));
    auto inside = std::make_unique<Inside>(std::move(shared));
    TRY_DO(inside->listen());
    inside->keep_port();
    inside->start();
    return std::unique_ptr<Server>(new Server(std::move(inside)));
}

std::uint16_t Server::port() const {
    return inside_->port();
}

Figures Server::figures() const {
    const Shared& shared = inside_->shared();
    return {shared.connections, shared.streams,  shared.upload_bytes, shared.accepted,
            shared.turned_away, shared.requests, shared.malformed,    shared.timed_out};
}

void Server::stop(Milliseconds grace) {
    inside_->stop(grace);
}

}  // namespace jianghui::net
