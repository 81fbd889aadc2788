#pragma once
// The program with only the features that accounts need, on a database and a clock of its own, and
// a browser to use it with.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "features/accounts/api.hpp"
#include "engine/app/reference_data.hpp"
#include "engine/store/database_for_test.hpp"

namespace jianghui {
namespace codes {
app::Feature feature();
}
namespace organisations {
app::Feature feature();
}
namespace people {
app::Feature feature();
}

namespace accounts {
app::Feature feature();

namespace json = boost::json;

/// An answer, read.
struct Answer {
    int status = 0;
    json::value body;
    http::Headers headers;
    [[nodiscard]] std::string code() const {
        const auto* object = body.if_object();
        const auto* code = object != nullptr ? object->if_contains("code") : nullptr;
        return code != nullptr && code->is_string() ? std::string(code->get_string()) : "";
    }
    [[nodiscard]] std::string path() const {
        const auto* path = body.as_object().if_contains("path");
        return path != nullptr ? std::string(path->as_string()) : "";
    }
    /// "account.name" down the objects; "" for what is not text or not there.
    [[nodiscard]] std::string text(std::string_view names) const {
        const json::value* at = &body;
        while (!names.empty()) {
            const auto dot = std::min(names.find('.'), names.size());
            const auto* object = at->if_object();
            at = object != nullptr ? object->if_contains(names.substr(0, dot)) : nullptr;
            if (at == nullptr) return "";
            names.remove_prefix(std::min(dot + 1, names.size()));
        }
        return at->is_string() ? std::string(at->get_string()) : "";
    }
    [[nodiscard]] std::string header(std::string_view name) const {
        for (const auto& [key, value] : headers)
            if (key == name) return value;
        return "";
    }
};

/// Who asks: by nothing, by bearer token, or by cookie and CSRF token.
struct Credentials {
    std::string bearer;
    std::string cookie;
    std::string csrf;
    std::string site = {};  ///< what a browser says of the page that asks
    std::string scheme = {};  ///< what a proxy says of the connection
};

struct Program : testing::Test {
    store::DatabaseForTest place{"accounts", migrate};
    Program() {
        std::string pattern = (std::filesystem::temp_directory_path() / "accountsXXXXXX").string();
        EXPECT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        services->provide(std::make_shared<store::Store>(place.open(), store::Store::Options{}));
        services->provide(std::make_shared<journal::Bell>());
        services->provide<Clock>(clock);
        services->provide(std::make_shared<IdSource>(1));
        crypto::SeededSecrets secrets(1);
        services->provide(std::make_shared<crypto::Keyring>(crypto::Keyring::generate(secrets)));
        services->provide(
            std::make_shared<app::ReferenceData>(app::ReferenceData{SOURCE_FOLDER "/data"}));
        access::AccessPolicy cheap;
        cheap.password_cost = crypto::cheapest_password_cost;
        services->provide(std::make_shared<access::AccessPolicy>(cheap));
        auto made = app::App::create(services, {codes::feature(), organisations::feature(),
                                                people::feature(), accounts::feature()});
        EXPECT_TRUE(made) << made.error().code << " " << made.error().path;
        app = *std::move(made);
        app->authenticate_with(services->get<app::Authenticator>());
    }
    ~Program() override {
        app.reset();
        services.reset();
        std::filesystem::remove_all(folder);
    }

    static void migrate(store::Connection& connection) {
        std::vector<std::filesystem::path> files;
        for (const auto* part : {"engine/journal", "engine/access", "engine/app", "engine/registers",
                                 "features/organisations", "features/people", "features/accounts"})
            for (const auto& file : std::filesystem::directory_iterator(
                     std::string(SOURCE_FOLDER "/") + part + "/migrations"))
                files.push_back(file.path());
        std::sort(files.begin(), files.end(),
                  [](const auto& a, const auto& b) { return a.filename() < b.filename(); });
        for (const auto& file : files) {
            std::ostringstream text;
            text << std::ifstream(file).rdbuf();
            connection.script(text.str());
        }
    }

    Answer call(std::string_view method, const std::string& path, const std::string& body = "",
                const Credentials& who = {}) {
        http::Request request;
        for (const auto each : {http::Method::get, http::Method::post, http::Method::patch,
                                http::Method::put, http::Method::del})
            if (http::method_text(each) == method) request.method = each;
        const auto target = http::parse_target("/api/v1" + path);
        request.path = target->path;
        request.query = target->query;
        request.body = body;
        if (!who.bearer.empty())
            request.headers.emplace_back("authorization", "Bearer " + who.bearer);
        if (!who.cookie.empty())
            request.headers.emplace_back("cookie", "a=b; jianghui_session=" + who.cookie);
        if (!who.csrf.empty()) request.headers.emplace_back("x-csrf-token", who.csrf);
        if (!who.site.empty()) request.headers.emplace_back("sec-fetch-site", who.site);
        if (!who.scheme.empty()) request.headers.emplace_back("x-forwarded-proto", who.scheme);
        auto reply = app->handle(std::move(request));
        return {reply.status, json::parse(reply.body), reply.headers};
    }
    Answer get(const std::string& path, const Credentials& who = {}) {
        return call("GET", path, "", who);
    }
    Answer post(const std::string& path, const std::string& body, const Credentials& who = {}) {
        return call("POST", path, body, who);
    }
    Answer sign_in(const std::string& account, const std::string& password) {
        return post("/sessions",
                    json::serialize(json::object{{"account", account}, {"password", password}}));
    }
    Credentials bearer_of(const std::string& account, const std::string& password) {
        const auto answer = sign_in(account, password);
        EXPECT_EQ(answer.status, 201) << account << " " << answer.code();
        return {answer.text("token"), "", ""};
    }
    /// The three administrators, gone the way of the first ones.
    struct Three {
        Credentials system;
        Credentials security;
        Credentials audit;
    };
    Three administrators() {
        const auto made = first_administrators(*services);
        EXPECT_TRUE(made);
        EXPECT_EQ(made->size(), 3U);
        std::vector<Credentials> signed_in;
        for (const auto& each : *made) {
            set_password(each.account, each.code.code, "river meets river 1");
            signed_in.push_back(bearer_of(each.account, "river meets river 1"));
        }
        return {signed_in.at(0), signed_in.at(1), signed_in.at(2)};
    }
    void set_password(const std::string& account, const std::string& code,
                      const std::string& password) {
        const auto answer =
            post("/password-resets",
                 json::serialize(json::object{
                     {"account", account}, {"code", code}, {"password", password}}));
        EXPECT_EQ(answer.status, 200) << answer.code();
    }
    std::vector<std::string> events() {
        return services->get<store::Store>().read([](store::Reader& reader) {
            std::vector<std::string> kinds;
            for (const auto& event : journal::after(reader, 0, 1000)) kinds.push_back(event.kind);
            return kinds;
        });
    }
    /// Everything that the journal says, as one text.
    std::string journal_text() {
        return services->get<store::Store>().read([](store::Reader& reader) {
            std::string text;
            for (const auto& event : journal::after(reader, 0, 1000)) text += codec::encode(event);
            return text;
        });
    }

    std::filesystem::path folder;
    std::shared_ptr<ManualClock> clock =
        std::make_shared<ManualClock>(*parse_instant("2026-11-23T09:00:00+08:00"));
    std::shared_ptr<app::Services> services = std::make_shared<app::Services>();
    std::unique_ptr<app::App> app;
};

inline const std::string employer_registration = R"({
    "account": "wuliang", "password": "five grains 1", "contact_name": "王芳",
    "phone": "13812341234",
    "organisation": {"kind": "employer", "name": "宜宾五谷酒业有限公司",
                     "credit_code": "91511500MA62A00012", "place": "511502", "industry": "C15",
                     "address": "翠屏区岷江西路1号",
                     "credit_code_override_reason": "示例代码"}})";
inline const std::string worker_registration = R"({
    "account": "zhang3", "password": "yangtze river 1", "name": "张三",
    "id_number": "510502199001010018", "phone": "13900001111", "place": "510502"})";

}  // namespace accounts
}  // namespace jianghui
