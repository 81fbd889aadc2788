#include "tests/simulation/planted_bugs.hpp"

#include <algorithm>

namespace jianghui::simulation {
namespace {

constexpr int now_and_then = 5;

/// The whole number of that name, made larger or smaller.
void shift(store::Arguments& arguments, std::string_view name, std::int64_t by) {
    for (auto& [own, value] : arguments)
        if (auto* number = std::get_if<std::int64_t>(&value); number != nullptr && own == name)
            *number += by;
}

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
        case Bug::barred_for_ever: return statement.name == "shares.lower_open_defaults";
        case Bug::forgotten_name: return statement.name == "nominations.end_nomination";
        case Bug::unbilled:
            return statement.name == "statements.insert_line" && ++plan.turns % now_and_then == 0;
        case Bug::lost_approval:
            return statement.name == "journal.append_event" &&
                   says(arguments, "kind", "timesheet.approved");
        default: return false;
    }
}

std::int64_t claims(const FaultPlan& plan, const store::Statement& statement,
                    std::int64_t changed) {
    const bool lies = (plan.bug == Bug::double_booking && statement.name == "seats.reserve_part") ||
                      (plan.bug == Bug::day_twice && statement.name == "timesheets.take_day");
    return lies ? 1 : changed;
}

store::Arguments altered(const FaultPlan& plan, const store::Statement& statement,
                         store::Arguments arguments) {
    if (plan.bug == Bug::forged_draw && statement.name == "draws.end_draw")
        shift(arguments, "position", 1);
    if (plan.bug == Bug::short_by_a_fen && statement.name == "statements.insert_line")
        shift(arguments, "amount_fen", -1);
    return arguments;
}

std::optional<std::string_view> pretends(const FaultPlan& plan, const store::Statement& statement,
                                         std::string_view column) {
    if (plan.bug == Bug::blind_gate && statement.name == "registers.entries_at_gate" &&
        column == "status")
        return "valid";
    return std::nullopt;
}

bool hides(const FaultPlan& plan, const store::Statement& statement) {
    return (plan.bug == Bug::deaf && statement.name == "journal.named_after") ||
           (plan.bug == Bug::paid_unasked && statement.name == "statements.unconfirmed_lines");
}

bool loses_commit(FaultPlan& plan) {
    return plan.bug == Bug::lost_commit && ++plan.turns % (4 * now_and_then) == 0;
}

}  // namespace jianghui::simulation
