// What happens to answers: phones send them, an official opens, settles, replaces and deletes.

#include <algorithm>
#include <map>

#include "engine/app/slow_change.hpp"
#include "features/surveys/endpoints.hpp"
#include "features/surveys/errors.hpp"
#include "features/surveys/events.hpp"
#include "features/surveys/sealed.hpp"
#include "features/surveys/view.hpp"

namespace jianghui::surveys {
namespace {

void record(app::Command& command, const journal::EventKind& kind, const HouseholdRow& household,
            AnswerId answer = {}) {
    command.record(kind, {household.city, "survey_household", household.id.number, {}, {}, {}},
                   HouseholdEvent{household.survey, household.status, answer.number});
}

AnswerFault fault(const ErrorCode& code, const std::string& question = "", int member = 0) {
    return {std::string(code.code), {std::string(code.zh), std::string(code.en)}, question, member};
}

HouseholdStatus status_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::completed: return HouseholdStatus::completed;
        case Outcome::refused: return HouseholdStatus::refused;
        case Outcome::not_reached: return HouseholdStatus::not_reached;
        case Outcome::not_eligible: return HouseholdStatus::not_eligible;
    }
    return HouseholdStatus::waiting;
}

/// The answer in one order, so that two phones that say the same say it alike. Only a completed one says
/// anything.
Content content_of(const Questions& questions, const SentAnswer& sent) {
    Content content{sent.outcome, 0, {}};
    if (sent.outcome != Outcome::completed) return content;
    content.members = static_cast<int>(sent.members.value);
    std::map<std::string, std::size_t> order;
    for (std::size_t i = 0; i < questions.size(); ++i) order[questions[i].code.text] = i;
    content.given = sent.given;
    std::sort(content.given.begin(), content.given.end(), [&](const Given& a, const Given& b) {
        return std::pair(order.at(a.question.text), a.member.value) <
               std::pair(order.at(b.question.text), b.member.value);
    });
    for (auto& given : content.given)
        std::sort(given.values.begin(), given.values.end(),
                  [](const auto& a, const auto& b) { return a.text < b.text; });
    return content;
}

std::vector<AnswerFault> faults_of(const codes::Tables& tables, const SurveyRow& survey,
                                   const SentAnswer& sent) {
    if (sent.outcome != Outcome::completed) return {};
    if (!sent.consented) return {fault(survey_consent_missing)};
    const auto known = [&](QuestionKind kind, const std::string& code) {
        return kind == QuestionKind::place ? tables.find_place({code}) != nullptr
                                           : tables.find_occupation({code}) != nullptr;
    };
    std::vector<AnswerFault> faults;
    for (const auto& one : faults_of(survey.questions, static_cast<int>(sent.members.value),
                                     sent.given, known))
        faults.push_back(fault(*one.code, one.question, one.member));
    return faults;
}

/// The rows and what they say, for `merge`. A deleted one is taken for whatever is sent again under its version.
Result<std::vector<Version>> versions_of(const app::Services& services,
                                         const std::vector<AnswerRow>& rows,
                                         const std::string& sent) {
    std::vector<Version> versions;
    for (const auto& row : rows) {
        TRY(auto text, open_content(services, row));
        versions.push_back({row.client, row.version, row.box.empty() ? sent : std::move(text),
                            row.standing});
    }
    return versions;
}

/// Takes the answer in and says where its household stands then.
Result<Done> take(app::Command& command, const SurveyRow& survey, HouseholdRow& household,
                  const SentAnswer& sent, SentView& said) {
    const Content content = content_of(survey.questions, sent);
    const std::string text = codec::encode(content);
    const auto rows = answers_of(command.db, household);
    TRY(auto versions, versions_of(command.services, rows, text));
    const auto merged = merge(versions, {sent.client.text, sent.version, text, Standing::head});
    if (merged == Merged::reused) {
        said.faults = {fault(survey_version_reused)};
        return Done{};
    }
    said.merged = merged;
    said.status = household.status;
    if (merged == Merged::same) return Done{};
    AnswerRow row{command.next_id<AnswerId>(), household.city,        household.survey,
                  household.id,                sent.client.text,      sent.version,
                  command.caller.account,      sent.outcome,          sent.consented ? 1 : 0,
                  versions.back().standing,    "",                    sent.made_at,
                  command.now};
    row.box = seal_content(command.services, row.id, text);
    insert(command.db, row);
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (versions[i].standing != rows[i].standing)
            set_standing(command.db, rows[i], versions[i].standing);
    if (merged == Merged::added) {
        household.status = agreement_of(versions) == Agreement::conflict
                               ? HouseholdStatus::conflict
                               : status_of(sent.outcome);
        household.changed_at = command.now;
        update(command.db, household);
    }
    said.status = household.status;
    record(command, household_answered, household, row.id);
    return Done{};
}

Result<SentView> take_one(app::Command& command, const SentAnswer& sent) {
    SentView said{sent.household, sent.client.text, sent.version, {}, {}, {}};
    auto household = find(command.db, sent.household);
    if (!household || household->issued == 0 || household->collector != command.caller.account) {
        said.faults = {fault(survey_household_unknown)};
        return said;
    }
    const auto survey = find(command.db, household->survey);
    ASSERT(survey.has_value());
    if (survey->status == SurveyStatus::published || survey->emptied_at) {
        said.faults = {fault(survey_over)};
        return said;
    }
    said.faults = faults_of(command.services.get<codes::Tables>(), *survey, sent);
    if (said.faults.empty()) TRY_DO(take(command, *survey, *household, sent, said));
    return said;
}

/// The same while answers may still change.
Result<InHand> find_live(app::Command& command, HouseholdId id) {
    TRY(InHand found, find_own(command.db, command.caller, id));
    if (found.survey.status == SurveyStatus::published) return refuse(survey_status);
    return found;
}

Result<HouseholdDetail> save(app::Command& command, InHand& found, const journal::EventKind& kind,
                             AnswerId answer = {}) {
    found.household.changed_at = command.now;
    update(command.db, found.household);
    record(command, kind, found.household, answer);
    return detail(command.db, command.services, found, false);
}

}  // namespace

Result<SentAnswers> send_answers(app::Command& command, const SendAnswers& input) {
    SentAnswers said;
    for (const auto& sent : input.answers) {
        TRY(auto one, take_one(command, sent));
        said.items.push_back(std::move(one));
    }
    return said;
}

// Not kept under the caller's Idempotency-Key: each reading is one, and is recorded.
Result<HouseholdDetail> open_household(app::Query& query, const OpenHousehold& input) {
    return app::in_lane<HouseholdDetail>(
        query, [&](app::Command& command) -> Result<HouseholdDetail> {
            TRY(const InHand found, find_own(command.db, command.caller, input.household));
            insert_reading(command.db, found.household, command.caller.account, command.now,
                           input.purpose.text);
            record(command, household_opened, found.household);
            return detail(command.db, command.services, found, true);
        });
}

Result<HouseholdDetail> settle_household(app::Command& command, const SettleHousehold& input) {
    TRY(InHand found, find_live(command, input.household));
    if (found.household.status != HouseholdStatus::conflict) return refuse(survey_no_conflict);
    const auto rows = answers_of(command.db, found.household);
    const auto chosen = std::find_if(rows.begin(), rows.end(), [&](const AnswerRow& row) {
        return row.id == input.answer && row.standing == Standing::head;
    });
    if (chosen == rows.end()) return refuse(error(not_found).at("/answer"));
    for (const auto& row : rows)
        if (row.standing == Standing::head && row.id != chosen->id)
            set_standing(command.db, row, Standing::set_aside);
    insert_settlement(command.db, found.household, command.caller.account, command.now, chosen->id,
                      input.reason.text);
    found.household.status = status_of(chosen->outcome);
    return save(command, found, household_settled, chosen->id);
}

Result<HouseholdDetail> replace_household(app::Command& command, const FindHousehold& input) {
    TRY(InHand found, find_live(command, input.household));
    auto& household = found.household;
    const bool due = household.status == HouseholdStatus::refused ||
                     household.status == HouseholdStatus::not_reached ||
                     household.status == HouseholdStatus::not_eligible;
    auto next = next_replacement(command.db, household);
    if (!due || household.replaced != 0 || !next) return refuse(survey_no_replacement);
    next->issued = 1;
    next->collector = household.collector;
    next->changed_at = command.now;
    update(command.db, *next);
    household.replaced = 1;
    return save(command, found, household_replaced);
}

Result<HouseholdDetail> empty_household(app::Command& command, const FindHousehold& input) {
    TRY(InHand found, find_live(command, input.household));
    for (const auto& row : answers_of(command.db, found.household))
        if (row.standing == Standing::head) set_standing(command.db, row, Standing::set_aside);
    empty(command.db, found.household);
    found.household.status = HouseholdStatus::refused;
    return save(command, found, household_emptied);
}

}  // namespace jianghui::surveys
