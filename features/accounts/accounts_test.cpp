// What administrators do with accounts, as a client sees it.

#include "features/accounts/program_test.hpp"

namespace jianghui::accounts {
namespace {

struct Accounts : Program {
    Credentials root = administrator();
    std::string official = R"({"account":"zhao","name":"赵敏","role":"official","place":"511500"})";

    std::string reset_code(const std::string& account) {
        const auto answer = post("/accounts/" + account + "/password-reset", "{}", root);
        EXPECT_EQ(answer.status, 201) << answer.code();
        return answer.text("code");
    }
    Answer reset(const std::string& account, const std::string& code, const std::string& password) {
        return post("/password-resets",
                    json::serialize(json::object{
                        {"account", account}, {"code", code}, {"password", password}}));
    }
};

TEST_F(Accounts, begin_with_one_administrator) {
    EXPECT_EQ(get("/me", root).text("role"), "administrator");
    const auto again = first_administrator(*services);
    ASSERT_TRUE(again);
    EXPECT_FALSE(*again) << "there is one already";
}

TEST_F(Program, gives_the_first_administrator_a_new_code_until_the_password_is_set) {
    const auto first = first_administrator(*services).value().value();
    const auto second = first_administrator(*services).value().value();
    EXPECT_EQ(first.account, "administrator");
    EXPECT_EQ(second.account, first.account);
    const auto reset = [&](const std::string& code) {
        return post("/password-resets", json::serialize(json::object{{"account", "administrator"},
                                                                     {"code", code},
                                                                     {"password", "one river 11"}}))
            .code();
    };
    EXPECT_EQ(reset(first.code.code), "reset_code_wrong");
    EXPECT_EQ(reset(second.code.code), "");
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

TEST_F(Accounts, are_made_by_administrators_only) {
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
    EXPECT_EQ(names, (std::vector<std::string>{"administrator", "official0", "official1",
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
