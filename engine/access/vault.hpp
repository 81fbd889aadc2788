#pragma once
// Sensitive fields: kept as a sealed box (encrypted, bound to its row) beside a blind index (to
// find an equal value), and read only with a purpose that goes into the journal.
//
//   inline constexpr access::FieldKind phone_field{"people.phone", "phone"};
//   const auto& vault = command.services.get<access::Vault>();
//   const auto phone = normal_phone(typed);
//   const access::SealedField sealed = vault.seal(phone_field, person.number, *phone);
//   …  row.phone_box = sealed.box; row.phone_index = sealed.index;
//   TRY(const std::string phone, vault.open(phone_field, person.number, row.phone_box));
//   access::record_sensitive_read(command.db, {command.caller, command.now}, …);

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/access/act.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/journal/journal.hpp"
#include "engine/store/store.hpp"

namespace jianghui::access {

/// One sensitive column. `place` is table.column and binds the box to it; `value_kind` names the
/// sort of value, so that equal phones have equal indexes in whatever table they stand.
struct FieldKind {
    std::string_view place;
    std::string_view value_kind;
};

/// The two texts that are kept of one sensitive value.
struct SealedField {
    std::string box;    ///< base64url, 70 characters more than 4/3 of the value
    std::string index;  ///< 64 hexadecimal digits
    bool operator==(const SealedField&) const = default;
};

/// The keys and the secret randomness of the running program; a service. Thread-safe: nothing in it
/// changes after start.
class Vault {
  public:
    /// `secrets` must outlive the vault: crypto::system_secrets(), or a seeded one in tests and for
    /// the demo.
    Vault(crypto::Keyring keyring, crypto::SecretSource& secrets)
        : keyring_(std::move(keyring)), secrets_(&secrets) {}

    /// Encrypts a value for the row of this number. The value should be normalised first, else it
    /// cannot be found again.
    [[nodiscard]] SealedField seal(const FieldKind& kind, std::int64_t row,
                                   std::string_view value) const;
    /// The value. Fails with sealed_box_broken or sealing_key_missing.
    [[nodiscard]] Result<std::string> open(const FieldKind& kind, std::int64_t row,
                                           std::string_view box) const;
    /// The blind index of a normalised value, for look-ups.
    [[nodiscard]] std::string index(const FieldKind& kind, std::string_view value) const;
    /// Whether the box was made with an older key than the newest.
    [[nodiscard]] bool should_reseal(std::string_view box) const;

    [[nodiscard]] const crypto::Keyring& keyring() const { return keyring_; }
    [[nodiscard]] crypto::SecretSource& secrets() const { return *secrets_; }

  private:
    crypto::Keyring keyring_;
    crypto::SecretSource* secrets_;
};

/// A phone number as it is kept: half width, without spaces, hyphens, brackets and the prefix of
/// China (+86, 0086, 86 before a mobile number); 11 digits for a mobile, 10 to 12 with area code
/// for a landline. Nothing for anything else.
[[nodiscard]] std::optional<std::string> normal_phone(std::string_view typed);

/// Somebody read sensitive fields of a person in the clear.
inline constexpr journal::EventKind sensitive_read{"person.sensitive_read", "查阅个人敏感信息",
                                                   "Sensitive data of a person read"};

/// What the event of a reading says: names of fields and the code of a purpose, never a value.
struct SensitiveReading {
    std::vector<std::string> fields;  ///< "phone", "id_number" …
    std::string purpose;
    std::string reader_role;
};
BOOST_DESCRIBE_STRUCT(SensitiveReading, (), (fields, purpose, reader_role))

/// Writes the reading into the journal, in the transaction whose commit releases the answer. `city`
/// is the person's home city. The subject of the event is the person, so that she can see her
/// readers.
void record_sensitive_read(store::Transaction& transaction, const Act& act, const PlaceCode& city,
                           PersonId person, std::vector<std::string> fields,
                           std::string_view purpose);

}  // namespace jianghui::access
