#include "engine/access/sign_in.hpp"

#include "engine/access/database_test.hpp"

namespace jianghui::access {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct SignIn : World {
    AccountId wang = create(employer("wang", "correct horse 1")).value();
};

TEST_F(SignIn, gives_a_session_that_knows_the_caller) {
    const auto session = sign_in_with(" Wang", "correct horse 1").session.value();
    EXPECT_EQ(session.token.size(), 43U);
    EXPECT_EQ(session.expires_at, clock.now() + hours(12));
    const auto found = session_of(session.token).value();
    EXPECT_EQ(found.caller, (Caller{wang, Role::employer, {"511500"}, OrganisationId{5}, {}}));
    EXPECT_EQ(found.expires_at, session.expires_at);
    EXPECT_NE(session.token, sign_in_with("wang", "correct horse 1").session->token);
}

TEST_F(SignIn, ends_after_twelve_hours) {
    const auto session = sign_in_with("wang", "correct horse 1").session.value();
    clock.advance(hours(12) - Milliseconds(1));
    EXPECT_TRUE(session_of(session.token));
    clock.advance(Milliseconds(1));
    EXPECT_FALSE(session_of(session.token));
}

TEST_F(SignIn, keeps_the_digest_of_a_token_only) {
    const auto session = sign_in_with("wang", "correct horse 1").session.value();
    EXPECT_FALSE(session_of(session_digest(session.token))) << "the digest opens nothing";
    EXPECT_FALSE(session_of(""));
    EXPECT_FALSE(session_of("' OR 1=1 --"));
    if (database.place.is_postgres()) return;  // There is no file to look into.
    database.store->backup_to((database.folder / "copy").string());
    std::ostringstream content;
    content << std::ifstream(database.folder / "copy", std::ios::binary).rdbuf();
    EXPECT_EQ(content.str().find(session.token), std::string::npos);
    EXPECT_NE(content.str().find(session_digest(session.token)), std::string::npos);
}

TEST_F(SignIn, answers_the_same_for_a_wrong_password_and_an_unknown_name) {
    for (int left = 4; left >= 0; --left) {
        const auto known = sign_in_with("wang", "wrong horse 1").refusal.value();
        const auto unknown = sign_in_with("nobody", "wrong horse 1").refusal.value();
        EXPECT_EQ(known.code, "wrong_credentials");
        EXPECT_EQ(known.code, unknown.code);
        EXPECT_EQ(known.facts, unknown.facts);
        EXPECT_EQ(known.facts.at(0), (Fact{"attempts_left", std::to_string(left)}));
    }
    const auto known = sign_in_with("wang", "wrong horse 1").refusal.value();
    const auto unknown = sign_in_with("nobody", "wrong horse 1").refusal.value();
    EXPECT_EQ(known.code, "account_locked");
    EXPECT_EQ(known.facts, unknown.facts);
    EXPECT_EQ(known.facts.at(0), (Fact{"retry_after_seconds", "900"}));
}

TEST_F(SignIn, is_locked_for_the_right_password_too_and_opens_after_fifteen_minutes) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in_code("wang", "wrong"), "wrong_credentials");
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "account_locked");
    clock.advance(minutes(15) - Milliseconds(1));
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "account_locked");
    clock.advance(Milliseconds(1));
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
    EXPECT_EQ(database.events(),
              (std::vector<std::string>{"account.created", "account.sign_in_failed",
                                        "account.sign_in_failed", "account.sign_in_failed",
                                        "account.sign_in_failed", "account.sign_in_failed",
                                        "account.locked", "account.signed_in"}));
}

TEST_F(SignIn, forgets_wrong_passwords_after_a_right_one) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in_code("wang", "wrong"), "wrong_credentials");
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(sign_in_code("wang", "wrong"), "wrong_credentials");
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
}

TEST_F(SignIn, locks_one_name_and_not_another) {
    clock.advance(Milliseconds(1));
    auto other = employer("li", "correct horse 2");
    ASSERT_TRUE(create(other));
    for (int i = 0; i < 6; ++i) (void)sign_in_code("wang", "wrong");
    EXPECT_EQ(sign_in_code("li", "correct horse 2"), "");
}

TEST_F(SignIn, never_opens_an_account_without_a_password) {
    clock.advance(Milliseconds(1));
    ASSERT_TRUE(create(employer("fresh")));
    EXPECT_EQ(sign_in_code("fresh", ""), "wrong_credentials");
    EXPECT_EQ(sign_in_code("fresh", "anything"), "wrong_credentials");
}

TEST_F(SignIn, takes_any_text_for_a_name_or_password) {
    for (const auto* text : {"", " ", "a b", "\xff\xfe", "' OR '1'='1", "<script>"}) {
        EXPECT_EQ(sign_in_code(text, "x"), "wrong_credentials") << text;
        EXPECT_EQ(
            sign_in_code("nobody-" + std::to_string(clock.now().time_since_epoch().count()), text),
            "wrong_credentials");
        clock.advance(Milliseconds(1));
    }
    EXPECT_EQ(sign_in_code("big", std::string(1'000'000, 'x')), "wrong_credentials");
}

TEST_F(SignIn, decides_on_the_state_of_the_write_not_of_the_read) {
    const auto facts =
        database.read([&](store::Reader& reader) { return sign_in_facts(reader, vault, "wang"); });
    const auto proof = check_password(facts, "correct horse 1", policy, clock.now()).value();
    const auto fresh = new_password_hash(policy, "wang", "another horse 2").value();
    const auto outcome = database.write([&](store::Transaction& transaction) {
        const auto kept = find_credentials_of(transaction, wang).value();
        EXPECT_TRUE(change_password(transaction, act(), kept, fresh, ""));
        return sign_in(transaction, vault, policy, facts, proof, clock.now());
    });
    EXPECT_FALSE(outcome.session) << "the password was changed in between";
}

TEST_F(SignIn, counts_five_guesses_though_they_were_all_checked_before_the_first_was_counted) {
    const auto facts =
        database.read([&](store::Reader& reader) { return sign_in_facts(reader, vault, "wang"); });
    std::vector<std::string> codes;
    for (int i = 0; i < 8; ++i)
        codes.push_back(database.write([&](store::Transaction& transaction) {
            return sign_in(transaction, vault, policy, facts, {false, {}}, clock.now())
                .refusal->code;
        }));
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "wrong_credentials"), 5);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "account_locked"), 3);
}

TEST_F(SignIn, keeps_the_password_at_todays_cost) {
    policy.password_cost = {2, 16};
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
    const auto kept = database.read([&](store::Reader& reader) {
        return find_credentials_of(reader, wang)->password_hash.value();
    });
    EXPECT_EQ(kept.find("$argon2id$v=19$m=16,t=2"), 0U);
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
}

// Time would tell who has an account: an unknown name must do the same expensive work.
TEST_F(SignIn, compares_for_unknown_names_at_the_same_cost) {
    policy.password_cost = {3, 64};
    ASSERT_TRUE(create(employer("slow", "correct horse 3")));
    for (const char* login : {"slow", "nobody"}) {
        const auto facts = database.read(
            [&](store::Reader& reader) { return sign_in_facts(reader, vault, login); });
        EXPECT_FALSE(
            crypto::should_rehash(hash_to_compare(facts, policy), policy.password_cost))
            << login;
    }
}

}  // namespace
}  // namespace jianghui::access
