#pragma once
// A small market for the tests of this feature: an employer, an agency, a stranger, and people.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/seats/api.hpp"
#include "features/suggestions/pool.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::suggestions {

class Market : public testing::Test {
  protected:
    test::TestApp world;
    access::Caller employer = world.employer("511502");
    access::Caller agency = world.agency("510502");
    access::Caller stranger = world.agency("511002");

    /// Valid numbers of nobody living, numbered from 1.
    static std::string number_of(int sequence, int year = 1990) {
        std::string number = fmt::format("510502{}0101{:03}", year, sequence);
        return number + identity_check_character(number);
    }
    /// Registers a candidate of the agency; `more` are further members (",…").
    PersonId add_person(int sequence, const std::string& more = "",
                        const std::string& place = "511502") {
        const auto added = world.post(
            "/people", agency,
            fmt::format(R"({{"name":"张小{}","id_number":"{}","place":"{}"{}}})", sequence,
                        number_of(sequence), place, more));
        EXPECT_EQ(added.status, 201) << codec::json::serialize(added.body);
        return PersonId::parse(added.text("id")).value();
    }
    access::Caller herself(PersonId person) {
        return world.caller(access::Role::worker, {}, "511502", person);
    }
    void join_public_pool(PersonId person) {
        const auto done =
            world.post("/people/" + person.text() + "/consents", herself(person),
                       R"({"purpose":"public_pool","granted":true})");
        EXPECT_LT(done.status, 300) << codec::json::serialize(done.body);
    }
    /// Runs a change as the caller, as the write lane does.
    template <class F>
    auto run(const access::Caller& caller, F&& f) {
        std::optional<decltype(f(std::declval<app::Command&>()))> result;
        world.store().write([&](store::Transaction& transaction) {
            app::Command command(transaction, caller, world.clock().now(), world.app().services(),
                                 world.app().services().get<IdSource>());
            result.emplace(f(command));
            return result->has_value();
        });
        return std::move(result).value();
    }
    /// Up to date with everything that happened.
    test::TestApp::Answer ask(const std::string& target, const access::Caller& as) {
        world.app().follow();
        return world.get(target, as);
    }
    static std::vector<std::string> ids(const test::TestApp::Answer& answer, const char* of) {
        std::vector<std::string> found;
        for (const auto& item : answer.body.at("items").as_array())
            found.emplace_back(item.at(of).at("id").as_string());
        return found;
    }
    static std::map<std::string, std::int64_t> removed(const test::TestApp::Answer& answer) {
        std::map<std::string, std::int64_t> counts;
        for (const auto& item : answer.body.at("removed").as_array())
            counts[std::string(item.at("filter").as_string())] = item.at("count").as_int64();
        return counts;
    }
    static std::string candidates_path(const std::string& order, int k = 50) {
        return fmt::format("/orders/{}/candidates?k={}", order, k);
    }
    static std::string matches_path(PersonId person) {
        return "/people/" + person.text() + "/matches";
    }
    Pool& pool() { return world.app().services().get<Pool>(); }
};

}  // namespace jianghui::suggestions
