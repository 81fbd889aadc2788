#include "features/people/store.hpp"

#include "engine/store/ids.hpp"
#include "features/people/queries.hpp"
#include "features/people/rules.hpp"

namespace jianghui::people {

using store::arguments;
using store::members;
using store::members_and;

namespace {

void index_occupations(store::Transaction& transaction, const Person& person) {
    transaction.execute(sql::clear_occupations,
                        arguments("person", person.id, "city", person.city));
    for (const auto& code : person.occupations)
        for (const auto& level : occupation_levels(code))
            transaction.execute(sql::add_occupation, arguments("occupation", level, "person",
                                                               person.id, "city", person.city));
}

/// "%…%" for LIKE … ESCAPE '!', with the wildcards of the input made literal.
std::string like_pattern(std::string_view text) {
    std::string pattern = "%";
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

}  // namespace

std::optional<PersonRow> find_row(const store::Reader& reader, PersonId person) {
    return reader.one<PersonRow>(sql::find_row, arguments("person", person));
}

void insert(store::Transaction& transaction, PersonRow row) {
    row.skill_words = skill_words(row);
    transaction.execute(sql::insert_person, members(row));
    index_occupations(transaction, row);
}

void update(store::Transaction& transaction, PersonRow row) {
    row.skill_words = skill_words(row);
    transaction.execute(sql::update_person, members(row));
    index_occupations(transaction, row);
}

bool take_number(store::Transaction& transaction, std::string_view id_number_index,
                 const Person& person) {
    return transaction.execute(sql::take_number,
                               arguments("id_number_index", id_number_index, "person", person.id,
                                         "city", person.city)) == 1;
}

std::optional<PersonId> person_of_number(const store::Reader& reader,
                                         std::string_view id_number_index) {
    return reader.value<PersonId>(sql::person_of_number,
                                  arguments("id_number_index", id_number_index));
}

bool add_candidacy(store::Transaction& transaction, OrganisationId agency, const Person& person,
                   AccountId account, Instant now) {
    return transaction.execute(sql::add_candidacy,
                               arguments("agency", agency, "person", person.id, "city", person.city,
                                         "account", account, "now", now)) == 1;
}

bool end_candidacy(store::Transaction& transaction, OrganisationId agency, const Person& person) {
    return transaction.execute(sql::end_candidacy, arguments("agency", agency, "person", person.id,
                                                             "city", person.city)) == 1;
}

std::vector<Candidacy> candidacies_of(const store::Reader& reader, PersonId person) {
    return reader.all<Candidacy>(sql::candidacies_of, arguments("person", person));
}

bool link_account(store::Transaction& transaction, const Person& person, AccountId account,
                  Instant now) {
    return transaction.execute(sql::link_account,
                               arguments("person", person.id, "city", person.city, "account",
                                         account, "now", now)) == 1;
}

bool verify_person(store::Transaction& transaction, const Person& person, AccountId by,
                   Instant now) {
    return transaction.execute(
               sql::verify_person,
               arguments("person", person.id, "city", person.city, "account", by, "now", now)) == 1;
}

void add_consent(store::Transaction& transaction, const Person& person, const Consent& consent,
                 AccountId account) {
    transaction.execute(sql::insert_consent, members_and(consent, "city", person.city, "person",
                                                         person.id, "account", account));
    if (consent.refused) return;  // It stands as it stood.
    const bool is_pool = consent.purpose == ConsentPurpose::public_pool;
    transaction.execute(sql::set_consents,
                        arguments("person", person.id, "city", person.city, "public_pool",
                                  is_pool ? consent.granted : person.public_pool, "contact",
                                  is_pool ? person.contact : consent.granted, "now", consent.at));
}

std::vector<Consent> consents_of(const store::Reader& reader, PersonId person) {
    return reader.all<Consent>(sql::consents_of, arguments("person", person));
}

std::optional<Consent> latest_consent(const store::Reader& reader, PersonId person,
                                      ConsentPurpose purpose) {
    return reader.one<Consent>(sql::latest_consent,
                               arguments("person", person, "purpose", purpose));
}

std::vector<AuditedReadRow> all_reads(const store::Reader& reader,
                                      std::optional<OrganisationId> organisation,
                                      std::optional<AccountId> account,
                                      std::optional<PersonId> person,
                                      std::optional<ReadId> cursor, std::int64_t limit) {
    return reader.all<AuditedReadRow>(
        sql::all_reads, arguments("organisation", organisation, "account", account, "person",
                                  person, "cursor", cursor, "limit", limit));
}

void insert_read(store::Transaction& transaction, const Person& person, const ReadRow& read,
                 AccountId account) {
    transaction.execute(sql::insert_read, members_and(read, "city", person.city, "person",
                                                      person.id, "account", account));
}

std::vector<ReadRow> reads_of(const store::Reader& reader, PersonId person,
                              std::optional<ReadId> cursor, std::int64_t limit) {
    return reader.all<ReadRow>(sql::reads_of,
                               arguments("person", person, "cursor", cursor, "limit", limit));
}

std::vector<ListedRow> list(const store::Reader& reader, const Filter& filter) {
    std::optional<std::string> pattern;
    if (filter.q) pattern = like_pattern(half_width(*filter.q));
    const auto first = [](const auto& range) {
        return range ? std::optional(range->first) : std::nullopt;
    };
    const auto last = [](const auto& range) {
        return range ? std::optional(range->second) : std::nullopt;
    };
    // Only those who supervise the place find people of whom they see no name by the whole name.
    const auto whole_name = filter.supervised ? filter.q : std::nullopt;
    const auto wanted =
        arguments("agency", filter.agency, "cursor", filter.cursor, "place_first",
                  first(filter.place), "place_last", last(filter.place), "pattern", pattern,
                  "whole_name", whole_name, "sees_pool", filter.sees_pool, "supervised_first",
                  first(filter.supervised), "supervised_last", last(filter.supervised),
                  "occupation", filter.occupation, "mine", filter.mine, "limit", filter.limit);
    if (filter.occupation) return reader.all<ListedRow>(sql::list_people_of_occupation, wanted);
    return reader.all<ListedRow>(filter.mine ? sql::list_candidates : sql::list_people, wanted);
}

// The reading part of api.hpp.

std::optional<Person> find(const store::Reader& reader, PersonId person) {
    return reader.one<Person>(sql::find_person, arguments("person", person));
}

bool may_be_offered(const store::Reader& reader, OrganisationId agency, PersonId person) {
    return reader
        .value<std::int64_t>(sql::may_be_offered, arguments("agency", agency, "person", person))
        .has_value();
}

bool is_candidate_of(const store::Reader& reader, OrganisationId agency, PersonId person) {
    return reader
        .value<std::int64_t>(sql::is_candidate, arguments("agency", agency, "person", person))
        .has_value();
}

namespace {
struct Among {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(Among, (), (person))
}  // namespace

std::vector<PersonId> candidates_among(const store::Reader& reader, OrganisationId agency,
                                       std::span<const PersonId> people) {
    std::vector<PersonId> found;
    store::each_fifty(people, [&](store::Arguments&& arguments) {
        arguments.emplace_back("agency", store::Column<OrganisationId>::to(agency));
        reader.each<Among>(sql::candidates_among, arguments,
                           [&](Among&& one) { found.push_back(one.person); });
    });
    return found;
}

std::vector<OrganisationId> agencies_of(const store::Reader& reader, PersonId person) {
    std::vector<OrganisationId> agencies;
    for (const auto& candidacy : candidacies_of(reader, person))
        agencies.push_back(candidacy.agency);
    return agencies;
}

void each_candidacy(const store::Reader& reader,
                    const std::function<void(OrganisationId, PersonId)>& each) {
    reader.each<Candidacy>(sql::all_candidacies, {}, [&](Candidacy&& candidacy) {
        each(candidacy.agency, candidacy.person);
    });
}

}  // namespace jianghui::people
