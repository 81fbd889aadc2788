#pragma once
// What acts on entries write into the journal: ids, codes and dates, never a number or a value. The
// subject of the event is the entry ("entry"), its organisation or person is the one it is about.

#include "engine/journal/journal.hpp"
#include "engine/registers/entry.hpp"

namespace jianghui::registers {

inline constexpr journal::EventKind entry_issued{"entry.issued", "登记项已签发", "An entry was issued"};
inline constexpr journal::EventKind entry_changed{"entry.changed", "登记项已变更",
                                                  "An entry was changed"};
inline constexpr journal::EventKind entry_suspended{"entry.suspended", "登记项已暂停",
                                                    "An entry was suspended"};
inline constexpr journal::EventKind entry_restored{"entry.restored", "登记项已恢复",
                                                   "An entry was restored"};
inline constexpr journal::EventKind entry_revoked{"entry.revoked", "登记项已吊销",
                                                  "An entry was revoked"};
inline constexpr journal::EventKind entry_withdrawn{"entry.withdrawn", "登记项已撤销",
                                                    "An entry was withdrawn"};
inline constexpr journal::EventKind entry_ended{"entry.ended", "登记项已注销或移出",
                                                "An entry was ended"};
inline constexpr journal::EventKind entry_expired{"entry.expired", "登记项已到期",
                                                  "An entry expired"};
inline constexpr journal::EventKind entry_sealed_read{"entry.sealed_read", "登记项加密内容已被查看",
                                                      "A sealed value of an entry was read"};

inline constexpr journal::EventKind entry_proposed{"entry.proposed", "提议吊销、撤销或列入，待另一人审批",
                                                   "An act against somebody was proposed to a colleague"};
inline constexpr journal::EventKind entry_proposal_declined{"entry.proposal_declined", "提议未获批准或已撤回",
                                                            "A proposed act was declined"};

/// What entry.* say: the entry as it is after the event.
struct EntryEvent {
    std::string register_id;
    std::int64_t definition_version = 1;
    std::int64_t version = 1;
    PlaceCode place;
    std::optional<PlaceCode> subject_place;
    EntryStatus status = EntryStatus::valid;
    EntryReason reason = EntryReason::granted;
    GateEffect gate = GateEffect::none;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    std::optional<CaseId> case_id;
};
BOOST_DESCRIBE_STRUCT(EntryEvent, (),
                      (register_id, definition_version, version, place, subject_place, status, reason,
                       gate, valid_from_on, valid_to_on, case_id))

/// What entry.sealed_read says.
struct SealedRead {
    std::string register_id;
    std::string field;
    std::string purpose;
};
BOOST_DESCRIBE_STRUCT(SealedRead, (), (register_id, field, purpose))

/// What entry.proposed and entry.proposal_declined say.
struct ProposalEvent {
    std::string register_id;
    std::string act;  ///< revoke, withdraw, end, suspend, restore, change, issue, lift
    PlaceCode place;
    EntryReason reason = EntryReason::violation;
};
BOOST_DESCRIBE_STRUCT(ProposalEvent, (), (register_id, act, place, reason))

/// The event of a step.
[[nodiscard]] const journal::EventKind& event_of(EntryStep step);

/// All of them, and those of definitions: for the feature that lists them.
[[nodiscard]] std::vector<const journal::EventKind*> event_kinds();
/// All refusals of this engine: for the feature that lists them.
[[nodiscard]] std::vector<const ErrorCode*> error_codes();

}  // namespace jianghui::registers
