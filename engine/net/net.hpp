#pragma once
// The public header of engine/net: moves http::Request and http::Reply over sockets. The only part
// of the program that knows Asio (server.cpp, connection.cpp) and Beast (request_reader.cpp).
//
//   auto server = net::Server::start({.port = 8080}, [&](http::Request request, net::Answer answer)
//   {
//       app.handle(std::move(request), std::move(answer));
//   });
//   …
//   (*server)->stop();

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/http/http.hpp"

namespace jianghui::net {

inline constexpr ErrorCode port_taken{
    "port_taken", Kind::unavailable, "端口已被占用。请停止占用它的程序，或用 --port 换一个端口。",
    "The port is taken. Stop the program that has it, or choose another one with --port."};
inline constexpr ErrorCode address_unusable{
    "address_unusable", Kind::invalid, "无法在此地址上监听。请检查 --address 和 --port。",
    "Cannot listen on this address. Check --address and --port."};
inline constexpr ErrorCode certificate_unusable{
    "certificate_unusable", Kind::invalid, "TLS 证书或私钥无法读取，或两者不匹配。请检查文件。",
    "The TLS certificate or key cannot be read, or they do not belong together. Check the files."};
inline constexpr ErrorCode malformed_request{"malformed_request", Kind::malformed,
                                             "无法识别为 HTTP 请求。请检查客户端。",
                                             "This is not a valid HTTP request. Check the client."};
inline constexpr ErrorCode header_too_large{
    "header_too_large", Kind::too_large, "请求头太大。请清除浏览器 Cookie 或减少请求头。",
    "The request header is too large. Clear cookies or send "
    "fewer headers."};
inline constexpr ErrorCode too_many_connections{"too_many_connections", Kind::unavailable,
                                                "连接数已满，请稍后重试。",
                                                "All connections are in use; retry in a moment."};

/// What one client may cost. Every time is a bound on a whole phase, so that bytes sent one by one
/// do not extend it.
struct Limits {
    std::size_t header_max = 16 * 1024;  ///< bytes of request line and headers
    std::size_t header_count_max = 100;
    std::size_t body_max = 1024 * 1024;         ///< bytes, for most paths
    std::size_t upload_max = 64 * 1024 * 1024;  ///< bytes, for paths below `upload_prefixes`
    /// Where files are sent, named by who starts the server; the routes have narrower limits of their own.
    std::vector<std::string> upload_prefixes = {};
    std::size_t uploads_total_max = 256 * 1024 * 1024;  ///< bytes of large bodies held at once
    /// Bytes of bodies up to `body_max` that come in pieces, held at once: uploads do not crowd these out.
    std::size_t small_bodies_total_max = 128 * 1024 * 1024;
    std::size_t bodies_of_address_max = 96 * 1024 * 1024;  ///< bytes of bodies that one address has held at once
    std::size_t connections_max = 16'000;               ///< more are told 503
    std::size_t streams_max = 12'000;                   ///< server-sent event streams at once
    /// Of one address (app::limited_address: an IPv6 network, behind a proxy what that says), as all that is said of
    /// addresses here. Many phones share an address of a mobile network.
    std::size_t streams_of_address_max = 1'000;
    Milliseconds header_time{10'000};          ///< from the first byte to the end of the header
    /// For a body, beside `bytes_per_second`. What comes faster is no credit beyond this: who has sent much and stops
    /// is not waited for longer.
    Milliseconds body_time{30'000};
    Milliseconds body_time_max{900'000};       ///< for a whole body, however steadily it comes
    Milliseconds write_time{30'000};           ///< for a reply, beside `bytes_per_second`
    std::size_t bytes_per_second = 32 * 1024;  ///< the slowest client that is waited for
    Milliseconds idle_time{60'000};            ///< between requests
    Milliseconds heartbeat{15'000};            ///< of a silent event stream
    Milliseconds linger_time{2'000};           ///< for the peer to read a last reply
};

struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any free one
    int threads = 2;
    Limits limits = {};
    std::string tls_certificate = {};  ///< file, PEM chain; TLS is on when this is not empty
    std::string tls_key = {};          ///< file, PEM
    /// The time that the `Date` of a reply says, asked on any network thread; empty: the system's.
    std::function<Instant()> now = {};
};

/// Takes the reply. May be called on any thread, exactly once.
using Answer = std::function<void(http::Reply)>;
/// Called on a network thread: must not wait for other requests. Must not throw.
using Handler = std::function<void(http::Request, Answer)>;

/// Counters since the start, for /metrics.
struct Figures {
    std::uint64_t connections = 0;   ///< open now
    std::uint64_t streams = 0;       ///< open now
    std::uint64_t upload_bytes = 0;  ///< of large bodies, held now
    std::uint64_t accepted = 0;
    std::uint64_t turned_away = 0;  ///< told 503 for want of room
    std::uint64_t requests = 0;
    std::uint64_t malformed = 0;  ///< refused before they reached the handler
    std::uint64_t timed_out = 0;  ///< connections closed for being too slow
};

class Server {
  public:
    /// Listens and serves until stop(). Fails with port_taken, address_unusable or
    /// certificate_unusable.
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(Settings settings, Handler handler);
    /// Stops at once if stop() was not called.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// The port that it listens on.
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] Figures figures() const;
    /// Accepts nothing more, closes idle connections and event streams, lets running requests
    /// finish within `grace`, closes the rest. Returns when all threads have ended; later answers
    /// to requests that were still running are dropped.
    void stop(Milliseconds grace = Milliseconds(10'000));

  private:
    class Inside;
    explicit Server(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace jianghui::net
