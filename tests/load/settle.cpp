#include "tests/load/settle.hpp"

#include <fmt/format.h>

#include <chrono>
#include <map>
#include <set>
#include <stdexcept>
#include <thread>

#include "bench/load/http_client.hpp"

namespace jianghui::load {
namespace {

class Auditor {
  public:
    Auditor(const Market& market, std::uint16_t port) : market_(market), connection_(port) {}

    /// The shares of an order by id, each with its seats.
    std::map<std::string, std::int64_t> shares_of(const std::string& order) {
        std::map<std::string, std::int64_t> found;
        std::string cursor;
        do {
            const auto page = get("/shares?limit=200&order=" + order + cursor);
            for (const auto& item : page.at("items").as_array())
                found[std::string(item.at("id").as_string())] =
                    item.at("seats").to_number<std::int64_t>();
            const auto* next = page.if_contains("next");
            cursor = next != nullptr && next->is_string()
                         ? "&cursor=" + std::string(next->as_string())
                         : "";
        } while (!cursor.empty());
        return found;
    }
    std::int64_t remaining_of(const std::string& order) {
        return get("/orders/" + order).at("remaining").to_number<std::int64_t>();
    }
    /// Who is told `busy` asks again a little later: the server may not have found its database yet.
    Attempt send_again(const Attempt& attempt) {
        Attempt again = send_once(attempt);
        for (int wait = 0; again.code == "busy" && wait < busy_waits_max; ++wait) {
            std::this_thread::sleep_for(busy_wait);
            again = send_once(attempt);
        }
        return again;
    }

  private:
    static constexpr int busy_waits_max = 600;
    static constexpr std::chrono::milliseconds busy_wait{50};

    Attempt send_once(const Attempt& attempt) {
        const auto reply = connection_.ask(
            {"POST", grab_target(market_, attempt),
             market_.agencies[static_cast<std::size_t>(attempt.agency)], attempt.key, grab_body});
        if (!reply) throw std::runtime_error("the server is gone");
        Attempt again = attempt;
        again.code.clear();  // The first answer's.
        read_answer(again, reply->status, reply->body);
        return again;
    }
    codec::json::object get(const std::string& target) {
        const auto reply = connection_.ask({"GET", target, market_.employer, "", ""});
        if (!reply || reply->status != 200)
            throw std::runtime_error("refused: " + target + " " + (reply ? reply->body : ""));
        return codec::parse(reply->body).value().as_object();
    }
    const Market& market_;
    Connection connection_;
};

/// Sends the key again and notes a fault unless it answers as it did, or as it must.
void ask_again(Auditor& auditor, Attempt& attempt, const std::set<std::string>& on_disk,
               Settled& settled) {
    // 503 says that nothing was changed, or (outcome_unknown) that nobody knows.
    const bool heard = attempt.status != 0 && attempt.status != 503;
    const Attempt again = auditor.send_again(attempt);
    if (attempt.status == 201) {
        if (again.share != attempt.share)
            settled.faults.push_back(attempt.key + " is now " + again.share + again.code);
        return;
    }
    if (heard) return;  // A refusal is not kept; the seats may have come back since.
    if (again.status == 201 && auditor.send_again(attempt).share != again.share)
        settled.faults.push_back(attempt.key + " made two shares");
    if (again.status != 201 && again.code != "not_enough_seats")
        settled.faults.push_back(attempt.key + " was answered " + again.code);
    if (attempt.status == 503 && attempt.code != "outcome_unknown" &&
        on_disk.count(again.share) != 0)
        settled.faults.push_back(attempt.key + " was answered 503 and yet kept");
    attempt = again;
    if (again.status != 201) ++settled.refused;
    else ++(on_disk.count(again.share) != 0 ? settled.kept : settled.made);
}

/// The shares of the orders are exactly those that were granted, and the seats add up.
void count_seats(Auditor& auditor, const Market& market, std::size_t first, std::size_t end,
                 const std::set<std::string>& granted, Settled& settled) {
    for (std::size_t i = first; i < end; ++i) {
        const auto& order = market.orders[i];
        std::int64_t seats = auditor.remaining_of(order);
        for (const auto& [share, count] : auditor.shares_of(order)) {
            seats += count;
            ++settled.shares;
            if (granted.count(share) == 0)
                settled.faults.push_back("share " + share + " belongs to no key");
        }
        if (seats != market.headcount)
            settled.faults.push_back(fmt::format("order {}: {} seats of {}", order, seats,
                                                 market.headcount));
    }
    if (settled.shares != static_cast<int>(granted.size()))
        settled.faults.push_back(fmt::format("{} shares for {} grants", settled.shares,
                                             granted.size()));
}

}  // namespace

Settled settle(const Market& market, std::uint16_t port, std::size_t first_order,
               std::size_t order_count, std::vector<Attempt> attempts) {
    Auditor auditor(market, port);
    Settled settled;
    const std::size_t end = std::min(market.orders.size(), first_order + order_count);
    std::set<std::string> on_disk;
    for (std::size_t i = first_order; i < end; ++i)
        for (const auto& [share, seats] : auditor.shares_of(market.orders[i]))
            on_disk.insert(share);
    std::set<std::string> granted;
    for (auto& attempt : attempts) {
        if (attempt.status == 201) ++settled.acknowledged;
        if (attempt.status == 0 || attempt.status == 503) ++settled.unheard;
        if (attempt.status == 201 && on_disk.count(attempt.share) == 0)
            settled.faults.push_back("acknowledged and lost: " + attempt.share);
        ask_again(auditor, attempt, on_disk, settled);
        if (attempt.status == 201 && !granted.insert(attempt.share).second)
            settled.faults.push_back("two keys have share " + attempt.share);
    }
    count_seats(auditor, market, first_order, end, granted, settled);
    return settled;
}

}  // namespace jianghui::load
