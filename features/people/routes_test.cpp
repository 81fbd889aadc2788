// The routes of people and organisations as the program serves them: path, role, status, JSON.

#include "engine/app/app.hpp"
#include "engine/app/outcome.hpp"
#include "engine/app/reference_data.hpp"
#include "features/people/people_fixture.hpp"

namespace jianghui::organisations {
app::Feature feature();
}
namespace jianghui::people {
app::Feature feature();

namespace {

using app::Role;

class PeopleRoutes : public People {
  protected:
    PeopleRoutes() {
        bench.services.provide(
            std::make_shared<app::ReferenceData>(app::ReferenceData{SOURCE_FOLDER "/data"}));
        const std::shared_ptr<app::Services> shared(&bench.services, [](app::Services*) {});
        server = app::App::create(shared, {organisations::feature(), feature()}).value();
        server->authenticate_with([this](const app::Services&, const http::Request&,
                                         Instant) -> Result<app::Caller> { return who; });
    }
    http::Reply call(const app::Caller& as_whom, http::Method method, const std::string& path,
                     const std::string& body = {}) {
        who = as_whom;
        http::Request request;
        request.method = method;
        auto target = http::parse_target("/api/v1" + path).value();
        request.path = target.path;
        request.query = target.query;
        request.body = body;
        return server->handle(std::move(request));
    }
    static std::string code_in(const http::Reply& reply) {
        return std::string(codec::parse(reply.body).value().at("code").as_string());
    }

    app::Caller who;
    std::unique_ptr<app::App> server;
};

TEST_F(PeopleRoutes, AddShowChangeAndList) {
    const auto made = call(agency, http::Method::post, "/people",
                           R"({"name":"张三","id_number":")" + number_of(1990, 1) +
                               R"(","phone":"13812345678","place":"510502"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const auto document = codec::parse(made.body).value();
    const std::string path = "/people/" + std::string(document.at("id").as_string());
    EXPECT_EQ(document.at("phone").as_string(), "138****5678");
    EXPECT_EQ(document.at("sight").as_string(), "full");
    EXPECT_EQ(made.body.find(number_of(1990, 1)), std::string::npos);
    EXPECT_EQ(call(agency, http::Method::get, path).status, 200);
    EXPECT_EQ(call(agency, http::Method::patch, path, R"({"reach_km":30})").status, 200);
    EXPECT_EQ(call(agency, http::Method::get, "/people?mine=true&place=510500").status, 200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/verify").status, 200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/reveal", R"({"purpose":"dispute"})").status,
              200);
}

TEST_F(PeopleRoutes, KeepNoNumberThatWasRevealedUnderAKey) {
    who = luzhou;
    http::Request request;
    request.method = http::Method::post;
    request.path = "/api/v1/people/" + add_candidate().text() + "/reveal";
    request.headers.emplace_back("idempotency-key", "k");
    request.body = R"({"purpose":"dispute"})";
    const auto reply = server->handle(std::move(request));
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_FALSE(codec::parse(reply.body).value().at("id_number").is_null());
    ASSERT_TRUE(luzhou.account);
    const auto kept = bench.services.get<store::Store>().read([&](store::Reader& reader) {
        return app::find_outcome(reader, luzhou.account, "k");
    });
    EXPECT_FALSE(kept.has_value());
}

TEST_F(PeopleRoutes, RefuseWhoMayNotAndSayWhatIsWrong) {
    const std::string path = "/people/" + add_candidate().text();
    EXPECT_EQ(call(nobody, http::Method::get, path).status, 401);
    for (const auto role : {Role::system_administrator, Role::security_administrator,
                            Role::audit_administrator, Role::half_signed_in})
        EXPECT_EQ(call(caller(role), http::Method::get, path).status, 403);
    EXPECT_EQ(call(other_agency, http::Method::get, path).status, 404);
    EXPECT_EQ(call(luzhou, http::Method::post, "/people", "{}").status, 403);
    EXPECT_EQ(call(agency, http::Method::get, path + "/reads").status, 403);
    const auto odd = call(agency, http::Method::get, "/people?occupation=6-98");
    EXPECT_EQ(odd.status, 400);
    EXPECT_EQ(code_in(odd), "unknown_code");
    EXPECT_EQ(code_in(call(agency, http::Method::get, "/people?colour=red")), "unknown_parameter");
    EXPECT_EQ(code_in(call(agency, http::Method::patch, path, R"({"reach":1})")), "unknown_field");
    EXPECT_EQ(
        call(luzhou, http::Method::post, path + "/reveal", R"({"purpose":"contract"})").status,
        403);
}

TEST_F(PeopleRoutes, OfOrganisationsAnswerAsTheContractSays) {
    const std::string path = "/organisations/" + agency_id.text();
    const auto open = call(nobody, http::Method::get, path);
    ASSERT_EQ(open.status, 200) << open.body;
    const auto document = codec::parse(open.body).value();
    for (const char* member :
         {"id", "kind", "name", "credit_code", "place", "industry", "address", "status",
          "verified_at", "capacity", "excluded", "credentials", "reliability"})
        EXPECT_TRUE(document.as_object().contains(member)) << member;
    EXPECT_TRUE(document.at("excluded").is_null());
    EXPECT_EQ(call(nobody, http::Method::get, "/organisations?kind=agency&q=江汇").status, 200);
    EXPECT_EQ(call(nobody, http::Method::post, path + "/verify").status, 401);
    EXPECT_EQ(call(agency, http::Method::patch, path, R"({"capacity":50})").status, 200);
    const auto credential =
        call(luzhou, http::Method::post, path + "/credentials",
             R"({"kind":"licence","number":"1","issuing_place":"510500","scope":["recruit"],)"
             R"("valid_from_on":"2026-01-01","valid_to_on":"2030-12-31"})");
    ASSERT_EQ(credential.status, 201) << credential.body;
    const std::string id(codec::parse(credential.body).value().at("id").as_string());
    EXPECT_EQ(call(luzhou, http::Method::post, "/credentials/" + id + "/suspend",
                   R"({"reason_code":"false_posts"})")
                  .status,
              200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/exclusion",
                   R"({"reason_code":"unpaid_wages","until_on":"2027-01-01"})")
                  .status,
              200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/exclusion/approve").status, 403) << "a colleague approves";
    EXPECT_EQ(call(caller(Role::inspector, "510500"), http::Method::post, path + "/exclusion/approve").status, 200);
    EXPECT_EQ(call(luzhou, http::Method::del, path + "/exclusion").status, 200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/suspend", R"({"reason":"调查"})").status,
              200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/restore").status, 200);
    EXPECT_EQ(call(luzhou, http::Method::post, path + "/refuse", R"({"reason":"不"})").status, 409);
}

}  // namespace
}  // namespace jianghui::people
