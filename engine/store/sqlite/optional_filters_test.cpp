#include "engine/store/sqlite/optional_filters.hpp"

#include <gtest/gtest.h>

#include "engine/store/database_for_test.hpp"

namespace jianghui::store_test {
namespace {

using store::optional_filters;
using store::with_filters;

const auto none = [](std::string_view) { return false; };
const auto all = [](std::string_view) { return true; };

TEST(OptionalFilters, AreConditionsThatANullSwitchesOff) {
    constexpr std::string_view sql = "SELECT 1 FROM t WHERE (:a IS NULL OR x = :a) AND y = :b AND (:c IS NULL OR z IN (:c, f(x)))";
    EXPECT_EQ(optional_filters(sql), (std::vector<std::string_view>{"a", "c"}));
    EXPECT_EQ(with_filters(sql, none), "SELECT 1 FROM t WHERE (TRUE) AND y = :b AND (TRUE)");
    EXPECT_EQ(with_filters(sql, all), "SELECT 1 FROM t WHERE (x = :a) AND y = :b AND (z IN (:c, f(x)))");
    EXPECT_EQ(with_filters(sql, [](auto name) { return name == "c"; }), "SELECT 1 FROM t WHERE (TRUE) AND y = :b AND (z IN (:c, f(x)))");
}

TEST(OptionalFilters, MayStandInsideOneAnother) {
    constexpr std::string_view sql = "SELECT 1 WHERE (:a IS NULL OR x > :a OR (x = :a AND (:b IS NULL OR y = :b)))";
    EXPECT_EQ(with_filters(sql, [](auto name) { return name == "a"; }), "SELECT 1 WHERE (x > :a OR (x = :a AND (TRUE)))");
    EXPECT_EQ(with_filters(sql, none), "SELECT 1 WHERE (TRUE)");
}

TEST(OptionalFilters, WhatStandsInQuotesIsText) {
    constexpr std::string_view sql = "SELECT '(:a IS NULL OR x = :a)' WHERE (:b IS NULL OR y <> ')')";
    EXPECT_EQ(optional_filters(sql), (std::vector<std::string_view>{"b"}));
    EXPECT_EQ(with_filters(sql, all), "SELECT '(:a IS NULL OR x = :a)' WHERE (y <> ')')");
}

TEST(OptionalFilters, OtherTextStaysAsItIs) {
    for (const std::string_view sql : {"", "(", "(:", "(:a IS NULL OR x", "SELECT 'open", "SELECT (:a IS NULL)", "SELECT (x IS NULL OR y)"}) {
        EXPECT_EQ(with_filters(sql, none), sql);
        EXPECT_TRUE(optional_filters(sql).empty());
    }
}

struct Numbered {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Numbered, (), (id))

// One statement, asked with every choice of filters, on the engine that the tests run on.
TEST(OptionalFilters, GiveTheSameRowsWhateverIsLeftOut) {
    constexpr store::Statement find{"find", "SELECT id FROM things WHERE (:kind IS NULL OR kind = :kind) AND (:least IS NULL OR id >= :least) "
                                            "ORDER BY id"};
    store::DatabaseForTest place;
    auto database = place.open();
    database->connect(store::Database::Use::write)
        ->script("CREATE TABLE things (id BIGINT PRIMARY KEY, kind BIGINT); INSERT INTO things VALUES (1, 7), (2, 8), (3, 7), (4, NULL)");
    store::Store store(std::move(database), store::Store::Options());
    const auto ids = [&](std::optional<int> kind, std::optional<int> least) {
        std::vector<std::int64_t> found;
        store.read([&](store::Reader& reader) {
            for (const auto& row : reader.all<Numbered>(find, store::arguments("kind", kind, "least", least))) found.push_back(row.id);
        });
        return found;
    };
    for (int round = 0; round < 2; ++round) {
        EXPECT_EQ(ids(std::nullopt, std::nullopt), (std::vector<std::int64_t>{1, 2, 3, 4}));
        EXPECT_EQ(ids(7, std::nullopt), (std::vector<std::int64_t>{1, 3}));
        EXPECT_EQ(ids(std::nullopt, 3), (std::vector<std::int64_t>{3, 4}));
        EXPECT_EQ(ids(7, 2), (std::vector<std::int64_t>{3}));
    }
}

}  // namespace
}  // namespace jianghui::store_test
