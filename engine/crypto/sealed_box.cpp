#include "engine/crypto/sealed_box.hpp"

#include "engine/crypto/sm3.hpp"
#include "engine/crypto/sm4.hpp"

namespace jianghui::crypto {
namespace {

constexpr char version = 1;
constexpr std::size_t nonce_size = 16;
constexpr std::size_t header_size = 1 + 4 + nonce_size;
constexpr std::size_t tag_size = 32;

Bytes big_endian(std::uint64_t number, int size) {
    Bytes bytes;
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> static_cast<unsigned>(shift) & 255U);
    return bytes;
}

std::uint32_t key_id_of(std::string_view box) {
    std::uint32_t id = 0;
    for (std::size_t i = 1; i <= 4; ++i) id = id << 8U | static_cast<std::uint8_t>(box[i]);
    return id;
}

Bytes apply_key_stream(const Key& key, std::string_view nonce, std::string_view input) {
    const Digest cipher_key = hmac_sm3(key.reveal(), "jianghui sealed box 1 sm4-ctr");
    return sm4_ctr(cipher_key.raw().substr(0, 16), nonce, input);
}

Digest tag_of(const Key& key, std::string_view place, std::string_view box) {
    const Digest mac_key = hmac_sm3(key.reveal(), "jianghui sealed box 1 hmac-sm3");
    Bytes message = big_endian(place.size(), 8);
    message += place;
    message += box;
    return hmac_sm3(mac_key.raw(), message);
}

/// The bytes of a box that is long enough and of a version that we know; nothing otherwise.
std::optional<Bytes> parse(std::string_view text) {
    auto box = from_base64url(text);
    if (!box || box->size() < header_size + tag_size || box->front() != version)
        return std::nullopt;
    return box;
}

}  // namespace

std::string seal(const KeySet& keys, std::string_view plaintext, std::string_view place,
                 SecretSource& secrets) {
    const auto& [id, key] = keys.newest();
    const Bytes nonce = random_bytes(secrets, nonce_size);
    Bytes box(1, version);
    box += big_endian(id, 4);
    box += nonce;
    box += apply_key_stream(key, nonce, plaintext);
    box += tag_of(key, place, box).raw();
    return to_base64url(box);
}

Result<Bytes> open(const KeySet& keys, std::string_view text, std::string_view place) {
    const auto box = parse(text);
    if (!box) return refuse(sealed_box_broken);
    const Key* const key = keys.find(key_id_of(*box));
    if (key == nullptr) return refuse(sealing_key_missing);
    const auto signed_part = std::string_view(*box).substr(0, box->size() - tag_size);
    const auto tag = std::string_view(*box).substr(box->size() - tag_size);
    if (!equal_in_constant_time(tag_of(*key, place, signed_part).raw(), tag))
        return refuse(sealed_box_broken);
    return apply_key_stream(*key, signed_part.substr(5, nonce_size),
                            signed_part.substr(header_size));
}

bool should_reseal(const KeySet& keys, std::string_view text) {
    const auto box = parse(text);
    return box && key_id_of(*box) != keys.newest().id;
}

}  // namespace jianghui::crypto
