// Every procedure of procedures/ is walked: each step from each of its states, each end of a clock with the
// calendar of 2026. A new file is walked without a new test. Clocks: clock_walk_test.cpp; whoever may not take
// a step: forbidden_test.cpp.

#include <gtest/gtest.h>

#include "features/cases/pdf.hpp"
#include "features/cases/walker_for_test.hpp"

namespace jianghui::cases {
namespace walker_test {

/// What is wrong with the papers of a run: a gap in a text, or no PDF. Each is printed once.
std::vector<std::string> faults_of_papers(test::WorkingMarket& market, const Run& run,
                                          std::set<std::string>& printed) {
    std::vector<std::string> faults;
    const auto documents = market.store().read([&](const store::Reader& reader) {
        return procedures::documents_of(reader, run.id());
    });
    for (const auto& one : documents) {
        for (const char* gap : {"{", "}", "—", "：，", "“”", "《》"})
            if (one.text.find(gap) != std::string::npos)
                faults.push_back(one.document + " has a gap: " + one.text);
        if (!printed.insert(one.document).second) continue;
        const auto pdf = pdf_of({one.title_zh, one.number, one.text, "https://x.test/documents", "校验码"});
        if (!pdf || !pdf->starts_with("%PDF-")) faults.push_back(one.document + " is not printed");
    }
    return faults;
}

/// What went wrong in a walk of all of it.
std::vector<std::string> faults_of_walk(test::WorkingMarket& market, const Procedure& procedure) {
    std::vector<std::string> faults;
    std::set<std::string> printed;
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
            for (const auto& wrong : faults_of_papers(market, run, printed))
                faults.push_back(what + ": " + wrong);
        }
    if (procedure.documents)
        for (const auto& document : *procedure.documents)
            if (printed.count(document.id.text) == 0)
                faults.push_back(procedure.id.text + ": nobody prints " + document.id.text);
    return faults;
}

/// Steps of an office that end a case with nothing for anybody to carry home.
std::vector<std::string> silent_ends(const Procedure& procedure) {
    std::vector<std::string> found;
    for (const auto& step : procedure.steps) {
        const bool by_side = procedures::has(step.by, Actor::applicant) ||
                             procedures::has(step.by, Actor::party);
        const bool withdraws = step.id.text == "withdraw";  // An office takes back what it asked for.
        if (procedure.state(step.to.text)->waits_for || by_side || withdraws) continue;
        if (!procedures::by_clock_only(step) && !step.documents) found.push_back(step.id.text);
    }
    return found;
}

TEST(Walker, EveryOfficeEndsACaseWithAPaper) {
    test::WorkingMarket market;
    for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all())
        for (const auto& step : silent_ends(*procedure))
            ADD_FAILURE() << procedure->id.text << ": " << step << " prints nothing";
}

/// A remedy that a paper names has its period, and so has its law.
TEST(Walker, APaperAgainstSomebodyNamesTheRemedy) {
    test::WorkingMarket market;
    for (const auto& procedure : market.app().services().get<procedures::Catalogue>().all())
        for (const auto& step : procedure->steps) {
            if (!step.documents || !procedures::is_set(step.burdens)) continue;
            bool named = false;
            for (const auto& name : *step.documents)
                named = named || procedure->document(name.text)->text.text.find("行政复议") != std::string::npos;
            EXPECT_TRUE(named) << procedure->id.text << ": " << step.id.text;
        }
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
