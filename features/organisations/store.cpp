#include "features/organisations/store.hpp"

#include "features/organisations/api.hpp"
#include "features/organisations/queries.hpp"

namespace jianghui::organisations {

using store::arguments;
using store::members;
using store::members_and;

namespace {

/// The columns that other features see, flat as SQL gives them.
struct Columns {
    OrganisationId id;
    PlaceCode city;
    OrganisationKind kind = OrganisationKind::employer;
    std::string name;
    CreditCode credit_code;
    PlaceCode place;
    std::optional<IndustryCode> industry;
    std::string address;
    OrganisationStatus status = OrganisationStatus::registered;
    std::optional<Instant> verified_at;
    std::optional<std::int64_t> capacity;
    std::optional<ReasonCode> exclusion_reason_code;
    std::optional<Date> exclusion_since_on;
    std::optional<Date> exclusion_until_on;
};
BOOST_DESCRIBE_STRUCT(Columns, (),
                      (id, city, kind, name, credit_code, place, industry, address, status,
                       verified_at, capacity, exclusion_reason_code, exclusion_since_on,
                       exclusion_until_on))

template <class Row>
Organisation convert(Row row) {
    Organisation organisation;
    organisation.id = row.id;
    organisation.city = std::move(row.city);
    organisation.kind = row.kind;
    organisation.name = std::move(row.name);
    organisation.credit_code = std::move(row.credit_code);
    organisation.place = std::move(row.place);
    organisation.industry = std::move(row.industry);
    organisation.address = std::move(row.address);
    organisation.status = row.status;
    organisation.verified_at = row.verified_at;
    organisation.capacity = row.capacity;
    if (row.exclusion_reason_code && row.exclusion_since_on)
        organisation.exclusion =
            Exclusion{*row.exclusion_reason_code, *row.exclusion_since_on, row.exclusion_until_on};
    return organisation;
}

/// Works for a row and for what others see of it.
template <class O>
Result<Done> take_credit_code(store::Transaction& transaction, const O& organisation) {
    const auto taken = transaction.execute(
        sql::take_credit_code, arguments("credit_code", organisation.credit_code, "organisation",
                                         organisation.id, "city", organisation.city));
    if (taken == 0) return refuse(error(credit_code_taken).at("/credit_code"));
    return Done{};
}

void free_credit_code(store::Transaction& transaction, const Organisation& organisation) {
    transaction.execute(sql::free_credit_code, arguments("credit_code", organisation.credit_code,
                                                         "organisation", organisation.id));
}

}  // namespace

Organisation organisation_of(const OrganisationRow& row) {
    return convert(row);
}

std::optional<OrganisationRow> find_row(const store::Reader& reader, OrganisationId organisation) {
    return reader.one<OrganisationRow>(sql::find_row, arguments("organisation", organisation));
}

Result<Done> insert(store::Transaction& transaction, const OrganisationRow& row) {
    TRY_DO(take_credit_code(transaction, row));
    transaction.execute(sql::insert_organisation, members(row));
    return Done{};
}

Result<Done> update(store::Transaction& transaction, const OrganisationRow& row,
                    const Organisation& before) {
    const bool held_none = before.status == OrganisationStatus::refused;
    if (held_none || row.credit_code != before.credit_code) {
        TRY_DO(take_credit_code(transaction, row));
        if (!held_none) free_credit_code(transaction, before);
    }
    transaction.execute(sql::change_organisation, members(row));
    return Done{};
}

Result<Done> change_status(store::Transaction& transaction, const Organisation& organisation,
                           const StatusChange& change, Instant now) {
    const auto changed =
        transaction.execute(sql::change_status, members_and(change, "organisation", organisation.id,
                                                            "city", organisation.city, "now", now));
    if (changed == 0) return refuse(organisation_status);
    if (change.to == OrganisationStatus::refused) free_credit_code(transaction, organisation);
    if (change.from == OrganisationStatus::refused)
        TRY_DO(take_credit_code(transaction, organisation));
    return Done{};
}

void change_exclusion(store::Transaction& transaction, const Organisation& organisation,
                      const std::optional<Exclusion>& exclusion, Instant now) {
    std::optional<ReasonCode> reason_code;
    std::optional<Date> since_on;
    std::optional<Date> until_on;
    if (exclusion) {
        reason_code = exclusion->reason_code;
        since_on = exclusion->since_on;
        until_on = exclusion->until_on;
    }
    transaction.execute(
        sql::change_exclusion,
        arguments("organisation", organisation.id, "city", organisation.city, "reason_code",
                  reason_code, "since_on", since_on, "until_on", until_on, "now", now));
}

std::vector<OrganisationRow> list(const store::Reader& reader, const Filter& filter) {
    std::optional<std::string> pattern;
    std::optional<CreditCode> code;
    if (filter.q) {
        pattern = like_pattern(name_key(*filter.q));
        code = normalised_credit_code(*filter.q);
    }
    const auto first = [](const std::optional<PlaceRange>& range) {
        return range ? std::optional(range->first) : std::nullopt;
    };
    const auto last = [](const std::optional<PlaceRange>& range) {
        return range ? std::optional(range->last) : std::nullopt;
    };
    return reader.all<OrganisationRow>(
        sql::list_organisations,
        arguments("kind", filter.kind, "status", filter.status, "place_first", first(filter.place),
                  "place_last", last(filter.place), "pattern", pattern, "code", code,
                  "supervised_first", first(filter.supervised), "supervised_last",
                  last(filter.supervised), "own", filter.own, "cursor", filter.cursor, "limit",
                  filter.limit));
}

std::vector<Credential> credentials_of(const store::Reader& reader, OrganisationId organisation) {
    return reader.all<Credential>(sql::credentials_of, arguments("organisation", organisation));
}

std::optional<Credential> find_credential(const store::Reader& reader, CredentialId credential) {
    return reader.one<Credential>(sql::find_credential, arguments("credential", credential));
}

Result<Done> insert(store::Transaction& transaction, const Credential& credential,
                    const PlaceCode& city, AccountId issued_by, Instant now) {
    if (transaction.value<std::int64_t>(sql::find_credential_number, members(credential)))
        return refuse(error(credential_number_taken).at("/number"));
    transaction.execute(sql::insert_credential,
                        members_and(credential, "city", city, "issued_by", issued_by, "now", now));
    return Done{};
}

Result<Done> change_status(store::Transaction& transaction, CredentialId credential,
                           const PlaceCode& city, const CredentialChange& change, Instant now) {
    const auto changed = transaction.execute(
        sql::change_credential_status,
        members_and(change, "credential", credential, "city", city, "now", now));
    if (changed == 0) return refuse(credential_status);
    return Done{};
}

// The reading part of api.hpp.

std::optional<Organisation> find(const store::Reader& reader, OrganisationId organisation) {
    auto columns =
        reader.one<Columns>(sql::find_organisation, arguments("organisation", organisation));
    if (!columns) return std::nullopt;
    return convert(std::move(*columns));
}

std::optional<Reference> find_reference(const store::Reader& reader, OrganisationId organisation) {
    return reader.one<Reference>(sql::find_reference, arguments("organisation", organisation));
}

std::optional<GateFacts> gate_facts(const store::Reader& reader, OrganisationId organisation) {
    auto found = find(reader, organisation);
    if (!found) return std::nullopt;
    return GateFacts{std::move(*found), credentials_of(reader, organisation)};
}

void ask_reference(store::Readings& readings, OrganisationId organisation,
                   std::function<void(Reference&&)> found) {
    readings.each<Reference>(sql::find_reference, arguments("organisation", organisation),
                             std::move(found));
}

void ask_gate_facts(store::Readings& readings, OrganisationId organisation,
                    std::function<void(GateFacts&&)> found) {
    // The credentials first: the organisation's row then completes them.
    auto credentials = std::make_shared<std::vector<Credential>>();
    readings.each<Credential>(
        sql::credentials_of, arguments("organisation", organisation),
        [credentials](Credential&& credential) { credentials->push_back(std::move(credential)); });
    readings.each<Columns>(sql::find_organisation, arguments("organisation", organisation),
                           [credentials, found = std::move(found)](Columns&& columns) {
                               found({convert(std::move(columns)), std::move(*credentials)});
                           });
}

std::optional<OrganisationId> find_by_credit_code(const store::Reader& reader,
                                                  std::string_view credit_code) {
    return reader.value<OrganisationId>(
        sql::organisation_of_credit_code,
        arguments("credit_code", normalised_credit_code(credit_code)));
}

namespace {
struct Found {
    OrganisationId id;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id))
}  // namespace

std::optional<OrganisationId> find_by_name(const store::Reader& reader, std::string_view name) {
    const auto found =
        reader.all<Found>(sql::organisations_of_name, arguments("name_key", name_key(name)));
    return found.size() == 1 ? std::optional(found.front().id) : std::nullopt;
}

void each_organisation(const store::Reader& reader,
                       const std::function<void(const Organisation&)>& each) {
    reader.each<Columns>(sql::all_organisations, {},
                         [&](Columns&& columns) { each(convert(std::move(columns))); });
}

}  // namespace jianghui::organisations
