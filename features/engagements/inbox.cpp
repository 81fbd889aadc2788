// What of engagements waits for the two sides and the inspector.

#include "features/engagements/endpoints.hpp"
#include "features/engagements/queries.hpp"

namespace jianghui::engagements {
namespace {

struct WaitingStep {
    EngagementId engagement;
    std::string title;
    int number = 1;
    StepStatus status = StepStatus::agreed;
    Date act_by_on;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(WaitingStep, (), (engagement, title, number, status, act_by_on, changed_at))

struct Asked {
    std::string_view kind;
    Text what;
};

Asked asked_of(StepStatus status) {
    switch (status) {
        case StepStatus::delivered:
            return {"engagement.accept", {"验收服务", "Accept what was delivered"}};
        case StepStatus::accepted:
            return {"engagement.pay", {"支付服务款", "Pay the step"}};
        case StepStatus::paid:
            return {"engagement.confirm", {"确认服务款到账", "Confirm that the money came"}};
        case StepStatus::returned:
            return {"engagement.deliver", {"按退回意见重新交付", "Deliver again"}};
        default:
            return {"engagement.deliver", {"交付服务", "Deliver the step"}};
    }
}

std::vector<app::Waiting> waiting(const app::Query& query, const store::Statement& statement,
                                  const store::Arguments& arguments) {
    std::vector<app::Waiting> items;
    for (const auto& row : query.db.all<WaitingStep>(statement, arguments)) {
        const Asked asked = asked_of(row.status);
        const std::string number = std::to_string(row.number);
        items.push_back({std::string(asked.kind),
                         {asked.what.zh + "：" + row.title + "（第 " + number + " 步）",
                          asked.what.en + ": " + row.title + " (step " + number + ")"},
                         "engagement",
                         row.engagement.number,
                         start_of(add_days(row.act_by_on, 1)),
                         row.changed_at,
                         "/desk/engagements/" + row.engagement.text()});
    }
    return items;
}

std::vector<app::Waiting> for_buyer(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::optional<OrganisationId> organisation;
    if (query.caller.organisation) organisation = query.caller.organisation;
    return waiting(query, sql::waiting_for_buyer,
                   store::arguments("organisation", organisation, "place_from", from, "place_to",
                                    to, "limit", limit));
}

std::vector<app::Waiting> for_provider(const app::Query& query, int limit) {
    return waiting(query, sql::waiting_for_provider,
                   store::arguments("organisation", query.caller.organisation, "limit", limit));
}

std::vector<app::Waiting> for_inspector(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    return waiting(query, sql::waiting_for_inspector,
                   store::arguments("place_from", from, "place_to", to, "limit", limit));
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"engagements.buyer", {Role::employer, Role::official}, for_buyer},
            {"engagements.provider", {Role::agency}, for_provider},
            {"engagements.inspector", {Role::inspector}, for_inspector}};
}

}  // namespace jianghui::engagements
