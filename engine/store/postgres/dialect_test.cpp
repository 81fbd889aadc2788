#include "engine/store/postgres/dialect.hpp"

#include <gtest/gtest.h>

namespace jianghui::dialect_test {

using store::postgres::translate_many;
using store::postgres::translate_migration;
using store::postgres::translate_query;

TEST(Dialect, NumbersParametersOnceEach) {
    const auto made = translate_query("SELECT :a + :b_2, :a FROM t WHERE x=:b_2");
    EXPECT_EQ(made.text, "SELECT $1 + $2, $1 FROM t WHERE x=$2");
    EXPECT_EQ(made.parameters, (std::vector<std::string>{"a", "b_2"}));
}

TEST(Dialect, LeavesStringsNamesCommentsAndCastsAlone) {
    const auto made = translate_query(
        "SELECT ':no', 'it''s :no', \":no\", x::TEXT -- :no LIKE\n, /* :no */ :yes::BIGINT");
    EXPECT_EQ(made.text,
              "SELECT ':no', 'it''s :no', \":no\", x::TEXT -- :no LIKE\n, /* :no */ $1::BIGINT");
    EXPECT_EQ(made.parameters, (std::vector<std::string>{"yes"}));
}

TEST(Dialect, GivesATypeToWhatIsAskedForNull) {
    const auto made = translate_query(":a IS NULL OR :b IS NOT NULL AND b = :b AND :b IS NULL");
    EXPECT_EQ(made.text, "$1::text IS NULL OR $2::text IS NOT NULL AND b = $3 AND $2::text IS NULL");
    EXPECT_EQ(made.parameters, (std::vector<std::string>{"a", "b", "b"}));
}

TEST(Dialect, LikeTellsNoCaseAndIntegersHold64Bits) {
    EXPECT_EQ(translate_query("CAST(x AS INTEGER) = 1 AND likes LIKE 'LIKE'").text,
              "CAST(x AS BIGINT) = 1 AND likes ILIKE 'LIKE'");
}

TEST(Dialect, TranslatesTables) {
    EXPECT_EQ(translate_migration("CREATE TABLE t ( -- a TEXT\n p INTEGER PRIMARY KEY "
                                  "AUTOINCREMENT, a TEXT CHECK (a <> 'TEXT'), r REAL, text TEXT)"),
              "CREATE TABLE t ( -- a TEXT\n p BIGINT PRIMARY KEY , a TEXT COLLATE \"C\" "
              "CHECK (a <> 'TEXT'), r DOUBLE PRECISION, text TEXT COLLATE \"C\")");
}

TEST(Dialect, GivesAnInsertManyRows) {
    const auto made = translate_many("INSERT INTO t (a, b, c) VALUES (:a, (1 + :b), :a) -- :x\n"
                                     "ON CONFLICT DO NOTHING", 2, false);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->text, "INSERT INTO t (a, b, c) VALUES ($1, (1 + $2), $1), ($3, (1 + $4), $3) "
                          "-- :x\nON CONFLICT DO NOTHING");
    EXPECT_EQ(made->parameters, (std::vector<std::string>{"a", "b", "a", "b"}));
}

TEST(Dialect, GivesManyRowsOnlyWhereTheyMeanTheSame) {
    const auto upsert = "INSERT INTO t (a) VALUES (:a) ON CONFLICT (a) DO UPDATE SET n = t.n + 1";
    EXPECT_FALSE(translate_many(upsert, 2, false));
    EXPECT_TRUE(translate_many(upsert, 2, true));
    for (const char* text : {"UPDATE t SET a = :a WHERE b = :b", "INSERT INTO t SELECT :a",
                             "INSERT INTO t VALUES ((SELECT MAX(a) + 1 FROM t), :a)",
                             "INSERT INTO t (a) VALUES (:a) ON CONFLICT DO UPDATE SET a = :b",
                             "SELECT * FROM (VALUES (:a)) AS t"})
        EXPECT_FALSE(translate_many(text, 2, true)) << text;
}

TEST(Dialect, AnUnfinishedStringEndsWithTheText) {
    EXPECT_EQ(translate_query("SELECT 'a").text, "SELECT 'a");
    EXPECT_EQ(translate_query("SELECT :").text, "SELECT :");
}

}  // namespace jianghui::dialect_test
