#include "engine/access/account.hpp"

#include "engine/access/database_test.hpp"

namespace jianghui::access {
namespace {

using AccountTest = World;
using Kinds = std::vector<std::string>;

TEST(Login, is_compared_in_half_width_and_lower_case) {
    EXPECT_EQ(normal_login(" Ｗang.Fang ").value(), "wang.fang");
    EXPECT_EQ(normal_login("宜宾-五粮").value(), "宜宾-五粮");
    EXPECT_EQ(normal_login("a@b.cn").value(), "a@b.cn");
    EXPECT_EQ(normal_login("13812341234").value(), "13812341234");
}

TEST(Login, refuses_what_is_no_name) {
    for (const auto* text : {"", "a", "a b", "a\nb", "a/b", "a'b", "emoji😀", "<b>"})
        EXPECT_EQ(normal_login(text).error().code, "login_malformed") << text;
    EXPECT_EQ(normal_login(std::string(65, 'a')).error().code, "login_malformed");
    EXPECT_EQ(normal_login("\xff\xfe").error().code, "login_malformed");
    for (const auto* number : {"510302199001010013", "51030219900101001x", "51030219900101001X"})
        EXPECT_EQ(normal_login(number).error().code, "login_is_identity_number") << number;
}

TEST_F(AccountTest, comes_back_as_it_was_made) {
    const auto id = create(employer("Wang"));
    ASSERT_TRUE(id);
    const auto account =
        database.read([&](store::Reader& reader) { return find_account(reader, vault, *id); });
    ASSERT_TRUE(account);
    EXPECT_EQ(account->login, "wang");
    EXPECT_EQ(account->name, "王芳");
    EXPECT_EQ(account->role, Role::employer);
    EXPECT_EQ(account->organisation, OrganisationId{5});
    EXPECT_EQ(account->place, PlaceCode{"511500"});
    EXPECT_FALSE(account->person);
    EXPECT_FALSE(account->password_set_at);
    EXPECT_EQ(account->status, AccountStatus::active);
    EXPECT_EQ(database.events(), Kinds{"account.created"});
}

TEST_F(AccountTest, keeps_no_name_in_the_clear_and_none_in_the_journal) {
    ASSERT_TRUE(create(employer("13812341234")));
    const auto data = database.read([](store::Reader& reader) {
        return boost::json::serialize(journal::after(reader, 0, 10).at(0).data);
    });
    EXPECT_EQ(data, R"({"role":"employer","place":"511500"})");
    if (database.place.is_postgres()) return;  // There is no file to look into.
    database.store->backup_to((database.folder / "copy").string());
    std::ostringstream content;
    content << std::ifstream(database.folder / "copy", std::ios::binary).rdbuf();
    EXPECT_EQ(content.str().find("13812341234"), std::string::npos);
    EXPECT_NE(content.str().find("王芳"), std::string::npos) << "the look does work";
}

TEST_F(AccountTest, has_a_name_of_its_own) {
    ASSERT_TRUE(create(employer("wang")));
    EXPECT_EQ(create(employer("WANG")).error().code, "account_taken");
    EXPECT_EQ(create(employer("a b")).error().code, "login_malformed");
    const auto found = [&](const char* login) {
        return database
            .read(
                [&](store::Reader& reader) { return find_account_by_login(reader, vault, login); })
            .has_value();
    };
    EXPECT_TRUE(found("Wang "));
    EXPECT_FALSE(found("wan"));
    EXPECT_FALSE(found("a b"));
}

TEST_F(AccountTest, needs_what_its_role_acts_for) {
    const auto code_of = [&](Role role, const char* place, int organisation, int person) {
        NewAccount wanted{"x" + std::to_string(clock.now().time_since_epoch().count()),
                          "n",
                          {},
                          role,
                          {place},
                          {organisation},
                          {person}};
        clock.advance(Milliseconds(1));
        const auto made = create(wanted);
        return made ? std::string() : made.error().code;
    };
    const std::string incomplete = "membership_incomplete";
    EXPECT_EQ(code_of(Role::anonymous, "", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::employer, "511500", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::agency, "511500", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::agency, "511500", 3, 4), incomplete);
    EXPECT_EQ(code_of(Role::worker, "511502", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::worker, "511502", 3, 4), incomplete);
    EXPECT_EQ(code_of(Role::official, "", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::inspector, "", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::employer, "511500", 3, 0), "");
    EXPECT_EQ(code_of(Role::agency, "511500", 3, 0), "");
    EXPECT_EQ(code_of(Role::worker, "511502", 0, 4), "");
    EXPECT_EQ(code_of(Role::official, "511500", 0, 0), "");
    EXPECT_EQ(code_of(Role::inspector, "511500", 9, 0), "");
    EXPECT_EQ(code_of(Role::half_signed_in, "", 0, 0), incomplete);
    EXPECT_EQ(code_of(Role::audit_administrator, "", 9, 0), incomplete);
    EXPECT_EQ(code_of(Role::system_administrator, "", 0, 0), "");
    EXPECT_EQ(code_of(Role::security_administrator, "", 0, 0), "");
    EXPECT_EQ(code_of(Role::audit_administrator, "", 0, 0), "");
    EXPECT_EQ(code_of(Role::worker, "511502", 0, 4), "person_has_login");
}

TEST_F(AccountTest, are_listed_by_role_status_organisation_and_name) {
    const auto wang = create(employer("wang")).value();
    clock.advance(Milliseconds(1));
    auto other = employer("li");
    other.organisation = {6};
    const auto li = create(other).value();
    clock.advance(Milliseconds(1));
    const auto official = create({"zhao", "赵", {}, Role::official, {"511500"}, {}, {}}).value();
    const auto listed = [&](const AccountFilter& filter, AccountId after = {}, int limit = 10) {
        return database.read([&](store::Reader& reader) {
            std::vector<AccountId> found;
            for (const auto& account : list_accounts(reader, vault, filter, after, limit))
                found.push_back(account.account);
            return found;
        });
    };
    using Accounts = std::vector<AccountId>;
    EXPECT_EQ(listed({}), (Accounts{wang, li, official}));
    EXPECT_EQ(listed({}, wang), (Accounts{li, official}));
    EXPECT_EQ(listed({}, {}, 2), (Accounts{wang, li}));
    EXPECT_EQ(listed({Role::official, {}, {}, {}}), Accounts{official});
    EXPECT_EQ(listed({{}, {}, OrganisationId{6}, {}}), Accounts{li});
    EXPECT_EQ(listed({{}, {}, {}, "LI"}), Accounts{li});
    EXPECT_EQ(listed({{}, {}, {}, "l"}), Accounts{});
    EXPECT_EQ(listed({{}, AccountStatus::disabled, {}, {}}), Accounts{});
}

TEST_F(AccountTest, loses_its_sessions_when_disabled) {
    const auto id = create(employer("wang", "correct horse 1")).value();
    const auto session = sign_in_with("wang", "correct horse 1").session.value();
    ASSERT_TRUE(session_of(session.token));
    const auto set = [&](AccountStatus status) {
        return database.write([&](store::Transaction& transaction) {
            return set_account_status(transaction, vault, act(), id, status).has_value();
        });
    };
    const auto is_active = [&](const char* login) {
        return database
            .read([&](store::Reader& reader) { return find_active_account(reader, vault, login); })
            .has_value();
    };
    EXPECT_TRUE(is_active("WANG"));
    EXPECT_FALSE(is_active("wan"));
    EXPECT_TRUE(set(AccountStatus::disabled));
    EXPECT_FALSE(is_active("wang"));
    EXPECT_FALSE(session_of(session.token));
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "account_disabled");
    EXPECT_EQ(sign_in_code("wang", "wrong horse 1"), "wrong_credentials");
    EXPECT_TRUE(set(AccountStatus::disabled)) << "again: nothing happens";
    EXPECT_TRUE(set(AccountStatus::active));
    EXPECT_FALSE(session_of(session.token)) << "the old session stays ended";
    EXPECT_EQ(sign_in_code("wang", "correct horse 1"), "");
    EXPECT_EQ(database.events(),
              (Kinds{"account.created", "account.signed_in", "account.disabled",
                     "account.sign_in_failed", "account.enabled", "account.signed_in"}));
}

TEST_F(AccountTest, the_last_administrator_of_each_duty_stays) {
    const auto disable = [&](AccountId id) {
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto done =
                set_account_status(transaction, vault, act(), id, AccountStatus::disabled);
            return done ? "" : done.error().code;
        });
    };
    for (const auto duty : {Role::system_administrator, Role::security_administrator,
                            Role::audit_administrator}) {
        const std::string login(codec::enum_text(duty));
        clock.advance(Milliseconds(1));
        const auto first = create({login, "管理员", {}, duty, {}, {}, {}}).value();
        EXPECT_EQ(disable(first), "last_administrator");
        clock.advance(Milliseconds(1));
        const auto second = create({login + "2", "管理员", {}, duty, {}, {}, {}}).value();
        EXPECT_EQ(disable(first), "");
        EXPECT_EQ(disable(second), "last_administrator");
    }
    EXPECT_EQ(disable(AccountId{12345}), "not_found");
}

// Not only a rule: the database refuses a second duty, also one after the other.
TEST_F(AccountTest, never_has_two_of_the_three_duties) {
    const auto id =
        create({"root", "管理员", {}, Role::system_administrator, {}, {}, {}}).value();
    std::int64_t since = 1;
    const auto add = [&](const char* role) {
        return database.store->write([&](store::Transaction& transaction) {
            transaction.execute(
                {"test", "INSERT INTO memberships (account, since_at, until_at, role, place) "
                         "VALUES (:account, :since, 2, :role, '511500')"},
                store::arguments("account", id, "since", since++, "role", role));
            return true;
        });
    };
    using Outcome = store::Work::Outcome;
    EXPECT_EQ(add("official"), Outcome::committed);
    EXPECT_EQ(add("security_administrator"), Outcome::failed);
    EXPECT_EQ(add("audit_administrator"), Outcome::failed);
}

TEST_F(AccountTest, database_belongs_to_one_key_file) {
    const auto bind = [&](const crypto::Keyring& ring) {
        return database.write([&](store::Transaction& transaction) -> std::string {
            const auto done = bind_keyring(transaction, ring, clock.now());
            return done ? "" : done.error().code;
        });
    };
    EXPECT_EQ(bind(vault.keyring()), "");
    EXPECT_EQ(bind(vault.keyring()), "");
    EXPECT_EQ(bind(crypto::Keyring::generate(secrets)), "keyring_foreign");
}

}  // namespace
}  // namespace jianghui::access
