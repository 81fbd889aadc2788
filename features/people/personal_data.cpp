#include "features/people/personal_data.hpp"

#include "features/codes/api.hpp"
#include "features/people/change_events.hpp"
#include "features/people/queries.hpp"
#include "features/people/sealed.hpp"
#include "features/people/view.hpp"

namespace jianghui::people {
namespace {

constexpr int deleted_a_run = 500;

/// Who she is, in clear.
struct Identity {
    std::string name;
    std::optional<std::string> id_number;
    std::optional<std::string> phone;
    Date born;
};
BOOST_DESCRIBE_STRUCT(Identity, (), (name, id_number, phone, born))

std::optional<std::string> clear_text(const app::Services& services, Sensitive kind,
                                      PersonId person, const std::optional<std::string>& box) {
    if (!box) return std::nullopt;
    auto value = opened(services, kind, person, *box);
    return value ? std::optional(*std::move(value)) : std::nullopt;
}

Identity identity_of(const app::Services& services, const PersonRow& row) {
    return {row.name, clear_text(services, Sensitive::id_number, row.id, row.id_number_box),
            clear_text(services, Sensitive::phone, row.id, row.phone_box), row.born};
}

/// What she sees of herself, with the numbers in clear.
struct PersonCopy : PersonView {
    Date born;
};
BOOST_DESCRIBE_STRUCT(PersonCopy, (PersonView), (born))

struct CandidacyCopy {
    std::string organisation;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(CandidacyCopy, (), (organisation, added_at))

/// One object: herself, where she is a candidate, what she agreed to, who read her data.
struct WholeCopy {
    PersonCopy person;
    std::vector<CandidacyCopy> candidacies;
    std::vector<Consent> consents;
    std::vector<ReadView> reads;
};
BOOST_DESCRIBE_STRUCT(WholeCopy, (), (person, candidacies, consents, reads))

codec::json::array copy(const app::AboutPerson& about) {
    const auto row = find_row(about.db, about.person);
    if (!row) return {};
    WholeCopy whole;
    static_cast<PersonView&>(whole.person) =
        view(about.services, *row, {Sight::full, true, false, false});
    auto identity = identity_of(about.services, *row);
    whole.person.id_number = std::move(identity.id_number);
    whole.person.phone = std::move(identity.phone);
    whole.person.born = row->born;
    for (const auto& each : candidacies_of(about.db, about.person))
        if (const auto agency = organisations::find_reference(about.db, each.agency))
            whole.candidacies.push_back({agency->name, each.added_at});
    whole.consents = consents_of(about.db, about.person);
    for (const auto& each : reads_of(about.db, about.person, std::nullopt, 100'000))
        whole.reads.push_back(read_view(about.db, about.services, each));
    return app::documents(std::vector<WholeCopy>{std::move(whole)});
}

std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    const auto row = find_row(about.db, about.person);
    if (!row) return {};
    auto identity = identity_of(about.services, *row);
    identity.phone.reset();
    auto content = codec::parse(codec::encode(identity));
    ASSERT(content.has_value());
    return {{app::RetentionClass::identity, std::nullopt, *std::move(content)},
            {app::RetentionClass::readings, date_of(about.now), {}}};
}

void empty(app::Command& command, PersonId id) {
    const auto row = find_row(command.db, id);
    if (!row) return;
    if (row->public_pool) (void)set_consent(command, id, ConsentPurpose::public_pool, false);
    if (row->contact) (void)set_consent(command, id, ConsentPurpose::contact, false);
    for (const auto& each : candidacies_of(command.db, id))
        if (end_candidacy(command.db, each.agency, *row))
            command.record(candidacy_ended, about(*row, each.agency));
    const auto one = store::arguments("person", id, "city", row->city);
    command.db.execute(sql::clear_occupations, one);
    command.db.execute(sql::free_numbers, store::arguments("person", id));
    command.db.execute(sql::empty_person, store::arguments("person", id, "city", row->city,
                                                           "now", command.now));
}

/// Readings and agreements are kept to be shown and checked, then they go.
void forget(app::Command& command, PersonId id, app::RetentionClass record) {
    if (record != app::RetentionClass::readings) return;
    command.db.execute(sql::forget_reads, store::arguments("person", id));
    command.db.execute(sql::forget_consents, store::arguments("person", id));
}

bool expire(app::Command& command) {
    const Date today = date_of(command.now);
    const auto years =
        command.services.get<codes::Tables>().parameter_or("reading_record_years", today, 3);
    const Date before = add_months(today, -12 * static_cast<int>(years));
    return command.db.execute(sql::expire_reads, store::arguments("before", start_of(before),
                                                                  "limit", deleted_a_run)) ==
           deleted_a_run;
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "people";
    part.title = {"身份、求职信息、授权和查阅记录", "Identity, profile, consents, readings"};
    part.copy = copy;
    part.keeps = keeps;
    part.empty = empty;
    part.forget = forget;
    part.expire = expire;
    return part;
}

}  // namespace jianghui::people
