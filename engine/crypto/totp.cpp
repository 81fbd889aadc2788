#include "engine/crypto/totp.hpp"

#include <array>
#include <cstdlib>
#include <memory>

#include <liboath/oath.h>

#include "engine/base/result.hpp"

namespace jianghui::crypto {
namespace {

void start_liboath() {
    static const int started = ::oath_init();
    ASSERT(started == OATH_OK);
}

int totp_flags(TotpHash hash) {
    if (hash == TotpHash::sha256) return OATH_TOTP_HMAC_SHA256;
    return hash == TotpHash::sha512 ? OATH_TOTP_HMAC_SHA512 : 0;
}

bool is_unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return out;
}

}  // namespace

std::int64_t totp_step(Instant at, const TotpForm& form) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count();
    ASSERT(seconds >= 0 && form.step_seconds > 0);
    return seconds / form.step_seconds;
}

std::string totp_code(std::string_view secret, std::int64_t step, const TotpForm& form) {
    ASSERT(!secret.empty() && step >= 0 && form.digits >= 6 && form.digits <= 8);
    start_liboath();
    std::array<char, 9> code{};
    const int done = ::oath_totp_generate2(
        secret.data(), secret.size(), static_cast<std::time_t>(step * form.step_seconds),
        static_cast<unsigned>(form.step_seconds), 0, static_cast<unsigned>(form.digits),
        totp_flags(form.hash), code.data());
    ASSERT(done == OATH_OK);
    return code.data();
}

std::optional<std::int64_t> totp_step_of(std::string_view secret, std::string_view typed,
                                         Instant now, int window, const TotpForm& form) {
    std::optional<std::int64_t> found;
    const std::int64_t present = totp_step(now, form);
    for (std::int64_t step = std::max<std::int64_t>(present - window, 0); step <= present + window;
         ++step)
        if (equal_in_constant_time(totp_code(secret, step, form), typed)) found = step;
    return found;
}

std::string to_base32(std::string_view bytes) {
    char* text = nullptr;
    std::size_t length = 0;
    ASSERT(::oath_base32_encode(bytes.data(), bytes.size(), &text, &length) == OATH_OK);
    const std::unique_ptr<char, decltype(&std::free)> owned(text, &std::free);
    std::string out(text, length);
    out.erase(std::min(out.find('='), out.size()));
    return out;
}

std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret,
                        const TotpForm& form) {
    constexpr std::array<std::string_view, 3> hashes{"SHA1", "SHA256", "SHA512"};
    return "otpauth://totp/" + percent_encoded(issuer) + ":" + percent_encoded(account) +
           "?secret=" + to_base32(secret) + "&issuer=" + percent_encoded(issuer) +
           "&algorithm=" + std::string(hashes.at(static_cast<std::size_t>(form.hash))) +
           "&digits=" + std::to_string(form.digits) +
           "&period=" + std::to_string(form.step_seconds);
}

}  // namespace jianghui::crypto
