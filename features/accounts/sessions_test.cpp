// Signing in as a client sees it.

#include "features/accounts/program_test.hpp"

namespace jianghui::accounts {
namespace {

struct Sessions : Program {
    void SetUp() override {
        ASSERT_EQ(post("/registrations/organisations", employer_registration).status, 201);
    }
};

TEST_F(Sessions, give_a_token_a_cookie_and_who_i_am) {
    const auto answer = sign_in("wuliang", "five grains 1");
    ASSERT_EQ(answer.status, 201);
    EXPECT_EQ(answer.text("token").size(), 43U);
    EXPECT_EQ(answer.text("expires_at"), "2026-11-23T21:00:00+08:00");
    EXPECT_EQ(answer.text("me.account.account"), "wuliang");
    EXPECT_EQ(answer.text("me.account.name"), "王芳");
    EXPECT_EQ(answer.text("me.role"), "employer");
    EXPECT_EQ(answer.text("me.place"), "511502");
    EXPECT_EQ(answer.text("me.organisation.name"), "宜宾五谷酒业有限公司");
    EXPECT_EQ(answer.text("me.organisation.kind"), "employer");
    EXPECT_TRUE(answer.body.at("me").at("person").is_null());
    EXPECT_EQ(answer.text("csrf_token"), answer.text("me.csrf_token"));
    EXPECT_EQ(answer.header("set-cookie"),
              "jianghui_session=" + answer.text("token") +
                  "; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
    const auto me = get("/me", {answer.text("token"), "", ""});
    EXPECT_EQ(me.status, 200);
    EXPECT_EQ(me.body, answer.body.at("me"));
}

TEST_F(Sessions, name_the_rights_of_the_role) {
    const auto me = get("/me", bearer_of("wuliang", "five grains 1"));
    std::vector<std::string> rights;
    for (const auto& right : me.body.at("rights").as_array())
        rights.emplace_back(right.as_string());
    EXPECT_TRUE(std::is_sorted(rights.begin(), rights.end()));
    const auto has = [&](const char* right) {
        return std::find(rights.begin(), rights.end(), right) != rights.end();
    };
    EXPECT_TRUE(has("organisations.change"));
    EXPECT_TRUE(has("organisations.invite"));
    EXPECT_FALSE(has("accounts.list"));
    EXPECT_FALSE(has("organisations.verify"));
}

TEST_F(Sessions, ask_as_often_as_the_rate_allows) {
    app->limit_rates({{.per_second = 10, .burst = 30}, {.per_second = 10, .burst = 60}});
    const auto me = bearer_of("wuliang", "five grains 1");
    for (int i = 0; i < 30; ++i) ASSERT_EQ(get("/me", me).status, 200) << i;
    const auto refused = get("/me", me);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.code(), "too_many_requests");
    EXPECT_EQ(refused.header("retry-after"), "1");
    clock->advance(std::chrono::seconds(1));
    EXPECT_EQ(get("/me", me).status, 200);
}

TEST_F(Sessions, of_one_address_are_tried_a_few_times_a_second) {
    app->limit_rates({{}, {.per_second = 10, .burst = 60}});
    const auto guess = [&](const char* from) {
        http::Request request;
        request.method = http::Method::post;
        request.path = "/api/v1/sessions";
        request.remote = from;
        request.body = R"({"account":"wuliang","password":"wrong wrong"})";
        return app->handle(std::move(request)).status;
    };
    for (int i = 0; i < 3; ++i) EXPECT_EQ(guess("203.0.113.7"), 401);
    EXPECT_EQ(guess("203.0.113.7"), 429);
    EXPECT_EQ(guess("203.0.113.8"), 401);
}

TEST_F(Sessions, are_needed_for_what_is_not_public) {
    const auto answer = get("/me");
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(answer.code(), "not_signed_in");
    EXPECT_EQ(get("/places?limit=1").status, 200);
}

TEST_F(Sessions, with_a_wrong_bearer_token_are_none) {
    for (const auto* path : {"/me", "/places?limit=1"})
        EXPECT_EQ(get(path, {"nonsense", "", ""}).code(), "not_signed_in") << path;
}

// A browser sends its stale cookie whether it wants to or not.
TEST_F(Sessions, with_a_stale_cookie_still_see_what_is_public) {
    const Credentials stale{"", "stale", ""};
    EXPECT_EQ(get("/places?limit=1", stale).status, 200);
    EXPECT_EQ(get("/me", stale).code(), "not_signed_in");
    EXPECT_EQ(
        call("POST", "/sessions", R"({"account":"wuliang","password":"five grains 1"})", stale)
            .status,
        201);
}

TEST_F(Sessions, by_cookie_need_the_csrf_token_to_write) {
    const auto opened = sign_in("wuliang", "five grains 1");
    const std::string token = opened.text("token");
    const std::string csrf = opened.text("csrf_token");
    const std::string change = R"({"current":"five grains 1","password":"six grains 22"})";
    EXPECT_EQ(get("/me", {"", token, ""}).status, 200);
    const auto refused = post("/me/password", change, {"", token, ""});
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "csrf_missing");
    EXPECT_EQ(post("/me/password", change, {"", token, "wrong"}).code(), "csrf_missing");
    EXPECT_EQ(post("/me/password", change, {"", token, csrf}).status, 200);
    EXPECT_EQ(
        post("/sessions", R"({"account":"wuliang","password":"six grains 22"})", {"", token, ""})
            .status,
        201)
        << "signing in anew needs none";
}

TEST_F(Sessions, have_a_secure_cookie_behind_a_proxy_that_encrypts) {
    const std::string wanted = R"({"account":"wuliang","password":"five grains 1"})";
    const auto secure = [&](const std::string& scheme) {
        const auto opened = post("/sessions", wanted, {"", "", "", "", scheme});
        EXPECT_EQ(opened.status, 201);
        return opened.header("set-cookie").find("; Secure") != std::string::npos;
    };
    EXPECT_TRUE(secure("https"));
    EXPECT_FALSE(secure("http"));
}

TEST_F(Sessions, are_not_opened_by_a_page_elsewhere) {
    const std::string wanted = R"({"account":"wuliang","password":"five grains 1"})";
    const auto refused = post("/sessions", wanted, {"", "", "", "cross-site"});
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(refused.code(), "csrf_missing");
    EXPECT_TRUE(refused.header("set-cookie").empty());
    EXPECT_EQ(post("/sessions", wanted, {"", "", "", "same-origin"}).status, 201);
}

TEST_F(Sessions, end_when_signed_out) {
    const auto opened = sign_in("wuliang", "five grains 1");
    const Credentials who{opened.text("token"), "", ""};
    const auto closed = call("DELETE", "/sessions/current", "", who);
    EXPECT_EQ(closed.status, 200);
    EXPECT_EQ(closed.header("set-cookie"),
              "jianghui_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
    EXPECT_EQ(get("/me", who).code(), "not_signed_in");
    EXPECT_EQ(call("DELETE", "/sessions/current", "", who).code(), "not_signed_in");
}

TEST_F(Sessions, end_after_twelve_hours) {
    const auto who = bearer_of("wuliang", "five grains 1");
    clock->advance(std::chrono::hours(12) - Milliseconds(1));
    EXPECT_EQ(get("/me", who).status, 200);
    clock->advance(Milliseconds(1));
    EXPECT_EQ(get("/me", who).code(), "not_signed_in");
    app->run_due_jobs();
    EXPECT_EQ(get("/me", who).code(), "not_signed_in");
}

TEST_F(Sessions, are_locked_after_five_wrong_passwords) {
    for (const auto* account : {"wuliang", "nobody"}) {
        for (int i = 0; i < 5; ++i) {
            const auto answer = sign_in(account, "wrong");
            EXPECT_EQ(answer.status, 401);
            EXPECT_EQ(answer.code(), "wrong_credentials");
            EXPECT_EQ(answer.text("facts.attempts_left"), std::to_string(4 - i));
        }
        const auto locked = sign_in(account, "five grains 1");
        EXPECT_EQ(locked.status, 429) << account;
        EXPECT_EQ(locked.code(), "account_locked");
        EXPECT_EQ(locked.text("facts.retry_after_seconds"), "900");
    }
    clock->advance(std::chrono::minutes(15));
    EXPECT_EQ(sign_in("wuliang", "five grains 1").status, 201);
}

TEST_F(Sessions, refuse_malformed_requests_as_such) {
    EXPECT_EQ(post("/sessions", "{").code(), "malformed_json");
    EXPECT_EQ(post("/sessions", R"({"account":"a"})").code(), "missing_field");
    EXPECT_EQ(post("/sessions", R"({"account":"a","password":1})").code(), "wrong_type");
    const auto unknown = post("/sessions", R"({"account":"a","password":"b","pasword":"c"})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.code(), "unknown_field");
    EXPECT_EQ(sign_in("", "").code(), "wrong_credentials");
}

TEST_F(Sessions, leave_no_secret_and_no_name_in_the_journal) {
    const auto opened = sign_in("wuliang", "five grains 1");
    (void)sign_in("wuliang", "wrong");
    const auto text = journal_text();
    for (const std::string& secret :
         {std::string("wuliang"), std::string("王芳"), std::string("13812341234"),
          opened.text("token"), opened.text("csrf_token"), std::string("five grains")})
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    EXPECT_NE(text.find("account.signed_in"), std::string::npos);
    EXPECT_NE(text.find("account.sign_in_failed"), std::string::npos);
}

TEST_F(Sessions, change_the_password_and_end_the_others) {
    const auto mine = bearer_of("wuliang", "five grains 1");
    const auto other = bearer_of("wuliang", "five grains 1");
    EXPECT_EQ(get("/me", other).status, 200);
    const auto change = [&](const char* current, const char* password) {
        return post("/me/password",
                    json::serialize(json::object{{"current", current}, {"password", password}}),
                    mine);
    };
    const auto wrong = change("wrong", "six grains 22");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.code(), "current_password_wrong");
    EXPECT_EQ(wrong.path(), "/current");
    const auto weak = change("five grains 1", "short");
    EXPECT_EQ(weak.code(), "password_too_weak");
    EXPECT_EQ(weak.path(), "/password");
    EXPECT_EQ(change("five grains 1", "five grains 1").code(), "password_unchanged");
    EXPECT_EQ(change("five grains 1", "six grains 22").status, 200);
    EXPECT_EQ(get("/me", mine).status, 200);
    EXPECT_EQ(get("/me", other).code(), "not_signed_in");
    EXPECT_EQ(sign_in("wuliang", "five grains 1").code(), "wrong_credentials");
    EXPECT_EQ(sign_in("wuliang", "six grains 22").status, 201);
}

TEST_F(Sessions, lock_guessing_the_password_from_inside) {
    const auto mine = bearer_of("wuliang", "five grains 1");
    const std::string guess = R"({"current":"guess","password":"six grains 22"})";
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(post("/me/password", guess, mine).code(), "current_password_wrong");
    EXPECT_EQ(post("/me/password", guess, mine).code(), "account_locked");
    EXPECT_EQ(sign_in("wuliang", "five grains 1").code(), "account_locked");
}

TEST_F(Sessions, of_many_clients_at_once_count_every_wrong_password) {
    std::vector<std::thread> clients;
    std::atomic<int> wrong{0};
    std::atomic<int> locked{0};
    for (int i = 0; i < 8; ++i)
        clients.emplace_back([&] {
            for (int n = 0; n < 4; ++n) {
                const auto code = sign_in("wuliang", "guess").code();
                if (code == "wrong_credentials") ++wrong;
                if (code == "account_locked") ++locked;
            }
        });
    for (auto& client : clients) client.join();
    EXPECT_EQ(wrong, 5);
    EXPECT_EQ(locked, 27);
}

}  // namespace
}  // namespace jianghui::accounts
