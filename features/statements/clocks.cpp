#include "features/statements/clocks.hpp"

#include "features/statements/facts.hpp"
#include "features/statements/queries.hpp"
#include "features/statements/rules.hpp"
#include "features/statements/store.hpp"

namespace jianghui::statements {
namespace {

struct DueShare {
    ShareId share;
};
BOOST_DESCRIBE_STRUCT(DueShare, (), (share))

struct DueOrder {
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(DueOrder, (), (order_id))

constexpr std::size_t at_once = 100;

OverdueDays overdue_days(const app::Command& command) {
    return {parameter(command, "overdue_yellow_days", 1),
            parameter(command, "overdue_orange_days", 7),
            parameter(command, "overdue_red_days", 15)};
}

}  // namespace

Result<bool> warn_overdue(app::Command& command) {
    const Date today = date_of(command.now);
    const OverdueDays days = overdue_days(command);
    const auto due = command.db.all<StatementRow>(
        sql::due_warnings,
        store::arguments("yellow", add_days(today, -days.yellow), "orange",
                         add_days(today, -days.orange), "red", add_days(today, -days.red)));
    for (const auto& before : due) {
        StatementRow after = before;
        after.overdue_level = level_on(before.due_on, today, days);
        if (update(command.db, before, after)) tell(command, statement_overdue, after);
    }
    return due.size() == at_once;
}

Result<bool> settle_shares(app::Command& command) {
    const Date latest = add_days(date_of(command.now), -parameter(command, "settle_days", 30));
    const auto due =
        command.db.all<DueShare>(sql::due_settlements, store::arguments("latest", latest));
    for (const auto& row : due) (void)shares::settle(command, *shares::find(command.db, row.share));
    return due.size() == at_once;
}

Result<bool> close_orders(app::Command& command) {
    const auto due = command.db.all<DueOrder>(sql::due_closings);
    for (const auto& row : due)
        TRY_DO(orders::move(command, *orders::find(command.db, row.order_id), orders::Act::close));
    return due.size() == at_once;
}

}  // namespace jianghui::statements
