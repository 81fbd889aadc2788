#pragma once
// Public keys as texts that say what they are: Multikey (W3C Controlled Identifiers) with the codes
// of the multicodec table, and did:key.

#include <optional>
#include <string>
#include <string_view>

#include "engine/crypto/p256.hpp"
#include "engine/crypto/sm2.hpp"

namespace jianghui::crypto {

/// "zDn…": p256-pub (0x1200) and the compressed point.
[[nodiscard]] std::string multikey_of(const P256PublicKey& key);
/// "zE…": sm2-pub (0x1206, a draft code of the table) and the compressed point.
[[nodiscard]] std::string multikey_of(const Sm2PublicKey& key);

/// The key of such a text; nothing when it is another sort of key or no point of its curve.
[[nodiscard]] std::optional<P256PublicKey> p256_of(std::string_view multikey);
[[nodiscard]] std::optional<Sm2PublicKey> sm2_of(std::string_view multikey);

/// "did:key:K".
[[nodiscard]] std::string did_of(std::string_view multikey);
/// "did:key:K#K": how a proof names its key.
[[nodiscard]] std::string method_of(std::string_view multikey);
/// K of "did:key:K#K"; nothing for anything else.
[[nodiscard]] std::optional<std::string> multikey_of_method(std::string_view method);

}  // namespace jianghui::crypto
