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
/// sealed value, but what is shown instead ("138****5678"): they are opened by `open_sealed`.
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
    Counts counts = Counts::issuing_place;  ///< of the definition version, as are the next two
    GateEffect gate = GateEffect::none;
    std::optional<std::string> standard;
    Date valid_from_on;
    std::optional<Date> valid_to_on;      ///< the last day
    std::optional<CaseId> case_id;        ///< the case that made this version
    codec::json::value values;            ///< an object
    Instant issued_at;
    Instant changed_at;

    /// Whether it bars its subject from the market: nobody touches such an entry alone.
    [[nodiscard]] bool bars() const { return gate == GateEffect::exclusion; }
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (id, city, register_id, definition_version, version, place, organisation,
                       person, subject_place, number, status, counts, gate, standard, valid_from_on,
                       valid_to_on, case_id, values, issued_at, changed_at))

/// Whether the entry is in force on that day: valid, and the day within its dates.
[[nodiscard]] bool in_force_on(const Entry& entry, Date day);

/// Whether the status is one of the four that nothing leads out of.
[[nodiscard]] bool is_final(EntryStatus status);

/// The status after a step; fails with entry_status when the machine has no such step.
enum class EntryStep { suspend, restore, revoke, withdraw, end, expire };
BOOST_DESCRIBE_ENUM(EntryStep, suspend, restore, revoke, withdraw, end, expire)
[[nodiscard]] Result<EntryStatus> status_after(EntryStatus from, EntryStep step);

/// A recognition as the rule reads it: entries of `register_id` issued within `origin` count within
/// `counts_in`, for that standard (any, when none), while the recognition itself is in force.
struct Recognition {
    EntryId id;  ///< the recognition's own entry
    std::string register_id;
    PlaceCode origin;
    PlaceCode counts_in;
    std::optional<std::string> standard;
    std::optional<EntryId> entry;  ///< one entry only, when it was recognised singly
    Date from_on;
    std::optional<Date> to_on;
};

/// Whether an entry counts in a place on a day, if it is in force: everywhere, in its issuing place
/// and what lies within it, or where a recognition says so (ADR 11.6). Pure. O(recognitions).
[[nodiscard]] bool counts_in(const Entry& entry, const PlaceCode& place, Date day,
                             const std::vector<Recognition>& recognitions);

/// The last day of an entry that begins on that day; nothing: until it is ended.
[[nodiscard]] std::optional<Date> last_day(const std::optional<Validity>& validity, Date from);

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
inline constexpr ErrorCode entry_needs_end{
    "entry_needs_end", Kind::invalid,
    "有固定期限的登记项必须有截止日，也不能在给出截止日的同时去掉它。请填写截止日。",
    "Entries of a register with a fixed term have a last day, and no day is given and taken away at once. Give the last day."};
inline constexpr ErrorCode entry_subject{
    "entry_subject", Kind::invalid, "登记对象与登记簿的要求不符。请核对机构、个人或地区。",
    "The entry's subject is not what the register is about. Check organisation, person or place."};
inline constexpr ErrorCode issuer_level{"issuer_level", Kind::invalid,
                                        "这一级行政区不能签发本登记。请选择规定的层级。",
                                        "A place of this level does not issue entries of this register."};
inline constexpr ErrorCode register_unknown{"register_unknown", Kind::not_found,
                                            "没有这个登记簿。请核对名称。",
                                            "There is no such register. Check its name."};

}  // namespace jianghui::registers
