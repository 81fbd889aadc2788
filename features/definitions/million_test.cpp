// How long look-ups and the gate's question take among 1,000,000 entries. Takes a minute or so, so it
// runs only with JIANGHUI_LARGE=1; prints what it measured.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "features/definitions/api.hpp"
#include "tests/support/feature_bench.hpp"

namespace jianghui::definitions {
namespace million_test {

using namespace registers;

constexpr int entries = 1'000'000;
constexpr int samples = 5'000;

constexpr store::Statement insert_entries{"million.entries", R"(
INSERT INTO entries (id, city, register_id, definition_version, version, place, organisation, number,
    status, counts, gate, standard, valid_from_on, valid_to_on, content, search, issued_at, changed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT i, CASE i / 5 % 4 WHEN 0 THEN '510300' WHEN 1 THEN '510500' WHEN 2 THEN '511000' ELSE '511500' END,
    CASE i % 5 WHEN 0 THEN 'hr_service_filing' WHEN 1 THEN 'hr_service_licence' ELSE 'report' END, 1, 1,
    CASE i / 5 % 4 WHEN 0 THEN '510300' WHEN 1 THEN '510500' WHEN 2 THEN '511000' ELSE '511500' END,
    i / 5, 'N' || i, CASE i % 11 WHEN 0 THEN 'suspended' ELSE 'valid' END,
    CASE i % 5 WHEN 0 THEN 'recognised' ELSE 'everywhere' END,
    CASE i % 5 WHEN 0 THEN 'filing' WHEN 1 THEN 'licence' ELSE 'none' END, 'hr-filing-1', '2024-01-01',
    '2030-12-31', '{"services":["recruit","flex","search"]}', 'n' || i, 0, 0
FROM n)"};
constexpr store::Statement insert_keys{"million.keys", R"(
INSERT INTO entry_keys (register_id, field, value, entry, city)
SELECT register_id, '#', number, id, city FROM entries)"};

void measure(const char* what, const std::function<void(int)>& once) {
    std::vector<double> took;
    for (int i = 0; i < samples; ++i) {
        const int which = 1 + static_cast<int>((i * 7919LL) % entries);
        const auto begin = std::chrono::steady_clock::now();
        once(which);
        took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() -
                                                                 begin).count());
    }
    std::sort(took.begin(), took.end());
    const double median = took[took.size() / 2];
    std::printf("%-44s median %.4f ms, 99%% within %.4f ms\n", what, median,
                took[took.size() * 99 / 100]);
    EXPECT_LT(median, 1.0) << what;
}

TEST(MillionEntries, AreLookedUpAndJudgedWithinAMillisecond) {
    if (std::getenv("JIANGHUI_LARGE") == nullptr) GTEST_SKIP() << "set JIANGHUI_LARGE=1";
    test::FeatureBench bench;
    const auto office = test::caller(app::Role::official, "510000");
    ASSERT_TRUE(bench.run(office, [&](app::Command& command) -> Result<Done> {
        command.db.execute(insert_entries);
        command.db.execute(insert_keys);
        const std::vector<std::string> cities{"510300", "510500", "511000", "511500"};
        for (const auto& place : cities)
            for (const auto& origin : cities) {
                if (place == origin) continue;
                NewEntry wanted;
                wanted.place = {place};
                wanted.valid_from_on = *parse_date("2026-01-01");
                wanted.values = {{"register", "hr_service_filing"}, {"origin", origin},
                                 {"counts_in", codec::json::array{place}}};
                TRY_DO(issue(command, **bench.catalogue->current(recognition_register), wanted));
            }
        return Done{};
    }));
    const Date today = date_of(bench.now);
    bench.ask(office, [&](app::Query& query) {
        int found = 0;
        measure("an entry by id", [&](int i) { found += find(query.db, {i}).has_value(); });
        measure("an entry by its number", [&](int i) {
            const char* id = i % 5 == 0 ? "hr_service_filing" : i % 5 == 1 ? "hr_service_licence" : "report";
            found += find_by_number(query.db, id, "N" + std::to_string(i)).has_value();
        });
        EXPECT_EQ(found, 2 * samples);
        int counting = 0;
        measure("all that the gate reads of an organisation", [&](int i) {
            found += static_cast<int>(at_gate(query.db, OrganisationId{i / 5}).size());
        });
        measure("the gate: does a filing count elsewhere", [&](int i) {
            for (const auto& entry : at_gate(query.db, OrganisationId{i / 5}))
                if (entry.gate == GateEffect::filing)
                    counting += counts_now(query.db, entry, {"510502"}, today);
        });
        EXPECT_GT(counting, samples / 2);
        return 0;
    });
}

}  // namespace million_test
}  // namespace jianghui::definitions
