#pragma once
// A client that tests steer byte by byte: plain POSIX sockets, so that nothing of the code under
// test is used to test it.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <string_view>

namespace jianghui::net {

class TestClient {
  public:
    explicit TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ =
            ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
    }
    ~TestClient() { ::close(socket_); }
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    /// Whether everything went out.
    bool send(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    void end_sending() const { ::shutdown(socket_, SHUT_WR); }
    /// A small receive buffer, to be a slow reader.
    void shrink_window() const {
        const int size = 4096;
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
    }

    /// Waits for more bytes; false at the end of input or after `wait_ms`.
    bool receive(int wait_ms = 5'000) {
        pollfd waiting{socket_, POLLIN, 0};
        if (::poll(&waiting, 1, wait_ms) <= 0) return false;
        char bytes[16 * 1024];
        const auto got = ::recv(socket_, bytes, sizeof(bytes), 0);
        if (got <= 0) {
            ended_ = true;
            return false;
        }
        received_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }
    /// Whether the server has closed the connection.
    bool ends(int wait_ms = 5'000) {
        while (receive(wait_ms)) {
        }
        return ended_;
    }
    /// Reads until the text has come.
    bool awaits(std::string_view text, int wait_ms = 5'000) {
        while (received_.find(text) == std::string::npos)
            if (!receive(wait_ms)) return false;
        return true;
    }
    /// One reply with Content-Length (head and body), taken out of what was received.
    std::string reply() {
        for (;;) {
            const auto end = received_.find("\r\n\r\n");
            if (end != std::string::npos) {
                std::size_t length = 0;
                const auto at = received_.find("content-length: ");
                if (at != std::string::npos && at < end)
                    length = std::strtoul(received_.c_str() + at + 16, nullptr, 10);
                if (received_.size() >= end + 4 + length) {
                    std::string one = received_.substr(0, end + 4 + length);
                    received_.erase(0, one.size());
                    return one;
                }
            }
            if (!receive()) return "";
        }
    }
    [[nodiscard]] const std::string& received() const { return received_; }

  private:
    int socket_;
    bool connected_ = false;
    bool ended_ = false;
    std::string received_;
};

}  // namespace jianghui::net
