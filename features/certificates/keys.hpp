#pragma once
// The keys that places sign with: made with the first certificate, rotated, distrusted. Place 000000
// is the deployment itself, which signs the list of issuers.

#include "engine/app/context.hpp"
#include "engine/crypto/keyring.hpp"
#include "features/certificates/data_integrity.hpp"

namespace jianghui::certificates {

inline const PlaceCode deployment{"000000"};

/// A row of issuer_keys.
struct IssuerKeyRow {
    PlaceCode place;
    std::int64_t number = 0;
    std::string sm2;
    std::string p256;
    std::string sm2_box;
    std::string p256_box;
    Instant since;
    std::optional<Instant> until;
    std::optional<Instant> distrusted_at;
};
BOOST_DESCRIBE_STRUCT(IssuerKeyRow, (),
                      (place, number, sm2, p256, sm2_box, p256_box, since, until, distrusted_at))

/// The key that the place signs with; nothing when it has none yet.
[[nodiscard]] std::optional<IssuerKeyRow> key_in_use(const store::Reader& reader,
                                                     const PlaceCode& place);
/// All keys that ever were, by place and number.
[[nodiscard]] std::vector<IssuerKeyRow> all_keys(const store::Reader& reader);

/// The same, made when there is none; records issuer_key.made. Fails with sealing faults only.
[[nodiscard]] IssuerKeyRow made_key(store::Transaction& transaction,
                                    const crypto::Keyring& keyring, const PlaceCode& place,
                                    Instant now);

/// Its secrets. Fails with sealed_box_broken when the keyring is another one's.
[[nodiscard]] Result<KeyPair> opened(const crypto::Keyring& keyring, const IssuerKeyRow& row);

/// Ends the time of the key in use and begins a new one's; records issuer_key.rotated. What was
/// signed before stays good.
[[nodiscard]] IssuerKeyRow rotate_key(app::Command& command, const PlaceCode& place);

/// Declares that nothing signed with a key counts any more, and rotates when it was in use. Records
/// issuer_key.distrusted. Fails with not_found, key_distrusted_already.
[[nodiscard]] Result<IssuerKeyRow> distrust_key(app::Command& command, const PlaceCode& place,
                                                std::int64_t number);

}  // namespace jianghui::certificates
