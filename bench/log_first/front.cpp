#include "bench/log_first/front.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>

#include "bench/log_first/keys.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::log_first {
namespace {

constexpr std::string_view token_prefix = "agency-";

/// The body of a grab, read by the same described form as the product's.
struct Wish {
    Integer<1, 10000> seats;
    std::optional<Integer<1, 1000000>> order_version;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (seats, order_version))

struct Request {
    std::string_view target, token, key, body;
    std::size_t size = 0;
};

std::string_view header_of(std::string_view head, std::string_view name) {
    const auto at = head.find(name);
    if (at == std::string_view::npos) return {};
    const auto from = at + name.size();
    return head.substr(from, head.find('\r', from) - from);
}

std::int64_t number_of(std::string_view text) {
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// The first whole request, or nothing yet.
std::optional<Request> first_request(std::string_view received) {
    const auto end = received.find("\r\n\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const auto head = received.substr(0, end + 2);
    const auto length = static_cast<std::size_t>(
        std::max<std::int64_t>(0, number_of(header_of(head, "\r\ncontent-length: "))));
    if (received.size() < end + 4 + length) return std::nullopt;
    const auto space = head.find(' ');
    Request request;
    request.target = head.substr(space + 1, head.find(' ', space + 1) - space - 1);
    request.token = header_of(head, "\r\nauthorization: Bearer ");
    request.key = header_of(head, "\r\nidempotency-key: ");
    request.body = received.substr(end + 4, length);
    request.size = end + 4 + length;
    return request;
}

/// "/api/v1/orders/17/shares" → 17; −1 for anything else.
std::int64_t order_of(std::string_view target) {
    constexpr std::string_view before = "/api/v1/orders/";
    return target.starts_with(before) ? number_of(target.substr(before.size())) : -1;
}

struct Line {
    int socket = -1;
    std::string received, answers;
    ~Line() { ::close(socket); }
};

void add_answer(std::string& to, int status, std::string_view body) {
    to += status == 201 ? "HTTP/1.1 201 Created\r\n" : "HTTP/1.1 409 Conflict\r\n";
    to += "content-type: application/json\r\ncontent-length: ";
    to += std::to_string(body.size());
    to += "\r\n\r\n";
    to += body;
}

std::string granted_body(std::int64_t share, const Grab& grab) {
    return fmt::format(R"({{"id":"{}","order":{{"id":"{}"}},"agency":{{"id":"{}"}},"seats":{},)"
                       R"("staffed":0,"status":"held","created_at":{}}})",
                       share, grab.order, grab.agency, grab.seats, grab.at_ms);
}

class Front {
  public:
    Front(Market& market, CommandLog& log, const FrontOptions& options)
        : market_(market), log_(log), options_(options), wake_(::epoll_create1(0)) {}

    std::uint16_t listen() {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* plain = reinterpret_cast<sockaddr*>(&address);
        if (::bind(listener_, plain, size) != 0 || ::listen(listener_, 1024) != 0 ||
            ::getsockname(listener_, plain, &size) != 0)
            throw std::runtime_error("cannot listen");
        watch(listener_);
        return ntohs(address.sin_port);
    }

    void run() {
        for (;;) {
            epoll_event events[256];
            const int count = ::epoll_wait(wake_, events, 256, -1);
            for (int i = 0; i < count; ++i)
                events[i].data.fd == listener_ ? accept() : receive(events[i].data.fd);
            log_.commit();
            answer();
        }
    }

  private:
    void watch(int socket) {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = socket;
        (void)::epoll_ctl(wake_, EPOLL_CTL_ADD, socket, &event);
    }
    void accept() {
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0) return;
        const int on = 1;
        (void)::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
        auto line = std::make_unique<Line>();
        line->socket = socket;
        lines_[socket] = std::move(line);
        watch(socket);
    }
    void receive(int socket) {
        auto& line = *lines_.at(socket);
        char buffer[16 * 1024];
        const auto got = ::recv(socket, buffer, sizeof(buffer), MSG_DONTWAIT);
        if (got <= 0) {
            lines_.erase(socket);
            return;
        }
        line.received.append(buffer, static_cast<std::size_t>(got));
        while (const auto request = first_request(line.received)) {
            take(line, *request);
            line.received.erase(0, request->size);
        }
        if (!line.answers.empty()) waiting_.push_back(socket);
    }
    void take(Line& line, const Request& request) {
        if (options_.echo) return add_answer(line.answers, 201, granted_body(1'000'000, {}));
        const auto wish = codec::decode<Wish>(request.body);
        if (!wish || !request.token.starts_with(token_prefix) || request.key.empty())
            return add_answer(line.answers, 409, R"({"code":"malformed"})");
        auto grab = keyed(request.token, request.key);
        grab.order = order_of(request.target);
        grab.agency = number_of(request.token.substr(token_prefix.size()));
        grab.account = grab.agency;
        grab.at_ms = now_ms();
        grab.seats = static_cast<std::int32_t>(wish->seats.value);
        if (wish->order_version)
            grab.order_version = static_cast<std::int32_t>(wish->order_version->value);
        const auto answer = market_.decide(grab, log_.length() + 1);
        if (answer.share == 0)
            return add_answer(line.answers, 409, fmt::format(R"({{"code":"{}"}})", answer.code));
        if (!answer.repeated) log_.append(grab);
        add_answer(line.answers, 201, granted_body(answer.share, grab));
    }
    /// After the commit only.
    void answer() {
        for (const int socket : waiting_) {
            const auto found = lines_.find(socket);
            if (found == lines_.end()) continue;
            auto& bytes = found->second->answers;
            // A client that does not read 64 waiting answers is not this bench's: it is hung up on.
            const bool sent = ::send(socket, bytes.data(), bytes.size(),
                                     MSG_NOSIGNAL | MSG_DONTWAIT) == static_cast<ssize_t>(bytes.size());
            bytes.clear();
            if (!sent) lines_.erase(found);
        }
        waiting_.clear();
    }

    Market& market_;
    CommandLog& log_;
    FrontOptions options_;
    int wake_;
    int listener_ = -1;
    std::map<int, std::unique_ptr<Line>> lines_;
    std::vector<int> waiting_;
};

}  // namespace

std::string agency_token(std::int64_t agency) { return fmt::format("{}{}", token_prefix, agency); }
std::string order_text(std::int64_t order) { return std::to_string(order); }

void serve(Market& market, CommandLog& log, const FrontOptions& options,
           const std::function<void(std::uint16_t)>& listening) {
    Front front(market, log, options);
    listening(front.listen());
    front.run();
}

}  // namespace jianghui::log_first
