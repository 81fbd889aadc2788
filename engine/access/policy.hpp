#pragma once
// The periods and limits of signing in. They are settings of the deployment (main may read them
// from its configuration); the values here are proposals and are shown as "to be confirmed".

#include <cstddef>
#include <optional>

#include "engine/base/time.hpp"
#include "engine/crypto/password.hpp"

namespace jianghui::access {

/// Lock after N wrong passwords: expected by GB/T 22239-2019 level 3 (domain.md 1.8, mark K); the
/// numbers are this project's proposal (mark P).
struct LockoutPolicy {
    int wrong_max = 5;
    Milliseconds window = std::chrono::minutes(15);
    Milliseconds locked_for = std::chrono::minutes(15);
};

/// Two factors, one of them cryptographic: expected by the same level 3 (mark K); numbers mark P.
/// `required_from` and `demo_too` are parameters of the rules (data/parameters.csv), filled in by
/// features/accounts for the day.
struct SecondFactorPolicy {
    /// From this day an office's account without a second factor can do nothing but set one up.
    std::optional<Date> required_from;
    bool demo_too = false;  ///< accounts of the demonstration as well
    int window_steps = 1;   ///< clocks may differ by so many times 30 seconds
    Milliseconds half_session_for = std::chrono::minutes(10);
    Milliseconds set_up_for = std::chrono::minutes(15);
    int recovery_codes = 10;
    int recovery_letters = 10;  ///< 49 bits each
};

/// All marks P.
struct AccessPolicy {
    LockoutPolicy lockout;
    SecondFactorPolicy second_factor;
    Milliseconds session_for = std::chrono::hours(12);
    Milliseconds reset_code_for = std::chrono::hours(24);
    int reset_code_digits = 8;
    int reset_code_wrong_max = 5;
    Milliseconds invitation_for = std::chrono::hours(24 * 7);
    std::size_t password_characters_min = 8;
    std::size_t password_bytes_max = 256;
    /// The least of OWASP's recommendations for Argon2id: 19 MiB, 2 passes; 23 ms on the
    /// developers' machine.
    crypto::PasswordCost password_cost{2, 19456};
    /// How long a session look-up is believed without asking the database again: how late another
    /// server process may notice that a session has ended.
    Milliseconds session_trusted_for = std::chrono::seconds(1);
    /// Whether the session's cookie is for HTTPS only: set when the server, or what stands before
    /// it, speaks TLS.
    bool secure_cookie = false;
};

}  // namespace jianghui::access
