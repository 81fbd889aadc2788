#include "engine/crypto/multikey.hpp"

#include "engine/crypto/base58.hpp"
#include "engine/crypto/openssl.hpp"

namespace jianghui::crypto {
namespace {

constexpr std::string_view p256_mark("\x80\x24", 2);  // 0x1200 as a varint
constexpr std::string_view sm2_mark("\x86\x24", 2);   // 0x1206
constexpr std::string_view did_prefix = "did:key:";

/// 04 x y → 02 or 03, x.
Bytes compressed(std::string_view point) {
    return static_cast<char>(2 + (point.back() & 1)) + Bytes(point.substr(1, 32));
}

/// The bytes behind the mark; nothing when the text is none or has another one.
std::optional<Bytes> point_behind(std::string_view mark, std::string_view multikey) {
    const auto bytes = from_base58btc(multikey);
    if (!bytes || bytes->size() != mark.size() + 33 || !bytes->starts_with(mark))
        return std::nullopt;
    return bytes->substr(mark.size());
}

/// 02 or 03, x → 04 x y on the curve of SM2.
std::optional<Bytes> sm2_point(std::string_view point) {
    const std::unique_ptr<EC_GROUP, openssl::Free<EC_GROUP_free>> curve(
        EC_GROUP_new_by_curve_name(NID_sm2));
    openssl::must(curve != nullptr);
    const std::unique_ptr<EC_POINT, openssl::Free<EC_POINT_free>> read(EC_POINT_new(curve.get()));
    if (EC_POINT_oct2point(curve.get(), read.get(),
                           reinterpret_cast<const unsigned char*>(point.data()), point.size(),
                           nullptr) != 1)
        return std::nullopt;
    Bytes whole(65, '\0');
    openssl::must(EC_POINT_point2oct(curve.get(), read.get(), POINT_CONVERSION_UNCOMPRESSED,
                                     reinterpret_cast<unsigned char*>(whole.data()), whole.size(),
                                     nullptr) == whole.size());
    return whole;
}

}  // namespace

std::string multikey_of(const P256PublicKey& key) {
    return to_base58btc(Bytes(p256_mark) + compressed(key.point()));
}

std::string multikey_of(const Sm2PublicKey& key) {
    return to_base58btc(Bytes(sm2_mark) + compressed(key.point()));
}

std::optional<P256PublicKey> p256_of(std::string_view multikey) {
    const auto point = point_behind(p256_mark, multikey);
    if (!point) return std::nullopt;
    auto key = P256PublicKey::from_point(*point);
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

std::optional<Sm2PublicKey> sm2_of(std::string_view multikey) {
    const auto point = point_behind(sm2_mark, multikey);
    const auto whole = point ? sm2_point(*point) : std::nullopt;
    if (!whole) return std::nullopt;
    auto key = Sm2PublicKey::from_point(*whole);
    return key ? std::optional(*std::move(key)) : std::nullopt;
}

std::string did_of(std::string_view multikey) { return std::string(did_prefix) + std::string(multikey); }

std::string method_of(std::string_view multikey) {
    return did_of(multikey) + "#" + std::string(multikey);
}

std::optional<std::string> multikey_of_method(std::string_view method) {
    if (!method.starts_with(did_prefix)) return std::nullopt;
    method.remove_prefix(did_prefix.size());
    const auto hash = method.find('#');
    if (hash == std::string_view::npos || method.substr(0, hash) != method.substr(hash + 1))
        return std::nullopt;
    return std::string(method.substr(0, hash));
}

}  // namespace jianghui::crypto
