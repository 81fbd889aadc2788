// The index as a file: what comes back is what was written; what is torn, rotten or foreign is
// refused.
#include <unistd.h>

#include <filesystem>

#include "engine/matching/testing.hpp"

namespace jianghui::matching::testing {
namespace index_file_test {

class IndexFile : public ::testing::Test {
  protected:
    IndexFile() {
        folder = std::filesystem::temp_directory_path() /
                 ("jianghui-index-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder);
        file = folder / "matching.index";
        Batch batch{.position = 42};
        for (std::int64_t id = 1; id <= 3'000; ++id)
            batch.changes.emplace_back(dice.any_worker(id, index.names()));
        for (std::int64_t id = 1; id <= 200; ++id)
            batch.changes.emplace_back(dice.any_order(id, index.names()));
        EXPECT_TRUE(index.apply(batch));
    }
    ~IndexFile() override { std::filesystem::remove_all(folder); }

    void save() {
        EXPECT_TRUE(index.save(file, [](std::int64_t position) {
            return IndexNote{"journal " + std::to_string(position), "circles"};
        }));
    }
    static Result<Done> restore(Index& into, const std::filesystem::path& from) {
        return into.restore(from, [](std::int64_t position, const IndexNote& note) {
            return position == 42 && note.foundation == "journal 42" && note.attached == "circles";
        });
    }
    std::string refusal(const std::filesystem::path& from) {
        Index other(shipped_policy());
        const auto restored = restore(other, from);
        return restored ? "none" : restored.error().code;
    }
    std::string content() const {
        std::ifstream in(file, std::ios::binary);
        std::stringstream text;
        text << in.rdbuf();
        return text.str();
    }
    void write(const std::string& bytes) const {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    }

    Dice dice{5};
    Index index{shipped_policy()};
    std::filesystem::path folder;
    std::filesystem::path file;
};

TEST_F(IndexFile, BringsBackTheSameAnswersAndGoesOnFromThere) {
    save();
    EXPECT_EQ(std::filesystem::status(file).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    Index back(shipped_policy());
    ASSERT_TRUE(restore(back, file));
    EXPECT_EQ(back.position(), 42);
    EXPECT_EQ(back.workers(), 3'000);
    EXPECT_EQ(back.orders(), 200);
    EXPECT_EQ(back.names().skills.size(), index.names().skills.size());
    const auto compare = [&] {
        for (std::int64_t id = 1; id <= 200; ++id) {
            const RankRequest request{.k = 9, .as_of = today, .account = Account::always};
            EXPECT_TRUE(*back.rank_workers(id, request) == *index.rank_workers(id, request));
            const auto orders = index.rank_orders(id, request);
            const auto orders_back = back.rank_orders(id, request);
            ASSERT_EQ(orders.has_value(), orders_back.has_value());
            if (orders) {
                EXPECT_TRUE(*orders_back == *orders);
            }
        }
    };
    compare();
    Batch more{.position = 43};
    for (std::int64_t id = 2'500; id <= 3'500; ++id)
        more.changes.emplace_back(dice.any_worker(id, index.names()));
    for (std::int64_t id = 1; id <= 1'000; id += 3) more.changes.emplace_back(EraseWorker{id});
    ASSERT_TRUE(index.apply(more));
    for (std::uint32_t i = 0; i < index.names().skills.size(); ++i)
        (void)back.names().skills.intern(index.names().skills.text(i));
    ASSERT_TRUE(back.apply(more));
    EXPECT_EQ(back.workers(), index.workers());
    compare();
}

TEST_F(IndexFile, RefusesWhatIsTornOrRotten) {
    EXPECT_EQ(refusal(file), "not_found");
    save();
    const std::string whole = content();
    ASSERT_GT(whole.size(), 100'000U);
    EXPECT_EQ(refusal(file), "none");
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{24}, whole.size() / 2, whole.size() - 1}) {
        write(whole.substr(0, size));
        EXPECT_EQ(refusal(file), "index_file_damaged") << size;
    }
    write(whole + '\0');
    EXPECT_EQ(refusal(file), "index_file_damaged");
    for (std::size_t at = 3; at < whole.size(); at += whole.size() / 97) {
        std::string rotten = whole;
        rotten[at] = static_cast<char>(rotten[at] ^ 4);
        write(rotten);
        EXPECT_EQ(refusal(file), "index_file_damaged") << at;
    }
}

TEST_F(IndexFile, RefusesWhatIsForeign) {
    save();
    Policy other_policy = shipped_policy();
    other_policy.weights.experience += 1;
    Index other(other_policy);
    EXPECT_EQ(restore(other, file).error().code, "index_file_foreign");
    Index another(shipped_policy());
    EXPECT_EQ(another.restore(file, [](auto, const auto&) { return false; }).error().code,
              "index_file_foreign");
    Index used(shipped_policy());
    (void)used.names().skill("先有的技能");
    EXPECT_EQ(restore(used, file).error().code, "index_file_foreign");
}

TEST_F(IndexFile, SaysWhenItCannotBeWritten) {
    const auto note = [](std::int64_t) { return IndexNote{}; };
    const auto saved = index.save(folder / "missing" / "matching.index", note);
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code, "index_file_unwritable");
}

}  // namespace index_file_test
}  // namespace jianghui::matching::testing
