// The second factor as a client meets it.

#include "engine/crypto/base32_for_test.hpp"
#include "engine/crypto/totp.hpp"
#include "features/accounts/program_test.hpp"
#include "engine/qr/qr.hpp"

namespace jianghui::accounts {
namespace second_factor_test {

struct SecondFactor : Program {
    Three three = administrators();
    std::string id = post("/accounts",
                          R"({"account":"zhao","name":"赵敏","role":"official","place":"511500"})",
                          three.security)
                         .text("id");
    std::string secret;

    void SetUp() override {
        set_password("zhao",
                     post("/accounts/" + id + "/password-reset", "{}", three.system).text("code"),
                     "two rivers 22");
    }
    static std::string with_code(const std::string& code) {
        return json::serialize(json::object{{"code", code}});
    }
    std::string code(int steps = 0) {
        return crypto::totp_code(secret, crypto::totp_step(clock->now()) + steps);
    }
    static Credentials of(const Answer& answer) { return {answer.text("token"), "", ""}; }
    /// Sets one up in that session; the answer of the confirmation.
    Answer set_up(const Credentials& who) {
        const auto begun = post("/me/second-factor", "{}", who);
        EXPECT_EQ(begun.status, 201) << begun.code();
        secret = crypto::bytes_of_base32(begun.text("secret"));
        EXPECT_NE(begun.text("uri").find("otpauth://totp/"), std::string::npos);
        EXPECT_NE(begun.text("qr_svg").find("<svg"), std::string::npos);
        EXPECT_EQ(begun.header("cache-control"), "no-store");
        auto confirmed = post("/me/second-factor/confirm", with_code(code()), who);
        clock->advance(std::chrono::minutes(1));
        return confirmed;
    }
};

TEST_F(SecondFactor, is_asked_for_after_the_password) {
    const auto zhao = bearer_of("zhao", "two rivers 22");
    const auto set = set_up(zhao);
    ASSERT_EQ(set.status, 201) << set.code();
    EXPECT_EQ(set.body.at("recovery_codes").as_array().size(), 10U);
    EXPECT_TRUE(set.body.at("session").is_null());
    EXPECT_EQ(get("/me", zhao).status, 200) << "the session goes on";
    const auto first = sign_in("zhao", "two rivers 22");
    ASSERT_EQ(first.status, 201);
    EXPECT_EQ(first.text("me.next_step"), "code");
    EXPECT_EQ(first.text("me.role"), "official");
    EXPECT_TRUE(first.body.at("me").at("place").is_null());
    const auto second =
        post("/sessions/current/second-factor", with_code(code()), of(first));
    ASSERT_EQ(second.status, 201) << second.code();
    EXPECT_EQ(second.text("me.next_step"), "none");
    EXPECT_EQ(second.text("me.place"), "511500");
    EXPECT_NE(second.header("set-cookie").find(second.text("token")), std::string::npos);
    EXPECT_EQ(get("/me", of(first)).code(), "not_signed_in");
    EXPECT_EQ(get("/people", of(second)).status, 200);
}

TEST_F(SecondFactor, leaves_nothing_else_open_until_it_is_given) {
    (void)set_up(bearer_of("zhao", "two rivers 22"));
    const auto half = of(sign_in("zhao", "two rivers 22"));
    for (const auto* path : {"/people", "/accounts", "/personal-data-reads"}) {
        const auto refused = get(path, half);
        EXPECT_EQ(refused.status, 403) << path;
        EXPECT_EQ(refused.code(), "second_factor_due") << path;
    }
    const std::string change = R"({"current":"two rivers 22","password":"three rivers 3"})";
    EXPECT_EQ(post("/me/password", change, half).code(), "second_factor_due");
    EXPECT_EQ(post("/me/second-factor/remove", with_code(code()), half).code(),
              "second_factor_due");
    EXPECT_EQ(post("/me/second-factor", with_code(code()), half).code(), "second_factor_due")
        << "no new secret instead of the code";
    EXPECT_EQ(post("/me/second-factor/confirm", with_code(code()), half).code(),
              "second_factor_due");
    EXPECT_EQ(get("/places?limit=1", half).status, 200) << "what is public stays so";
    EXPECT_EQ(get("/me", half).text("next_step"), "code");
    EXPECT_EQ(call("DELETE", "/sessions/current", "", half).status, 200);
    EXPECT_EQ(get("/me", half).code(), "not_signed_in");
}

TEST_F(SecondFactor, is_no_full_sessions_step) {
    const auto zhao = bearer_of("zhao", "two rivers 22");
    EXPECT_EQ(post("/sessions/current/second-factor", with_code("123456"), zhao).code(),
              "not_allowed");
    EXPECT_EQ(post("/sessions/current/second-factor", with_code("123456")).code(),
              "not_signed_in");
    EXPECT_EQ(get("/me/second-factor").code(), "not_signed_in");
}

TEST_F(SecondFactor, refuses_a_code_twice_and_locks_guessing) {
    (void)set_up(bearer_of("zhao", "two rivers 22"));
    const auto give = [&](const std::string& typed) {
        return post("/sessions/current/second-factor", with_code(typed),
                    of(sign_in("zhao", "two rivers 22")));
    };
    const std::string used = code();
    EXPECT_EQ(give(used).status, 201);
    const auto replayed = give(used);
    EXPECT_EQ(replayed.status, 409);
    EXPECT_EQ(replayed.code(), "second_factor_used");
    EXPECT_EQ(replayed.path(), "/code");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(give("000000").code(), "second_factor_wrong");
    EXPECT_EQ(sign_in("zhao", "two rivers 22").code(), "account_locked");
    EXPECT_EQ(post("/accounts/" + id + "/unlock", "{}", three.security).status, 200);
    clock->advance(std::chrono::minutes(1));
    EXPECT_EQ(give(code()).status, 201);
}

TEST_F(SecondFactor, is_due_from_the_day_that_the_parameter_names) {
    const auto before = sign_in("zhao", "two rivers 22");
    EXPECT_EQ(before.text("me.next_step"), "none");
    EXPECT_EQ(before.text("me.second_factor_from_on"), "2027-06-01");
    EXPECT_EQ(get("/me/second-factor", of(before)).body.at("required").as_bool(), false);
    clock->set(*parse_instant("2027-06-01T00:00:00+08:00"));
    const auto half = sign_in("zhao", "two rivers 22");
    EXPECT_EQ(half.text("me.next_step"), "set_up");
    EXPECT_EQ(get("/people", of(half)).code(), "second_factor_due");
    EXPECT_TRUE(get("/me/second-factor", of(half)).body.at("required").as_bool());
    const auto set = set_up(of(half));
    ASSERT_EQ(set.status, 201) << set.code();
    EXPECT_EQ(set.text("session.me.next_step"), "none");
    EXPECT_NE(set.header("set-cookie"), "");
    EXPECT_EQ(get("/people", {set.text("session.token"), "", ""}).status, 200);
    EXPECT_EQ(get("/me", of(half)).code(), "not_signed_in");
}

TEST_F(SecondFactor, is_not_due_for_companies_and_workers) {
    ASSERT_EQ(post("/registrations/organisations", employer_registration).status, 201);
    clock->set(*parse_instant("2027-06-01T00:00:00+08:00"));
    const auto session = sign_in("wuliang", "five grains 1");
    EXPECT_EQ(session.text("me.next_step"), "none");
    EXPECT_TRUE(session.body.at("me").at("second_factor_from_on").is_null());
    EXPECT_EQ(set_up(of(session)).status, 201) << "but open to them";
    EXPECT_EQ(sign_in("wuliang", "five grains 1").text("me.next_step"), "code");
}

TEST_F(SecondFactor, is_reset_by_the_security_administrator_for_others) {
    (void)set_up(bearer_of("zhao", "two rivers 22"));
    const auto listed = get("/accounts?q=zhao", three.audit).body.at("items").at(0);
    EXPECT_TRUE(listed.at("second_factor").as_bool());
    const auto reset = post("/accounts/" + id + "/second-factor/reset", "{}", three.security);
    EXPECT_EQ(reset.status, 200);
    EXPECT_FALSE(reset.body.at("second_factor").as_bool());
    EXPECT_EQ(sign_in("zhao", "two rivers 22").text("me.next_step"), "none");
    const auto text = journal_text();
    EXPECT_NE(text.find("account.second_factor_reset"), std::string::npos);
    EXPECT_EQ(text.find(crypto::to_base32(secret)), std::string::npos);
}

TEST_F(SecondFactor, is_removed_with_a_code) {
    const auto zhao = bearer_of("zhao", "two rivers 22");
    EXPECT_EQ(post("/me/second-factor/remove", with_code("123456"), zhao).code(),
              "second_factor_missing");
    (void)set_up(zhao);
    EXPECT_EQ(post("/me/second-factor/remove", with_code("123456"), zhao).code(),
              "second_factor_wrong");
    EXPECT_EQ(post("/me/second-factor/remove", with_code(code()), zhao).status, 200);
    EXPECT_EQ(sign_in("zhao", "two rivers 22").text("me.next_step"), "none");
}

TEST_F(SecondFactor, is_changed_with_a_code_of_the_old_one) {
    const auto zhao = bearer_of("zhao", "two rivers 22");
    (void)set_up(zhao);
    EXPECT_EQ(post("/me/second-factor", "{}", zhao).code(), "second_factor_wrong");
    const auto begun = post("/me/second-factor", with_code(code()), zhao);
    ASSERT_EQ(begun.status, 201) << begun.code();
}

TEST(QrSvg, is_a_square_of_modules_with_a_margin) {
    const std::string svg = qr::svg("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ");
    EXPECT_NE(svg.find("viewBox=\"0 0 "), std::string::npos);
    EXPECT_NE(svg.find("M4 4h1v1h-1z"), std::string::npos) << "the first finder pattern";
    EXPECT_EQ(qr::svg(std::string(5000, 'x')), "");
}

}  // namespace second_factor_test
}  // namespace jianghui::accounts
