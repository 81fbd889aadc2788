#include "engine/access/password_change.hpp"

#include "engine/access/database_test.hpp"

namespace jianghui::access {
namespace {

using std::chrono::hours;

struct PasswordChange : World {
    AccountId wang = create(employer("wang", "correct horse 1")).value();

    std::string weakness(const std::string& password) {
        const auto hash = new_password_hash(policy, "wang", password);
        return hash ? "" : hash.error().code;
    }
    ResetCode issue() {
        return database.write([&](store::Transaction& transaction) {
            return issue_reset_code(transaction, vault, policy, act(), wang).value();
        });
    }
    std::string reset(const std::string& login, const std::string& code,
                      const std::string& password) {
        const bool holds = database.read([&](store::Reader& reader) {
            return reset_code_holds(reader, vault, policy, login, code, clock.now());
        });
        std::optional<std::string> hash;
        if (holds) hash = new_password_hash(policy, login, password).value();
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto fault =
                reset_password(transaction, vault, policy, login, code, hash, clock.now());
            EXPECT_EQ(fault.has_value(), !holds);
            return fault ? fault->code : "";
        });
    }
};

TEST_F(PasswordChange, refuses_weak_passwords) {
    for (const auto* weak : {"", "Short1!", "onlysmall", "12345678", "WANG-wang1", "my Wang 2026"})
        EXPECT_EQ(weakness(weak), "password_too_weak") << weak;
    for (const auto* good : {"correct horse 1", "abcdefg1", "江河汇流沱江2026"})
        EXPECT_EQ(weakness(good), "") << good;
    EXPECT_EQ(weakness(std::string(257, 'a')), "password_too_long");
    EXPECT_EQ(weakness(std::string(255, 'a') + "1"), "");
    EXPECT_EQ(weakness("\xff\xff\xff\xff\xff\xff\xff\xff"
                       "a1"),
              "password_too_weak");
}

TEST_F(PasswordChange, ends_all_other_sessions) {
    const auto mine = sign_in_with("wang", "correct horse 1").session->token;
    const auto other = sign_in_with("wang", "correct horse 1").session->token;
    const auto hash = new_password_hash(policy, "wang", "another horse 2").value();
    const auto kept = database.read(
        [&](store::Reader& reader) { return find_credentials_of(reader, wang).value(); });
    const auto change = [&] {
        return database.write([&](store::Transaction& transaction) {
            return change_password(transaction, act(), kept, hash, mine).has_value();
        });
    };
    EXPECT_TRUE(change());
    EXPECT_TRUE(session_of(mine));
    EXPECT_FALSE(session_of(other));
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "wrong_credentials");
    EXPECT_EQ(sign_in_code("wang", "another horse 2"), "");
    EXPECT_FALSE(change()) << "the password that was compared is no longer the present one";
}

TEST_F(PasswordChange, code_sets_the_password_once) {
    const auto session = sign_in_with("wang", "correct horse 1").session->token;
    const auto code = issue();
    EXPECT_EQ(code.code.size(), 8U);
    EXPECT_EQ(code.expires_at, clock.now() + hours(24));
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "") << "the old one works until it is used";
    EXPECT_EQ(reset("Wang", code.code, "another horse 2"), "");
    EXPECT_FALSE(session_of(session));
    EXPECT_EQ(sign_in_code("wang", "another horse 2"), "");
    EXPECT_EQ(reset("wang", code.code, "a third horse 3"), "reset_code_wrong");
    EXPECT_EQ(sign_in_code("wang", "another horse 2"), "");
}

TEST_F(PasswordChange, code_opens_a_locked_account) {
    for (int i = 0; i < 5; ++i) (void)sign_in_code("wang", "wrong");
    EXPECT_EQ(reset("wang", issue().code, "another horse 2"), "");
    EXPECT_EQ(sign_in_code("wang", "another horse 2"), "");
}

TEST_F(PasswordChange, code_runs_out) {
    const auto code = issue();
    clock.advance(hours(24));
    EXPECT_EQ(reset("wang", code.code, "another horse 2"), "reset_code_wrong");
}

TEST_F(PasswordChange, new_code_replaces_the_old_one) {
    const auto old = issue();
    const auto fresh = issue();
    EXPECT_EQ(reset("wang", old.code, "another horse 2"), "reset_code_wrong");
    EXPECT_EQ(reset("wang", fresh.code, "another horse 2"), "");
}

TEST_F(PasswordChange, code_is_spent_after_five_wrong_tries) {
    const auto code = issue();
    const std::string wrong = code.code == "00000000" ? "00000001" : "00000000";
    for (int i = 0; i < 4; ++i) EXPECT_EQ(reset("wang", wrong, "x"), "reset_code_wrong");
    EXPECT_TRUE(database.read([&](store::Reader& reader) {
        return reset_code_holds(reader, vault, policy, "wang", code.code, clock.now());
    }));
    EXPECT_EQ(reset("wang", wrong, "x"), "reset_code_wrong");
    EXPECT_EQ(reset("wang", code.code, "another horse 2"), "reset_code_wrong");
}

TEST_F(PasswordChange, code_is_one_accounts_own) {
    clock.advance(Milliseconds(1));
    ASSERT_TRUE(create(employer("li", "correct horse 2")));
    const auto code = issue();
    EXPECT_EQ(reset("li", code.code, "another horse 2"), "reset_code_wrong");
    EXPECT_EQ(reset("nobody", code.code, "another horse 2"), "reset_code_wrong");
    EXPECT_EQ(reset("", code.code, "another horse 2"), "reset_code_wrong");
}

TEST_F(PasswordChange, code_needs_an_account) {
    EXPECT_EQ(database.write([&](store::Transaction& transaction) {
        return issue_reset_code(transaction, vault, policy, act(), AccountId{99}).error().code;
    }),
              "not_found");
}

}  // namespace
}  // namespace jianghui::access
