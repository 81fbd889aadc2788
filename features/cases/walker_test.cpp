// Every procedure of procedures/ is walked: each step from each of its states, each end of a clock with the
// calendar of 2026. A new file is walked without a new test. Clocks: clock_walk_test.cpp; whoever may not take
// a step: forbidden_test.cpp.

#include <gtest/gtest.h>

#include "features/cases/walker_for_test.hpp"

namespace jianghui::cases {
namespace walker_test {

/// What went wrong in a walk of all of it.
std::vector<std::string> faults_of_walk(test::WorkingMarket& market, const Procedure& procedure) {
    std::vector<std::string> faults;
    const auto paths = paths_of(procedure);
    for (const auto& step : procedure.steps)
        for (const auto& from : step.from) {
            const std::string what = procedure.id.text + ": " + from.text + " → " + step.id.text;
            auto path = paths.at(from.text);
            path.push_back(step.id.text);
            Run run(market, procedure, path);
            if (auto wrong = run.go(); !wrong.empty()) {
                faults.push_back(what + ": " + wrong);
                continue;
            }
            if (auto wrong = run.take(step); !wrong.empty()) faults.push_back(what + ": " + wrong);
        }
    return faults;
}

TEST(Walker, WalksEveryProcedure) {
    test::WorkingMarket market;
    const auto& catalogue = market.app().services().get<procedures::Catalogue>();
    for (const auto& refused : catalogue.refused()) {
        ADD_FAILURE() << refused.file << " " << refused.error.path << " "
                      << refused.error.message.en;
        for (const auto& one : refused.error.errors)
            ADD_FAILURE() << one.path << " " << one.message.en;
    }
    ASSERT_FALSE(catalogue.all().empty());
    for (const auto& procedure : catalogue.all())
        for (const auto& wrong : faults_of_walk(market, *procedure)) ADD_FAILURE() << wrong;
}

}  // namespace walker_test
}  // namespace jianghui::cases
