#pragma once
// The SQL of this feature as typed calls, nothing else.

#include <optional>
#include <string>
#include <vector>

#include "engine/store/store.hpp"
#include "features/organisations/model.hpp"
#include "features/organisations/rules.hpp"

namespace jianghui::organisations {

/// One row of `organisations`, whole.
struct OrganisationRow {
    OrganisationId id;
    PlaceCode city;
    OrganisationKind kind = OrganisationKind::employer;
    std::string name;
    std::string name_key;
    CreditCode credit_code;
    std::optional<std::string> credit_code_override_reason;
    PlaceCode place;
    std::optional<IndustryCode> industry;
    std::string address;
    std::optional<std::string> contact_name;
    std::optional<std::string> contact_phone_box;
    OrganisationStatus status = OrganisationStatus::registered;
    std::optional<ReasonCode> status_reason_code;
    std::optional<std::string> status_reason;
    std::optional<Instant> verified_at;
    std::optional<AccountId> verified_by;
    std::optional<std::int64_t> capacity;
    Instant registered_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(OrganisationRow, (),
                      (id, city, kind, name, name_key, credit_code, credit_code_override_reason,
                       place, industry, address, contact_name, contact_phone_box, status,
                       status_reason_code, status_reason, verified_at, verified_by, capacity,
                       registered_at, changed_at))

/// What of a row other features see, without its exclusion (credentials.hpp).
[[nodiscard]] Organisation organisation_of(const OrganisationRow& row);

/// The whole row, or nothing.
[[nodiscard]] std::optional<OrganisationRow> find_row(const store::Reader& reader,
                                                      OrganisationId organisation);

/// Adds the row and takes its credit code. Fails with credit_code_taken.
[[nodiscard]] Result<Done> insert(store::Transaction& transaction, const OrganisationRow& row);

/// Keeps a row that its members changed, `before` as it was. A refused organisation holds no credit
/// code (else whoever registers a stranger's code would keep its owner out), so one that corrects
/// itself takes its code anew. Fails with credit_code_taken.
[[nodiscard]] Result<Done> update(store::Transaction& transaction, const OrganisationRow& row,
                                  const Organisation& before);

/// A change of status as an official makes it.
struct StatusChange {
    OrganisationStatus from = OrganisationStatus::registered;
    OrganisationStatus to = OrganisationStatus::registered;
    std::optional<ReasonCode> status_reason_code;
    std::optional<std::string> status_reason;
    std::optional<Instant> verified_at;
    std::optional<AccountId> verified_by;
};
BOOST_DESCRIBE_STRUCT(StatusChange, (),
                      (from, to, status_reason_code, status_reason, verified_at, verified_by))
/// Refusing frees the credit code, leaving refused takes it. Fails with organisation_status when it
/// is no longer in `from`, and credit_code_taken.
[[nodiscard]] Result<Done> change_status(store::Transaction& transaction,
                                         const Organisation& organisation,
                                         const StatusChange& change, Instant now);

/// What a page of the list is to hold.
struct Filter {
    std::optional<OrganisationKind> kind;
    std::optional<OrganisationStatus> status;
    std::optional<PlaceRange> place;
    std::optional<std::string> q;          ///< as typed
    std::optional<PlaceRange> supervised;  ///< where the caller sees every status
    std::optional<OrganisationId> own;     ///< the caller's own
    std::optional<OrganisationId> cursor;  ///< the last one of the page before
    std::int64_t limit = 50;
};
/// One page, newest first. O(rows passed over) for rare names: the list has no full-text index.
[[nodiscard]] std::vector<OrganisationRow> list(const store::Reader& reader, const Filter& filter);

}  // namespace jianghui::organisations
