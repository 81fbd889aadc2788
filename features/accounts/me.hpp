#pragma once
// Who somebody is who has signed in, as the answers show it.

#include <string_view>

#include "engine/app/feature.hpp"
#include "features/accounts/model.hpp"

namespace jianghui::accounts {

/// Who the account is and what she may do; nothing of organisation and person, and only the rights
/// of going on, while a second factor is due. Fails with not_signed_in.
[[nodiscard]] Result<Me> me_of(const store::Reader& reader, const app::Services& services,
                               AccountId account, std::string_view token, access::NextStep next,
                               Instant now);

/// A session as it is handed out.
[[nodiscard]] Result<SessionView> session_view(app::Query& query, AccountId account,
                                               const access::NewSession& session,
                                               access::NextStep next);

/// From when on the account has to have a second factor; none when it never has to.
[[nodiscard]] std::optional<Date> required_from(const access::FactorStanding& standing,
                                                const access::SecondFactorPolicy& policy);

}  // namespace jianghui::accounts
