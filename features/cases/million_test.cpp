// How long the inbox and the lists of cases take among 1,000,000 cases, 1,000,000 entries and
// 1,000,000 notices, through the whole program. Takes a minute or two, so it runs only with
// JIANGHUI_LARGE=1 (bench/size.sh); prints what it measured.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>

#include "engine/procedures/procedures.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::cases {
namespace million_test {

constexpr int samples = 15;
constexpr double page_ms = 50;

/// Of the counties of seven cities; a fifth is open, one in twenty of those overdue; agencies and
/// workers apply, officials, inspectors and parties have their turn.
constexpr store::Statement insert_cases{"million.cases", R"(
INSERT INTO cases (id, city, procedure_id, definition_version, place, applicant_organisation,
    applicant_person, party_organisation, opened_by, state, waits_for, steps, confidential, told, late,
    due_on, opened_at, changed_at, closed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000),
    m AS (SELECT i, CASE i % 7 WHEN 0 THEN '5103' WHEN 1 THEN '5105' WHEN 2 THEN '5110' WHEN 3 THEN '5115'
        WHEN 4 THEN '5001' WHEN 5 THEN '5104' ELSE '5111' END AS c, i / 7 % 5 AS open FROM n)
SELECT 4503599627370496 + i, c || '00',
    CASE i % 3 WHEN 0 THEN 'complaint' ELSE 'hr_service_licence_grant' END, CASE i % 3 WHEN 0 THEN :complaint ELSE :licence END,
    c || CASE i % 4 WHEN 0 THEN '00' WHEN 1 THEN '02' WHEN 2 THEN '03' ELSE '04' END,
    CASE i % 3 WHEN 0 THEN NULL ELSE 100000 + i % 3000 END,
    CASE i % 3 WHEN 0 THEN 200000 + i % 100000 END,
    CASE i % 3 WHEN 0 THEN 100000 + i % 3000 END, 1,
    CASE WHEN open > 0 THEN CASE i % 3 WHEN 0 THEN 'closed' ELSE 'granted' END
        ELSE CASE i % 3 WHEN 0 THEN 'registered' ELSE 'submitted' END END,
    CASE WHEN open > 0 THEN NULL ELSE CASE i % 3 WHEN 0 THEN 'inspector' ELSE 'official' END END,
    1, 0, 1, CASE WHEN i % 20 = 0 THEN 1 ELSE 0 END,
    CASE WHEN open > 0 THEN NULL ELSE date('2026-11-20', '+' || (i * 7919 % 60) || ' days') END,
    1750000000000 + i, 1750000000000 + i, CASE WHEN open > 0 THEN 1760000000000 + i END
FROM m)"};
constexpr store::Statement insert_entries{"million.entries", R"(
INSERT INTO entries (id, city, register_id, definition_version, version, place, organisation, number,
    status, counts, gate, valid_from_on, valid_to_on, content, search, issued_at, changed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT i, '510500', 'hr_service_filing', 1, 1, '510502', 100000 + i % 300000, 'N' || i, 'valid',
    'everywhere', 'filing', '2024-01-01', CASE i % 10 WHEN 0 THEN '2026-12-31' ELSE '2030-12-31' END,
    '{}', 'n' || i, 0, 0
FROM n)"};
constexpr store::Statement insert_notices{"million.notices", R"(
INSERT INTO notices (id, city, kind, part, organisation, office, at, position, subject, level)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT i, '510500', 'share.grabbed', CASE i % 4 WHEN 0 THEN 'office' ELSE 'organisation' END,
    CASE i % 4 WHEN 0 THEN NULL ELSE 100000 + i % 3000 END,
    CASE i % 4 WHEN 0 THEN CASE i % 8 WHEN 0 THEN '510500' ELSE '511500' END END,
    1750000000000 + i, i, 1, ''
FROM n)"};

struct MillionCases : testing::Test {
    test::TestApp world;

    /// The median and the slowest of some requests; every one must be answered with 200.
    void measure(const char* who, const std::string& target, const access::Caller& caller) {
        std::vector<double> took;
        std::size_t items = 0;
        for (int i = 0; i < samples; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const auto answer = world.get(target, caller);
            took.push_back(std::chrono::duration<double, std::milli>(
                               std::chrono::steady_clock::now() - begin)
                               .count());
            ASSERT_EQ(answer.status, 200) << answer.bytes;
            items = answer.body.at("items").as_array().size();
        }
        std::sort(took.begin(), took.end());
        const double median = took[took.size() / 2];
        std::printf("%-34s %-34s %3zu items: median %7.2f ms, slowest %7.2f ms\n", who,
                    target.c_str(), items, median, took.back());
        EXPECT_LT(median, page_ms) << who << " " << target;
    }
};

TEST_F(MillionCases, InboxAndListsAreThereInFiftyMilliseconds) {
    if (std::getenv("JIANGHUI_LARGE") == nullptr) GTEST_SKIP() << "set JIANGHUI_LARGE=1";
    const auto agency = world.agency("510502");
    const auto& catalogue = world.app().services().get<procedures::Catalogue>();
    const auto version_of = [&](const char* procedure) { return (*catalogue.current(procedure))->version.value; };
    world.store().write([&](store::Transaction& t) {
        t.execute(insert_cases, store::arguments("complaint", version_of("complaint"), "licence",
                                                 version_of("hr_service_licence_grant")));
        t.execute(insert_entries);
        t.execute(insert_notices);
        const store::Statement hers{"million.hers",
                                    "UPDATE cases SET applicant_organisation = :agency WHERE "
                                    "applicant_organisation = 100001"};
        t.execute(hers, store::arguments("agency", agency.organisation));
        return true;
    });
    const auto caller = [&](access::Role role, const char* place) {
        return world.caller(role, {}, place);
    };
    using access::Role;
    const std::pair<const char*, access::Caller> readers[] = {
        {"official of a county", caller(Role::official, "510502")},
        {"official of a city", caller(Role::official, "510500")},
        {"official of the province", caller(Role::official, "510000")},
        {"inspector of a city", caller(Role::inspector, "510500")},
        {"inspector of the province", caller(Role::inspector, "510000")},
        {"agency", agency},
        {"worker", world.caller(Role::worker, {}, "510502", {200003})}};
    for (const auto& [who, reader] : readers) {
        measure(who, "/inbox", reader);
        measure(who, "/cases", reader);
        measure(who, "/cases?sort=due&open=true", reader);
        measure(who, "/cases?my_turn=true", reader);
        measure(who, "/notices", reader);
    }
}

}  // namespace million_test
}  // namespace jianghui::cases
