#pragma once
// The keys with which features seal boxes of their own: bids, secrets, rows of imports. Columns of
// people's data are sealed by access::Vault.

#include "engine/app/services.hpp"
#include "engine/crypto/crypto.hpp"

namespace jianghui::app {

[[nodiscard]] inline const crypto::KeySet& field_keys(const Services& services) {
    return services.get<crypto::Keyring>().keys(crypto::KeyUse::field_encryption);
}

}  // namespace jianghui::app
