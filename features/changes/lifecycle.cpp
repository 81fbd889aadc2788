// What makes, answers and ends the question that a change puts to a share.

#include "features/changes/api.hpp"
#include "features/changes/endpoints.hpp"
#include "features/changes/events.hpp"
#include "features/changes/queries.hpp"
#include "features/changes/rules.hpp"
#include "features/codes/api.hpp"

namespace jianghui::changes {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const AnswerRow& row) {
    command.record(kind, {row.city, "order", row.order_id.number, row.agency, row.employer, {}},
                   AnswerChange{row.order_id, row.share_id, row.version, row.status,
                                row.given_back});
}

const journal::EventKind& event_of(AnswerStatus status) {
    switch (status) {
        case AnswerStatus::standing: return change_asked;
        case AnswerStatus::accepted: return change_accepted;
        case AnswerStatus::declined: return change_declined;
        case AnswerStatus::run_out: return change_run_out;
        case AnswerStatus::overtaken: return change_overtaken;
        case AnswerStatus::voided: return change_voided;
    }
    return change_asked;
}

/// Ends it, once, and says so.
Result<Done> end(app::Command& command, AnswerRow& row, AnswerStatus status) {
    row.status = status;
    row.changed_at = command.now;
    if (command.db.execute(sql::end_answer, store::members(row)) != 1) return refuse(answer_over);
    record(command, event_of(status), row);
    return Done{};
}

/// The share keeps its terms: what is empty goes back, nobody blamed.
Result<Done> keep_terms(app::Command& command, AnswerRow& row, const shares::ShareRow& share,
                        AnswerStatus status) {
    row.given_back = share.seats - share.staffed;
    (void)shares::give_up_empty(command, share,
                                status == AnswerStatus::declined ? "change_declined"
                                                                 : "change_run_out");
    return end(command, row, status);
}

/// Puts the new version to the agency of a live share.
void ask(app::Command& command, const orders::Revision& revision, const shares::ShareRow& share,
         Instant until) {
    AnswerRow row;
    row.id = command.next_id<AnswerId>();
    row.city = share.city;
    row.order_id = share.order_id;
    row.version = revision.after.version;
    row.share_id = share.id;
    row.employer = share.employer;
    row.agency = share.agency;
    row.from_version = share.order_version;
    row.answer_until_at = until;
    row.created_at = command.now;
    row.changed_at = command.now;
    command.db.execute(sql::insert_answer, store::members(row));
    record(command, change_asked, row);
}

/// What the change means for every live share; how many are asked.
Result<int> tell_holders(app::Command& command, const orders::Revision& revision, Instant until) {
    const bool concerns = concerns_holders(revision.differs);
    int asked = 0;
    for (const auto& share : shares::live_of_order(command.db, revision.after.id)) {
        // Made by this change, of its own seats, for who stood by: it has the new terms.
        if (share.order_version == revision.after.version) continue;
        auto standing = command.db.one<AnswerRow>(
            sql::standing_answer, store::arguments("city", share.city, "share", share.id));
        const auto effect = effect_on(concerns, share.order_version == revision.before.version,
                                      standing.has_value());
        if (effect == Effect::stays) continue;
        if (effect == Effect::follows) {
            (void)shares::move_to_version(command, share, revision.after.version);
            continue;
        }
        const Instant until_when = effect == Effect::asks_on ? standing->answer_until_at : until;
        // The hold stands still while the agency may answer: it cannot staff what it does not know.
        shares::prolong_hold(command, share,
                             until_when - (standing ? standing->answer_until_at : command.now));
        if (standing) TRY_DO(end(command, *standing, AnswerStatus::overtaken));
        ask(command, revision, share, until_when);
        ++asked;
    }
    return asked;
}

/// The caller's own answer, still to be given, and its share.
Result<std::pair<AnswerRow, shares::ShareRow>> find_asked(app::Command& command, AnswerId id) {
    auto row = command.db.one<AnswerRow>(sql::find_answer, store::arguments("answer", id));
    if (!row || row->agency != command.caller.organisation) return refuse(not_found);
    TRY_DO(may_answer(*row, command.now));
    auto share = shares::find(command.db, row->share_id);
    ASSERT(share.has_value());
    if (!shares::is_live(share->status)) return refuse(answer_over);
    return std::pair(std::move(*row), std::move(*share));
}

}  // namespace

Result<ChangeView> change(app::Command& command, const orders::ReviseOrder& wanted) {
    TRY(const auto order, orders::find_own(command.db, command.caller, wanted.order));
    TRY(const auto revision, orders::revise(command, order, wanted));
    const auto hours = command.services.get<codes::Tables>().parameter_or(
        "change_answer_hours", date_of(command.now), 48);
    const Instant until = command.now + std::chrono::hours(hours);
    ChangeView view;
    TRY(view.asked, tell_holders(command, revision, until));
    view.version = revision.after.version;
    view.changes =
        term_changes(orders::terms_of(revision.before), orders::terms_of(revision.after));
    if (view.asked > 0) view.answer_until_at = until;
    view.order = orders::view(command.db, command.services, revision.after);
    return view;
}

Result<AnswerView> accept(app::Command& command, const FindAnswer& input) {
    TRY(auto asked, find_asked(command, input.answer));
    auto& [row, share] = asked;
    (void)shares::move_to_version(command, share, row.version);
    TRY_DO(end(command, row, AnswerStatus::accepted));
    return shown(command.db, row);
}

Result<AnswerView> decline(app::Command& command, const Decline& input) {
    TRY(auto asked, find_asked(command, input.answer));
    auto& [row, share] = asked;
    if (input.reason) row.reason = input.reason->text;
    TRY_DO(keep_terms(command, row, share, AnswerStatus::declined));
    return shown(command.db, row);
}

Result<bool> run_out_due(app::Command& command) {
    auto due = command.db.all<AnswerRow>(sql::due_answers, store::arguments("now", command.now));
    for (auto& row : due) {
        const auto share = shares::find(command.db, row.share_id);
        ASSERT(share.has_value());
        if (shares::is_live(share->status)) {
            TRY_DO(keep_terms(command, row, *share, AnswerStatus::run_out));
        } else {
            TRY_DO(end(command, row, AnswerStatus::voided));
        }
    }
    return due.size() == 100;
}

}  // namespace jianghui::changes
