// Draws and nominations of the simulated market: modes in which speed does not win.

#include <algorithm>

#include <fmt/format.h>

#include "tests/simulation/draw_again.hpp"
#include "tests/simulation/world.hpp"

namespace jianghui::simulation {
namespace {

struct StatusNow {
    std::string status;
};
BOOST_DESCRIBE_STRUCT(StatusNow, (), (status))
constexpr store::Statement draw_status{"audit.draw_status",
                                       "SELECT status FROM draws WHERE order_id = :id"};

}  // namespace

void World::apply_to_draw() {
    const Known* order = order_by("draw");
    if (order == nullptr) return grab_together();
    if (!applications_.empty() && chance(12)) {
        auto& thinks_better = newest(applications_, 4);
        thinks_better.withdrawn = true;
        send("withdraw_application", {"/applications/" + thinks_better.id + "/withdraw",
                                      agencies_[thinks_better.agency], "{}", ""});
        return;
    }
    Application made;
    made.order = order->id;
    made.agency = pick_agency();
    made.seats = static_cast<std::int64_t>(1 + random_.below(5));
    made.nonce = fmt::format("{:016x}{:016x}", random_.bits(), random_.bits());
    const std::string at_least =
        chance(30) ? fmt::format(R"(,"at_least":{})",
                                 1 + random_.below(static_cast<std::uint64_t>(made.seats)))
                   : "";
    const auto answer =
        send("apply", {"/orders/" + made.order + "/applications", agencies_[made.agency],
                       fmt::format(R"({{"seats":{},"nonce":"{}"{}}})", made.seats, made.nonce, at_least),
                       next_key()});
    if (!answer || answer->status >= 300) return;
    made.id = answer->text("id");
    made.number = answer->number("number");
    applications_.push_back(std::move(made));
}

void World::check_draws() {
    std::erase_if(awaited_, [&](const Awaited& draw) {
        const auto now = auditor_->rows<StatusNow>(
            draw_status, store::arguments("id", OrderId::parse(draw.order.id)->number));
        if (now.empty()) note_broken("a published draw is gone: " + draw.order.id);
        if (now.empty()) return true;
        if (now.front().status == "drawn") check_draw(draw);
        return now.front().status != "open";
    });
}

void World::check_draw(const Awaited& draw) {
    const auto page = any_process().get("/draws/" + draw.order.id, access::Caller{});
    if (page.status != 200)
        return note_broken("the public data of a draw are not public: " + draw.order.id);
    const auto differs = draw_differs(page.body);
    for (const auto& words : differs)
        note_broken(fmt::format("a draw cannot be recomputed: {}: order {}", words, draw.order.id));
    if (page.text("commitment") != draw.commitment)
        note_broken("a draw has another commitment than was published: " + draw.order.id);
    const auto& entrants = page.body.at("entrants").as_array();
    for (const auto& own : applications_) {
        if (own.order != draw.order.id || own.withdrawn) continue;
        const bool there = std::any_of(entrants.begin(), entrants.end(), [&](const codec::json::value& entrant) {
            return entrant.at("number").to_number<std::int64_t>() == own.number &&
                   entrant.at("seats").to_number<std::int64_t>() == own.seats &&
                   std::string(entrant.at("nonce").as_string()) == own.nonce;
        });
        if (!there) note_broken("an applicant does not find itself in the draw: " + own.id);
    }
    ++succeeded_["drawn"];
    if (!entrants.empty()) ++succeeded_["lots"];
    learn_shares(draw.order);
}

void World::name_agency() {
    const Known* order = order_by("direct");
    if (order == nullptr) return grab_together();
    if (!nominations_.empty() && chance(55)) return answer_nomination();
    const std::size_t agency = pick_agency();
    const auto answer =
        send("nominate", {"/orders/" + order->id + "/nominations", employers_[order->employer],
                          fmt::format(R"({{"agency":"{}"}})", agencies_[agency].organisation.text()),
                          ""});
    if (answer && answer->status < 300)
        nominations_.push_back({answer->text("id"), order->id, agency, 0, order->employer});
}

void World::answer_nomination() {
    const auto& asked = newest(nominations_, 3);
    const std::string path = "/nominations/" + asked.id;
    const auto& agency = agencies_[asked.agency];
    if (chance(25))
        return void(send("decline_nomination", {path + "/decline", agency, R"({"reason":"模拟"})", ""}));
    const auto answer = send("take", {path + "/take", agency,
                                      fmt::format(R"({{"seats":{}}})", 1 + random_.below(4)), next_key()});
    if (answer && answer->status < 300) learn_shares(known_order(asked.order));
}

}  // namespace jianghui::simulation
