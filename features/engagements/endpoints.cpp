#include "features/engagements/endpoints.hpp"

#include <algorithm>

#include "engine/app/page.hpp"
#include "features/engagements/api.hpp"
#include "features/engagements/lifecycle.hpp"
#include "features/engagements/queries.hpp"
#include "features/engagements/store.hpp"

namespace jianghui::engagements {
namespace {

/// On which side the caller stands, if on any.
std::optional<Side> side_of_caller(const app::Caller& caller, const EngagementRow& engagement) {
    if (caller.organisation && caller.organisation == engagement.provider) return Side::provider;
    if (engagement.buyer) {
        if (caller.organisation == *engagement.buyer) return Side::buyer;
        return std::nullopt;
    }
    if (caller.acts_in(engagement.place)) return Side::buyer;
    return std::nullopt;
}

/// The engagement when the caller is a party or supervises its place. Fails with not_found.
Result<EngagementRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                   EngagementId id) {
    const auto engagement = find(reader, id);
    if (!engagement ||
        (!side_of_caller(caller, *engagement) && !caller.supervises(engagement->place)))
        return refuse(not_found);
    return *engagement;
}

StepView shown(const StepRow& step, std::optional<Side> side, EngagementStatus status,
               bool in_turn) {
    StepView view{step.number,         step.title,     step.amount_fen,   step.due_on,
                  step.status,         step.act_by_on, step.late_level,   step.note,
                  step.return_reason,  step.returns,   step.delivered_at, step.accepted_at,
                  step.paid_reference, step.paid_on,   step.confirmed_at, {}};
    if (side) view.may = acts_of(*side, step.status, status, in_turn);
    return view;
}

void show_ratings(EngagementView& view, const std::vector<RatingRow>& ratings, Instant until,
                  Instant now) {
    const bool ended = view.status != EngagementStatus::running;
    bool given = false;
    for (const auto& rating : ratings) {
        const bool open = rating.opens_at <= now;
        const bool own = rating.side == view.my_side;
        given = given || own;
        if (open || own)
            view.ratings.push_back(
                {rating.side, rating.stars, rating.comment, rating.rated_at, open});
    }
    if (ended && view.my_side && !given && now < until) view.rate_until_at = until;
}

EngagementView view_for(const store::Reader& reader, const app::Services& services,
                        const app::Caller& caller, Instant now, const EngagementRow& row) {
    EngagementView view;
    view.id = row.id;
    view.source = row.source;
    view.source_id = row.source_id;
    view.place = row.place;
    view.buyer = buyer_view(reader, services, row.buyer, row.place);
    if (auto provider = organisations::find_reference(reader, row.provider))
        view.provider = std::move(*provider);
    view.title = row.title;
    view.price_fen = row.price_fen;
    view.open_fen = row.open_fen;
    view.accepted_fen = row.accepted_fen;
    view.paid_fen = row.paid_fen;
    view.confirmed_fen = row.confirmed_fen;
    view.dropped_fen = row.dropped_fen;
    view.status = row.status;
    view.my_side = side_of_caller(caller, row);
    bool in_turn = true, delivered_waits = false;
    for (const auto& step : steps_of(reader, row.id)) {
        view.steps.push_back(shown(step, view.my_side, row.status, in_turn));
        view.late_level = std::max(view.late_level, step.late_level);
        in_turn = in_turn && was_delivered(step.status);
        delivered_waits = delivered_waits || step.status == StepStatus::delivered;
    }
    view.may_end = view.my_side && row.status == EngagementStatus::running &&
                   !(view.my_side == Side::buyer && delivered_waits);
    view.ended_by = row.ended_by;
    view.end_reason = row.end_reason;
    view.ended_at = row.ended_at;
    show_ratings(view, ratings_of(reader, row.id), rate_until(services, row), now);
    view.created_at = row.created_at;
    return view;
}

/// One act of the side whose act it is. Fails as act_on, with not_found and not_allowed.
Result<EngagementView> take(app::Command& command, EngagementId id, std::int64_t number,
                            StepAct act, const ActData& data = {}) {
    TRY(const EngagementRow before, find_visible(command.db, command.caller, id));
    if (side_of_caller(command.caller, before) != side_of(act)) return refuse(not_allowed);
    TRY(const EngagementRow now, act_on(command, before, static_cast<int>(number), act, data));
    return view_for(command.db, command.services, command.caller, command.now, now);
}

}  // namespace

Result<EngagementView> start_step(app::Command& command, const FindStep& input) {
    return take(command, input.engagement, input.number, StepAct::start);
}

Result<EngagementView> deliver_step(app::Command& command, const DeliverStep& input) {
    ActData data;
    data.note = input.note.text;
    return take(command, input.engagement, input.number, StepAct::deliver, data);
}

Result<EngagementView> accept_step(app::Command& command, const FindStep& input) {
    return take(command, input.engagement, input.number, StepAct::accept);
}

Result<EngagementView> return_step(app::Command& command, const ReturnStep& input) {
    ActData data;
    data.reason = input.reason.text;
    return take(command, input.engagement, input.number, StepAct::send_back, data);
}

Result<EngagementView> pay_step(app::Command& command, const PayStep& input) {
    ActData data;
    data.reference = input.reference.text;
    data.paid_on = input.paid_on;
    return take(command, input.engagement, input.number, StepAct::pay, data);
}

Result<EngagementView> confirm_step(app::Command& command, const FindStep& input) {
    return take(command, input.engagement, input.number, StepAct::confirm);
}

Result<EngagementView> end(app::Command& command, const EndEngagement& input) {
    TRY(const EngagementRow before, find_visible(command.db, command.caller, input.engagement));
    const auto side = side_of_caller(command.caller, before);
    if (!side) return refuse(not_allowed);
    TRY(const EngagementRow now, end_early(command, before, *side, input.reason.text));
    return view_for(command.db, command.services, command.caller, command.now, now);
}

Result<EngagementView> give_rating(app::Command& command, const RateEngagement& input) {
    TRY(const EngagementRow row, find_visible(command.db, command.caller, input.engagement));
    const auto side = side_of_caller(command.caller, row);
    if (!side) return refuse(not_allowed);
    TRY_DO(rate(command, row, *side, static_cast<int>(input.stars.value),
                input.comment ? input.comment->text : std::string()));
    return view_for(command.db, command.services, command.caller, command.now, row);
}

Result<EngagementView> show(app::Query& query, const FindEngagement& input) {
    TRY(const EngagementRow row, find_visible(query.db, query.caller, input.engagement));
    return view_for(query.db, query.services, query.caller, query.now, row);
}

Result<app::Page<EngagementView>> list_own(app::Query& query, const ListEngagements& input) {
    const int limit = app::limit_of(input.limit);
    std::optional<OrganisationId> organisation;
    std::optional<PlaceCode> from, to;
    if (query.caller.in_office()) {
        std::tie(from, to) = codes_within(query.caller.place);
    } else {
        organisation = query.caller.organisation;
    }
    const auto rows = query.db.all<EngagementRow>(
        sql::list_engagements,
        store::arguments("cursor", input.cursor, "status", input.status, "source", input.source,
                         "organisation", organisation, "place_from", from, "place_to", to, "limit",
                         limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view_for(query.db, query.services, query.caller, query.now, row);
    });
}

}  // namespace jianghui::engagements
