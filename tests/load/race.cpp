#include "tests/load/race.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>

#include "bench/load/http_client.hpp"

namespace jianghui::load {
namespace {

/// One wish of one client and what it was told.
struct Wish {
    int seats = 0;
    int status = 0;
    std::string share, code, key, body;
    std::int64_t seen = -1;  ///< how many seats were left, as a refusal said
};

/// One order that is raced for.
struct Round {
    std::size_t order = 0;
    std::vector<Wish> wishes;  ///< of each client
};

std::string text_of(const codec::json::object& object, std::string_view name) {
    const auto* found = object.if_contains(name);
    return found != nullptr && found->is_string() ? std::string(found->as_string()) : "";
}

class Race {
  public:
    Race(const Market& market, const RaceOptions& options) : market_(market), options_(options) {
        for (int i = 0; i < options.clients; ++i)
            clients_.push_back(std::make_unique<Connection>(port_of(i)));
        for (const auto port : options.ports)
            auditors_.push_back(std::make_unique<Connection>(port));
    }

    Raced run() {
        const std::size_t end = options_.rounds == 0
                                    ? market_.orders.size()
                                    : options_.first_order + options_.rounds;
        if (end > market_.orders.size()) throw std::runtime_error("the market has fewer orders");
        for (std::size_t from = options_.first_order; from < end && raced_.faults.empty();
             from += options_.group)
            run_group(from, std::min(end, from + options_.group));
        return std::move(raced_);
    }

  private:
    [[nodiscard]] std::uint16_t port_of(int client) const {
        return options_.ports[static_cast<std::size_t>(client) % options_.ports.size()];
    }
    [[nodiscard]] const std::string& agency_of(std::size_t client) const {
        return market_.agencies[client / options_.ports.size() % market_.agencies.size()];
    }

    void run_group(std::size_t from, std::size_t end) {
        std::vector<Round> rounds;
        for (std::size_t order = from; order < end; ++order)
            rounds.push_back({order, std::vector<Wish>(clients_.size())});
        const auto start = std::chrono::steady_clock::now();
        std::atomic<bool> gone{false};
        {
            std::vector<std::jthread> threads;
            for (std::size_t client = 0; client < clients_.size(); ++client)
                threads.emplace_back([&, client] {
                    for (auto& round : rounds)
                        if (!gone && !ask(round, client)) gone = true;
                });
        }
        if (gone) throw std::runtime_error("a server is gone");
        raced_.seconds +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        for (auto& round : rounds) compare(round);
    }

    /// False when there was no answer.
    bool ask(Round& round, std::size_t client) {
        auto& wish = round.wishes[client];
        wish.seats = 1 + static_cast<int>((client * 7 + round.order * 5) % 3);
        wish.key = fmt::format("{}-{}-{}", options_.key_prefix, round.order, client);
        const auto reply = clients_[client]->ask(call_of(round, wish, client));
        if (!reply) return false;
        wish.status = reply->status;
        wish.body = reply->body;
        const auto parsed = codec::parse(reply->body);
        if (!parsed || !parsed->is_object()) return true;
        const auto& said = parsed->as_object();
        wish.share = text_of(said, "id");
        wish.code = text_of(said, "code");
        if (const auto* facts = said.if_contains("facts"); facts != nullptr && facts->is_object())
            if (const auto left = text_of(facts->as_object(), "remaining"); !left.empty())
                wish.seen = std::stoll(left);
        return true;
    }
    [[nodiscard]] Call call_of(const Round& round, const Wish& wish, std::size_t client) const {
        return {"POST", "/orders/" + market_.orders[round.order] + "/shares", agency_of(client),
                wish.key, fmt::format(R"({{"seats":{}}})", wish.seats)};
    }

    codec::json::object get(Connection& server, const std::string& target) {
        const auto reply = server.ask({"GET", target, market_.employer, "", ""});
        if (!reply || reply->status != 200)
            throw std::runtime_error("refused: " + target + " " + (reply ? reply->body : ""));
        return codec::parse(reply->body).value().as_object();
    }

    void fault(const Round& round, const std::string& what) {
        raced_.faults.push_back(fmt::format("order {}: {}", market_.orders[round.order], what));
    }

    /// Every server must say the same of the order, and that what was answered.
    void compare(const Round& round) {
        std::map<std::string, std::int64_t> granted;
        std::int64_t taken = 0;
        for (const auto& wish : round.wishes) {
            ++raced_.answers;
            if (wish.status != 201) continue;
            taken += wish.seats;
            if (!granted.emplace(wish.share, wish.seats).second)
                fault(round, "one share for two keys: " + wish.share);
        }
        const std::int64_t left = market_.headcount - taken;
        if (left < 0) fault(round, fmt::format("oversold by {}", -left));
        for (auto& server : auditors_) {
            const auto order = get(*server, "/orders/" + market_.orders[round.order]);
            if (order.at("remaining").to_number<std::int64_t>() != left ||
                text_of(order, "status") != (left == 0 ? "filled" : "open"))
                fault(round, fmt::format("{} left, but a server says {}", left,
                                         codec::json::serialize(order.at("remaining"))));
            if (shares_of(*server, round) != granted) fault(round, "other shares than were granted");
        }
        for (std::size_t client = 0; client < round.wishes.size(); ++client)
            compare(round, round.wishes[client], client, left);
        ++raced_.rounds;
    }

    /// A grant is the same through the next server; a refusal was true when it was given: nobody
    /// gives seats back here, so what was left only falls.
    void compare(const Round& round, const Wish& wish, std::size_t client, std::int64_t left) {
        if (wish.status == 201) {
            ++raced_.granted;
            if (auditors_.size() < 2) return;
            auto& other = *auditors_[(client + 1) % auditors_.size()];
            const auto again = other.ask(call_of(round, wish, client));
            if (!again) throw std::runtime_error("a server is gone");
            ++raced_.asked_again;
            if (again->status != 201 || again->body != wish.body)
                fault(round, "another answer through another server: " + again->body);
            return;
        }
        ++raced_.refused;
        if (wish.status != 409 || wish.code != "not_enough_seats" || wish.seen < left ||
            wish.seen >= wish.seats)
            fault(round, fmt::format("refused {} of {} seats: {}", wish.seats, left, wish.body));
    }

    std::map<std::string, std::int64_t> shares_of(Connection& server, const Round& round) {
        std::map<std::string, std::int64_t> found;
        const auto page = get(server, "/shares?limit=200&order=" + market_.orders[round.order]);
        for (const auto& item : page.at("items").as_array())
            found[std::string(item.at("id").as_string())] =
                item.at("seats").to_number<std::int64_t>();
        return found;
    }

    const Market& market_;
    const RaceOptions& options_;
    std::vector<std::unique_ptr<Connection>> clients_, auditors_;
    Raced raced_;
};

}  // namespace

Raced race(const Market& market, const RaceOptions& options) {
    return Race(market, options).run();
}

}  // namespace jianghui::load
