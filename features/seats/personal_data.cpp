#include "features/seats/personal_data.hpp"

#include "features/seats/api.hpp"
#include "features/seats/code_tries.hpp"
#include "features/seats/queries.hpp"

namespace jianghui::seats {
namespace {

std::vector<SeatRow> seats_of(const store::Reader& reader, PersonId person) {
    return reader.all<SeatRow>(sql::seats_of_person, store::arguments("person", person));
}

/// A seat with what was agreed.
struct SeatCopy : SeatView {
    std::string contract;
};
BOOST_DESCRIBE_STRUCT(SeatCopy, (SeatView), (contract))

codec::json::array copy(const app::AboutPerson& about) {
    std::vector<SeatCopy> all;
    for (const auto& row : seats_of(about.db, about.person)) {
        SeatCopy one;
        static_cast<SeatView&>(one) = view(about.db, about.services, about.caller, row);
        one.contract = row.contract;
        all.push_back(std::move(one));
    }
    return app::documents(all);
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::int64_t count = 0;
    for (const auto& row : seats_of(about.db, about.person))
        if (row.status == SeatStatus::accepted || row.status == SeatStatus::on_site) ++count;
    if (count == 0) return {};
    return {{"seat_live",
             {"您还有已接受或在岗的席位。完工、离岗或与对方商定结束后再删除。",
              "You hold seats that are accepted or being worked. End them first."},
             count}};
}

/// What is sealed away of a seat that was accepted.
struct KeptContract {
    SeatId seat;
    OrganisationId employer;
    OrganisationId agency;
    Date starts_on;
    Date ends_on;
    std::string contract;
    std::string contract_digest;
    std::optional<std::string> policy_number;
    std::string status_reason;
};
BOOST_DESCRIBE_STRUCT(KeptContract, (),
                      (seat, employer, agency, starts_on, ends_on, contract, contract_digest,
                       policy_number, status_reason))

std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    std::vector<KeptContract> kept;
    std::optional<Date> last;
    for (const auto& row : seats_of(about.db, about.person)) {
        if (!row.accepted_at) continue;
        kept.push_back({row.id, row.employer, row.agency, row.starts_on, row.ends_on, row.contract,
                        row.contract_digest, row.policy_number, row.status_reason});
        last = std::max(last.value_or(row.starts_on), row.ended_on.value_or(row.ends_on));
    }
    if (kept.empty()) return {};
    return {{app::RetentionClass::contract, last, app::documents(kept)}};
}

void empty(app::Command& command, PersonId person) {
    for (const auto& row : seats_of(command.db, person))
        if (row.status == SeatStatus::offered)
            (void)leave(command, row, SeatStatus::declined, "");
    for (const auto& row : seats_of(command.db, person)) forget_code_tries(command.db, row);
    const auto one = store::arguments("person", person);
    command.db.execute(sql::empty_seats, one);
    command.db.execute(sql::forget_days, one);
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "seats";
    part.title = {"席位和用工确认书", "Seats and terms of work"};
    part.copy = copy;
    part.hindrances = hindrances;
    part.keeps = keeps;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::seats
