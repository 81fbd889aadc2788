#pragma once
// The keys with which features seal boxes of their own: bids, secrets, rows of imports. Columns of
// people's data are sealed by access::Vault.

#include "engine/app/services.hpp"
#include "engine/crypto/crypto.hpp"

namespace jianghui::app {

[[nodiscard]] inline const crypto::KeySet& field_keys(const Services& services) {
    return services.get<crypto::Keyring>().keys(crypto::KeyUse::field_encryption);
}

/// A box with the text. It opens at this place only: "table.column:id".
[[nodiscard]] inline std::string seal_field(const Services& services, std::string_view place,
                                            std::string_view text) {
    return crypto::seal(field_keys(services), text, place, crypto::system_secrets());
}
/// The text in the box. Fails as crypto::open.
[[nodiscard]] inline Result<crypto::Bytes> open_field(const Services& services,
                                                      std::string_view place, std::string_view box) {
    return crypto::open(field_keys(services), box, place);
}

}  // namespace jianghui::app
