#pragma once
// Ownership of OpenSSL's objects. Private to this engine: included by .cpp files only, so that no
// OpenSSL type leaves the folder.

#include <memory>

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include "engine/base/result.hpp"

namespace jianghui::crypto::openssl {

template <auto free>
struct Free {
    template <class T>
    void operator()(T* object) const {
        free(object);
    }
};

using MdContext = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Pkey = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using PkeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Free<BN_clear_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Free<ECDSA_SIG_free>>;

/// Stops the program when OpenSSL cannot do what cannot fail: memory or a missing algorithm.
inline void must(bool succeeded) {
    ASSERT(succeeded);
}

}  // namespace jianghui::crypto::openssl
