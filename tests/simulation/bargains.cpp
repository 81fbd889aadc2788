// Sealed bids and counter-offers of the simulated market.

#include <fmt/format.h>

#include "tests/simulation/world.hpp"

namespace jianghui::simulation {

void World::bargain() {
    if (orders_.empty()) return;
    const Known* quoted = chance(40) ? order_by("quote") : nullptr;
    const auto& order = quoted != nullptr ? *quoted : newest(orders_, 4);
    const auto& agency = agencies_[pick_agency()];
    const std::string path = "/orders/" + order.id;
    const auto mode = first().get(path, agency);
    if (mode.status == 404) note_broken("was acknowledged and is not there: " + order.id);
    if (mode.text("mode") == "quote" && !mode.body.at("open_to_all").as_bool()) {
        send("bid", {path + "/bids", agency,
                     fmt::format(R"({{"fee_fen":{},"seats":{},"nonce":"{:032x}"}})",
                                 random_.below(1000000), 1 + random_.below(5), random_.below(1 << 30)),
                     next_key()});
        return;
    }
    const auto made = send("counter", {path + "/counter-offers", agency,
                                       fmt::format(R"({{"seats":{},"fee_fen":{},"message":"模拟"}})",
                                                   1 + random_.below(5), 1 + random_.below(1000000)),
                                       next_key()});
    if (!made || made->status != 201) return;
    const std::string offer = "/counter-offers/" + made->text("id");
    const auto& employer = employers_[order.employer];
    if (chance(60))
        send("counter_accept", {offer + "/accept", employer, "{}", next_key()});
    else if (chance(50))
        send("counter_decline", {offer + "/decline", employer, R"({"reason":"模拟"})", ""});
    else if (chance(50))
        send("counter_withdraw", {offer + "/withdraw", agency, "{}", ""});
}

}  // namespace jianghui::simulation
