#include "engine/access/second_factor.hpp"

#include "engine/access/database_test.hpp"
#include "engine/crypto/base32_for_test.hpp"
#include "engine/crypto/totp.hpp"

namespace jianghui::access {
namespace second_factor_test {

struct SecondFactorTest : World {
    AccountId zhao;
    std::string secret;  ///< as the app keeps it
    std::vector<std::string> recovery;

    void SetUp() override {
        policy.second_factor.required_from = parse_date("2027-06-01");
        zhao = create(official("zhao")).value();
    }
    NewAccount official(const std::string& login) {
        NewAccount wanted;
        wanted.login = login;
        wanted.name = "赵敏";
        wanted.role = Role::official;
        wanted.place = {"511500"};
        wanted.password_hash = new_password_hash(policy, login, "correct horse 1").value();
        return wanted;
    }
    Caller herself() { return {zhao, Role::official, {"511500"}, {}, {}}; }
    /// What the app shows now, or so many steps from now.
    std::string code(int steps = 0) {
        return crypto::totp_code(secret, crypto::totp_step(clock.now()) + steps);
    }
    BeginOutcome begin(const std::string& typed = "") {
        return database.write([&](store::Transaction& transaction) {
            return begin_second_factor(transaction, vault, policy, zhao, "江汇", typed,
                                       clock.now());
        });
    }
    std::string confirm(const std::string& typed, const std::string& token = "") {
        return database.write([&](store::Transaction& transaction) -> std::string {
            auto codes = confirm_second_factor(transaction, vault, policy, {herself(), clock.now()},
                                               typed, token);
            if (!codes) return codes.error().code;
            recovery = *codes;
            return "";
        });
    }
    void set_up() {
        secret = crypto::bytes_of_base32(begin().secret.value().secret);
        ASSERT_EQ(confirm(code()), "");
        clock.advance(std::chrono::minutes(1));
    }
    SignInOutcome enter(const std::string& token, const std::string& typed) {
        return database.write([&](store::Transaction& transaction) {
            return sign_in_with_code(transaction, vault, policy, zhao, token, typed, clock.now());
        });
    }
    std::string half_token() {
        const auto outcome = sign_in_with("zhao", "correct horse 1");
        EXPECT_EQ(outcome.next, NextStep::code);
        return outcome.session ? outcome.session->token : "";
    }
    /// "" for success, else the code of the refusal.
    std::string enter_code(const std::string& token, const std::string& typed) {
        const auto outcome = enter(token, typed);
        return outcome.refusal ? outcome.refusal->code : "";
    }
};

TEST_F(SecondFactorTest, is_required_of_offices_from_a_day_on) {
    const SecondFactorPolicy from{.required_from = parse_date("2026-11-23")};
    SecondFactorPolicy demo_too = from;
    demo_too.demo_too = true;
    const auto at = [](const char* text) { return *parse_instant(text); };
    const Instant before = at("2026-11-22T23:59:59+08:00");
    const Instant day = at("2026-11-23T00:00:00+08:00");
    for (const auto role :
         {Role::official, Role::inspector, Role::system_administrator,
          Role::security_administrator, Role::audit_administrator}) {
        EXPECT_EQ(next_step({role, false, false}, from, before), NextStep::none);
        EXPECT_EQ(next_step({role, false, false}, from, day), NextStep::set_up);
        EXPECT_EQ(next_step({role, true, false}, from, day), NextStep::none);
        EXPECT_EQ(next_step({role, true, false}, demo_too, day), NextStep::set_up);
        EXPECT_EQ(next_step({role, false, false}, {}, day), NextStep::none);
        EXPECT_EQ(next_step({role, true, true}, {}, before), NextStep::code);
    }
    for (const auto role : {Role::employer, Role::agency, Role::worker}) {
        EXPECT_EQ(next_step({role, false, false}, demo_too, day), NextStep::none);
        EXPECT_EQ(next_step({role, false, true}, {}, before), NextStep::code);
    }
}

TEST_F(SecondFactorTest, makes_signing_in_two_steps) {
    set_up();
    EXPECT_EQ(recovery.size(), 10U);
    const std::string half = half_token();
    const auto before = session_of(half);
    ASSERT_TRUE(before);
    EXPECT_EQ(before->caller, (Caller{zhao, Role::half_signed_in, {}, {}, {}}));
    const auto outcome = enter(half, code());
    ASSERT_TRUE(outcome.session);
    EXPECT_NE(outcome.session->token, half);
    EXPECT_FALSE(session_of(half)) << "the half session is over";
    EXPECT_EQ(session_of(outcome.session->token)->caller, herself());
    EXPECT_EQ(enter_code(half, code(1)), "sign_in_expired");
    const std::vector<std::string> kinds{"account.created", "account.second_factor_set",
                                         "account.half_signed_in", "account.signed_in"};
    EXPECT_EQ(database.events(), kinds);
}

TEST_F(SecondFactorTest, takes_a_code_once) {
    set_up();
    const std::string used = code();
    EXPECT_EQ(enter_code(half_token(), used), "");
    EXPECT_EQ(enter_code(half_token(), used), "second_factor_used");
    EXPECT_EQ(enter_code(half_token(), code(-1)), "second_factor_used") << "older ones, too";
    EXPECT_EQ(enter_code(half_token(), code(1)), "");
}

TEST_F(SecondFactorTest, takes_a_code_of_one_step_around) {
    set_up();
    EXPECT_EQ(enter_code(half_token(), code(-2)), "second_factor_wrong");
    EXPECT_EQ(enter_code(half_token(), code(2)), "second_factor_wrong");
    EXPECT_EQ(enter_code(half_token(), code(-1)), "");
    const std::string spaced = code(1).substr(0, 3) + " " + code(1).substr(3);
    EXPECT_EQ(enter_code(half_token(), spaced), "");
}

// A right password between wrong codes does not make the count begin anew.
TEST_F(SecondFactorTest, locks_guessing_with_the_count_of_passwords) {
    set_up();
    EXPECT_EQ(sign_in_code("zhao", "wrong horse 1"), "wrong_credentials");
    std::string half = half_token();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(enter_code(half, "000000"), "second_factor_wrong");
        half = half_token();
    }
    EXPECT_EQ(enter_code(half, "ABCDEFGHJK"), "second_factor_wrong");
    EXPECT_EQ(enter_code(half, code()), "account_locked");
    EXPECT_EQ(sign_in_code("zhao", "correct horse 1"), "account_locked");
    const auto unlocked = database.write([&](store::Transaction& transaction) {
        return unlock_account(transaction, vault, act(), zhao).has_value();
    });
    EXPECT_TRUE(unlocked);
    EXPECT_EQ(enter_code(half_token(), code()), "");
}

TEST_F(SecondFactorTest, takes_each_recovery_code_once) {
    set_up();
    std::string typed = recovery.at(3);
    typed.insert(5, "-");
    EXPECT_EQ(enter_code(half_token(), typed), "");
    EXPECT_EQ(enter_code(half_token(), recovery.at(3)), "second_factor_wrong");
    const auto left = database.read([&](store::Reader& reader) {
        return find_second_factor(reader, zhao).recovery_codes_left;
    });
    EXPECT_EQ(left, 9);
}

TEST_F(SecondFactorTest, half_a_session_lives_for_minutes) {
    set_up();
    const std::string half = half_token();
    clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(enter_code(half, code()), "sign_in_expired");
}

TEST_F(SecondFactorTest, is_set_up_by_its_first_code_in_time) {
    EXPECT_EQ(confirm("123456"), "second_factor_not_begun");
    secret = crypto::bytes_of_base32(begin().secret.value().secret);
    EXPECT_EQ(confirm(code(5)), "second_factor_wrong");
    EXPECT_EQ(sign_in_with("zhao", "correct horse 1").next, NextStep::none) << "not yet confirmed";
    clock.advance(std::chrono::minutes(15));
    EXPECT_EQ(confirm(code()), "second_factor_not_begun");
    const std::string first = secret;
    secret = crypto::bytes_of_base32(begin().secret.value().secret);
    EXPECT_NE(secret, first);
    EXPECT_EQ(secret.size(), 20U);
    const auto other = sign_in_with("zhao", "correct horse 1").session.value();
    const auto mine = sign_in_with("zhao", "correct horse 1").session.value();
    EXPECT_EQ(confirm(code(), mine.token), "");
    EXPECT_TRUE(session_of(mine.token));
    EXPECT_FALSE(session_of(other.token)) << "sessions of one factor end";
    EXPECT_EQ(enter_code(half_token(), code()), "second_factor_used")
        << "the code that confirmed is used";
}

TEST_F(SecondFactorTest, is_changed_and_removed_by_a_code_alone) {
    set_up();
    const auto refused = begin("000000");
    ASSERT_TRUE(refused.refusal);
    EXPECT_EQ(refused.refusal->code, "second_factor_wrong");
    const std::string old = secret;
    const auto fresh = begin(code());
    ASSERT_TRUE(fresh.secret);
    clock.advance(std::chrono::minutes(1));
    EXPECT_EQ(enter_code(half_token(), code()), "") << "the old one counts until then";
    secret = crypto::bytes_of_base32(fresh.secret->secret);
    EXPECT_EQ(confirm(code()), "");
    clock.advance(std::chrono::minutes(1));
    const auto remove = [&](const std::string& typed) {
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto refusal = remove_second_factor(transaction, vault, policy,
                                                      {herself(), clock.now()}, typed);
            return refusal ? refusal->code : "";
        });
    };
    EXPECT_EQ(remove(crypto::totp_code(old, crypto::totp_step(clock.now()))),
              "second_factor_wrong");
    EXPECT_EQ(remove(code()), "");
    EXPECT_EQ(remove(code(1)), "second_factor_missing");
    EXPECT_EQ(sign_in_with("zhao", "correct horse 1").next, NextStep::none);
}

TEST_F(SecondFactorTest, is_required_to_be_set_up_before_anything) {
    policy.second_factor.required_from = date_of(clock.now());
    const auto outcome = sign_in_with("zhao", "correct horse 1");
    EXPECT_EQ(outcome.next, NextStep::set_up);
    const std::string half = outcome.session.value().token;
    EXPECT_EQ(session_of(half)->caller.role, Role::half_signed_in);
    secret = crypto::bytes_of_base32(begin().secret.value().secret);
    EXPECT_EQ(confirm(code(), half), "");
    const auto finished = database.write([&](store::Transaction& transaction) {
        return finish_sign_in(transaction, vault, policy, zhao, half, clock.now());
    });
    ASSERT_TRUE(finished.session);
    EXPECT_EQ(session_of(finished.session->token)->caller, herself());
    EXPECT_FALSE(session_of(half));
}

// Neither administrator alone acts as an official: one opens accounts and second factors, the
// other hands out the codes that set passwords.
TEST_F(SecondFactorTest, of_somebody_else_is_reset_by_one_and_the_password_by_another) {
    const Caller system{AccountId{78}, Role::system_administrator, {}, {}, {}};
    const auto issue = [&](const Caller& who) {
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto issued =
                issue_reset_code(transaction, vault, policy, {who, clock.now()}, zhao);
            return issued ? "" : issued.error().code;
        });
    };
    const auto reset = [&](const Caller& who) {
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto done = reset_second_factor(transaction, vault, {who, clock.now()}, zhao);
            return done ? "" : done.error().code;
        });
    };
    EXPECT_EQ(issue(system), "reset_needs_security") << "no second factor stands in between";
    EXPECT_EQ(reset(herself()), "not_for_oneself");
    EXPECT_EQ(issue(herself()), "not_for_oneself");
    set_up();
    EXPECT_EQ(issue(system), "") << "the second factor stands in between";
    const auto session = enter(half_token(), code()).session.value();
    EXPECT_EQ(reset(administrator), "");
    EXPECT_FALSE(session_of(session.token));
    EXPECT_EQ(sign_in_with("zhao", "correct horse 1").next, NextStep::none);
    EXPECT_EQ(issue(system), "") << "the security administrator has agreed";
    const auto code_of_system = database.write([&](store::Transaction& transaction) {
        return issue_reset_code(transaction, vault, policy, {system, clock.now()}, zhao)->code;
    });
    const auto hash = new_password_hash(policy, "zhao", "two rivers 22").value();
    const auto refused = database.write([&](store::Transaction& transaction) {
        return reset_password(transaction, vault, policy, "zhao", code_of_system, hash,
                              clock.now());
    });
    EXPECT_FALSE(refused);
    EXPECT_EQ(issue(system), "reset_needs_security") << "the agreement was for one password";
}

TEST_F(SecondFactorTest, leaves_no_secret_in_the_journal_or_the_tables) {
    set_up();
    EXPECT_EQ(enter_code(half_token(), code()), "");
    EXPECT_EQ(enter_code(half_token(), recovery.front()), "");
    const auto written = database.read([&](store::Reader& reader) {
        std::string text;
        for (const auto& event : journal::after(reader, 0, 1000)) text += codec::encode(event);
        return text;
    });
    EXPECT_EQ(written.find(crypto::to_base32(secret)), std::string::npos);
    EXPECT_EQ(written.find(recovery.front()), std::string::npos);
    EXPECT_NE(written.find("account.recovery_code_used"), std::string::npos);
}

}  // namespace second_factor_test
}  // namespace jianghui::access
