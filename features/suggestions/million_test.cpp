// How long the pool takes to read a million people from the database, in seconds of the processor: what a start
// without the file of the index costs. Takes a minute, so it runs only with JIANGHUI_LARGE=1 (bench/size.sh); prints
// what it measured.

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <gtest/gtest.h>

#include "features/suggestions/pool.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui::suggestions {
namespace million_test {

constexpr int how_many = 1'000'000;

/// Of four counties and eight occupations, with one to four skills of the list; a quarter has a certificate.
constexpr store::Statement insert_people{"million.people", R"(
INSERT INTO people (id, city, place, name, born, id_number_box, education, occupations, skills, skill_words,
    experience_years, certificates, pay_asked_fen, pay_unit, available_from_on, reach_km, public_pool, contact, status,
    verified, confirmed_at, registered_at, changed_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
SELECT 4503599627370496 + i, '510500',
    CASE i % 4 WHEN 0 THEN '510502' WHEN 1 THEN '510503' WHEN 2 THEN '511502' ELSE '511002' END, '张小丰',
    CASE i % 3 WHEN 0 THEN '1990-05-01' WHEN 1 THEN '1975-11-23' ELSE '2001-02-03' END, '',
    CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'junior' ELSE 'college' END,
    '["6-02-0' || (1 + i % 8) || '-0' || (1 + i % 3) || '"]',
    '[{"name":"白酒酿造","level":' || (i % 6) || '}' ||
        CASE WHEN i % 4 > 0 THEN ',{"name":"电焊","level":3}' ELSE '' END ||
        CASE WHEN i % 4 > 1 THEN ',{"name":"叉车驾驶","level":0}' ELSE '' END ||
        CASE WHEN i % 4 > 2 THEN ',{"name":"搬运","level":5}' ELSE '' END || ']', '',
    i % 20, CASE i % 4 WHEN 0 THEN '[{"kind":"health","valid_to_on":"2027-06-30"}]' ELSE '[]' END,
    400000 + i % 4000 * 100, 'month', CASE i % 3 WHEN 0 THEN '2026-12-01' END, 30 + i % 100, i % 2, 1, 'active', 1,
    1750000000000 + i * 2000, 1750000000000, 1750000000000
FROM n)"};
/// One in twenty works ten days.
constexpr store::Statement insert_days{"million.days", R"(
INSERT INTO person_days (city, person, day, part, seat_id)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000), d(k) AS (SELECT 10 UNION ALL SELECT k + 1 FROM d WHERE k < 19)
SELECT '510500', 4503599627370496 + 20 * i, '2026-12-' || k, 1, i FROM n, d)"};

TEST(MillionPeople, AreReadFromTheDatabase) {
    if (std::getenv("JIANGHUI_LARGE") == nullptr) GTEST_SKIP() << "set JIANGHUI_LARGE=1";
    test::TestApp world;
    const auto& services = world.app().services();
    ASSERT_EQ(world.store().write([&](store::Transaction& t) {
        t.execute(insert_people);
        t.execute(insert_days);
        return true;
    }), store::Work::Outcome::committed);
    Pool pool{services.get<Pool>().index().policy(),
              Points::load(SOURCE_FOLDER "/data", services.get<codes::Tables>()).value(), "test "};
    const auto before = std::clock();
    world.store().read([&](store::Reader& reader) { pool.load(services, reader); });
    const double seconds = static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC;
    std::printf("%d people read from the database: %.2f s of this program's processor, %.0f a second\n", how_many, seconds,
                how_many / seconds);
    EXPECT_EQ(pool.index().workers(), how_many);
    EXPECT_LT(seconds, 60);
}

}  // namespace million_test
}  // namespace jianghui::suggestions
