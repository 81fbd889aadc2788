#pragma once
// Asking every part of the platform about one person, and emptying what may go.

#include "features/privacy/events.hpp"
#include "features/privacy/rules.hpp"

namespace jianghui::privacy {

/// What each part holds.
[[nodiscard]] std::vector<PartCopy> copies_of(const app::AboutPerson& about);

/// What an erasure would do now.
[[nodiscard]] ErasurePreview preview_of(const app::AboutPerson& about);

/// Empties every part in this transaction, seals what law obliges to keep, records privacy.erased.
/// Fails with erasure_hindered (facts: how many of what), not_found.
[[nodiscard]] Result<ErasureReceipt> erase(app::Command& command, PersonId person);

/// The job: deletes sealed records whose time is over, and what parts keep no longer than their
/// classes allow. Whether there may be more.
[[nodiscard]] Result<bool> end_retention(app::Command& command);

/// A sealed record, opened.
struct OpenedRecord {
    std::string part;
    RetentionClass record = RetentionClass::contract;
    Date until_on;
    codec::json::value content;  ///< null for rows that were left where they are
};
BOOST_DESCRIBE_STRUCT(OpenedRecord, (), (part, record, until_on, content))

/// Opens what is kept of an erased person and records it. Fails with nothing_kept and as crypto::open.
[[nodiscard]] Result<std::vector<OpenedRecord>> open_kept(app::Command& command, PersonId person,
                                                          OpenPurpose purpose);

}  // namespace jianghui::privacy
