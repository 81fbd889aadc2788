// Organisations, workers and members who come by themselves.

#include "features/accounts/program_test.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::accounts {
namespace {

using Registrations = Program;
using Kinds = std::vector<std::string>;

/// The request with one member set to another value, by dotted name.
std::string with(const std::string& body, std::string_view name, const json::value& value) {
    auto document = json::parse(body);
    json::object* at = &document.as_object();
    for (auto dot = name.find('.'); dot != std::string_view::npos; dot = name.find('.')) {
        at = &(*at)[name.substr(0, dot)].as_object();
        name.remove_prefix(dot + 1);
    }
    (*at)[name] = value;
    return json::serialize(document);
}

TEST_F(Registrations, of_an_organisation_make_it_and_its_first_account) {
    const auto answer = post("/registrations/organisations", employer_registration);
    ASSERT_EQ(answer.status, 201) << answer.code();
    EXPECT_EQ(answer.text("organisation.status"), "registered");
    EXPECT_EQ(answer.text("organisation.kind"), "employer");
    const auto me = get("/me", bearer_of("wuliang", "five grains 1"));
    EXPECT_EQ(me.text("organisation.id"), answer.text("organisation.id"));
    EXPECT_EQ(events(), (Kinds{"organisation.registered", "account.created", "account.signed_in"}));
}

TEST_F(Registrations, of_an_agency_give_its_role) {
    const auto body =
        with(with(employer_registration, "organisation.kind", "agency"), "account", "lingpin");
    ASSERT_EQ(post("/registrations/organisations", body).status, 201);
    EXPECT_EQ(sign_in("lingpin", "five grains 1").text("me.role"), "agency");
}

TEST_F(Registrations, of_an_authority_are_not_open) {
    const auto answer = post("/registrations/organisations",
                             with(employer_registration, "organisation.kind", "authority"));
    EXPECT_EQ(answer.status, 403);
    EXPECT_EQ(answer.code(), "authority_not_open");
}

TEST_F(Registrations, leave_nothing_when_a_part_is_refused) {
    const auto code_of = [&](std::string_view name, const json::value& value) {
        const auto answer =
            post("/registrations/organisations", with(employer_registration, name, value));
        EXPECT_NE(answer.status, 201) << name;
        return answer.code() + " " + answer.path();
    };
    EXPECT_EQ(code_of("account", "a b"), "login_malformed /account");
    EXPECT_EQ(code_of("account", "510502199001010018"), "login_is_identity_number /account");
    EXPECT_EQ(code_of("password", "weak"), "password_too_weak /password");
    EXPECT_EQ(code_of("phone", "12"), "contact_phone_malformed /phone");
    EXPECT_EQ(code_of("organisation.credit_code", "123"),
              "credit_code_malformed /organisation/credit_code");
    EXPECT_EQ(code_of("organisation.place", "511599"), "unknown_code /organisation/place");
    EXPECT_EQ(events(), Kinds{});
    EXPECT_EQ(post("/registrations/organisations", employer_registration).status, 201);
    // A name that is taken leaves no organisation behind either.
    const auto before = events();
    EXPECT_EQ(code_of("organisation.name", "另一家公司"), "account_taken /account");
    EXPECT_EQ(events(), before);
}

TEST_F(Registrations, of_a_worker_make_the_person_and_her_account) {
    const auto answer = post("/registrations/workers", worker_registration);
    ASSERT_EQ(answer.status, 201) << answer.code() << answer.path();
    const auto me = get("/me", bearer_of("zhang3", "yangtze river 1"));
    EXPECT_EQ(me.text("role"), "worker");
    EXPECT_EQ(me.text("person.id"), answer.text("person.id"));
    EXPECT_EQ(me.text("person.name"), "张三");
    EXPECT_EQ(me.text("place"), "510502");
    EXPECT_TRUE(me.body.at("organisation").is_null());
    const auto text = journal_text();
    for (const auto* secret : {"510502199001010018", "13900001111", "张三", "zhang3"})
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
}

TEST_F(Registrations, of_a_worker_happen_once) {
    ASSERT_EQ(post("/registrations/workers", worker_registration).status, 201);
    EXPECT_EQ(post("/registrations/workers", worker_registration).code(), "account_taken");
    const auto again =
        post("/registrations/workers", with(worker_registration, "account", "zhang4"));
    EXPECT_EQ(again.status, 409);
    EXPECT_EQ(again.code(), "person_has_account");
    EXPECT_EQ(sign_in("zhang4", "yangtze river 1").code(), "wrong_credentials");
}

TEST_F(Registrations, of_a_worker_are_checked) {
    const auto code_of = [&](std::string_view name, const json::value& value) {
        return post("/registrations/workers", with(worker_registration, name, value)).code();
    };
    EXPECT_EQ(code_of("id_number", "510502199001010019"), "id_number_malformed");
    EXPECT_EQ(code_of("id_number", "510502201501010014"), "person_too_young");
    EXPECT_EQ(code_of("phone", "12"), "phone_malformed");
    EXPECT_EQ(code_of("place", "510599"), "unknown_code");
    EXPECT_EQ(code_of("password", "zhang3zhang3"), "password_too_weak");
    EXPECT_EQ(events(), Kinds{});
}

struct Invitations : Program {
    void SetUp() override {
        organisation =
            post("/registrations/organisations", employer_registration).text("organisation.id");
        wang = bearer_of("wuliang", "five grains 1");
    }
    Answer invite(const Credentials& who, const std::string& body = R"({"name":"李四"})") {
        return post("/organisations/" + organisation + "/invitations", body, who);
    }
    Answer accept(const std::string& code, const std::string& account) {
        return post("/invitations/" + http::percent_encode(code) + "/accept",
                    json::serialize(json::object{
                        {"account", account}, {"password", "min river 333"}, {"name", "李四"}}));
    }
    std::string organisation;
    Credentials wang;
};

TEST_F(Invitations, bring_a_member_into_the_organisation) {
    const auto invited = invite(wang, R"({"name":"李四","phone":"139 0000 2222"})");
    ASSERT_EQ(invited.status, 201) << invited.code();
    EXPECT_EQ(invited.text("code").size(), 12U);
    EXPECT_EQ(invited.text("expires_at"), "2026-11-30T09:00:00+08:00");
    const auto accepted = accept(invited.text("code"), "li4");
    ASSERT_EQ(accepted.status, 201) << accepted.code();
    EXPECT_EQ(accepted.text("organisation.id"), organisation);
    const auto me = get("/me", bearer_of("li4", "min river 333"));
    EXPECT_EQ(me.text("organisation.id"), organisation);
    EXPECT_EQ(me.text("role"), "employer");
    EXPECT_EQ(me.text("place"), "511502");
    const auto text = journal_text();
    EXPECT_NE(text.find("invitation.accepted"), std::string::npos);
    for (const std::string& secret : {invited.text("code"), std::string("13900002222")})
        EXPECT_EQ(text.find(secret), std::string::npos);
}

TEST_F(Invitations, are_typed_as_people_type) {
    auto code = invite(wang).text("code");
    for (char& c : code) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(accept(" " + code.substr(0, 4) + "-" + code.substr(4), "li4").status, 201);
}

TEST_F(Invitations, are_used_once_and_run_out) {
    const auto code = invite(wang).text("code");
    EXPECT_EQ(accept(code, "li4").status, 201);
    const auto again = accept(code, "li5");
    EXPECT_EQ(again.status, 404);
    EXPECT_EQ(again.code(), "invitation_unknown");
    const auto late = invite(wang).text("code");
    clock->advance(std::chrono::hours(24 * 7));
    EXPECT_EQ(accept(late, "li5").code(), "invitation_unknown");
    app->run_due_jobs();
    EXPECT_EQ(accept(late, "li5").code(), "invitation_unknown");
    EXPECT_EQ(accept("ABCDEFGHJKMN", "li5").code(), "invitation_unknown");
}

TEST_F(Invitations, survive_a_refused_try) {
    const auto code = invite(wang).text("code");
    EXPECT_EQ(accept(code, "wuliang").code(), "account_taken");
    EXPECT_EQ(accept(code, "l").code(), "login_malformed");
    EXPECT_EQ(accept(code, "li4").status, 201);
}

TEST_F(Invitations, are_a_members_or_an_administrators_to_give) {
    EXPECT_EQ(invite({}).code(), "not_signed_in");
    const auto root = administrators().security;
    EXPECT_EQ(invite(root).status, 201);
    auto other = with(employer_registration, "account", "other");
    other = with(other, "organisation.name", "另一家公司");
    other = with(other, "organisation.credit_code", "91511500MA62A00020");
    ASSERT_EQ(post("/registrations/organisations", other).status, 201);
    EXPECT_EQ(invite(bearer_of("other", "five grains 1")).code(), "not_allowed");
    EXPECT_EQ(invite(wang, R"({"name":"李四","phone":"12"})").code(), "invitation_phone_malformed");
    organisation = "0000000000001";
    EXPECT_EQ(invite(root).code(), "not_found");
}

}  // namespace
}  // namespace jianghui::accounts
