#include "bench/load/storm.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>

#include "bench/load/http_client.hpp"
#include "engine/base/random.hpp"

namespace jianghui::load {
namespace {

using Time = std::chrono::steady_clock;

struct Line {
    std::unique_ptr<Connection> connection;
    std::string received;
    Attempt attempt;
    Time::time_point sent_at;  ///< or should have been, where the pace is given
    Time::time_point due;
    bool waiting = false;
};

class Storm {
  public:
    Storm(const Market& market, const StormOptions& options)
        : market_(market), options_(options), random_(options.seed), wake_(::epoll_create1(0)) {
        order_ = options.first_order;
        end_ = options.order_count == 0
                   ? market.orders.size()
                   : std::min(market.orders.size(), options.first_order + options.order_count);
    }
    ~Storm() { ::close(wake_); }
    Storm(const Storm&) = delete;
    Storm& operator=(const Storm&) = delete;

    StormResult run() {
        open();
        const auto start = Time::now();
        const auto stop = start + seconds(options_.seconds);
        for (std::size_t i = 0; i < lines_.size(); ++i)
            lines_[i].due = start + between_requests() * static_cast<int>(i);
        for (;;) {
            const auto next = send_due(stop);
            if (result_.broken || (waiting_ == 0 && next == Time::time_point::max())) break;
            if (!receive_some(std::min(next, Time::now() + std::chrono::seconds(10)))) break;
        }
        if (waiting_ > 0) result_.broken = true;
        for (auto& line : lines_)  // The unheard ones.
            if (line.waiting && !options_.reads) result_.attempts.push_back(line.attempt);
        finish(start);
        return std::move(result_);
    }

  private:
    static Time::duration seconds(double count) {
        return std::chrono::duration_cast<Time::duration>(std::chrono::duration<double>(count));
    }
    [[nodiscard]] Time::duration between_requests() const {
        return options_.per_second > 0 ? seconds(1 / options_.per_second) : Time::duration::zero();
    }

    /// How long who was told 503 keeps quiet.
    [[nodiscard]] Time::duration pause(const Reply& told) {
        const double longest = std::min<double>(told.retry_after_seconds, options_.busy_wait_max);
        return seconds(longest * (1 - static_cast<double>(random_.below(501)) / 1000));
    }

    /// Sends on every line whose turn it is; when the next one's is, at the latest never.
    Time::time_point send_due(Time::time_point stop) {
        auto next = Time::time_point::max();
        const auto now = Time::now();
        for (auto& line : lines_) {
            if (line.waiting || now >= stop || line.due >= stop || order_ >= end_) continue;
            if (line.due > now) {
                next = std::min(next, line.due);
                continue;
            }
            const auto due = options_.per_second > 0 ? line.due : now;
            send(line);
            // Who waits for a late answer waits from when it should have asked.
            line.sent_at = due;
            line.due = due + between_requests() * options_.connections;
        }
        return next;
    }
    /// Takes what comes until `until`; false when nothing did though something was awaited.
    bool receive_some(Time::time_point until) {
        epoll_event events[64];
        const auto left = std::max(Time::duration::zero(), until - Time::now());
        const auto whole = std::chrono::duration_cast<std::chrono::seconds>(left);
        const std::chrono::nanoseconds rest = left - whole;
        const timespec wait{whole.count(), rest.count()};
        const int count = ::epoll_pwait2(wake_, events, 64, &wait, nullptr);
        for (int i = 0; i < count && !result_.broken; ++i)
            (void)receive(lines_[events[i].data.u32]);
        // Ten seconds without any answer: the server hangs.
        return !result_.broken && (count > 0 || left < std::chrono::seconds(9));
    }

    void open() {
        lines_.resize(static_cast<std::size_t>(options_.connections));
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            lines_[i].connection = std::make_unique<Connection>(options_.port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u32 = static_cast<std::uint32_t>(i);
            (void)::epoll_ctl(wake_, EPOLL_CTL_ADD, lines_[i].connection->socket(), &event);
        }
    }

    void send(Line& line) {
        const auto number = static_cast<std::size_t>(sent_++);
        line.attempt = {};
        line.attempt.order = static_cast<int>(
            options_.pick != Pick::spread
                ? order_
                : options_.first_order + number % (end_ - options_.first_order));
        const auto agency = number % market_.agencies.size();
        line.attempt.agency = static_cast<int>(agency);
        line.waiting = true;
        ++waiting_;
        std::string bytes;
        if (options_.reads) {
            const auto at = static_cast<std::size_t>(line.attempt.order);
            bytes = options_.path.empty()
                        ? bytes_of({"GET", "/orders/" + market_.orders[at], "", "", ""})
                        : fmt::format("GET {} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n", options_.path);
        } else {
            line.attempt.key = fmt::format("{}-{}", options_.key_prefix, number);
            bytes = bytes_of({"POST", grab_target(market_, line.attempt),
                              market_.agencies[agency], line.attempt.key, grab_body});
        }
        if (::send(line.connection->socket(), bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(bytes.size()))
            result_.broken = true;
    }

    /// Whether the whole answer came.
    bool receive(Line& line) {
        char buffer[16 * 1024];
        const auto got = ::recv(line.connection->socket(), buffer, sizeof(buffer), 0);
        if (got <= 0) {
            result_.broken = true;
            return false;
        }
        line.received.append(buffer, static_cast<std::size_t>(got));
        const auto reply = take_reply(line.received);
        if (!reply) return false;
        line.waiting = false;
        --waiting_;
        took_us_.push_back(static_cast<std::uint32_t>(
            std::chrono::duration_cast<std::chrono::microseconds>(Time::now() - line.sent_at)
                .count()));
        ++(reply->status < 300 ? result_.good : result_.refused);
        if (reply->status == 503) line.due = std::max(line.due, Time::now() + pause(*reply));
        if (options_.reads) return true;
        read_answer(line.attempt, reply->status, reply->body);
        const auto wanted = static_cast<std::size_t>(line.attempt.order);
        if (options_.pick == Pick::hot && line.attempt.code == "not_enough_seats" &&
            order_ == wanted)
            ++order_;
        result_.attempts.push_back(std::move(line.attempt));
        return true;
    }

    void finish(Time::time_point start) {
        result_.seconds = std::chrono::duration<double>(Time::now() - start).count();
        if (took_us_.empty()) return;
        std::sort(took_us_.begin(), took_us_.end());
        result_.p50_ms = took_us_[took_us_.size() / 2] / 1000.0;
        result_.p99_ms = took_us_[took_us_.size() * 99 / 100] / 1000.0;
    }

    const Market& market_;
    const StormOptions& options_;
    Random random_;
    int wake_;
    std::vector<Line> lines_;
    std::vector<std::uint32_t> took_us_;
    StormResult result_;
    std::size_t order_ = 0;  ///< the hot one
    std::size_t end_ = 0;
    std::int64_t sent_ = 0;
    int waiting_ = 0;
};

/// The text of a member of a flat JSON object; "" when it is not there. Quicker than a parser,
/// which would take the processor from the server that is measured.
std::string member(const std::string& body, std::string_view name) {
    const auto start = fmt::format("\"{}\":\"", name);
    const auto at = body.find(start);
    if (at == std::string::npos) return "";
    const auto from = at + start.size();
    return body.substr(from, body.find('"', from) - from);
}

}  // namespace

void read_answer(Attempt& attempt, int status, const std::string& body) {
    attempt.status = status;
    if (status == 201) attempt.share = member(body, "id");
    else attempt.code = member(body, "code");
}

std::string grab_target(const Market& market, const Attempt& attempt) {
    return "/orders/" + market.orders[static_cast<std::size_t>(attempt.order)] + "/shares";
}

StormResult storm(const Market& market, const StormOptions& options) {
    return Storm(market, options).run();
}

}  // namespace jianghui::load
