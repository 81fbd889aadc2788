#pragma once
// An entry: one record of a register, versioned, with validity and issuing place.

#include "engine/registers/definition.hpp"

namespace jianghui::registers {

using EntryId = Id<struct EntryTag>;
using CaseId = Id<struct CaseTag>;

/// valid ⇄ suspended; both → revoked (吊销), withdrawn (撤销: it should never have been issued),
/// ended (注销、移出) or expired (by the clock). The last four are final.
enum class EntryStatus { valid, suspended, revoked, withdrawn, ended, expired };
BOOST_DESCRIBE_ENUM(EntryStatus, valid, suspended, revoked, withdrawn, ended, expired)

/// Why: codes only, the sentence beside it stays in the row.
enum class EntryReason {
    granted, corrected, changed, renewed, violation, remedied, at_own_request, lapsed, annulled,
    repaired, superseded, imported, other
};
BOOST_DESCRIBE_ENUM(EntryReason, granted, corrected, changed, renewed, violation, remedied,
                    at_own_request, lapsed, annulled, repaired, superseded, imported, other)

/// The present version of an entry, as rules and readers of other parts see it. `values` holds no
/// sealed value: those are opened by `open_sealed` with a purpose.
struct Entry {
    EntryId id;
    PlaceCode city;  ///< distribution key: that of the issuing place
    std::string register_id;
    std::int64_t definition_version = 1;
    std::int64_t version = 1;  ///< grows with every change of content or status
    PlaceCode place;           ///< the issuing place
    std::optional<OrganisationId> organisation;  ///< the subject, when it is one
    std::optional<PersonId> person;
    std::optional<PlaceCode> subject_place;
    std::string number;
    EntryStatus status = EntryStatus::valid;
    Date valid_from_on;
    std::optional<Date> valid_to_on;      ///< the last day
    std::optional<std::string> standard;  ///< that of the definition when it was issued
    std::optional<CaseId> case_id;        ///< the case that made this version
    codec::json::value values;            ///< an object
    Instant issued_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (id, city, register_id, definition_version, version, place, organisation,
                       person, subject_place, number, status, valid_from_on, valid_to_on, standard,
                       case_id, values, issued_at, changed_at))

/// Whether the entry is in force on that day: valid, and the day within its dates.
[[nodiscard]] bool in_force_on(const Entry& entry, Date day);

/// The status after a step; fails with entry_status when the machine has no such step.
enum class EntryStep { suspend, restore, revoke, withdraw, end, expire };
BOOST_DESCRIBE_ENUM(EntryStep, suspend, restore, revoke, withdraw, end, expire)
[[nodiscard]] Result<EntryStatus> status_after(EntryStatus from, EntryStep step);

/// A recognition as the rule reads it: entries of `register_id` issued within `origin` count within
/// `counts_in`, for that standard (any, when none), while the recognition itself is in force.
struct Recognition {
    std::string register_id;
    PlaceCode origin;
    PlaceCode counts_in;
    std::optional<std::string> standard;
    std::optional<EntryId> entry;  ///< one entry only, when it was recognised singly
    Date from_on;
    std::optional<Date> to_on;
};

/// Whether an entry in force counts in a place: everywhere, in its issuing place and what lies within
/// it, or where a recognition says so (ADR 11.6). Pure. O(recognitions).
[[nodiscard]] bool counts_in(const Entry& entry, Counts counts, const PlaceCode& place, Date day,
                             const std::vector<Recognition>& recognitions);

inline constexpr ErrorCode entry_status{"entry_status", Kind::conflict,
                                        "登记项的状态不允许这样办理。请刷新后核对。",
                                        "The entry's status does not allow this. Reload and check."};
inline constexpr ErrorCode entry_number_taken{
    "entry_number_taken", Kind::conflict, "这个编号已有登记项使用。请核对编号。",
    "Another entry of this register has the number. Check it."};
inline constexpr ErrorCode entry_value_taken{
    "entry_value_taken", Kind::conflict, "已有登记项使用这个内容，且不得重复。请核对。",
    "A living entry of this register has this value already. Check it."};
inline constexpr ErrorCode entry_period{"entry_period", Kind::invalid,
                                        "有效期止日早于起日。请改正日期。",
                                        "The last day lies before the first. Correct the dates."};
inline constexpr ErrorCode issuer_level{"issuer_level", Kind::invalid,
                                        "这一级行政区不能签发本登记。请选择规定的层级。",
                                        "A place of this level does not issue entries of this register."};
inline constexpr ErrorCode register_unknown{"register_unknown", Kind::not_found,
                                            "没有这个登记簿。请核对名称。",
                                            "There is no such register. Check its name."};

}  // namespace jianghui::registers
