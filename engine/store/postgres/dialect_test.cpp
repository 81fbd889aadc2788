#include "engine/store/postgres/dialect.hpp"

#include <gtest/gtest.h>

namespace jianghui::dialect_test {

using store::postgres::translate_changes;
using store::postgres::translate_migration;
using store::postgres::translate_query;
using store::postgres::translate_questions;

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

/// b is a text, n is NULL in every row, all others are numbers.
std::string_view type(std::string_view name) {
    if (name == "n") return "";
    return name == "b" ? "TEXT" : "BIGINT";
}

TEST(Dialect, GivesAnInsertManyRows) {
    const auto made = translate_changes("INSERT INTO t (a, b, c, n) VALUES (:a, (1 + :b), :a, :n) -- :x\n"
                                        "ON CONFLICT DO NOTHING", type, false);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->text,
              "INSERT INTO t (a, b, c, n) SELECT given.\"1\", (1 + ($2::TEXT[])[given.\"0\"::INT]), given.\"1\", NULL "
              "FROM unnest($1::BIGINT[]) WITH ORDINALITY AS given (\"1\", \"0\") WHERE TRUE  -- :x\nON CONFLICT DO NOTHING");
    EXPECT_EQ(made->parameters, (std::vector<std::string>{"a", "b"}));
}

TEST(Dialect, GivesManyRowsOnlyWhereTheyMeanTheSame) {
    const auto upsert = "INSERT INTO t (a) VALUES (:a) ON CONFLICT (a) DO UPDATE SET n = t.n + 1";
    EXPECT_FALSE(translate_changes(upsert, type, false));
    EXPECT_TRUE(translate_changes(upsert, type, true));
    for (const char* text : {"INSERT INTO t SELECT :a", "INSERT INTO t VALUES ((SELECT MAX(a) + 1 FROM t), :a)",
                             "INSERT INTO t (a) VALUES (:a) ON CONFLICT DO UPDATE SET a = :b",
                             "INSERT INTO t (a) VALUES (:a) RETURNING a", "INSERT INTO t VALUES (DEFAULT, :a)",
                             "INSERT INTO t (a) VALUES (1)", "INSERT INTO t (a) VALUES (:n)",
                             "SELECT * FROM (VALUES (:a)) AS t", "DELETE FROM t WHERE a = :a"})
        EXPECT_FALSE(translate_changes(text, type, true)) << text;
}

TEST(Dialect, GivesAnUpdateManyRows) {
    const char* update = "-- x\nUPDATE t SET a = a - :a, c = ':a'\nWHERE b = :b AND a > :a";
    const auto made = translate_changes(update, type, true);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->text, "-- x\nUPDATE t SET a = a - given.\"1\", c = ':a'\nFROM unnest($1::BIGINT[]) WITH ORDINALITY AS "
                          "given (\"1\", \"0\") WHERE b = ($2::TEXT[])[given.\"0\"::INT] AND a > given.\"1\"");
    EXPECT_EQ(made->parameters, (std::vector<std::string>{"a", "b"}));
    EXPECT_FALSE(translate_changes(update, type, false)) << "the same row may be met twice";
    for (const char* text : {"UPDATE t SET a = :a", "UPDATE t SET a = 1 WHERE b = 2",
                             "UPDATE t SET a = :a FROM u WHERE t.b = u.b", "UPDATE t SET a = :a WHERE b = :b RETURNING a",
                             "UPDATE t SET a = (SELECT 1 WHERE a = :a) WHERE b = :b", "UPDATE t SET a = :a WHERE b = :n"})
        EXPECT_FALSE(translate_changes(text, type, true)) << text;
}

TEST(Dialect, AsksOneQuestionForManyRows) {
    const auto made = translate_questions("SELECT x FROM t WHERE a = :a AND b LIKE :b -- last", type);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->text, "SELECT asked.*, given.\"0\" FROM unnest($1::BIGINT[]) WITH ORDINALITY AS given (\"1\", \"0\") CROSS JOIN "
                          "LATERAL (SELECT x FROM t WHERE a = given.\"1\" AND b ILIKE ($2::TEXT[])[given.\"0\"::INT] -- last\n"
                          "OFFSET 0) AS asked");
    EXPECT_EQ(made->parameters, (std::vector<std::string>{"a", "b"}));
    EXPECT_FALSE(translate_questions("SELECT 1", type));
    EXPECT_FALSE(translate_questions("WITH t AS (SELECT :a) SELECT * FROM t", type));
}

TEST(Dialect, AnUnfinishedStringEndsWithTheText) {
    EXPECT_EQ(translate_query("SELECT 'a").text, "SELECT 'a");
    EXPECT_EQ(translate_query("SELECT :").text, "SELECT :");
}

}  // namespace jianghui::dialect_test
