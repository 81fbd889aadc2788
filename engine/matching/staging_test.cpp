// Rows on their way in come out by key and id, with the bytes that they came with, however many and in whatever order.

#include <gtest/gtest.h>

#include "engine/matching/staging.hpp"
#include "engine/matching/worker_row.hpp"

namespace jianghui::matching {
namespace staging_test {

struct Given {
    std::uint64_t key;
    std::int64_t id;
    std::vector<std::byte> lists;
};

/// Keys of few values far apart, so that many are equal and digits in between are all the same.
std::vector<Given> any_rows(std::size_t count, bool ascending, std::uint64_t seed) {
    Random random(seed);
    std::vector<Given> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t key = random.below(40) << 52U | random.below(9) << 17U | random.below(3);
        const auto id = static_cast<std::int64_t>(ascending ? i : random.below(1U << 30U) << 20U | i);
        rows.push_back({key, id, std::vector<std::byte>(random.below(30), static_cast<std::byte>(i))});
    }
    return rows;
}

void comes_out_sorted(std::vector<Given> rows) {
    Staging<PackedWorker> staging;
    for (const Given& one : rows) {
        PackedWorker row{};
        row.id = one.id;
        row.lists = 77;
        staging.add(one.key, row, one.lists);
    }
    std::sort(rows.begin(), rows.end(), [](const Given& a, const Given& b) {
        return a.key != b.key ? a.key < b.key : a.id < b.id;
    });
    const auto sorted = staging.sorted();
    ASSERT_EQ(sorted.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        ASSERT_EQ(sorted[i].key, rows[i].key) << i;
        ASSERT_EQ(sorted[i].row->id, rows[i].id) << i;
        ASSERT_EQ(sorted[i].row->lists, 0) << i;
        ASSERT_EQ(sorted[i].from, no_block) << i;
        ASSERT_TRUE(std::equal(rows[i].lists.begin(), rows[i].lists.end(), sorted[i].lists,
                               sorted[i].lists + sorted[i].lists_size)) << i;
    }
}

TEST(Staging, ComesOutByKeyAndIdFewOrMany) {
    for (const std::size_t count : {0U, 1U, 2U, 500U, 40'000U}) {
        comes_out_sorted(any_rows(count, true, count + 1));
        comes_out_sorted(any_rows(count, false, count + 2));
    }
}

TEST(Staging, KeepsListsLargerThanAPiece) {
    auto rows = any_rows(50, false, 3);
    rows[7].lists.assign(200'000, std::byte{5});
    rows[8].lists.assign(65'536, std::byte{6});
    comes_out_sorted(std::move(rows));
}

TEST(Staging, SortsKeysThatDifferNowhereOrEverywhere) {
    std::vector<PlacedRow> same(30'000, PlacedRow{7, 0, 0});
    for (std::uint32_t i = 0; i < same.size(); ++i) same[i].at = i;
    sort_by_digits(same);
    for (std::uint32_t i = 0; i < same.size(); ++i) ASSERT_EQ(same[i].at, i) << "equal keys stay as they were";
    Random random(5);
    std::vector<PlacedRow> all;
    for (std::uint32_t i = 0; i < 30'000; ++i) all.push_back({random.below(~0ULL), i, 0});
    sort_by_digits(all);
    for (std::size_t i = 1; i < all.size(); ++i) ASSERT_LE(all[i - 1].key, all[i].key) << i;
}

}  // namespace staging_test
}  // namespace jianghui::matching
