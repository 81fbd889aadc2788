#pragma once
// How a person's row is shown to a caller.

#include "features/people/consent_texts.hpp"
#include "features/people/endpoints.hpp"

namespace jianghui::people {

/// How the caller's organisation stands to the person: at most three look-ups by key.
[[nodiscard]] Standing standing_of(const store::Reader& reader, const app::Services& services,
                                   const app::Caller& caller, PersonId person, Instant now);

/// Who is looking, for one person.
struct Eye {
    Sight sight = Sight::masked;
    bool herself = false;     ///< sees her phone unmasked
    bool supervises = false;  ///< an official or inspector of the place: masked numbers, no name
    bool own_candidate = false;
};
/// The person as that eye sees her. Requires a sight other than `nothing`.
[[nodiscard]] PersonView view(const app::Services& services, const PersonRow& row, const Eye& eye);

/// A reading as it is shown to the person.
[[nodiscard]] ReadView read_view(const store::Reader& reader, const app::Services& services,
                                 const ReadRow& row);

/// A question with its present text and the newest entry of the ledger about it.
[[nodiscard]] ConsentQuestion question_view(const ConsentText& text,
                                            const std::optional<Consent>& latest);

}  // namespace jianghui::people
