#pragma once
// The public header of engine/crypto: the national algorithms (SM2, SM3, SM4) and Argon2id as plain
// values. OpenSSL and libsodium are seen only by the .cpp files. See README.md for which part to
// use.
#include "engine/crypto/bytes.hpp"
#include "engine/crypto/keyring.hpp"
#include "engine/crypto/password.hpp"
#include "engine/crypto/sealed_box.hpp"
#include "engine/crypto/secrets.hpp"
#include "engine/crypto/sm2.hpp"
#include "engine/crypto/sm3.hpp"
