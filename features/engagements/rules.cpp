#include "features/engagements/rules.hpp"

namespace jianghui::engagements {

Result<Done> whole(const Plan& plan) {
    std::int64_t percent = 0;
    std::int64_t day = 0;
    for (const auto& step : plan) {
        percent += step.percent;
        if (step.days < day) return refuse(error(plan_not_whole).at("/steps"));
        day = step.days;
    }
    if (percent != 100)
        return refuse(error(plan_not_whole).at("/steps").with("percent", std::to_string(percent)));
    return Done{};
}

std::vector<NewStep> steps_of(const Plan& plan, Fen price, Date agreed_on) {
    std::vector<NewStep> steps;
    Fen left = price;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const bool last = i + 1 == plan.size();
        const Fen amount = last ? left : Fen{price.value * plan[i].percent / 100};
        left = left - amount;
        steps.push_back(
            {plan[i].title, amount, add_days(agreed_on, static_cast<int>(plan[i].days.value))});
    }
    return steps;
}

Result<Done> adds_up(const std::vector<NewStep>& steps, Fen price) {
    Fen sum;
    for (const auto& step : steps) {
        if (step.amount < Fen{0}) return refuse(steps_not_price);
        sum += step.amount;
    }
    if (steps.empty() || sum != price || price <= Fen{0}) return refuse(steps_not_price);
    return Done{};
}

Side side_of(StepAct act) {
    const bool buyer = act == StepAct::accept || act == StepAct::send_back || act == StepAct::pay;
    return buyer ? Side::buyer : Side::provider;
}

Result<StepStatus> after(StepStatus status, StepAct act) {
    using S = StepStatus;
    switch (act) {
        case StepAct::start:
            if (status == S::agreed) return S::delivering;
            break;
        case StepAct::deliver:
            if (status == S::delivering || status == S::returned) return S::delivered;
            break;
        case StepAct::accept:
            if (status == S::delivered) return S::accepted;
            break;
        case StepAct::send_back:
            if (status == S::delivered) return S::returned;
            break;
        case StepAct::pay:
            if (status == S::accepted) return S::paid;
            break;
        case StepAct::confirm:
            if (status == S::paid) return S::confirmed;
            break;
    }
    return refuse(error(step_status_conflict)
                      .with("status", std::string(codec::enum_text(status)))
                      .with("act", std::string(codec::enum_text(act))));
}

bool was_delivered(StepStatus status) {
    return status != StepStatus::agreed && status != StepStatus::delivering &&
           status != StepStatus::returned;
}

std::vector<StepAct> acts_of(Side side, StepStatus status, EngagementStatus engagement,
                             bool in_turn) {
    std::vector<StepAct> acts;
    for (const auto act : {StepAct::start, StepAct::deliver, StepAct::accept, StepAct::send_back,
                           StepAct::pay, StepAct::confirm}) {
        if (side_of(act) != side || !after(status, act)) continue;
        const bool delivery = act == StepAct::start || act == StepAct::deliver;
        if (delivery && (engagement != EngagementStatus::running || !in_turn)) continue;
        acts.push_back(act);
    }
    return acts;
}

std::optional<Date> act_by(StepStatus status, Date due_on, Date today, const ActDays& days) {
    switch (status) {
        case StepStatus::delivered:
            return add_days(today, days.accept);
        case StepStatus::accepted:
            return add_days(today, days.pay);
        case StepStatus::paid:
            return add_days(today, days.confirm);
        case StepStatus::confirmed:
        case StepStatus::dropped:
            return std::nullopt;
        default:
            return due_on;
    }
}

LateLevel level_on(Date act_by_on, Date today, const LateDays& days) {
    const int late = days_between(act_by_on, today);
    if (late >= days.red) return LateLevel::red;
    if (late >= days.orange) return LateLevel::orange;
    if (late >= days.yellow) return LateLevel::yellow;
    return LateLevel::none;
}

namespace {

Fen& stage(EngagementRow& engagement, StepStatus status) {
    switch (status) {
        case StepStatus::accepted:
            return engagement.accepted_fen;
        case StepStatus::paid:
            return engagement.paid_fen;
        case StepStatus::confirmed:
            return engagement.confirmed_fen;
        case StepStatus::dropped:
            return engagement.dropped_fen;
        default:
            return engagement.open_fen;
    }
}

}  // namespace

void move_amount(EngagementRow& engagement, StepStatus from, StepStatus to, Fen amount) {
    Fen& source = stage(engagement, from);
    source = source - amount;
    ASSERT(source >= Fen{0});
    stage(engagement, to) += amount;
}

Rating rating_from(int count, int stars) {
    if (count <= 0) return {};
    return {count, (stars * 20 + count) / (2 * count)};
}

}  // namespace jianghui::engagements
