#include "engine/access/session.hpp"

#include "engine/access/database_test.hpp"

namespace jianghui::access {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

struct SessionTest : World {
    AccountId wang = create(employer("wang", "correct horse 1")).value();
    std::string token = sign_in_with("wang", "correct horse 1").session->token;
};

TEST_F(SessionTest, ends_when_signed_out) {
    const auto other = sign_in_with("wang", "correct horse 1").session->token;
    const Caller caller = session_of(token)->caller;
    const auto leave = [&] {
        return database.write([&](store::Transaction& transaction) {
            sign_out(transaction, {caller, clock.now()}, token);
            return true;
        });
    };
    leave();
    EXPECT_FALSE(session_of(token));
    EXPECT_TRUE(session_of(other));
    leave();
    const auto events = database.events();
    EXPECT_EQ(std::count(events.begin(), events.end(), "account.signed_out"), 1);
}

TEST_F(SessionTest, has_a_csrf_token_of_its_own) {
    const auto csrf = csrf_token(vault, token);
    EXPECT_EQ(csrf.size(), 43U);
    EXPECT_TRUE(csrf_matches(vault, token, csrf));
    EXPECT_FALSE(csrf_matches(vault, token, ""));
    EXPECT_FALSE(csrf_matches(vault, token, token));
    EXPECT_FALSE(csrf_matches(vault, token, csrf_token(vault, "another")));
    const Vault other(crypto::Keyring::generate(secrets), secrets);
    EXPECT_FALSE(csrf_matches(vault, token, csrf_token(other, token)));
}

TEST_F(SessionTest, leftovers_are_forgotten) {
    (void)sign_in_code("nobody", "wrong");
    const auto forget = [&] {
        database.write([&](store::Transaction& transaction) {
            forget_ended(transaction, policy, clock.now());
            return true;
        });
        return session_of(token).has_value();
    };
    EXPECT_TRUE(forget());
    EXPECT_EQ(sign_in_with("nobody", "x").refusal->facts.at(0).second, "3") << "still counted";
    clock.advance(hours(12));
    EXPECT_FALSE(forget());
    EXPECT_EQ(sign_in_with("nobody", "x").refusal->facts.at(0).second, "4");
}

struct SessionCacheTest : testing::Test {
    Instant now = *parse_instant("2026-11-23T09:00:00+08:00");
    SessionCache cache{seconds(1)};
    Session session{{AccountId{1}, Role::employer, {"511500"}, OrganisationId{5}, {}},
                    now + hours(12)};
};

TEST_F(SessionCacheTest, believes_a_look_up_for_a_second) {
    EXPECT_FALSE(cache.find("token", now));
    cache.put("token", session, now, cache.ticket());
    EXPECT_EQ(cache.find("token", now + milliseconds(999))->caller, session.caller);
    EXPECT_FALSE(cache.find("token", now + seconds(1)));
    EXPECT_FALSE(cache.find("token", now - milliseconds(1)));
    EXPECT_FALSE(cache.find("other", now));
}

TEST_F(SessionCacheTest, never_outlives_the_session) {
    session.expires_at = now + milliseconds(10);
    cache.put("token", session, now, cache.ticket());
    EXPECT_TRUE(cache.find("token", now + milliseconds(9)));
    EXPECT_FALSE(cache.find("token", now + milliseconds(10)));
}

TEST_F(SessionCacheTest, forgets_one_account) {
    Session other = session;
    other.caller.account = AccountId{2};
    cache.put("token", session, now, cache.ticket());
    cache.put("other", other, now, cache.ticket());
    cache.forget(AccountId{1});
    EXPECT_FALSE(cache.find("token", now));
    EXPECT_TRUE(cache.find("other", now));
}

TEST_F(SessionCacheTest, does_not_remember_what_was_looked_up_before_the_end) {
    const auto ticket = cache.ticket();
    cache.forget(AccountId{1});
    cache.put("token", session, now, ticket);
    EXPECT_FALSE(cache.find("token", now));
}

}  // namespace
}  // namespace jianghui::access
