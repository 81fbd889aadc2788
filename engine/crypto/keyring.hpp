#pragma once
// The program's secret keys, from one file that only its owner can read. Keys are told apart by use
// and by id; the newest of a use works, older ones still read. Whoever holds this file and the
// database can read everything: back it up apart from the database.
//
// The file is text, one key a line, so that an operator can see what is there without a tool:
//   jianghui-keyring 1
//   field_encryption 1 <64 hexadecimal digits>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.hpp"
#include "engine/crypto/key_set.hpp"
#include "engine/crypto/secrets.hpp"
#include "engine/crypto/sm3.hpp"

namespace jianghui::crypto {

/// What a key is for. A key is never used for two things.
enum class KeyUse {
    field_encryption,  ///< sealed boxes of personal data
    blind_index,       ///< finding sealed values; a new key means computing every index anew
    session,           ///< CSRF tokens, digests of sign-in attempts
    site_code,         ///< the code that a worker types at the site
};
inline constexpr std::array<std::string_view, 4> key_use_names{"field_encryption", "blind_index",
                                                               "session", "site_code"};

inline constexpr ErrorCode key_file_missing{
    "key_file_missing", Kind::internal,
    "找不到密钥文件。请从备份恢复；没有它，加密的数据无法读取。",
    "The key file is missing. Restore it from backup: without it encrypted data cannot be read."};
inline constexpr ErrorCode key_file_exists{"key_file_exists", Kind::conflict,
                                           "密钥文件已存在，未做改动。",
                                           "The key file exists already and was left as it is."};
inline constexpr ErrorCode key_file_readable_by_others{
    "key_file_readable_by_others", Kind::internal,
    "密钥文件的权限过宽，其他用户也能读取，已拒绝启动。请执行 chmod 600 后重试。",
    "Other users can read the key file, so the program does not start. Run chmod 600 on it."};
inline constexpr ErrorCode key_file_malformed{
    "key_file_malformed", Kind::internal, "密钥文件的内容不完整或被改动。请从备份恢复。",
    "The key file is incomplete or was changed. Restore it from backup."};
inline constexpr ErrorCode key_file_not_written{
    "key_file_not_written", Kind::internal, "无法写入密钥文件。请检查目录是否存在、是否可写。",
    "The key file could not be written. Check that its folder exists and can be written."};

class Keyring {
  public:
    /// One fresh key for every use.
    [[nodiscard]] static Keyring generate(SecretSource& secrets);

    /// Reads the file. Fails with key_file_missing, key_file_readable_by_others (any right for
    /// group or others, another owner than this user or root, or no ordinary file) or
    /// key_file_malformed (fact "line" names the line, never its content; a use without a key is
    /// malformed, too).
    [[nodiscard]] static Result<Keyring> load(const std::string& path);

    /// Writes a new file with mode 600, durably and at once or not at all. Fails with
    /// key_file_exists or key_file_not_written.
    [[nodiscard]] Result<Done> create_file(const std::string& path) const;

    /// Adds a newer key for this use to the file and returns the keyring with it. The old file is
    /// replaced in one step. Fails as load and create_file do.
    [[nodiscard]] static Result<Keyring> rotate(const std::string& path, KeyUse use,
                                                SecretSource& secrets);

    [[nodiscard]] const KeySet& keys(KeyUse use) const {
        return sets_[static_cast<std::size_t>(use)];
    }
    /// The newest key of the use.
    [[nodiscard]] const Key& key(KeyUse use) const { return keys(use).newest().key; }

    /// Tells keyrings apart without telling the keys: kept in the database, it shows at start that
    /// the file belongs to it. Rotation does not change it.
    [[nodiscard]] std::string fingerprint() const;

  private:
    [[nodiscard]] static Result<Keyring> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    std::array<KeySet, key_use_names.size()> sets_;
};

/// The blind index of a value: HMAC-SM3 over its field and the value, as 64 hexadecimal digits.
/// Equal values of one field have equal indexes, which is what makes them findable and all that
/// they tell. `field` is the kind of value ("phone"), not its table. The value must be normalised
/// first.
[[nodiscard]] std::string blind_index(const Keyring& keyring, std::string_view field,
                                      std::string_view value);

}  // namespace jianghui::crypto
