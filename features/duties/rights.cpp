#include "features/duties/rights.hpp"

#include "features/duties/store.hpp"

namespace jianghui::duties {

bool has_it(const app::Caller& caller, const PlaceCode& place) {
    return caller.is(app::Role::official) && caller.place == place;
}

bool oversees(const app::Caller& caller, const PlaceCode& place, const PlaceCode& set_place) {
    return caller.supervises(place) || caller.supervises(set_place);
}

Result<Duty> find_visible(const Sight& sight, DutyId id) {
    auto duty = find(sight.db, id);
    if (!duty || !oversees(sight.caller, duty->place, duty->set_place)) return refuse(not_found);
    return std::move(*duty);
}

Result<Assessment> find_visible(const Sight& sight, AssessmentId id) {
    auto found = find(sight.db, id);
    if (!found) return refuse(not_found);
    if (found->status != AssessmentStatus::published &&
        !oversees(sight.caller, found->place, found->set_place))
        return refuse(not_found);
    return std::move(*found);
}

Result<Done> may_do(const Sight& sight, const Duty& duty, const std::vector<Finding>& findings,
                    DutyAct act) {
    const bool side = act == DutyAct::report ? has_it(sight.caller, duty.place)
                                             : sight.caller.acts_in(duty.set_place);
    if (!side) return refuse(duty_not_yours);
    TRY_DO(next_status(duty.status, act));
    if (act != DutyAct::confirm) return Done{};
    if (duty.reported_by == sight.caller.account) return refuse(duty_four_eyes);
    if (!all_closed(findings)) return refuse(duty_status_conflict);
    return Done{};
}

Result<Done> may_do(const Sight& sight, const Duty& duty, const Finding& finding, FindingAct act) {
    const bool remedies = act == FindingAct::remedy;
    if (finding.status != (remedies ? FindingStatus::open : FindingStatus::remedied))
        return refuse(duty_status_conflict);
    const bool side = remedies ? has_it(sight.caller, duty.place)
                               : sight.caller.acts_in(duty.set_place);
    if (!side) return refuse(duty_not_yours);
    if (!remedies && finding.remedied_by == sight.caller.account) return refuse(duty_four_eyes);
    return Done{};
}

Result<Done> may_do(const Sight& sight, const Assessment& assessment, AssessmentAct act) {
    const bool side = act == AssessmentAct::appeal ? has_it(sight.caller, assessment.place)
                                                   : sight.caller.acts_in(assessment.set_place);
    if (!side) return refuse(duty_not_yours);
    TRY_DO(next_status(assessment.status, act));
    TRY_DO(in_window(assessment, act, date_of(sight.now)));
    const bool eyes = act == AssessmentAct::agree || act == AssessmentAct::decide;
    if (eyes && assessment.made_by == sight.caller.account) return refuse(duty_four_eyes);
    return Done{};
}

}  // namespace jianghui::duties
