#include "engine/store/postgres/dialect.hpp"

#include <gtest/gtest.h>

namespace jianghui::dialect_test {

using store::postgres::translate_many;
using store::postgres::translate_migration;
using store::postgres::translate_query;
using store::postgres::translate_updates;

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
    EXPECT_EQ(translate_migration("CREATE TABLE t (a INTEGER PRIMARY KEY) WITHOUT ROWID; -- WITHOUT ROWID"),
              "CREATE TABLE t (a BIGINT PRIMARY KEY)  ; -- WITHOUT ROWID");
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

TEST(Dialect, GivesAnUpdateManyRows) {
    const auto type = [](std::string_view name) {
        return name == "b" ? std::string_view("TEXT") : std::string_view("BIGINT");
    };
    const auto made = translate_updates("-- x\nUPDATE t SET a = a - :a, c = ':a'\nWHERE b = :b AND a > :a", 2, type);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->text, "-- x\nUPDATE t SET a = a - given.\"1\", c = ':a'\nFROM (VALUES ($1::BIGINT, $2::TEXT), "
                          "($3::BIGINT, $4::TEXT)) AS given (\"1\", \"2\") WHERE b = given.\"2\" AND a > given.\"1\"");
    EXPECT_EQ(made->parameters, (std::vector<std::string>{"a", "b", "a", "b"}));
    for (const char* text : {"INSERT INTO t (a) VALUES (:a)", "UPDATE t SET a = :a", "UPDATE t SET a = 1 WHERE b = 2",
                             "UPDATE t SET a = :a FROM u WHERE t.b = u.b", "UPDATE t SET a = :a WHERE b = :b RETURNING a",
                             "UPDATE t SET a = (SELECT 1 WHERE a = :a) WHERE b = :b"})
        EXPECT_FALSE(translate_updates(text, 2, type)) << text;
    EXPECT_FALSE(translate_updates("UPDATE t SET a = :a WHERE b = :b", 2, [](auto) { return ""; })) << "a NULL says no type";
}

TEST(Dialect, AnUnfinishedStringEndsWithTheText) {
    EXPECT_EQ(translate_query("SELECT 'a").text, "SELECT 'a");
    EXPECT_EQ(translate_query("SELECT :").text, "SELECT :");
}

}  // namespace jianghui::dialect_test
