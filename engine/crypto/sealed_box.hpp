#pragma once
// Encrypts one field so that nobody without the key can read it, change it or move it elsewhere:
// SM4-CTR, then HMAC-SM3 over the place and the box (encrypt-then-MAC). OpenSSL 3.0 has no SM4-GCM.
//
//   const std::string kept = seal(keyring.keys(KeyUse::field_encryption), number,
//                                 "people.id_number:" + person.text(), system_secrets());
//   TRY(const Bytes number, open(keyring.keys(KeyUse::field_encryption), kept,
//   "people.id_number:…"));
//
// The box, as bytes before base64url:
//   version 1 (1 byte) | key id (4, big endian) | nonce (16) | ciphertext (as long as the
//   plaintext) | tag (32) = HMAC-SM3(mac key, length of place (8, big endian) | place | all of the
//   box before)
// The nonce is the first counter block, at random: two boxes share key stream with a chance below
// n² · blocks / 2^128. Both working keys come from the key by HMAC-SM3 over a fixed label.

#include <string>
#include <string_view>

#include "engine/base/result.hpp"
#include "engine/crypto/key_set.hpp"
#include "engine/crypto/secrets.hpp"

namespace jianghui::crypto {

inline constexpr ErrorCode sealed_box_broken{
    "sealed_box_broken", Kind::internal,
    "一项加密的数据无法通过校验，已停止读取。请管理员核对密钥文件与数据库是否配套。",
    "An encrypted value does not verify and was not read. Ask the operator whether the key file "
    "belongs to this database."};
inline constexpr ErrorCode sealing_key_missing{
    "sealing_key_missing", Kind::internal,
    "加密所用的密钥不在密钥文件中。请管理员恢复对应的密钥文件。",
    "The key that this value was encrypted with is not in the key file. Ask the operator to "
    "restore "
    "it."};

/// Encrypts with the newest key and binds the box to its place (table, column and id). The text is
/// base64url of 53 bytes more than the plaintext. O(n).
[[nodiscard]] std::string seal(const KeySet& keys, std::string_view plaintext,
                               std::string_view place, SecretSource& secrets);

/// What was sealed for this place. Fails with sealed_box_broken when a single bit differs or the
/// place is another one, with sealing_key_missing when its key id is not in the set. Nothing is
/// decrypted before the tag has been checked. O(n).
[[nodiscard]] Result<Bytes> open(const KeySet& keys, std::string_view box, std::string_view place);

/// Whether the box was made with an older key than the newest, so that it should be sealed anew.
[[nodiscard]] bool should_reseal(const KeySet& keys, std::string_view box);

}  // namespace jianghui::crypto
