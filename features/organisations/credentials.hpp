#pragma once
// Credentials and exclusions as views of entries of registers (engine/registers): nothing of them is
// kept here. A credential has its entry's number as id.

#include "engine/registers/registers.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::organisations {

/// The register whose entries are credentials of that kind.
[[nodiscard]] std::string_view register_of(CredentialKind kind);
/// The register that exclusions by an official or inspector go into. Entries of other registers with
/// gate = "exclusion" bar just the same.
inline constexpr std::string_view exclusion_register = "market_exclusion";

/// The credential that an entry is. Nothing for other entries and for those that have been withdrawn
/// or ended (注销); one that has expired is valid with its dates past.
[[nodiscard]] std::optional<Credential> credential_of(const registers::Entry& entry);
/// Those among what the gate reads of an organisation.
[[nodiscard]] std::vector<Credential> credentials_of(const std::vector<registers::Entry>& entries);

/// The exclusion that valid entries among them make: the earliest, until the end of what follows it
/// without a gap. Nothing when there is none, in force or to come.
[[nodiscard]] std::optional<Exclusion> exclusion_of(const std::vector<registers::Entry>& entries);

/// A step with an official's reason: the code stands in the note, before the sentence.
[[nodiscard]] registers::StepTaken step_of(registers::EntryStep step, ReasonCode code,
                                           const std::optional<Sentence>& sentence);

/// Excludes the organisation as it was proposed and approved, in place of the exclusion that there was. Fails as
/// registers::issue.
[[nodiscard]] Result<Done> put_on_list(app::Command& command, const Organisation& organisation,
                                       const registers::Proposal& proposal);
/// What waits for a second official, as an exclusion.
[[nodiscard]] Exclusion proposed_exclusion(const registers::Proposal& proposal);
/// Proposes to exclude. Fails with proposal_waiting.
[[nodiscard]] Result<Done> propose_exclusion(app::Command& command, const Organisation& organisation,
                                             const Exclusion& exclusion);
/// Proposes to end the exclusion. Fails with not_excluded when the register of exclusions says nothing of it (another
/// register bars it), proposal_waiting.
[[nodiscard]] Result<Done> propose_lifting(app::Command& command, const Organisation& organisation);
/// Whether everything that the register of exclusions says of it was put there by the caller's office or by one below it.
/// Fails with exclusion_elsewhere.
[[nodiscard]] Result<Done> may_lift(const app::Command& command, const Organisation& organisation);
/// Ends what the register of exclusions says about it; how many entries there were.
/// What an office put there that is not the caller's own or below it stays.
[[nodiscard]] Result<int> take_off_list(app::Command& command, const Organisation& organisation,
                                         registers::EntryReason reason);

}  // namespace jianghui::organisations
