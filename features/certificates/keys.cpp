#include "features/certificates/keys.hpp"

#include "engine/crypto/multikey.hpp"
#include "engine/crypto/sealed_box.hpp"
#include "features/certificates/errors.hpp"
#include "features/certificates/events.hpp"
#include "features/certificates/queries.hpp"

namespace jianghui::certificates {
namespace {

std::string box_place(const PlaceCode& place, std::int64_t number, std::string_view suite) {
    return "issuer_keys." + std::string(suite) + ":" + place.text + ":" + std::to_string(number);
}

IssuerKeyRow new_key(const crypto::Keyring& keyring, const PlaceCode& place, std::int64_t number,
                     Instant now) {
    const auto& keys = keyring.keys(crypto::KeyUse::field_encryption);
    const auto sm2 = crypto::Sm2PrivateKey::generate();
    const auto p256 = crypto::P256PrivateKey::generate();
    IssuerKeyRow row;
    row.place = place;
    row.number = number;
    row.sm2 = crypto::multikey_of(sm2.public_key());
    row.p256 = crypto::multikey_of(p256.public_key());
    row.sm2_box = crypto::seal(keys, sm2.secret(), box_place(place, number, "sm2"),
                               crypto::system_secrets());
    row.p256_box = crypto::seal(keys, p256.secret(), box_place(place, number, "p256"),
                                crypto::system_secrets());
    row.since = std::chrono::floor<std::chrono::seconds>(now);  // As proofs are dated.
    return row;
}

void insert(store::Transaction& transaction, const IssuerKeyRow& row) {
    (void)transaction.execute(
        sql::insert_key,
        store::arguments("place", row.place, "number", row.number, "sm2", row.sm2, "p256",
                         row.p256, "sm2_box", row.sm2_box, "p256_box", row.p256_box, "since",
                         row.since));
}

app::Command::About about(const IssuerKeyRow& row) {
    app::Command::About about;
    about.city = city_of(row.place);
    about.subject_kind = "issuer_key";
    about.subject = row.number;
    return about;
}

}  // namespace

std::optional<IssuerKeyRow> key_in_use(const store::Reader& reader, const PlaceCode& place) {
    return reader.one<IssuerKeyRow>(sql::key_in_use, store::arguments("place", place));
}

std::vector<IssuerKeyRow> all_keys(const store::Reader& reader) {
    return reader.all<IssuerKeyRow>(sql::all_keys);
}

IssuerKeyRow made_key(store::Transaction& transaction, const crypto::Keyring& keyring,
                      const PlaceCode& place, Instant now) {
    if (auto row = key_in_use(transaction, place)) return *row;
    const IssuerKeyRow row = new_key(keyring, place, 1, now);
    insert(transaction, row);
    journal::NewEvent event;
    event.at = now;
    event.kind = issuer_key_made.name;
    event.city = city_of(place);
    event.subject_kind = "issuer_key";
    event.subject = row.number;
    event.data = codec::encode(KeyNamed{place, row.number});
    journal::append(transaction, event);
    return row;
}

Result<KeyPair> opened(const crypto::Keyring& keyring, const IssuerKeyRow& row) {
    const auto& keys = keyring.keys(crypto::KeyUse::field_encryption);
    TRY(const auto sm2, crypto::open(keys, row.sm2_box, box_place(row.place, row.number, "sm2")));
    TRY(const auto p256,
        crypto::open(keys, row.p256_box, box_place(row.place, row.number, "p256")));
    TRY(auto sm2_key, crypto::Sm2PrivateKey::from_secret(sm2));
    TRY(auto p256_key, crypto::P256PrivateKey::from_secret(p256));
    return KeyPair{std::move(sm2_key), std::move(p256_key)};
}

IssuerKeyRow rotate_key(app::Command& command, const PlaceCode& place) {
    const auto& keyring = command.services.get<crypto::Keyring>();
    const auto former = made_key(command.db, keyring, place, command.now);
    const Instant now = std::chrono::floor<std::chrono::seconds>(command.now);
    (void)command.db.execute(sql::end_key,
                             store::arguments("place", place, "number", former.number, "until", now));
    const IssuerKeyRow row = new_key(keyring, place, former.number + 1, command.now);
    insert(command.db, row);
    command.record(issuer_key_rotated, about(row), KeyNamed{place, row.number});
    return row;
}

Result<IssuerKeyRow> distrust_key(app::Command& command, const PlaceCode& place,
                                  std::int64_t number) {
    const auto at = store::arguments("place", place, "number", number);
    auto row = command.db.one<IssuerKeyRow>(sql::find_key, at);
    if (!row) return refuse(not_found);
    if (row->distrusted_at) return refuse(key_distrusted_already);
    if (!row->until) (void)rotate_key(command, place);
    const Instant now = std::chrono::floor<std::chrono::seconds>(command.now);
    (void)command.db.execute(
        sql::distrust_key, store::arguments("place", place, "number", number, "at", now));
    command.record(issuer_key_distrusted, about(*row), KeyNamed{place, number});
    row = command.db.one<IssuerKeyRow>(sql::find_key, at);
    return *row;
}

}  // namespace jianghui::certificates
