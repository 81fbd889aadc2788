#include "engine/access/session.hpp"

#include <algorithm>

#include "engine/access/account_event.hpp"
#include "engine/access/queries.hpp"
#include "engine/crypto/memory_digest.hpp"

namespace jianghui::access {
namespace {

struct SessionRow {
    AccountId account;
    Instant expires_at;
    bool half = false;
    Role role = Role::anonymous;
    PlaceCode place;
    OrganisationId organisation;
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (account, expires_at, half, role, place, organisation, person))

std::optional<SessionRow> find_row(const store::Reader& reader, std::string_view token,
                                   Instant now) {
    return reader.one<SessionRow>(sql::find_session,
                                  store::arguments("digest", session_digest(token), "now", now));
}

NewSession insert_session(store::Transaction& transaction, const Vault& vault, AccountId account,
                          Instant now, Milliseconds lives, bool half) {
    NewSession session{crypto::random_token(vault.secrets()), now + lives};
    transaction.execute(
        sql::insert_session,
        store::arguments("digest", session_digest(session.token), "account", account, "now", now,
                         "expires_at", session.expires_at, "half", half));
    return session;
}

}  // namespace

std::string session_digest(std::string_view token) {
    return crypto::sm3(token).hex();
}

std::string csrf_token(const Vault& vault, std::string_view session_token) {
    const std::string message = "csrf " + session_digest(session_token);
    return crypto::to_base64url(
        crypto::hmac_sm3(vault.keyring().key(crypto::KeyUse::session).reveal(), message).raw());
}

bool csrf_matches(const Vault& vault, std::string_view session_token, std::string_view sent) {
    return crypto::equal_in_constant_time(csrf_token(vault, session_token), sent);
}

NewSession open_session(store::Transaction& transaction, const Vault& vault,
                        const AccessPolicy& policy, AccountId account, Instant now) {
    return insert_session(transaction, vault, account, now, policy.session_for, false);
}

NewSession open_half_session(store::Transaction& transaction, const Vault& vault,
                             const AccessPolicy& policy, AccountId account, Instant now) {
    return insert_session(transaction, vault, account, now, policy.second_factor.half_session_for,
                          true);
}

std::optional<Session> find_session(const store::Reader& reader, std::string_view token,
                                    Instant now) {
    auto row = find_row(reader, token, now);
    if (!row) return std::nullopt;
    if (row->half) return Session{{row->account, Role::half_signed_in, {}, {}, {}}, row->expires_at};
    return Session{{row->account, row->role, std::move(row->place), row->organisation, row->person},
                   row->expires_at};
}

void sign_out(store::Transaction& transaction, const Act& act, std::string_view token) {
    const auto row = find_row(transaction, token, act.now);
    transaction.execute(sql::delete_session, store::arguments("digest", session_digest(token)));
    if (row) record(transaction, act, signed_out, row->account);
}

void end_sessions(store::Transaction& transaction, AccountId account,
                  std::string_view spared_token) {
    const std::string spared = spared_token.empty() ? "" : session_digest(spared_token);
    transaction.execute(sql::delete_sessions_of_account,
                        store::arguments("account", account, "spared", spared));
}

void forget_ended(store::Transaction& transaction, const AccessPolicy& policy, Instant now) {
    transaction.execute(sql::delete_ended_sessions, store::arguments("now", now));
    transaction.execute(sql::delete_ended_reset_codes, store::arguments("now", now));
    const Instant before =
        now - std::max(policy.lockout.window, policy.lockout.locked_for) - Milliseconds(1);
    transaction.execute(sql::delete_old_attempts, store::arguments("before", before));
}

std::optional<Session> SessionCache::find(std::string_view token, Instant now) {
    const std::string digest(crypto::memory_digest(token).raw());
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(digest);
    if (found == entries_.end()) return std::nullopt;
    const Entry& entry = found->second;
    // A clock that was set back (tests) must not make old knowledge young.
    if (now < entry.looked_up_at || now - entry.looked_up_at >= trusted_for_ ||
        now >= entry.session.expires_at)
        return std::nullopt;
    return entry.session;
}

std::uint64_t SessionCache::ticket() {
    const std::lock_guard lock(mutex_);
    return forgotten_;
}

void SessionCache::put(std::string_view token, const Session& session, Instant now,
                       std::uint64_t ticket) {
    const std::string digest(crypto::memory_digest(token).raw());
    const std::lock_guard lock(mutex_);
    if (ticket != forgotten_) return;
    if (entries_.size() >= entries_max) entries_.clear();
    entries_.insert_or_assign(digest, Entry{session, now});
}

void SessionCache::forget(AccountId account) {
    const std::lock_guard lock(mutex_);
    ++forgotten_;
    std::erase_if(entries_, [&](const auto& entry) {
        return entry.second.session.caller.account == account;
    });
}

}  // namespace jianghui::access
