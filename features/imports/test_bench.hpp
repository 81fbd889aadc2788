#pragma once
// TestApp with callers by name and answers by JSON pointer, as the tests of lists read best.

#include <gtest/gtest.h>

#include <map>

#include "features/organisations/api.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::imports {

class Bench {
  public:
    /// Somebody who may call by that name.
    void add_caller(const std::string& name, access::Role role, const std::string& place,
                    OrganisationId organisation = {}) {
        callers_[name] = program_.caller(role, organisation, place);
    }

    /// A verified organisation.
    OrganisationId add_organisation(organisations::OrganisationKind kind, const std::string& name,
                                    const std::string& credit_code, const std::string& place) {
        access::Caller administrator;
        administrator.role = access::Role::system_administrator;
        std::optional<OrganisationId> id;
        store().write([&](store::Transaction& transaction) {
            app::Command command(transaction, administrator, clock().now(), services(),
                                 services().get<IdSource>());
            organisations::NewOrganisation wanted;
            wanted.kind = kind;
            wanted.name.text = name;
            wanted.credit_code = credit_code;
            if (!credit_code_checks(credit_code))
                wanted.credit_code_override_reason = Sentence{"测试"};
            wanted.place = {place};
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
        codec::json::value body;
        std::string text;  ///< the body again
        [[nodiscard]] std::string string(const char* pointer) const {
            return std::string(body.at_pointer(pointer).as_string());
        }
        [[nodiscard]] std::int64_t number(const char* pointer) const {
            return body.at_pointer(pointer).as_int64();
        }
    };
    Answer get(const std::string& who, const std::string& target) {
        return call(who, http::Method::get, target, "");
    }
    Answer post(const std::string& who, const std::string& target, const std::string& body = "{}") {
        return call(who, http::Method::post, target, body);
    }
    /// Runs the jobs until the list has left that status; the list then.
    Answer settle(const std::string& who, const std::string& import, std::string_view status) {
        Answer answer = get(who, "/imports/" + import);
        for (int i = 0; i < 10'000 && answer.string("/status") == status; ++i) {
            app().run_due_jobs();
            answer = get(who, "/imports/" + import);
        }
        return answer;
    }

    [[nodiscard]] std::vector<journal::Event> events() {
        return store().read([](store::Reader& reader) { return journal::after(reader, 0, 1000); });
    }
    [[nodiscard]] ManualClock& clock() { return program_.clock(); }
    [[nodiscard]] app::App& app() { return program_.app(); }
    [[nodiscard]] store::Store& store() { return program_.store(); }
    [[nodiscard]] const app::Services& services() { return program_.app().services(); }

  private:
    Answer call(const std::string& who, http::Method method, const std::string& target,
                const std::string& body) {
        auto answer = program_.send(method, target, callers_[who], body);
        return {answer.status, std::move(answer.body), std::move(answer.bytes)};
    }

    test::TestApp program_;
    std::map<std::string, access::Caller> callers_;
};

}  // namespace jianghui::imports
