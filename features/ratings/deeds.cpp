#include "features/ratings/deeds.hpp"

#include <fmt/format.h>

#include "features/codes/api.hpp"
#include "features/ratings/api.hpp"
#include "features/statements/api.hpp"

namespace jianghui::ratings {
namespace {

std::optional<DeedOf> of_start(const store::Reader& reader, const journal::Event& event) {
    const auto seat = seats::find(reader, SeatId{event.subject.number});
    if (!seat) return std::nullopt;
    const bool on_time = date_of(event.at) <= seat->starts_on;
    return DeedOf{seat->agency, on_time ? Deed::started_on_time : Deed::started_late};
}

/// A share that the agency gave back, or left empty until its hold ended.
std::optional<DeedOf> of_release(const journal::Event& event) {
    const auto change = codec::decode_value<shares::ShareChange>(event.data);
    if (!change || (change->reason != "agency" && change->reason != "hold_ended"))
        return std::nullopt;
    return DeedOf{*event.organisation, Deed::share_released};
}

std::optional<DeedOf> of_payment(const journal::Event& event) {
    const auto facts = codec::decode_value<statements::StatementFacts>(event.data);
    if (!facts || facts->wage_fen == Fen{0}) return std::nullopt;
    return DeedOf{*event.organisation,
                  facts->days_late == 0 ? Deed::paid_on_time : Deed::paid_late};
}

std::optional<DeedOf> of_warning(const journal::Event& event) {
    const auto facts = codec::decode_value<statements::StatementFacts>(event.data);
    if (!facts || facts->overdue_level != statements::OverdueLevel::red) return std::nullopt;
    return DeedOf{*event.organisation, Deed::overdue_red};
}

std::optional<DeedOf> of_decision(const journal::Event& event) {
    const auto change = codec::decode_value<timesheets::TimesheetChange>(event.data);
    if (!change || !change->lost_by) return std::nullopt;
    return DeedOf{*change->lost_by, Deed::dispute_lost};
}

Scale scale_on(const app::Services& services, Date day) {
    const auto& tables = services.get<codes::Tables>();
    const auto number = [&](std::string_view code, int otherwise) {
        return static_cast<int>(
            tables.parameter_or(fmt::format("reliability_{}", code), day, otherwise));
    };
    Scale scale;
    scale.recent_days = number("recent_days", scale.recent_days);
    scale.middle_days = number("middle_days", scale.middle_days);
    scale.old_days = number("old_days", scale.old_days);
    scale.recent_percent = number("recent_percent", scale.recent_percent);
    scale.middle_percent = number("middle_percent", scale.middle_percent);
    scale.old_percent = number("old_percent", scale.old_percent);
    scale.events_min = number("events_min", scale.events_min);
    for (const auto& name : codec::enum_names<Deed>())
        scale.weights[*codec::parse_enum<Deed>(name)] = number(fmt::format("points_{}", name), 0);
    return scale;
}

}  // namespace

std::optional<DeedOf> deed_of(const store::Reader& reader, const journal::Event& event) {
    if (!event.organisation) return std::nullopt;
    if (event.kind == "seat.on_site") return of_start(reader, event);
    if (event.kind == "seat.done") return DeedOf{*event.organisation, Deed::completed};
    if (event.kind == "seat.no_show") return DeedOf{*event.organisation, Deed::no_show};
    if (event.kind == "share.released") return of_release(event);
    if (event.kind == "share.defaulted") return DeedOf{*event.organisation, Deed::share_defaulted};
    if (event.kind == "statement.paid") return of_payment(event);
    if (event.kind == "statement.overdue") return of_warning(event);
    if (event.kind == "timesheet.decided") return of_decision(event);
    return std::nullopt;
}

std::optional<Excuse> excuse_of(const journal::Event& event) {
    if (event.kind != "share.default_closed" || !event.organisation) return std::nullopt;
    const auto closed = codec::decode_value<shares::DefaultClosed>(event.data);
    if (!closed || closed->ground != shares::ClosingGround::excused) return std::nullopt;
    return Excuse{closed->opened_on, date_of(event.at)};
}

void Deeds::follow(const store::Reader& reader, const std::vector<journal::Event>& events) {
    for (const auto& event : events) {
        if (const auto excuse = excuse_of(event)) {
            const std::lock_guard lock(mutex_);
            excuses_[*event.organisation].push_back(*excuse);
            continue;
        }
        const auto deed = deed_of(reader, event);
        if (!deed) continue;
        const std::lock_guard lock(mutex_);
        ++deeds_[deed->organisation][deed->deed][std::chrono::sys_days(date_of(event.at))];
    }
    if (events.empty()) return;
    const std::lock_guard lock(mutex_);
    position_ = events.back().position;
}

std::int64_t Deeds::position() const {
    const std::lock_guard lock(mutex_);
    return position_;
}

Days Deeds::counting(OrganisationId organisation, Deed deed, Days days, Date today) const {
    const auto excuses = excuses_.find(organisation);
    if (deed != Deed::share_defaulted || excuses == excuses_.end()) return days;
    for (const auto& excuse : excuses->second) {
        const auto found = days.find(std::chrono::sys_days(excuse.defaulted_on));
        if (excuse.excused_on <= today && found != days.end() && --found->second == 0)
            days.erase(found);
    }
    return days;
}

Reliability Deeds::reliability(OrganisationId organisation, Date today) const {
    const Scale scale = scale_on(*services_, today);
    std::map<Deed, Counts> counts;
    {
        const std::lock_guard lock(mutex_);
        const auto found = deeds_.find(organisation);
        if (found != deeds_.end())
            for (const auto& [deed, days] : found->second)
                counts[deed] = counts_on(counting(organisation, deed, days, today), today, scale);
    }
    return reliability_of(counts, scale, today);
}

std::optional<int> Deeds::of(const store::Reader& /*reader*/, OrganisationId organisation) const {
    return reliability(organisation, date_of(services_->get<Clock>().now())).score;
}

Result<std::optional<int>> score_at_start_of(const store::Reader& reader,
                                             const app::Services& services,
                                             OrganisationId organisation, Date day) {
    const auto& deeds = services.get<Deeds>();
    // Everything before the day has been followed when the next event is of the day.
    const auto next = journal::after(reader, deeds.position(), 1);
    if (!next.empty() && next.front().at < start_of(day)) return refuse(reliability_not_ready);
    return deeds.reliability(organisation, add_days(day, -1)).score;
}

}  // namespace jianghui::ratings
