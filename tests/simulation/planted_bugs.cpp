#include "tests/simulation/planted_bugs.hpp"

#include <algorithm>

namespace jianghui::simulation {
namespace {

constexpr int now_and_then = 5;

bool says(const store::Arguments& arguments, std::string_view name, std::string_view text) {
    return std::any_of(arguments.begin(), arguments.end(), [&](const auto& argument) {
        const auto* value = std::get_if<std::string>(&argument.second);
        return argument.first == name && value != nullptr && *value == text;
    });
}

}  // namespace

bool swallows(FaultPlan& plan, const store::Statement& statement,
              const store::Arguments& arguments) {
    switch (plan.bug) {
        case Bug::oversell:
            return statement.name == "orders.take_some_seats" && ++plan.turns % now_and_then == 0;
        case Bug::lost_event:
            return statement.name == "journal.append_event" &&
                   says(arguments, "kind", "seat.accepted");
        case Bug::forgotten_key: return statement.name == "app.insert_outcome";
        default: return false;
    }
}

std::int64_t claims(const FaultPlan& plan, const store::Statement& statement,
                    std::int64_t changed) {
    return plan.bug == Bug::double_booking && statement.name == "seats.reserve_part" ? 1 : changed;
}

bool hides(const FaultPlan& plan, const store::Statement& statement) {
    return plan.bug == Bug::deaf && statement.name == "journal.named_after";
}

bool loses_commit(FaultPlan& plan) {
    return plan.bug == Bug::lost_commit && ++plan.turns % (4 * now_and_then) == 0;
}

}  // namespace jianghui::simulation
