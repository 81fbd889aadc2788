// What administrators do with accounts, as a client sees it.

#include "features/accounts/program_test.hpp"

namespace jianghui::accounts {
namespace {

using access::Role;

struct Accounts : Program {
    Three three = administrators();
    Credentials root = three.security;
    std::string official = R"({"account":"zhao","name":"赵敏","role":"official","place":"511500"})";

    std::string reset_code(const std::string& account) {
        const auto answer = post("/accounts/" + account + "/password-reset", "{}", three.system);
        EXPECT_EQ(answer.status, 201) << answer.code();
        return answer.text("code");
    }
    Answer reset(const std::string& account, const std::string& code, const std::string& password) {
        return post("/password-resets",
                    json::serialize(json::object{
                        {"account", account}, {"code", code}, {"password", password}}));
    }
};

TEST_F(Accounts, begin_with_three_administrators) {
    EXPECT_EQ(get("/me", three.system).text("role"), "system_administrator");
    EXPECT_EQ(get("/me", three.security).text("role"), "security_administrator");
    EXPECT_EQ(get("/me", three.audit).text("role"), "audit_administrator");
    const auto again = first_administrators(*services);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->empty()) << "they are there already";
}

TEST_F(Program, gives_the_first_administrators_new_codes_until_their_passwords_are_set) {
    const auto first = first_administrators(*services).value();
    const auto second = first_administrators(*services).value();
    ASSERT_EQ(second.size(), 3U);
    EXPECT_EQ(second.at(0).account, "system-administrator");
    EXPECT_EQ(second.at(1).account, "security-administrator");
    EXPECT_EQ(second.at(2).account, "audit-administrator");
    const auto reset = [&](const FirstAdministrator& who) {
        return post("/password-resets",
                    json::serialize(json::object{{"account", who.account},
                                                 {"code", who.code.code},
                                                 {"password", "one river 11"}}))
            .code();
    };
    EXPECT_EQ(reset(first.at(0)), "reset_code_wrong");
    EXPECT_EQ(reset(second.at(0)), "");
    const auto third = first_administrators(*services).value();
    ASSERT_EQ(third.size(), 2U) << "the system administrator has a password";
    EXPECT_EQ(third.at(0).role, Role::security_administrator);
}

TEST_F(Accounts, of_an_administrator_start_over_from_the_command_line_alone) {
    const auto anew = administrator_anew(*services, Role::security_administrator);
    ASSERT_TRUE(anew);
    EXPECT_EQ(get("/me", three.security).code(), "not_signed_in");
    set_password(anew->account, anew->code.code, "river parts river 2");
    EXPECT_EQ(get("/me", bearer_of(anew->account, "river parts river 2")).status, 200);
}

// Opening, shutting and factors are security's, codes for passwords are system's, and audit
// changes nothing but its own password.
TEST_F(Accounts, are_each_administrators_own_duty) {
    const std::string id = post("/accounts", official, root).text("id");
    struct Row {
        const char* method;
        std::string path;
        bool system;
        bool security;
        bool audit;
    };
    const Row rows[] = {{"GET", "/accounts", true, true, true},
                        {"POST", "/accounts", false, true, false},
                        {"POST", "/accounts/" + id + "/disable", false, true, false},
                        {"POST", "/accounts/" + id + "/enable", false, true, false},
                        {"POST", "/accounts/" + id + "/unlock", false, true, false},
                        {"POST", "/accounts/" + id + "/second-factor/reset", false, true, false},
                        {"POST", "/accounts/" + id + "/password-reset", true, false, false},
                        {"GET", "/personal-data-reads", false, false, true},
                        {"GET", "/people", false, false, false}};
    for (const auto& row : rows) {
        const auto allowed = [&](const Credentials& who) {
            const auto answer = call(row.method, row.path, *row.method == 'P' ? "{}" : "", who);
            return answer.code() != "not_allowed";
        };
        EXPECT_EQ(allowed(three.system), row.system) << row.path;
        EXPECT_EQ(allowed(three.security), row.security) << row.path;
        EXPECT_EQ(allowed(three.audit), row.audit) << row.path;
    }
}

TEST_F(Accounts, of_officials_are_never_one_administrators_alone) {
    const std::string id = post("/accounts", official, root).text("id");
    EXPECT_EQ(post("/accounts/" + id + "/password-reset", "{}", root).code(), "not_allowed");
    EXPECT_EQ(post("/accounts", official, three.system).code(), "not_allowed");
    set_password("zhao", reset_code(id), "two rivers 22");
    const auto zhao = bearer_of("zhao", "two rivers 22");
    const auto again = post("/accounts/" + id + "/password-reset", "{}", three.system);
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.code(), "reset_needs_security") << "nothing else stands in between";
    const auto reset_factor = post("/accounts/" + id + "/second-factor/reset", "{}", root);
    EXPECT_EQ(reset_factor.status, 200) << reset_factor.code();
    EXPECT_TRUE(reset_factor.body.at("may_be_reset").as_bool());
    EXPECT_EQ(get("/me", zhao).code(), "not_signed_in");
    EXPECT_EQ(post("/accounts/" + id + "/password-reset", "{}", three.system).status, 201);
    const std::string self = get("/me", root).text("account.id");
    EXPECT_EQ(post("/accounts/" + self + "/second-factor/reset", "{}", root).code(),
              "not_for_oneself");
    const std::string system = get("/me", three.system).text("account.id");
    EXPECT_EQ(post("/accounts/" + system + "/password-reset", "{}", three.system).code(),
              "not_for_oneself");
}

TEST_F(Accounts, of_an_authority_come_without_a_password) {
    std::string wanted = R"({"account":"jiuye","password":"chosen river 1","contact_name":"周强",
        "phone":"08302345678","organisation":{"kind":"authority","name":"泸州市就业局",
        "credit_code":"11510500MB0000000X","place":"510500",
        "credit_code_override_reason":"示例代码"}})";
    EXPECT_EQ(post("/registrations/organisations", wanted, root).code(), "password_not_here");
    EXPECT_EQ(post("/registrations/organisations", wanted, three.system).code(),
              "authority_not_open");
    wanted.replace(wanted.find("chosen river 1"), 14, "");
    const auto made = post("/registrations/organisations", wanted, root);
    ASSERT_EQ(made.status, 201) << made.code() << made.path();
    EXPECT_EQ(sign_in("jiuye", "").code(), "wrong_credentials");
    const auto invited = post("/organisations/" + made.text("organisation.id") + "/invitations",
                              R"({"name":"李四"})", root);
    EXPECT_EQ(invited.code(), "authority_not_by_invitation");
}

TEST_F(Accounts, are_unlocked_by_the_security_administrator) {
    const std::string id = post("/accounts", official, root).text("id");
    set_password("zhao", reset_code(id), "two rivers 22");
    for (int i = 0; i < 5; ++i) (void)sign_in("zhao", "wrong");
    EXPECT_EQ(sign_in("zhao", "two rivers 22").code(), "account_locked");
    const auto listed = get("/accounts?q=zhao", root);
    EXPECT_EQ(listed.body.at("items").at(0).at("locked_until_at").as_string(),
              "2026-11-23T09:15:00+08:00");
    const auto unlocked = post("/accounts/" + id + "/unlock", "{}", root);
    EXPECT_EQ(unlocked.status, 200);
    EXPECT_TRUE(unlocked.body.at("locked_until_at").is_null());
    EXPECT_EQ(sign_in("zhao", "two rivers 22").status, 201);
}

TEST_F(Accounts, are_made_with_a_reset_code_for_the_first_password) {
    const auto made = post("/accounts", official, root);
    ASSERT_EQ(made.status, 201) << made.code();
    EXPECT_EQ(made.text("account"), "zhao");
    EXPECT_EQ(made.text("role"), "official");
    EXPECT_EQ(made.text("place"), "511500");
    EXPECT_EQ(made.text("status"), "active");
    EXPECT_FALSE(made.body.at("has_password").as_bool());
    EXPECT_EQ(sign_in("zhao", "").code(), "wrong_credentials");
    EXPECT_EQ(reset("zhao", reset_code(made.text("id")), "two rivers 22").status, 200);
    EXPECT_EQ(get("/me", bearer_of("zhao", "two rivers 22")).text("place"), "511500");
}

TEST_F(Accounts, are_made_by_the_security_administrator_only) {
    EXPECT_EQ(post("/accounts", official).code(), "not_signed_in");
    ASSERT_EQ(post("/registrations/organisations", employer_registration).status, 201);
    const auto employer = bearer_of("wuliang", "five grains 1");
    EXPECT_EQ(post("/accounts", official, employer).code(), "not_allowed");
    EXPECT_EQ(get("/accounts", employer).code(), "not_allowed");
}

TEST_F(Accounts, are_refused_when_they_do_not_fit) {
    const auto code_of = [&](const char* body) { return post("/accounts", body, root).code(); };
    EXPECT_EQ(code_of(R"({"account":"w","name":"n","role":"official","place":"511500"})"),
              "login_malformed");
    EXPECT_EQ(code_of(R"({"account":"ww","name":"n","role":"official"})"), "membership_incomplete");
    EXPECT_EQ(code_of(R"({"account":"ww","name":"n","role":"anonymous"})"),
              "membership_incomplete");
    EXPECT_EQ(code_of(R"({"account":"ww","name":"n","role":"employer","place":"511500"})"),
              "membership_incomplete");
    EXPECT_EQ(code_of(R"({"account":"ww","name":"n","role":"worker","place":"511502"})"),
              "role_registers_itself");
    EXPECT_EQ(code_of(R"({"account":"ww","name":"n","role":"king","place":"511502"})"),
              "unknown_code");
    const auto place = post(
        "/accounts", R"({"account":"ww","name":"n","role":"official","place":"511599"})", root);
    EXPECT_EQ(place.code(), "unknown_code");
    EXPECT_EQ(place.path(), "/place");
    EXPECT_FALSE(place.body.at("nearest").as_array().empty());
    EXPECT_EQ(post("/accounts", official, root).status, 201);
    EXPECT_EQ(code_of(official.c_str()), "account_taken");
}

TEST_F(Accounts, of_organisations_follow_their_kind_and_place) {
    const auto registered = post("/registrations/organisations", employer_registration);
    ASSERT_EQ(registered.status, 201) << registered.code();
    const std::string id = registered.text("organisation.id");
    const auto add = [&](const char* account, const char* role) {
        return post(
            "/accounts",
            json::serialize(json::object{
                {"account", account}, {"name", "李四"}, {"role", role}, {"organisation", id}}),
            root);
    };
    EXPECT_EQ(add("li4", "agency").code(), "role_of_other_kind");
    EXPECT_EQ(add("li4", "official").code(), "role_of_other_kind");
    const auto made = add("li4", "employer");
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(made.text("place"), "511502");
    EXPECT_EQ(made.text("organisation.name"), "宜宾五谷酒业有限公司");
    EXPECT_EQ(
        post("/accounts",
             R"({"account":"x1","name":"n","role":"employer","organisation":"0000000000001"})",
             root)
            .code(),
        "not_found");
}

TEST_F(Accounts, are_listed_page_by_page) {
    for (int i = 0; i < 5; ++i) {
        clock->advance(Milliseconds(1));
        const std::string number = std::to_string(i);
        ASSERT_EQ(post("/accounts",
                       R"({"account":"official)" + number +
                           R"(","name":"n","role":"official","place":"511500"})",
                       root)
                      .status,
                  201);
    }
    std::vector<std::string> names;
    std::string cursor;
    do {
        const auto page =
            get("/accounts?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor), root);
        ASSERT_EQ(page.status, 200);
        EXPECT_LE(page.body.at("items").as_array().size(), 2U);
        for (const auto& item : page.body.at("items").as_array())
            names.emplace_back(item.at("account").as_string());
        cursor = page.text("next");
    } while (!cursor.empty());
    EXPECT_EQ(names, (std::vector<std::string>{"system-administrator", "security-administrator",
                                               "audit-administrator", "official0", "official1",
                                               "official2", "official3", "official4"}));
    const auto count = [&](const std::string& filter) {
        return get("/accounts?" + filter, root).body.at("items").as_array().size();
    };
    EXPECT_EQ(count("role=official"), 5U);
    EXPECT_EQ(count("q=Official3"), 1U);
    EXPECT_EQ(count("q=offic"), 0U);
    EXPECT_EQ(count("status=disabled"), 0U);
    EXPECT_EQ(get("/accounts?limit=201", root).code(), "out_of_range");
    EXPECT_EQ(get("/accounts?rolle=official", root).code(), "unknown_parameter");
}

TEST_F(Accounts, can_be_disabled_and_enabled) {
    const auto made = post("/accounts", official, root);
    const std::string id = made.text("id");
    ASSERT_EQ(reset("zhao", reset_code(id), "two rivers 22").status, 200);
    const auto zhao = bearer_of("zhao", "two rivers 22");
    EXPECT_EQ(get("/me", zhao).status, 200);
    const auto disabled = post("/accounts/" + id + "/disable", "", root);
    EXPECT_EQ(disabled.status, 200);
    EXPECT_EQ(disabled.text("status"), "disabled");
    EXPECT_EQ(get("/me", zhao).code(), "not_signed_in");
    const auto refused = sign_in("zhao", "two rivers 22");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "account_disabled");
    EXPECT_EQ(post("/accounts/" + id + "/enable", "", root).text("status"), "active");
    EXPECT_EQ(get("/me", zhao).code(), "not_signed_in");
    EXPECT_EQ(sign_in("zhao", "two rivers 22").status, 201);
    EXPECT_EQ(
        post("/accounts/" + get("/me", root).text("account.id") + "/disable", "", root).code(),
        "last_administrator");
    EXPECT_EQ(post("/accounts/0000000000001/disable", "", root).code(), "not_found");
}

TEST_F(Accounts, forget_a_code_after_one_use_and_after_a_day) {
    const std::string id = post("/accounts", official, root).text("id");
    const auto code = reset_code(id);
    const auto weak = reset("zhao", code, "weak");
    EXPECT_EQ(weak.code(), "password_too_weak");
    EXPECT_EQ(reset("zhao", code, "two rivers 22").status, 200) << "a weak try does not spend it";
    EXPECT_EQ(reset("zhao", code, "three rivers 33").code(), "reset_code_wrong");
    EXPECT_EQ(post("/accounts/" + id + "/second-factor/reset", "{}", root).status, 200);
    const auto late = reset_code(id);
    clock->advance(std::chrono::hours(24));
    EXPECT_EQ(reset("zhao", late, "three rivers 33").code(), "reset_code_wrong");
    EXPECT_EQ(reset("nobody", late, "three rivers 33").code(), "reset_code_wrong");
    EXPECT_EQ(post("/accounts/0000000000001/password-reset", "{}", root).code(), "not_signed_in")
        << "a day later the administrator has to sign in again";
}

TEST_F(Accounts, show_no_code_twice) {
    const std::string id = post("/accounts", official, root).text("id");
    const auto code = reset_code(id);
    EXPECT_EQ(journal_text().find(code), std::string::npos);
    if (place.is_postgres()) return;  // There is no file to look into.
    services->get<store::Store>().backup_to((folder / "copy").string());
    std::ostringstream content;
    content << std::ifstream(folder / "copy", std::ios::binary).rdbuf();
    EXPECT_EQ(content.str().find(code), std::string::npos);
}

}  // namespace
}  // namespace jianghui::accounts
