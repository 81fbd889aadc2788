#include "features/lending/personal_data.hpp"

#include "features/lending/api.hpp"
#include "features/lending/queries.hpp"
#include "features/lending/view.hpp"

namespace jianghui::lending {
namespace {

std::vector<AgreementRow> loans_of(const store::Reader& reader, PersonId person) {
    return reader.all<AgreementRow>(sql::agreements_of_person,
                                    store::arguments("person", person));
}
std::vector<SettlementRow> months_of(const store::Reader& reader, PersonId person) {
    return reader.all<SettlementRow>(sql::settlements_of_person,
                                     store::arguments("person", person));
}

/// A loan with the text that she read.
struct LoanCopy : AgreementView {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(LoanCopy, (AgreementView), (text))

codec::json::array copy(const app::AboutPerson& about) {
    static const http::Request none;
    const app::Query query{about.db, about.caller, about.now, about.services, none};
    std::vector<LoanCopy> all;
    for (const auto& row : loans_of(about.db, about.person)) {
        LoanCopy one;
        static_cast<AgreementView&>(one) = view(query, row);
        one.text = row.text;
        all.push_back(std::move(one));
    }
    return app::documents(all);
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::int64_t loans = 0;
    std::int64_t months = 0;
    for (const auto& row : loans_of(about.db, about.person))
        if (row.status == AgreementStatus::in_force) ++loans;
    const Date today = date_of(about.now);
    for (const auto& row : months_of(about.db, about.person))
        if (row.status == SettlementStatus::open && row.from_on <= today) ++months;
    std::vector<app::Hindrance> found;
    if (loans > 0)
        found.push_back({"loan_in_force",
                         {"您还有共享用工协议在执行。结束后再删除。",
                          "You are on loan to another enterprise. End the agreement first."},
                         loans});
    if (months > 0)
        found.push_back({"loan_wage_unpaid",
                         {"共享用工期间还有工资没有付给您。",
                          "Wages of a loan are still owed to you."},
                         months});
    return found;
}

struct KeptLoan {
    AgreementId agreement;
    OrganisationId lender;
    OrganisationId borrower;
    Date starts_on;
    Date ends_on;
    std::string text;
    std::string digest;
    std::string status_reason;
};
BOOST_DESCRIBE_STRUCT(KeptLoan, (), (agreement, lender, borrower, starts_on, ends_on, text, digest,
                                     status_reason))

std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    std::vector<KeptLoan> loans;
    std::optional<Date> last;
    for (const auto& row : loans_of(about.db, about.person)) {
        if (!row.in_force_at) continue;
        loans.push_back({row.id, row.lender, row.borrower, row.starts_on, row.ends_on, row.text,
                         row.digest, row.status_reason});
        last = std::max(last.value_or(row.starts_on), row.ended_on.value_or(row.ends_on));
    }
    std::vector<app::Kept> kept;
    if (last) kept.push_back({app::RetentionClass::contract, last, app::documents(loans)});
    const auto months = months_of(about.db, about.person);
    if (!months.empty()) {
        Date paid = months.front().to_on;
        for (const auto& row : months) paid = std::max(paid, row.passed_on_on.value_or(row.to_on));
        kept.push_back({app::RetentionClass::wages, paid, app::documents(months)});
    }
    return kept;
}

void empty(app::Command& command, PersonId person) {
    for (const auto& row : loans_of(command.db, person))
        if (row.status == AgreementStatus::proposed)
            (void)drop(command, row, AgreementStatus::refused, "");
    command.db.execute(sql::empty_agreements, store::arguments("person", person));
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "lending";
    part.title = {"共享用工协议", "Loans between enterprises"};
    part.copy = copy;
    part.hindrances = hindrances;
    part.keeps = keeps;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::lending
