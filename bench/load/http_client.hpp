#pragma once
// A plain HTTP/1.1 client for load and crash tests: POSIX sockets, nothing of the server's code.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jianghui::load {

struct Reply {
    int status = 0;
    std::string body;
    int retry_after_seconds = 0;  ///< as its Retry-After says; 0: it has none
};

/// What is sent. `token` and `key` may be empty.
struct Call {
    std::string_view method;
    std::string target;
    std::string_view token;
    std::string key;
    std::string body;
};

/// The bytes of a request over a connection that stays open.
[[nodiscard]] std::string bytes_of(const Call& call);

/// Takes one whole reply (head and Content-Length bytes) out of what was received so far.
[[nodiscard]] std::optional<Reply> take_reply(std::string& received);

/// One connection to 127.0.0.1 that waits for each answer.
class Connection {
  public:
    explicit Connection(std::uint16_t port);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Nothing when the connection broke before the whole answer came.
    std::optional<Reply> ask(const Call& call);
    [[nodiscard]] int socket() const { return socket_; }

  private:
    int socket_;
    std::string received_;
};

}  // namespace jianghui::load
