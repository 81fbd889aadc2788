#include "features/organisations/store.hpp"

#include "features/organisations/api.hpp"
#include "features/organisations/credentials.hpp"
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
};
BOOST_DESCRIBE_STRUCT(Columns, (),
                      (id, city, kind, name, credit_code, place, industry, address, status,
                       verified_at, capacity))

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

// The reading part of api.hpp.

std::optional<Organisation> find(const store::Reader& reader, OrganisationId organisation) {
    auto columns =
        reader.one<Columns>(sql::find_organisation, arguments("organisation", organisation));
    if (!columns) return std::nullopt;
    auto found = convert(std::move(*columns));
    found.exclusion = exclusion_of(registers::at_gate(reader, organisation));
    return found;
}

std::optional<Reference> find_reference(const store::Reader& reader, OrganisationId organisation) {
    return reader.one<Reference>(sql::find_reference, arguments("organisation", organisation));
}

namespace {

GateFacts facts_of(Columns columns, const std::vector<registers::Entry>& entries) {
    GateFacts facts{convert(std::move(columns)), credentials_of(entries)};
    facts.organisation.exclusion = exclusion_of(entries);
    return facts;
}

}  // namespace

std::optional<GateFacts> gate_facts(const store::Reader& reader, OrganisationId organisation) {
    auto columns =
        reader.one<Columns>(sql::find_organisation, arguments("organisation", organisation));
    if (!columns) return std::nullopt;
    return facts_of(std::move(*columns), registers::at_gate(reader, organisation));
}

void ask_reference(store::Readings& readings, OrganisationId organisation,
                   std::function<void(Reference&&)> found) {
    readings.each<Reference>(sql::find_reference, arguments("organisation", organisation),
                             std::move(found));
}

namespace {
struct Home {
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(Home, (), (city))
}  // namespace

void ask_home(store::Readings& readings, OrganisationId organisation,
              std::function<void(PlaceCode&&)> found) {
    readings.each<Home>(sql::find_home, arguments("organisation", organisation),
                        [found = std::move(found)](Home&& home) { found(std::move(home.city)); });
}

void ask_gate_facts(store::Readings& readings, OrganisationId organisation,
                    std::function<void(GateFacts&&)> found) {
    // The entries first: the organisation's row then completes them.
    auto entries = std::make_shared<std::vector<registers::Entry>>();
    registers::ask_at_gate(readings, organisation, [entries](registers::Entry&& entry) {
        entries->push_back(std::move(entry));
    });
    readings.each<Columns>(sql::find_organisation, arguments("organisation", organisation),
                           [entries, found = std::move(found)](Columns&& columns) {
                               found(facts_of(std::move(columns), *entries));
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
    for (auto& columns : reader.all<Columns>(sql::all_organisations)) {
        auto organisation = convert(std::move(columns));
        organisation.exclusion = exclusion_of(registers::at_gate(reader, organisation.id));
        each(organisation);
    }
}

std::vector<OrganisationId> named(const store::Reader& reader, std::string_view part, int limit) {
    Filter filter;
    filter.q = std::string(part);
    filter.supervised = PlaceRange{"0", "9"};
    filter.limit = limit;
    std::vector<OrganisationId> found;
    for (const auto& row : list(reader, filter)) found.push_back(row.id);
    return found;
}

}  // namespace jianghui::organisations
