#include "features/engagements/lifecycle.hpp"

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/engagements/api.hpp"
#include "features/engagements/events.hpp"
#include "features/engagements/queries.hpp"
#include "features/engagements/store.hpp"

namespace jianghui::engagements {
namespace {

app::Command::About about(const EngagementRow& engagement) {
    return {engagement.city,      "engagement",
            engagement.id.number, engagement.buyer.value_or(OrganisationId{}),
            engagement.provider,  {}};
}

void tell(app::Command& command, const journal::EventKind& kind, const EngagementRow& engagement,
          std::optional<Side> side = std::nullopt) {
    command.record(kind, about(engagement),
                   EngagementFacts{engagement.source, engagement.source_id, engagement.status,
                                   engagement.price_fen, side});
}

void tell(app::Command& command, const journal::EventKind& kind, const EngagementRow& engagement,
          const StepRow& step) {
    command.record(kind, about(engagement),
                   StepFacts{engagement.source, step.number, step.status, step.amount_fen,
                             step.act_by_on, step.late_level});
}

const journal::EventKind& event_of(StepAct act) {
    switch (act) {
        case StepAct::start:
            return step_started;
        case StepAct::deliver:
            return step_delivered;
        case StepAct::accept:
            return step_accepted;
        case StepAct::send_back:
            return step_returned;
        case StepAct::pay:
            return step_paid;
        case StepAct::confirm:
            break;
    }
    return step_confirmed;
}

ActDays act_days(const app::Command& command) {
    const auto read = [&](std::string_view code, int otherwise) {
        return parameter(command.services, command.now, code, otherwise);
    };
    return {read("engagement_accept_days", 10), read("engagement_pay_days", 30),
            read("engagement_confirm_days", 7)};
}

/// What the act leaves in the step beside its status.
Result<Done> note_down(app::Command& command, StepRow& step, StepAct act, const ActData& data) {
    switch (act) {
        case StepAct::deliver:
            step.note = data.note;
            step.delivered_at = command.now;
            break;
        case StepAct::send_back:
            step.return_reason = data.reason;
            ++step.returns;
            break;
        case StepAct::accept:
            step.accepted_at = command.now;
            break;
        case StepAct::pay:
            if (*data.paid_on > date_of(command.now) || *data.paid_on < date_of(*step.accepted_at))
                return refuse(error(step_day_wrong).at("/paid_on"));
            step.paid_reference = data.reference;
            step.paid_on = data.paid_on;
            break;
        case StepAct::confirm:
            step.confirmed_at = command.now;
            break;
        case StepAct::start:
            break;
    }
    return Done{};
}

/// Writes the step's move with its amount and event.
Result<Done> move(app::Command& command, EngagementRow& engagement, const StepRow& before,
                  StepRow step, const journal::EventKind& kind) {
    step.late_level = LateLevel::none;
    step.act_by_on = act_by(step.status, step.due_on, date_of(command.now), act_days(command));
    step.changed_at = command.now;
    if (!update(command.db, before, step)) return refuse(step_status_conflict);
    move_amount(engagement, before.status, step.status, step.amount_fen);
    tell(command, kind, engagement, step);
    return Done{};
}

}  // namespace

int parameter(const app::Services& services, Instant now, std::string_view code, int otherwise) {
    return static_cast<int>(
        services.get<codes::Tables>().parameter_or(code, date_of(now), otherwise));
}

Instant rate_until(const app::Services& services, const EngagementRow& engagement) {
    const Instant ended = engagement.ended_at.value_or(engagement.created_at);
    return ended +
           std::chrono::hours(24) * parameter(services, ended, "engagement_rating_days", 30);
}

Result<EngagementRow> create(app::Command& command, const NewEngagement& wanted) {
    TRY_DO(adds_up(wanted.steps, wanted.price));
    EngagementRow row;
    row.id = command.next_id<EngagementId>();
    row.city = city_of(wanted.place);
    row.place = wanted.place;
    row.source = wanted.source;
    row.source_id = wanted.source_id;
    row.buyer = wanted.buyer;
    row.provider = wanted.provider;
    row.title = wanted.title;
    row.price_fen = wanted.price;
    row.open_fen = wanted.price;
    row.created_at = command.now;
    row.changed_at = command.now;
    insert(command.db, row);
    int number = 0;
    for (const auto& planned : wanted.steps) {
        StepRow step;
        step.id = command.next_id<StepId>();
        step.city = row.city;
        step.engagement_id = row.id;
        step.number = ++number;
        step.title = planned.title;
        step.amount_fen = planned.amount;
        step.due_on = planned.due_on;
        step.act_by_on = planned.due_on;
        step.changed_at = command.now;
        insert(command.db, step);
    }
    tell(command, engagement_created, row);
    return row;
}

Result<EngagementRow> act_on(app::Command& command, const EngagementRow& engagement, int number,
                             StepAct act, const ActData& data) {
    const auto steps = steps_of(command.db, engagement.id);
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepRow& step) { return step.number == number; });
    if (found == steps.end()) return refuse(not_found);
    const bool delivery = act == StepAct::start || act == StepAct::deliver;
    if (delivery && engagement.status != EngagementStatus::running) return refuse(engagement_over);
    TRY(const StepStatus reached, after(found->status, act));
    if (delivery && !std::all_of(steps.begin(), found,
                                 [](const StepRow& step) { return was_delivered(step.status); }))
        return refuse(step_out_of_turn);
    StepRow step = *found;
    step.status = reached;
    TRY_DO(note_down(command, step, act, data));
    const bool back_too_late =
        act == StepAct::send_back && engagement.status != EngagementStatus::running;
    if (back_too_late) step.status = StepStatus::dropped;  // Nobody will deliver it again.
    EngagementRow now = engagement;
    TRY_DO(move(command, now, *found, step, back_too_late ? step_dropped : event_of(act)));
    now.changed_at = command.now;
    const bool all = now.status == EngagementStatus::running &&
                     now.confirmed_fen == now.price_fen &&
                     std::all_of(steps.begin(), steps.end(), [&](const StepRow& other) {
                         return other.number == number || other.status == StepStatus::confirmed;
                     });
    if (all) {
        now.status = EngagementStatus::completed;
        now.ended_at = command.now;
    }
    if (!update(command.db, engagement, now)) return refuse(step_status_conflict);
    if (all) tell(command, engagement_completed, now);
    return now;
}

Result<EngagementRow> end_early(app::Command& command, const EngagementRow& engagement, Side side,
                                const std::string& reason) {
    if (engagement.status != EngagementStatus::running) return refuse(engagement_over);
    const auto steps = steps_of(command.db, engagement.id);
    const auto waits = [](const StepRow& step) { return step.status == StepStatus::delivered; };
    if (side == Side::buyer && std::any_of(steps.begin(), steps.end(), waits))
        return refuse(delivery_waits);
    EngagementRow now = engagement;
    for (const auto& step : steps) {
        if (was_delivered(step.status)) continue;
        StepRow dropped = step;
        dropped.status = StepStatus::dropped;
        TRY_DO(move(command, now, step, dropped, step_dropped));
    }
    now.status = EngagementStatus::ended_early;
    now.ended_by = side;
    now.end_reason = reason;
    now.ended_at = command.now;
    now.changed_at = command.now;
    if (!update(command.db, engagement, now)) return refuse(engagement_over);
    tell(command, engagement_ended, now, side);
    return now;
}

Result<Done> rate(app::Command& command, const EngagementRow& engagement, Side side, int stars,
                  const std::string& comment) {
    if (engagement.status == EngagementStatus::running) return refuse(engagement_not_ended);
    const auto given = ratings_of(command.db, engagement.id);
    for (const auto& rating : given)
        if (rating.side == side) return refuse(rating_given);
    const Instant until = rate_until(command.services, engagement);
    if (command.now >= until) return refuse(rating_window_over);
    RatingRow row;
    row.city = engagement.city;
    row.engagement_id = engagement.id;
    row.side = side;
    row.rated = side == Side::buyer ? std::optional(engagement.provider) : engagement.buyer;
    row.stars = stars;
    row.comment = comment;
    row.account = command.caller.account;
    row.rated_at = command.now;
    row.opens_at = given.empty() ? until : command.now;
    insert(command.db, row);
    if (!given.empty()) open_ratings(command.db, engagement.id, command.now);
    command.record(engagement_rated, about(engagement), RatedFacts{side, stars});
    return Done{};
}

Result<bool> warn_overdue(app::Command& command) {
    const auto read = [&](std::string_view code, int otherwise) {
        return parameter(command.services, command.now, code, otherwise);
    };
    const LateDays days{read("engagement_yellow_days", 1), read("engagement_orange_days", 7),
                        read("engagement_red_days", 15)};
    const Date today = date_of(command.now);
    const auto due = command.db.all<StepRow>(
        sql::late_steps,
        store::arguments("yellow", add_days(today, -days.yellow), "orange",
                         add_days(today, -days.orange), "red", add_days(today, -days.red)));
    for (const auto& before : due) {
        StepRow step = before;
        step.late_level = level_on(*step.act_by_on, today, days);
        const auto engagement = find(command.db, step.engagement_id);
        if (engagement && update(command.db, before, step))
            tell(command, step_overdue, *engagement, step);
    }
    return due.size() == 100;
}

}  // namespace jianghui::engagements
