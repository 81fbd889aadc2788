#include "features/statements/personal_data.hpp"

#include "features/statements/api.hpp"
#include "features/statements/queries.hpp"
#include "features/statements/view.hpp"

namespace jianghui::statements {
namespace {

std::vector<StatementRow> statements_of(const store::Reader& reader, PersonId person) {
    return reader.all<StatementRow>(sql::statements_of_person,
                                    store::arguments("person", person));
}

bool is_paid(StatementStatus status) {
    return status == StatementStatus::paid || status == StatementStatus::confirmed;
}

codec::json::array copy(const app::AboutPerson& about) {
    std::vector<StatementView> all;
    for (const auto& row : statements_of(about.db, about.person))
        all.push_back(view(about.db, about.services, about.caller, row));
    return app::documents(all);
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::int64_t count = 0;
    for (const auto& row : statements_of(about.db, about.person))
        if (!is_paid(row.status)) ++count;
    if (count == 0) return {};
    return {{"wage_unpaid",
             {"还有工资没有付给您。到账后再删除；拖欠的可以先投诉。",
              "Wages are still owed to you. Wait for them, or complain if they are late."},
             count}};
}

/// What she was paid in one statement.
struct KeptWage {
    StatementId statement;
    std::string month;
    OrganisationId employer;
    Fen amount_fen;
    StatementStatus status = StatementStatus::draft;
    Date due_on;
    std::optional<Date> paid_on;
    std::optional<std::string> paid_reference;
};
BOOST_DESCRIBE_STRUCT(KeptWage, (), (statement, month, employer, amount_fen, status, due_on,
                                     paid_on, paid_reference))

std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    std::vector<KeptWage> kept;
    std::optional<Date> last;
    for (const auto& row : statements_of(about.db, about.person)) {
        const auto amount = about.db.value<Fen>(
            sql::wage_of_person,
            store::arguments("statement", row.id, "person", about.person));
        kept.push_back({row.id, row.month, row.employer, amount.value_or(Fen{}), row.status,
                        row.due_on, row.paid_on, row.paid_reference});
        const Date ended = row.paid_on.value_or(row.due_on);
        last = std::max(last.value_or(ended), ended);
    }
    if (kept.empty()) return {};
    return {{app::RetentionClass::wages, last, app::documents(kept)}};
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "statements";
    part.title = {"工资结算", "Wages"};
    part.copy = copy;
    part.hindrances = hindrances;
    part.keeps = keeps;
    return part;
}

}  // namespace jianghui::statements
