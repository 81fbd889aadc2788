#pragma once
// Sessions: an opaque token in the hands of the browser, its SM3 digest in the database. A leaked
// database or backup signs nobody in.

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/access/account.hpp"

namespace jianghui::access {

/// What is handed out at sign-in, once.
struct NewSession {
    std::string token;  ///< 43 characters of base64url
    Instant expires_at;
};

/// A running session: who, and until when. Of a half session the caller has the role
/// `half_signed_in` and nothing but her account.
struct Session {
    Caller caller;
    Instant expires_at;
};

/// The digest under which a token is kept: SM3, hexadecimal.
[[nodiscard]] std::string session_digest(std::string_view token);

/// The token that a page sends in X-CSRF-Token: HMAC-SM3 of the session's digest, as base64url.
/// Nobody who cannot read the page's own answers can know it.
[[nodiscard]] std::string csrf_token(const Vault& vault, std::string_view session_token);
/// Whether this is the CSRF token of the session, compared in constant time.
[[nodiscard]] bool csrf_matches(const Vault& vault, std::string_view session_token,
                                std::string_view sent);

/// Opens a session; the account must exist and be active. Records nothing: `sign_in` does.
[[nodiscard]] NewSession open_session(store::Transaction& transaction, const Vault& vault,
                                      const AccessPolicy& policy, AccountId account, Instant now);
/// Opens a half session, which lives for minutes: the second factor is still due.
[[nodiscard]] NewSession open_half_session(store::Transaction& transaction, const Vault& vault,
                                           const AccessPolicy& policy, AccountId account,
                                           Instant now);

/// The session of a token, or nothing when there is none, it has run out, or the account is
/// disabled. One look-up by key.
[[nodiscard]] std::optional<Session> find_session(const store::Reader& reader,
                                                  std::string_view token, Instant now);

/// Ends the session of this token, if there is one, and records account.signed_out.
void sign_out(store::Transaction& transaction, const Act& act, std::string_view token);

/// Ends all sessions of an account but the one of `spared_token` ("" spares none).
void end_sessions(store::Transaction& transaction, AccountId account,
                  std::string_view spared_token);

/// Deletes sessions, reset codes and counts of wrong passwords that no rule looks at any more. For
/// a job of the server.
void forget_ended(store::Transaction& transaction, const AccessPolicy& policy, Instant now);

/// Sessions looked up of late, so that a busy client costs one look-up a second. A service;
/// thread-safe. What ends a session in this process tells the cache; another process notices after
/// `session_trusted_for`.
class SessionCache {
  public:
    explicit SessionCache(Milliseconds trusted_for) : trusted_for_(trusted_for) {}

    /// A remembered session that is still trusted at this time.
    [[nodiscard]] std::optional<Session> find(std::string_view token, Instant now);
    /// Taken before a look-up in the database and handed to `put`: what was looked up before a
    /// `forget` is not remembered after it.
    [[nodiscard]] std::uint64_t ticket();
    void put(std::string_view token, const Session& session, Instant now, std::uint64_t ticket);
    /// Forgets all sessions of an account. Call it after the commit that ended them.
    void forget(AccountId account);

  private:
    struct Entry {
        Session session;
        Instant looked_up_at;
    };
    static constexpr std::size_t entries_max = 100'000;
    Milliseconds trusted_for_;
    std::mutex mutex_;
    std::uint64_t forgotten_ = 0;
    std::unordered_map<std::string, Entry> entries_;
};

}  // namespace jianghui::access
