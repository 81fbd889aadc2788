#include "engine/crypto/sm2.hpp"

#include <algorithm>

#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/params.h>

#include "engine/crypto/openssl.hpp"

namespace jianghui::crypto {

struct Sm2PublicKey::Handle {
    openssl::Pkey key;
};

namespace {

constexpr std::size_t number_size = 32;
constexpr std::size_t point_size = 1 + 2 * number_size;

using Group = std::unique_ptr<EC_GROUP, openssl::Free<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, openssl::Free<EC_POINT_clear_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, openssl::Free<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, openssl::Free<OSSL_PARAM_free>>;

const unsigned char* octets(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

const EC_GROUP* curve() {
    static const Group group(EC_GROUP_new_by_curve_name(NID_sm2));
    openssl::must(group != nullptr);
    return group.get();
}

/// Whether the bytes are 04 x y of a point on the curve. Infinity has another length.
bool is_point(std::string_view bytes) {
    if (bytes.size() != point_size || bytes.front() != 4) return false;
    const Point point(EC_POINT_new(curve()));
    return EC_POINT_oct2point(curve(), point.get(), octets(bytes), bytes.size(), nullptr) == 1 &&
           EC_POINT_is_on_curve(curve(), point.get(), nullptr) == 1;
}

/// The point d · G, written as 04 x y.
Bytes point_of(const BIGNUM* secret) {
    const Point point(EC_POINT_new(curve()));
    openssl::must(EC_POINT_mul(curve(), point.get(), secret, nullptr, nullptr, nullptr) == 1);
    Bytes bytes(point_size, '\0');
    openssl::must(EC_POINT_point2oct(curve(), point.get(), POINT_CONVERSION_UNCOMPRESSED,
                                     reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                     nullptr) == point_size);
    return bytes;
}

/// OpenSSL's key from its parts; `secret` may be null.
openssl::Pkey make_key(std::string_view point, const BIGNUM* secret) {
    const ParamBuilder builder(OSSL_PARAM_BLD_new());
    openssl::must(
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "SM2", 0) == 1);
    openssl::must(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                                   point.data(), point.size()) == 1);
    if (secret != nullptr)
        openssl::must(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret) == 1);
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    const openssl::PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    openssl::must(params != nullptr && context != nullptr);
    EVP_PKEY* made = nullptr;
    openssl::must(EVP_PKEY_fromdata_init(context.get()) == 1 &&
                  EVP_PKEY_fromdata(context.get(), &made,
                                    secret != nullptr ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY,
                                    params.get()) == 1);
    return openssl::Pkey(made);
}

/// A context that hashes the user id and the public key (Z) before the message.
struct Signing {
    openssl::PkeyContext key;
    openssl::MdContext hash{EVP_MD_CTX_new()};

    Signing(EVP_PKEY* pkey, std::string_view user_id)
        : key(EVP_PKEY_CTX_new_from_pkey(nullptr, pkey, nullptr)) {
        openssl::must(key != nullptr && hash != nullptr);
        openssl::must(
            EVP_PKEY_CTX_set1_id(key.get(), user_id.data(), static_cast<int>(user_id.size())) == 1);
        EVP_MD_CTX_set_pkey_ctx(hash.get(), key.get());
    }
};

void put_number(const BIGNUM* number, std::uint8_t* to) {
    openssl::must(BN_bn2binpad(number, to, number_size) == number_size);
}

}  // namespace

std::optional<Sm2Signature> Sm2Signature::from_raw(std::string_view raw) {
    Sm2Signature signature;
    if (raw.size() != signature.bytes.size()) return std::nullopt;
    std::copy(raw.begin(), raw.end(), signature.bytes.begin());
    return signature;
}

Bytes Sm2Signature::der() const {
    const openssl::Signature both(ECDSA_SIG_new());
    BIGNUM* const r = BN_bin2bn(bytes.data(), number_size, nullptr);
    BIGNUM* const s = BN_bin2bn(bytes.data() + number_size, number_size, nullptr);
    openssl::must(ECDSA_SIG_set0(both.get(), r, s) == 1);
    unsigned char* encoded = nullptr;
    const int size = i2d_ECDSA_SIG(both.get(), &encoded);
    openssl::must(size > 0);
    Bytes der(reinterpret_cast<const char*>(encoded), static_cast<std::size_t>(size));
    OPENSSL_free(encoded);
    return der;
}

std::optional<Sm2Signature> Sm2Signature::from_der(std::string_view der) {
    const unsigned char* at = octets(der);
    const openssl::Signature both(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
    if (both == nullptr) return std::nullopt;
    const BIGNUM* const r = ECDSA_SIG_get0_r(both.get());
    const BIGNUM* const s = ECDSA_SIG_get0_s(both.get());
    if (BN_is_negative(r) != 0 || BN_is_negative(s) != 0 || BN_num_bits(r) > 256 ||
        BN_num_bits(s) > 256)
        return std::nullopt;
    Sm2Signature signature;
    put_number(r, signature.bytes.data());
    put_number(s, signature.bytes.data() + number_size);
    // Only what we would write ourselves: one signature has one form.
    if (signature.der() != der) return std::nullopt;
    return signature;
}

Result<Sm2PublicKey> Sm2PublicKey::from_point(std::string_view point) {
    if (!is_point(point)) return refuse(sm2_key_invalid);
    auto handle = std::make_shared<Handle>(Handle{make_key(point, nullptr)});
    return Sm2PublicKey(Bytes(point), std::move(handle));
}

bool Sm2PublicKey::verifies(std::string_view message, const Sm2Signature& signature,
                            std::string_view user_id) const {
    const Signing context(handle_->key.get(), user_id);
    const Bytes der = signature.der();
    return EVP_DigestVerifyInit(context.hash.get(), nullptr, EVP_sm3(), nullptr,
                                handle_->key.get()) == 1 &&
           EVP_DigestVerify(context.hash.get(), octets(der), der.size(), octets(message),
                            message.size()) == 1;
}

Sm2PrivateKey Sm2PrivateKey::generate() {
    const openssl::PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "SM2", nullptr));
    EVP_PKEY* made = nullptr;
    openssl::must(context != nullptr && EVP_PKEY_keygen_init(context.get()) == 1 &&
                  EVP_PKEY_generate(context.get(), &made) == 1);
    const openssl::Pkey key(made);
    BIGNUM* number = nullptr;
    openssl::must(EVP_PKEY_get_bn_param(key.get(), OSSL_PKEY_PARAM_PRIV_KEY, &number) == 1);
    const openssl::Number secret(number);
    Bytes bytes(number_size, '\0');
    put_number(secret.get(), reinterpret_cast<std::uint8_t*>(bytes.data()));
    auto result = from_secret(bytes);
    ASSERT(result.has_value());
    return *std::move(result);
}

Result<Sm2PrivateKey> Sm2PrivateKey::from_secret(std::string_view secret) {
    if (secret.size() != number_size) return refuse(sm2_key_invalid);
    const openssl::Number number(BN_bin2bn(octets(secret), number_size, nullptr));
    const openssl::Number limit(BN_dup(EC_GROUP_get0_order(curve())));
    openssl::must(number != nullptr && limit != nullptr && BN_sub_word(limit.get(), 1) == 1);
    if (BN_is_zero(number.get()) || BN_cmp(number.get(), limit.get()) >= 0)
        return refuse(sm2_key_invalid);
    Bytes point = point_of(number.get());
    auto handle =
        std::make_shared<Sm2PublicKey::Handle>(Sm2PublicKey::Handle{make_key(point, number.get())});
    return Sm2PrivateKey(Sm2PublicKey(std::move(point), std::move(handle)));
}

Bytes Sm2PrivateKey::secret() const {
    BIGNUM* number = nullptr;
    openssl::must(EVP_PKEY_get_bn_param(public_key_.handle_->key.get(), OSSL_PKEY_PARAM_PRIV_KEY,
                                        &number) == 1);
    const openssl::Number secret(number);
    Bytes bytes(number_size, '\0');
    put_number(secret.get(), reinterpret_cast<std::uint8_t*>(bytes.data()));
    return bytes;
}

Sm2Signature Sm2PrivateKey::sign(std::string_view message, std::string_view user_id) const {
    EVP_PKEY* const key = public_key_.handle_->key.get();
    const Signing context(key, user_id);
    Bytes der(80, '\0');
    std::size_t size = der.size();
    openssl::must(EVP_DigestSignInit(context.hash.get(), nullptr, EVP_sm3(), nullptr, key) == 1 &&
                  EVP_DigestSign(context.hash.get(), reinterpret_cast<unsigned char*>(der.data()),
                                 &size, octets(message), message.size()) == 1);
    const auto signature = Sm2Signature::from_der(std::string_view(der).substr(0, size));
    ASSERT(signature.has_value());
    return *signature;
}

}  // namespace jianghui::crypto
