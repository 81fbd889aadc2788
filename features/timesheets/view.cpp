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

/// The law's hours a day with the overtime that it allows, in tenths.
std::int64_t tenths_per_day(const codes::Tables& tables, Date on) {
    return tables.parameter_or("hours_per_day_tenths_max", on, 80) +
           10 * tables.parameter_or("overtime_hours_per_day_max", on, 3);
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
    shown.over_hours = over_hours(row, tenths_per_day(services.get<codes::Tables>(), row.to_on));
    shown.barred_days = shares::barred_days(reader, row.share_id, row.from_on, row.to_on);
    for (const auto& step : steps_of(reader, row.id))
        shown.history.push_back({step.at, "timesheet." + step.step, text_of(step), step.role});
    return shown;
}

}  // namespace jianghui::timesheets
