#include "features/shares/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::shares {
namespace {

using organisations::Credential;
using organisations::OrganisationStatus;

bool verified_now(const organisations::Organisation& organisation, const GateQuestion& question) {
    if (organisation.status != OrganisationStatus::verified || !organisation.verified_at)
        return false;
    const Date since = date_of(*organisation.verified_at);
    return since >= add_months(question.today, -question.verification_months);
}

/// The credential that lets the agency through, or the reason why none does.
Result<const Credential*> fitting_credential(const std::vector<Credential>& credentials,
                                             const GateQuestion& question) {
    const ErrorCode* closest = &licence_missing;
    for (const auto& credential : credentials) {
        if (credential.kind != question.needs) continue;
        if (!organisations::in_force_on(credential, question.today)) {
            if (closest == &licence_missing) closest = &licence_expired;
        } else if (!organisations::covers(credential, question.kind)) {
            closest = &licence_scope;
        } else if (std::find(question.elsewhere.begin(), question.elsewhere.end(), credential.id) !=
                   question.elsewhere.end()) {
            closest = &credential_not_recognised;
        } else {
            return &credential;
        }
    }
    return refuse(error(*closest)
                      .with("needs", std::string(codec::enum_text(question.needs)))
                      .with("order_kind", std::string(codec::enum_text(question.kind))));
}

/// Why the credential counts in the order's place.
std::string_view counts_as(const Credential& credential, const GateQuestion& question) {
    if (within(question.place, credential.issuing_place)) return "in_place";
    return question.counts_everywhere ? "everywhere" : "recognised";
}

/// What the gate saw of the credential: its row may change the next minute.
void keep_credential(Gate& gate, const Credential& credential, const GateQuestion& question) {
    gate.facts.push_back({"credential", credential.id.text()});
    gate.facts.push_back({"credential_kind", std::string(codec::enum_text(credential.kind))});
    gate.facts.push_back({"scope", std::string(codec::enum_text(question.kind))});
    gate.facts.push_back({"valid_until", credential.valid_to_on ? date_text(*credential.valid_to_on)
                                                                : std::string("open_ended")});
    gate.facts.push_back({"counts", std::string(counts_as(credential, question))});
}

}  // namespace

Result<Gate> judge(const organisations::GateFacts& facts, const GateQuestion& question) {
    const auto& organisation = facts.organisation;
    std::vector<Error> refusals;
    Gate gate{std::string(gate_version), {}};
    gate.facts.reserve(12);
    if (verified_now(organisation, question)) {
        gate.facts.push_back({"verified", instant_text(*organisation.verified_at)});
    } else {
        refusals.push_back(error(organisation_unverified));
    }
    if (organisations::excluded_on(organisation, question.today)) {
        refusals.push_back(error(organisation_excluded));
    } else {
        gate.facts.push_back({"excluded", "no"});
    }
    const auto credential = fitting_credential(facts.credentials, question);
    if (credential) {
        keep_credential(gate, **credential, question);
    } else {
        refusals.push_back(credential.error());
    }
    const auto capacity = organisation.capacity;
    if (capacity && question.agency_seats + question.seats > static_cast<int>(*capacity)) {
        refusals.push_back(error(capacity_exceeded)
                               .with("capacity", std::to_string(static_cast<int>(*capacity)))
                               .with("in_hand", std::to_string(question.agency_seats)));
    } else {
        gate.facts.push_back({"in_hand", std::to_string(question.agency_seats)});
        gate.facts.push_back({"capacity", capacity ? std::to_string(static_cast<int>(*capacity))
                                                   : std::string("unlimited")});
    }
    gate.facts.push_back({"in_order", std::to_string(question.seats_of_order)});
    if (question.open_defaults > 0) {
        refusals.push_back(
            error(open_default).with("open_defaults", std::to_string(question.open_defaults)));
    } else {
        gate.facts.push_back({"open_defaults", "0"});
    }
    if (refusals.empty()) return gate;
    Error first = refusals.front();
    if (refusals.size() > 1) first.errors = std::move(refusals);
    return refuse(std::move(first));
}

std::vector<BarredDay> barred_days(const std::vector<StandingTurn>& turns, Date first, Date last) {
    std::vector<BarredDay> barred;
    for (Date day = first; day <= last; day = add_days(day, 1)) {
        const Instant begins = start_of(day), ends = start_of(add_days(day, 1));
        std::string refusal;
        for (const auto& turn : turns) {
            if (turn.at >= ends) break;
            // What held in the morning, then what came during the day: a bar that began stays the day's.
            if (turn.at <= begins || refusal.empty()) refusal = turn.refusal;
        }
        if (!refusal.empty()) barred.push_back({day, refusal});
    }
    return barred;
}

Text what_satisfies(std::string_view code) {
    if (code == organisation_unverified.code)
        return {"向登记地人社部门申请核验。", "Ask the bureau of your seat to verify you."};
    if (code == organisation_excluded.code)
        return {"查看列入决定，依法申诉或申请信用修复。",
                "Read the decision; object, or apply for credit repair."};
    if (code == licence_missing.code || code == licence_scope.code)
        return {"取得并登记此类业务的许可或备案。",
                "Obtain and register the licence or filing for this kind of order."};
    if (code == credential_not_recognised.code)
        return {"向订单所在地人社部门申请互认，或在当地备案。",
                "Ask the authority of the order's place for recognition, or file there."};
    if (code == licence_expired.code)
        return {"办理许可延续或恢复后再抢。", "Renew or restore the credential."};
    if (code == capacity_exceeded.code)
        return {"减少数量，或在机构资料中更新可承接人数。",
                "Take fewer seats, or raise the declared capacity."};
    if (code == open_default.code)
        return {"请订单的用人单位在份额页确认“已补足”或“已和解”，或请订单所在市州人社部门认定免责；满期限自动了结。",
                "Ask the order's employer to say on the share's page that it is made good or settled, or "
                "the authority of the order's city to excuse it; it lapses with time."};
    if (code == orders::not_enough_seats.code)
        return {"减少数量，或等待席位退回。", "Take fewer seats, or wait for seats to free up."};
    if (code == orders::cap_exceeded.code)
        return {"减少数量。", "Take fewer seats."};
    if (code == orders::whole_teams.code)
        return {"按每队人数的整数倍抢单。", "Take a multiple of the team's size."};
    if (code == tier_not_open.code)
        return {"等到对贵机构开放的时间；达到所列条件的机构可即时抢单。",
                "Wait until it opens to you; who fulfils the criterion may grab now."};
    if (code == orders::lot_size.code)
        return {"按允许的数量抢单。", "Take a number within the lots."};
    return {"等待订单开放。", "Wait until the order opens."};
}

Result<int> releasable(const ShareRow& share, const ReleaseShare& wanted) {
    if (!is_live(share.status)) return refuse(share_status_conflict);
    int empty = share.seats - share.staffed;
    // Before its teams stand, whole teams go back.
    const int team = share.hold_ended ? 0 : share.team_size;
    if (team > 0) {
        empty -= empty % team;
        if (wanted.seats && wanted.seats->value % team != 0) return refuse(orders::whole_teams);
    }
    if (empty == 0) return refuse(nothing_to_release);
    if (!wanted.seats) return empty;
    if (wanted.seats->value > empty)
        return refuse(error(nothing_to_release,
                            {fmt::format("只有 {} 个空席位可以退回。", empty),
                             fmt::format("Only {} empty seats can be given back.", empty)})
                          .with("empty", std::to_string(empty)));
    return static_cast<int>(wanted.seats->value);
}

}  // namespace jianghui::shares
