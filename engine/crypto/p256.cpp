#include "engine/crypto/p256.hpp"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/params.h>

#include "engine/crypto/openssl.hpp"
#include "engine/crypto/sha256.hpp"

namespace jianghui::crypto {
namespace p256 {

constexpr std::size_t number_size = 32;
constexpr std::size_t point_size = 1 + 2 * number_size;

using Group = std::unique_ptr<EC_GROUP, openssl::Free<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, openssl::Free<EC_POINT_clear_free>>;
using Context = std::unique_ptr<BN_CTX, openssl::Free<BN_CTX_free>>;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

const EC_GROUP* curve() {
    static const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    openssl::must(group != nullptr);
    return group.get();
}

const BIGNUM* order() { return EC_GROUP_get0_order(curve()); }

openssl::Number number_of(std::string_view bytes) {
    openssl::Number number(BN_bin2bn(octets(bytes), static_cast<int>(bytes.size()), nullptr));
    openssl::must(number != nullptr);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    return number;
}

Bytes bytes_of(const BIGNUM* number) {
    Bytes bytes(number_size, '\0');
    openssl::must(BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()),
                               number_size) == number_size);
    return bytes;
}

/// Whether 1 <= number < n.
bool is_in_group(const BIGNUM* number) {
    return !BN_is_zero(number) && BN_cmp(number, order()) < 0;
}

/// secret · G.
Point multiplied(const BIGNUM* secret) {
    Point point(EC_POINT_new(curve()));
    openssl::must(EC_POINT_mul(curve(), point.get(), secret, nullptr, nullptr, nullptr) == 1);
    return point;
}

Bytes written(const EC_POINT* point) {
    Bytes bytes(point_size, '\0');
    openssl::must(EC_POINT_point2oct(curve(), point, POINT_CONVERSION_UNCOMPRESSED,
                                     reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                     nullptr) == point_size);
    return bytes;
}

/// RFC 6979 section 3.2 with SHA-256: calls `use` with nonces until it takes one.
template <class Use>
void with_nonce(std::string_view secret, std::string_view hash_mod_n, Use&& use) {
    const auto mixed = [&](const Bytes& key, const Bytes& v, char mark) {
        return Bytes(hmac_sha256(key, v + mark + Bytes(secret) + Bytes(hash_mod_n)).raw());
    };
    Bytes v(number_size, '\1');
    Bytes key(number_size, '\0');
    for (const char mark : {'\0', '\1'}) {
        key = mixed(key, v, mark);
        v = hmac_sha256(key, v).raw();
    }
    for (;;) {
        v = hmac_sha256(key, v).raw();
        const openssl::Number k = number_of(v);
        if (is_in_group(k.get()) && use(k.get())) return;
        key = hmac_sha256(key, v + '\0').raw();
        v = hmac_sha256(key, v).raw();
    }
}

/// s = (z + r d) / k mod n, every secret multiplied by a random number first, so that the time of
/// the arithmetic says nothing about them.
openssl::Number blinded_s(const BIGNUM* k, const BIGNUM* z, const BIGNUM* r, const BIGNUM* d) {
    const Context context(BN_CTX_new());
    const openssl::Number blind(BN_new());
    const openssl::Number left(BN_new());
    openssl::Number s(BN_new());
    do {
        openssl::must(BN_priv_rand_range(blind.get(), order()) == 1);
    } while (BN_is_zero(blind.get()));
    openssl::must(BN_mod_mul(left.get(), blind.get(), d, order(), context.get()) == 1 &&
                  BN_mod_mul(left.get(), left.get(), r, order(), context.get()) == 1 &&
                  BN_mod_mul(s.get(), blind.get(), z, order(), context.get()) == 1 &&
                  BN_mod_add(s.get(), s.get(), left.get(), order(), context.get()) == 1 &&
                  BN_mod_mul(left.get(), blind.get(), k, order(), context.get()) == 1 &&
                  BN_mod_inverse(left.get(), left.get(), order(), context.get()) != nullptr &&
                  BN_mod_mul(s.get(), s.get(), left.get(), order(), context.get()) == 1);
    return s;
}

/// DER of r, s; nothing when they are no 64 bytes.
std::optional<Bytes> der_of(std::string_view signature) {
    if (signature.size() != 2 * number_size) return std::nullopt;
    const openssl::Signature both(ECDSA_SIG_new());
    openssl::must(
        ECDSA_SIG_set0(both.get(), number_of(signature.substr(0, number_size)).release(),
                       number_of(signature.substr(number_size)).release()) == 1);
    unsigned char* encoded = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &encoded);
    openssl::must(size > 0);
    Bytes der(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size));
    OPENSSL_free(encoded);
    return der;
}

openssl::Pkey key_of(std::string_view point) {
    std::string name = "prime256v1";
    Bytes bytes(point);
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, name.data(), 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, bytes.data(), bytes.size()),
        OSSL_PARAM_construct_end()};
    const openssl::PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* made = nullptr;
    openssl::must(context != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                  EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY,
                                    const_cast<OSSL_PARAM*>(parameters)) == 1);
    return openssl::Pkey(made);
}

}  // namespace p256

Result<P256PublicKey> P256PublicKey::from_point(std::string_view bytes) {
    const bool is_whole = bytes.size() == p256::point_size && bytes.front() == 4;
    const bool is_short = bytes.size() == 1 + p256::number_size &&
                          (bytes.front() == 2 || bytes.front() == 3);
    if (!is_whole && !is_short) return refuse(p256_key_invalid);
    const p256::Point point(EC_POINT_new(p256::curve()));
    if (EC_POINT_oct2point(p256::curve(), point.get(), p256::octets(bytes), bytes.size(),
                           nullptr) != 1 ||
        EC_POINT_is_on_curve(p256::curve(), point.get(), nullptr) != 1)
        return refuse(p256_key_invalid);
    return P256PublicKey(p256::written(point.get()));
}

bool P256PublicKey::verifies(std::string_view message, std::string_view signature) const {
    const auto der = p256::der_of(signature);
    if (!der) return false;
    const openssl::Pkey key = p256::key_of(point_);
    const openssl::MdContext context(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), p256::octets(*der), der->size(),
                            p256::octets(message), message.size()) == 1;
}

P256PrivateKey P256PrivateKey::generate() {
    const openssl::Number secret(BN_new());
    openssl::must(secret != nullptr);
    do {
        openssl::must(BN_priv_rand_range(secret.get(), p256::order()) == 1);
    } while (BN_is_zero(secret.get()));
    auto made = from_secret(p256::bytes_of(secret.get()));
    ASSERT(made.has_value());
    return *std::move(made);
}

Result<P256PrivateKey> P256PrivateKey::from_secret(std::string_view secret) {
    if (secret.size() != p256::number_size) return refuse(p256_key_invalid);
    const openssl::Number number = p256::number_of(secret);
    if (!p256::is_in_group(number.get())) return refuse(p256_key_invalid);
    return P256PrivateKey(Bytes(secret),
                          P256PublicKey(p256::written(p256::multiplied(number.get()).get())));
}

P256PrivateKey::~P256PrivateKey() { OPENSSL_cleanse(secret_.data(), secret_.size()); }

Bytes P256PrivateKey::sign(std::string_view message) const {
    const openssl::Number d = p256::number_of(secret_);
    const openssl::Number z = p256::number_of(sha256(message).raw());
    const p256::Context context(BN_CTX_new());
    openssl::must(BN_nnmod(z.get(), z.get(), p256::order(), context.get()) == 1);
    Bytes signature;
    p256::with_nonce(secret_, p256::bytes_of(z.get()), [&](const BIGNUM* k) {
        const p256::Point point = p256::multiplied(k);
        const openssl::Number r(BN_new());
        openssl::must(EC_POINT_get_affine_coordinates(p256::curve(), point.get(), r.get(), nullptr,
                                                      nullptr) == 1 &&
                      BN_nnmod(r.get(), r.get(), p256::order(), context.get()) == 1);
        if (BN_is_zero(r.get())) return false;
        const openssl::Number s = p256::blinded_s(k, z.get(), r.get(), d.get());
        signature = p256::bytes_of(r.get()) + p256::bytes_of(s.get());
        return !BN_is_zero(s.get());
    });
    return signature;
}

}  // namespace jianghui::crypto
