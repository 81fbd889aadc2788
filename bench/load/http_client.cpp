#include "bench/load/http_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace jianghui::load {

std::string bytes_of(const Call& call) {
    std::string out;
    out.reserve(256 + call.body.size());
    out.append(call.method).append(" /api/v1").append(call.target);
    out.append(" HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    if (!call.token.empty()) out.append("authorization: Bearer ").append(call.token).append("\r\n");
    if (!call.key.empty()) out.append("idempotency-key: ").append(call.key).append("\r\n");
    if (call.method != "GET") {
        out.append("content-type: application/json\r\ncontent-length: ");
        out.append(std::to_string(call.body.size())).append("\r\n");
    }
    return out.append("\r\n").append(call.body);
}

namespace {

/// The number in the header of either name within the head that ends at `end`; 0 when it is not there.
std::size_t number_in(const std::string& received, std::size_t end, std::string_view name,
                      std::string_view capitals) {
    for (const auto wanted : {name, capitals})
        if (const auto at = received.find(wanted); at != std::string::npos && at < end)
            return std::strtoul(received.c_str() + at + wanted.size(), nullptr, 10);
    return 0;
}

}  // namespace

std::optional<Reply> take_reply(std::string& received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string::npos || end < 12) return std::nullopt;
    const std::size_t length = number_in(received, end, "content-length: ", "Content-Length: ");
    const std::size_t whole = end + 4 + length;
    if (received.size() < whole) return std::nullopt;
    Reply reply{std::atoi(received.c_str() + 9), received.substr(end + 4, length)};
    if (reply.status == 503)
        reply.retry_after_seconds =
            static_cast<int>(number_in(received, end, "retry-after: ", "Retry-After: "));
    received.erase(0, whole);
    return reply;
}

Connection::Connection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // A failure shows at the first request.
    (void)::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address));
    const int on = 1;
    (void)::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

Connection::~Connection() { ::close(socket_); }

std::optional<Reply> Connection::ask(const Call& call) {
    const std::string bytes = bytes_of(call);
    if (::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(bytes.size()))
        return std::nullopt;
    for (;;) {
        if (auto reply = take_reply(received_)) return reply;
        char buffer[64 * 1024];
        const auto got = ::recv(socket_, buffer, sizeof(buffer), 0);
        if (got <= 0) return std::nullopt;
        received_.append(buffer, static_cast<std::size_t>(got));
    }
}

}  // namespace jianghui::load
