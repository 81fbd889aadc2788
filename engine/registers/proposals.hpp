#pragma once
// Four eyes outside a case: what takes away from somebody (revoking or withdrawing an entry, issuing one that
// bars), what lets in again whom an entry bars, and what changes such an entry is proposed by one official and decided
// by another. Who may propose and decide in a place is for the caller to check; that nobody approves her own proposal is
// checked here and by the table.

#include "engine/registers/entries.hpp"

namespace jianghui::registers {

using ProposalId = Id<struct ProposalTag>;

/// Of an entry that there is: revoke, withdraw, end, suspend, restore, change. About an organisation: issue an entry, lift
/// (end all that a register says of it).
enum class ProposedAct { revoke, withdraw, end, suspend, restore, change, issue, lift };
BOOST_DESCRIBE_ENUM(ProposedAct, revoke, withdraw, end, suspend, restore, change, issue, lift)
/// The step of an entry that an act is; change, issue and lift are none.
[[nodiscard]] EntryStep step_of(ProposedAct act);
/// The act that a step of an entry is proposed as: revoke, withdraw, end, suspend or restore.
[[nodiscard]] ProposedAct act_of(EntryStep step);
enum class ProposalStatus { waiting, approved, declined };
BOOST_DESCRIBE_ENUM(ProposalStatus, waiting, approved, declined)

/// A row of `entry_proposals`: of an entry that there is, or (issue, lift) about the organisation.
struct Proposal {
    ProposalId id;
    PlaceCode city;  ///< distribution key: that of the place
    ProposedAct act = ProposedAct::revoke;
    std::optional<EntryId> entry;
    std::optional<std::int64_t> entry_version;  ///< that a change was made of
    std::string register_id;
    PlaceCode place;  ///< the issuing place, whose officials decide
    std::optional<OrganisationId> organisation;
    EntryReason reason = EntryReason::violation;
    std::optional<std::string> note;
    std::optional<Date> valid_from_on;
    std::optional<Date> valid_to_on;
    bool no_end = false;        ///< of a change: the entry is to have no last day
    codec::json::value values;  ///< an object: of the entry to be issued or changed
    ProposalStatus status = ProposalStatus::waiting;
    AccountId proposed_by;
    Instant proposed_at;
    std::optional<AccountId> decided_by;
    std::optional<Instant> decided_at;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (id, city, act, entry, entry_version, register_id, place, organisation, reason, note, valid_from_on,
                       valid_to_on, no_end, values, status, proposed_by, proposed_at, decided_by, decided_at))

/// Proposes a step of an entry; records entry.proposed. Fails with not_found, entry_status
/// (the act is not open from its status), proposal_waiting.
[[nodiscard]] Result<Proposal> propose(app::Command& command, EntryId entry, ProposedAct act,
                                       EntryReason reason, std::optional<std::string> note);
/// Proposes new content or dates of an entry; records entry.proposed. A sealed value is left out or stands masked: the
/// proposal holds none in the clear. Fails as registers::change, with proposal_waiting, proposal_sealed.
[[nodiscard]] Result<Proposal> propose_change(app::Command& command, const Register& definition, EntryId entry,
                                              const Change& change);
/// Proposes that an entry be issued about an organisation, which must be set; records entry.proposed. Fails with
/// proposal_waiting when one of this register waits already.
[[nodiscard]] Result<Proposal> propose(app::Command& command, std::string_view register_id,
                                       const NewEntry& wanted);
/// Proposes, for the office of `place`, that what the register says about the organisation be ended; records
/// entry.proposed. Fails with proposal_waiting.
[[nodiscard]] Result<Proposal> propose_lifting(app::Command& command, std::string_view register_id,
                                               OrganisationId organisation, const PlaceCode& place,
                                               EntryReason reason);

/// Marks it as approved by the caller. The act itself follows: `carry_out`, or the caller's own. Fails with
/// second_official (she proposed it), proposal_over.
[[nodiscard]] Result<Done> approve(app::Command& command, const Proposal& proposal);
/// Takes the proposed step of the entry, or changes it. Fails as registers::take and change, with proposal_outdated when
/// the entry was changed since.
[[nodiscard]] Result<Entry> carry_out(app::Command& command, const Proposal& proposal);
/// Declines it, or takes one's own back; records entry.proposal_declined. Fails with proposal_over.
[[nodiscard]] Result<Done> decline(app::Command& command, const Proposal& proposal);

/// The proposal that waits about an entry, or nothing.
[[nodiscard]] std::optional<Proposal> proposal_of(const store::Reader& reader, EntryId entry);
/// The proposal that waits to issue an entry of the register about the organisation, or to lift what it says, or nothing.
[[nodiscard]] std::optional<Proposal> proposal_about(const store::Reader& reader, OrganisationId organisation,
                                                     std::string_view register_id);
/// Proposals about entries (or, with `to_issue`, to issue or lift) that wait within the place for
/// somebody else than the account, oldest first.
[[nodiscard]] std::vector<Proposal> proposals_within(const store::Reader& reader, const PlaceCode& place,
                                                     bool to_issue, AccountId account, int limit);

inline constexpr ErrorCode proposal_waiting{
    "proposal_waiting", Kind::conflict, "已有一项提议等待审批。请先由另一位工作人员审批或者退回。",
    "A proposal waits already. Somebody else approves or declines it first."};
inline constexpr ErrorCode proposal_over{"proposal_over", Kind::conflict,
                                         "没有等待审批的提议，或者已经处理。请刷新后核对。",
                                         "No proposal waits, or it was decided. Reload and check."};
inline constexpr ErrorCode proposal_outdated{
    "proposal_outdated", Kind::conflict, "提议之后该登记项又有变更。请退回此提议，按现状重新提议。",
    "The entry was changed after this was proposed. Decline it and propose again."};
inline constexpr ErrorCode proposal_sealed{
    "proposal_sealed", Kind::conflict, "加密保存的内容不能在提议中变更。请经办件变更，或不填此项。",
    "A sealed value cannot be changed by a proposal. Change it by a case, or leave it out."};
inline constexpr ErrorCode second_official{
    "second_official", Kind::forbidden, "提议人不能审批自己的提议。请由另一位工作人员审批。",
    "Nobody approves what she proposed herself. Ask a colleague."};

}  // namespace jianghui::registers
