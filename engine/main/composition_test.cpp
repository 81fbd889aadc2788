#include "engine/main/composition.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace jianghui::main {
namespace {

namespace fs = std::filesystem;

class CompositionTest : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::path(testing::TempDir()) / ("composition" + std::to_string(::getpid()));
        fs::remove_all(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    [[nodiscard]] Result<std::unique_ptr<Composition>> open() const {
        return Composition::open({.folder = folder_, .durability = store::Durability::none});
    }
    fs::path folder_;
};

TEST_F(CompositionTest, makes_a_private_folder_with_database_and_keys) {
    const auto program = open();
    ASSERT_TRUE(program) << program.error().code;
    EXPECT_GT((*program)->migrated(), 0);
    struct stat of_file {};
    ASSERT_EQ(::stat(folder_.c_str(), &of_file), 0);
    EXPECT_EQ(of_file.st_mode & 0777U, 0700U);
    ASSERT_EQ(::stat((*program)->folder().keys().c_str(), &of_file), 0);
    EXPECT_EQ(of_file.st_mode & 0777U, 0600U);
}

TEST_F(CompositionTest, answers_requests) {
    const auto program = open();
    ASSERT_TRUE(program);
    http::Request request;
    request.path = "/api/v1/nowhere";
    EXPECT_EQ((*program)->app().handle(request).status, 404);
}

TEST_F(CompositionTest, opens_again_with_the_same_keys_and_no_migration) {
    std::string fingerprint;
    {
        const auto program = open();
        ASSERT_TRUE(program);
        fingerprint = (*program)->services().get<crypto::Keyring>().fingerprint();
    }
    const auto program = open();
    ASSERT_TRUE(program) << program.error().code;
    EXPECT_EQ((*program)->migrated(), 0);
    EXPECT_EQ((*program)->services().get<crypto::Keyring>().fingerprint(), fingerprint);
}

TEST_F(CompositionTest, refuses_a_folder_that_another_server_uses) {
    const auto first = open();
    ASSERT_TRUE(first);
    const auto second = open();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, "data_folder_in_use");
}

TEST_F(CompositionTest, refuses_a_database_whose_keys_are_gone) {
    { ASSERT_TRUE(open()); }
    fs::remove(folder_ / "keys");
    const auto again = open();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "keys_missing");
    EXPECT_FALSE(fs::exists(folder_ / "keys")) << "new keys would hide the loss";
}

TEST_F(CompositionTest, refuses_a_file_that_is_no_database) {
    { ASSERT_TRUE(open()); }
    std::ofstream(folder_ / "jianghui.sqlite", std::ios::trunc) << std::string(8192, 'x');
    const auto again = open();
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "database_unusable");
}

TEST_F(CompositionTest, refuses_a_folder_that_it_cannot_make) {
    std::ofstream(folder_) << "a file";
    const auto program = open();
    ASSERT_FALSE(program);
    EXPECT_EQ(program.error().code, "data_folder_unusable");
}

TEST_F(CompositionTest, begins_at_the_date_that_it_is_told) {
    const Instant as_of = start_of(*parse_date("2026-03-01"));
    const auto program = Composition::open({.folder = folder_, .as_of = as_of});
    ASSERT_TRUE(program);
    const Instant now = (*program)->services().get<Clock>().now();
    EXPECT_GE(now, as_of);
    EXPECT_LT(now, as_of + std::chrono::minutes(5));
}

}  // namespace
}  // namespace jianghui::main
