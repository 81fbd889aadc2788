#pragma once
// One-time codes from a shared secret and the time (TOTP, RFC 6238), by liboath: the second factor
// that authenticator apps know.

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"
#include "engine/crypto/bytes.hpp"

namespace jianghui::crypto {

/// The hash inside. Authenticator apps know SHA-1 for certain and the others by luck.
enum class TotpHash { sha1, sha256, sha512 };

/// What both sides agree on besides the secret: the form that every authenticator app knows.
struct TotpForm {
    int digits = 6;  ///< 6, 7 or 8
    int step_seconds = 30;
    TotpHash hash = TotpHash::sha1;
};

/// How long a secret is: 160 bits, as RFC 4226 recommends.
inline constexpr std::size_t totp_secret_size = 20;

/// The number of the time step that a moment lies in. Requires a moment of 1970 or later.
[[nodiscard]] std::int64_t totp_step(Instant at, const TotpForm& form = {});

/// The code of a time step. Requires a secret and step >= 0.
[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step,
                                    const TotpForm& form = {});

/// The step, at most `window` steps from now, whose code was typed; the newest of several. Compares
/// with every one of them whatever is found, in constant time.
[[nodiscard]] std::optional<std::int64_t> totp_step_of(std::string_view secret,
                                                       std::string_view typed, Instant now,
                                                       int window, const TotpForm& form = {});

/// Base32 (RFC 4648) without padding: how a secret is typed by hand.
[[nodiscard]] std::string to_base32(std::string_view bytes);

/// The otpauth:// address that an app reads from a QR code. `issuer` and `account` are any text.
[[nodiscard]] std::string otpauth_uri(std::string_view issuer, std::string_view account,
                                      std::string_view secret, const TotpForm& form = {});

}  // namespace jianghui::crypto
