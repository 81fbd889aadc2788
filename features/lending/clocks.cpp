// The clocks of shared staff. Each changes only what is due, at most 100 a run, so that it fires once.

#include "features/lending/api.hpp"
#include "features/lending/endpoints.hpp"
#include "features/lending/events.hpp"
#include "features/lending/queries.hpp"
#include "features/lending/record.hpp"
#include "features/lending/store.hpp"

namespace jianghui::lending {
namespace {

constexpr std::size_t at_once = 100;  // the LIMIT of the due_* statements

statements::OverdueDays overdue_days(const app::Command& command) {
    return {parameter(command, "overdue_yellow_days", 1),
            parameter(command, "overdue_orange_days", 7),
            parameter(command, "overdue_red_days", 15)};
}

}  // namespace

Result<bool> expire_posts(app::Command& command) {
    const auto due = command.db.all<PostRow>(
        sql::due_posts, store::arguments("today", date_of(command.now)));
    for (const auto& row : due)
        if (end(command.db, row.id, PostStatus::expired, command.now))
            record(command, post_changed, *find_post(command.db, row.id));
    return due.size() == at_once;
}

Result<bool> lapse_proposals(app::Command& command) {
    const auto due = command.db.all<ProposalRow>(sql::due_proposals,
                                                 store::arguments("now", command.now));
    for (const auto& row : due) TRY_DO(end(command, row, ProposalStatus::lapsed, "clock"));
    return due.size() == at_once;
}

Result<bool> lapse_agreements(app::Command& command) {
    const auto due = command.db.all<AgreementRow>(sql::due_signings,
                                                  store::arguments("now", command.now));
    for (const auto& row : due) TRY_DO(drop(command, row, AgreementStatus::lapsed, "clock"));
    return due.size() == at_once;
}

Result<bool> end_agreements(app::Command& command) {
    const auto due = command.db.all<AgreementRow>(
        sql::due_agreement_ends, store::arguments("today", date_of(command.now)));
    for (const auto& row : due) TRY_DO(finish(command, row, std::nullopt, "completed"));
    return due.size() == at_once;
}

Result<bool> warn_overdue(app::Command& command) {
    const Date today = date_of(command.now);
    const auto days = overdue_days(command);
    const auto due = command.db.all<SettlementRow>(
        sql::due_overdue,
        store::arguments("yellow", add_days(today, -days.yellow), "orange",
                         add_days(today, -days.orange), "red", add_days(today, -days.red)));
    for (auto row : due) {
        row.overdue_level = statements::level_on(row.due_on, today, days);
        row.changed_at = command.now;
        if (update(command.db, row, SettlementStatus::open))
            record(command, settlement_overdue, row);
    }
    return due.size() == at_once;
}

}  // namespace jianghui::lending
