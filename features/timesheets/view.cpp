#include "features/timesheets/view.hpp"

#include <fmt/format.h>

#include "features/codes/api.hpp"
#include "features/timesheets/rules.hpp"
#include "features/timesheets/store.hpp"

namespace jianghui::timesheets {
namespace {

/// "填报", "Recorded" … and the reason, as the step says it.
Text text_of(const Step& step) {
    static const std::map<std::string, Text, std::less<>> titles{
        {"recorded", {"填报", "Recorded"}},   {"changed", {"修改", "Changed"}},
        {"submitted", {"提交", "Submitted"}}, {"approved", {"核准", "Approved"}},
        {"returned", {"退回", "Returned"}},   {"disputed", {"提出异议", "Disputed"}},
        {"decided", {"裁定", "Decided"}},
    };
    Text text = titles.at(step.step);
    if (!step.reason.empty()) {
        text.zh += "：" + step.reason;
        text.en += ": " + step.reason;
    }
    return text;
}

AllowedHours allowed_hours(const codes::Tables& tables, Date on) {
    return {tables.parameter_or("hours_per_day_tenths_max", on, 80),
            tables.parameter_or("overtime_hours_per_day_max", on, 3) * 10,
            tables.parameter_or("overtime_hours_per_month_max", on, 36) * 10};
}

/// Whether the hours are more than the law allows. Asks for the rest of the month only where it counts.
bool too_long(const store::Reader& reader, const codes::Tables& tables, const TimesheetRow& row) {
    if (row.unit != orders::PayUnit::hour) return false;
    int working_days = 0;
    const Date first = row.from_on.year() / row.from_on.month() / std::chrono::day(1);
    for (Date day = first; day.month() == first.month(); day = add_days(day, 1))
        working_days += tables.working_days().works(day) ? 1 : 0;
    return over_hours(row, allowed_hours(tables, row.to_on), other_quantity(reader, row), working_days);
}

}  // namespace

TimesheetView view(const store::Reader& reader, const app::Services& services,
                   const app::Caller& caller, const TimesheetRow& row) {
    TimesheetView shown;
    shown.id = row.id;
    shown.seat = row.seat_id;
    shown.share = row.share_id;
    if (auto person = people::find_reference(reader, services, caller, row.person))
        shown.person = std::move(*person);
    if (const auto order = orders::find(reader, row.order_id))
        shown.order = {order->id, order->title};
    shown.from_on = row.from_on;
    shown.to_on = row.to_on;
    shown.unit = row.unit;
    shown.quantity_hundredths = row.quantity_hundredths;
    shown.status = row.status;
    shown.rate_fen = row.rate_fen;
    shown.pay_fen = row.pay_fen;
    shown.over_hours = too_long(reader, services.get<codes::Tables>(), row);
    shown.barred_days = shares::barred_days(reader, row.share_id, row.from_on, row.to_on);
    for (const auto& step : steps_of(reader, row.id))
        shown.history.push_back({step.at, "timesheet." + step.step, text_of(step), step.role});
    return shown;
}

}  // namespace jianghui::timesheets
