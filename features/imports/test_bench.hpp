#pragma once
// A small program for the tests of this feature: database, code tables, the features that imports
// stand on, and callers that need no session.

#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/access/access.hpp"
#include "engine/app/app.hpp"
#include "engine/crypto/crypto.hpp"
#include "engine/app/reference_data.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::codes {
app::Feature feature();
}
namespace jianghui::organisations {
app::Feature feature();
}
namespace jianghui::orders {
app::Feature feature();
}
namespace jianghui::people {
app::Feature feature();
}
namespace jianghui::imports {
app::Feature feature();

class Bench {
  public:
    Bench() : file_(temporary_file()), clock_(std::make_shared<ManualClock>(
                                           parse_instant("2026-11-24T09:00:00+08:00").value())) {
        auto database = store::open_sqlite(file_, store::Durability::none);
        {
            const auto connection = database->connect(store::Database::Use::write);
            EXPECT_TRUE(store::migrate(*connection, migrations(), clock_->now()).has_value());
        }
        services = std::make_shared<app::Services>();
        services->provide(std::make_shared<store::Store>(std::move(database),
                                                         store::Store::Options{}));
        services->provide(std::make_shared<journal::Bell>());
        services->provide<Clock>(clock_);
        services->provide(std::make_shared<IdSource>(1));
        crypto::SeededSecrets secrets(1);
        const auto keyring = crypto::Keyring::generate(secrets);
        services->provide(std::make_shared<crypto::Keyring>(keyring));
        services->provide(std::make_shared<access::Vault>(keyring, crypto::system_secrets()));
        services->provide(std::make_shared<app::ReferenceData>(
            app::ReferenceData{std::string(SOURCE_FOLDER) + "/data"}));
        app = app::App::create(services, {codes::feature(), organisations::feature(),
                                          orders::feature(), people::feature(), feature()})
                  .value();
        app->authenticate_with([this](const app::Services&, const http::Request& request, Instant) {
            const auto found = callers_.find(std::string(request.header("x-caller")));
            return Result<access::Caller>(found == callers_.end() ? access::Caller{}
                                                                  : found->second);
        });
    }
    ~Bench() {
        app.reset();
        services.reset();
        for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file_ + end);
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    /// Somebody who may call by that name.
    void add_caller(const std::string& name, access::Role role, std::string_view place,
                    OrganisationId organisation = {}) {
        access::Caller caller;
        caller.account = AccountId{100 + static_cast<std::int64_t>(callers_.size())};
        caller.role = role;
        caller.place = {std::string(place)};
        caller.organisation = organisation;
        callers_[name] = caller;
    }
    [[nodiscard]] const access::Caller& caller(const std::string& name) { return callers_[name]; }

    /// A verified organisation.
    OrganisationId add_organisation(organisations::OrganisationKind kind, const std::string& name,
                                    const std::string& credit_code, std::string_view place) {
        access::Caller administrator;
        administrator.role = access::Role::administrator;
        std::optional<OrganisationId> id;
        services->get<store::Store>().write([&](store::Transaction& transaction) {
            app::Command command(transaction, administrator, clock_->now(), *services,
                                 services->get<IdSource>());
            organisations::NewOrganisation wanted;
            wanted.kind = kind;
            wanted.name.text = name;
            wanted.credit_code = credit_code;
            if (!credit_code_checks(credit_code))
                wanted.credit_code_override_reason = Sentence{"测试"};
            wanted.place = {std::string(place)};
            wanted.industry = IndustryCode{"C1512"};
            wanted.address.text = "测试路 1 号";
            const auto registered = organisations::register_organisation(command, wanted);
            EXPECT_TRUE(registered.has_value()) << (registered ? "" : registered.error().code);
            if (!registered) return false;
            id = *registered;
            return organisations::verify(command, *registered).has_value();
        });
        return id.value_or(OrganisationId{});
    }

    struct Answer {
        int status = 0;
        std::string text;
        boost::json::value body;
        [[nodiscard]] std::string string(const char* pointer) const {
            return std::string(body.at_pointer(pointer).as_string());
        }
        [[nodiscard]] std::int64_t number(const char* pointer) const {
            return body.at_pointer(pointer).as_int64();
        }
    };
    /// One request as that caller; `target` is below /api/v1.
    Answer call(const std::string& who, http::Method method, const std::string& target,
                std::string body = "") {
        http::Request request;
        const auto parsed = http::parse_target("/api/v1" + target).value();
        request.method = method;
        request.path = parsed.path;
        request.query = parsed.query;
        request.headers = {{"x-caller", who}};
        request.body = std::move(body);
        const auto reply = app->handle(std::move(request));
        Answer answer{reply.status, reply.body, nullptr};
        if (reply.content_type.find("json") != std::string::npos)
            answer.body = boost::json::parse(reply.body);
        return answer;
    }
    Answer get(const std::string& who, const std::string& target) {
        return call(who, http::Method::get, target);
    }
    Answer post(const std::string& who, const std::string& target, std::string body = "{}") {
        return call(who, http::Method::post, target, std::move(body));
    }
    /// Runs the jobs until the list has left that status; the list then.
    Answer settle(const std::string& who, const std::string& import, std::string_view status) {
        Answer answer = get(who, "/imports/" + import);
        for (int i = 0; i < 10'000 && answer.string("/status") == status; ++i) {
            app->run_due_jobs();
            answer = get(who, "/imports/" + import);
        }
        return answer;
    }

    [[nodiscard]] std::vector<journal::Event> events() {
        return services->get<store::Store>().read(
            [](store::Reader& reader) { return journal::after(reader, 0, 1000); });
    }
    ManualClock& clock() { return *clock_; }

    std::shared_ptr<app::Services> services;
    std::unique_ptr<app::App> app;

  private:
    static std::string temporary_file() {
        std::string name = (std::filesystem::temp_directory_path() / "jianghui-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0) throw std::runtime_error("no temporary file");
        close(file);
        return name;
    }
    /// The migrations of the parts that are here, read once for all tests.
    static std::vector<store::Migration> migrations() {
        static const auto texts = [] {
            std::map<std::string, std::string> found;
            for (const char* part :
                 {"engine/app", "engine/journal", "engine/access", "features/organisations",
                  "features/orders", "features/people", "features/imports"}) {
                const std::filesystem::path folder =
                    std::string(SOURCE_FOLDER) + "/" + part + "/migrations";
                if (!std::filesystem::exists(folder)) continue;
                for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                    std::ostringstream text;
                    text << std::ifstream(entry.path()).rdbuf();
                    found[entry.path().stem().string()] = text.str();
                }
            }
            return found;
        }();
        std::vector<store::Migration> list;
        for (const auto& [name, text] : texts) list.push_back({name, text});
        return list;
    }

    std::string file_;
    std::shared_ptr<ManualClock> clock_;
    std::map<std::string, access::Caller> callers_;
};

}  // namespace jianghui::imports
