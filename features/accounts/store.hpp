#pragma once
// The table of invitations, which this feature owns.

#include <optional>
#include <string>
#include <string_view>

#include "engine/store/store.hpp"

namespace jianghui::accounts {

using InvitationId = Id<struct InvitationTag>;

/// An open invitation.
struct Invitation {
    InvitationId invitation;
    OrganisationId organisation;
    PlaceCode city;
    std::string name;  ///< whom it was meant for
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (invitation, organisation, city, name, expires_at))

/// Keeps the invitation with the digest of its code.
void insert(store::Transaction& transaction, const Invitation& invitation, std::string_view code,
            const std::optional<std::string>& phone_box, AccountId invited_by, Instant now);
/// The invitation of the code while it can be accepted.
[[nodiscard]] std::optional<Invitation> find_invitation(const store::Reader& reader,
                                                        std::string_view code, Instant now);
/// Marks it as accepted and deletes the phone; false when it cannot be any more.
[[nodiscard]] bool use_up(store::Transaction& transaction, const Invitation& invitation,
                          AccountId account, Instant now);
/// Deletes invitations that ran out without being accepted.
void forget_ended(store::Transaction& transaction, Instant now);

}  // namespace jianghui::accounts
