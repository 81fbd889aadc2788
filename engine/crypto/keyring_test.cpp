#include "engine/crypto/keyring.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

#include "engine/crypto/sealed_box.hpp"

namespace jianghui::crypto {
namespace {

struct KeyringFile : testing::Test {
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "keyringXXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        path = (folder / "keys").string();
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    [[nodiscard]] std::string content() const {
        const std::ifstream file(path);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    void write(const std::string& text, mode_t mode = 0600) const {
        std::filesystem::remove(path);
        std::ofstream(path) << text;
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    }

    std::filesystem::path folder;
    std::string path;
    SeededSecrets secrets{42};
    Keyring ring = Keyring::generate(secrets);
};

TEST_F(KeyringFile, comes_back_with_the_same_keys) {
    ASSERT_TRUE(ring.create_file(path));
    const auto loaded = Keyring::load(path);
    ASSERT_TRUE(loaded);
    for (const auto use :
         {KeyUse::field_encryption, KeyUse::blind_index, KeyUse::session, KeyUse::site_code}) {
        EXPECT_EQ(loaded->key(use).reveal(), ring.key(use).reveal());
        EXPECT_EQ(loaded->keys(use).newest().id, 1U);
    }
}

TEST_F(KeyringFile, has_mode_600_whatever_the_umask) {
    const mode_t before = ::umask(0);
    ASSERT_TRUE(ring.create_file(path));
    ::umask(before);
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1)
        << "nothing is left beside it";
}

TEST_F(KeyringFile, is_never_overwritten) {
    ASSERT_TRUE(ring.create_file(path));
    const auto before = content();
    EXPECT_EQ(Keyring::generate(secrets).create_file(path).error().code, "key_file_exists");
    EXPECT_EQ(content(), before);
}

TEST_F(KeyringFile, is_refused_when_others_may_read_or_write_it) {
    ASSERT_TRUE(ring.create_file(path));
    for (const mode_t mode : {0640U, 0604U, 0620U, 0602U, 0610U, 0644U, 0777U}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        const auto loaded = Keyring::load(path);
        ASSERT_FALSE(loaded) << std::oct << mode;
        EXPECT_EQ(loaded.error().code, "key_file_readable_by_others");
        EXPECT_EQ(loaded.error().path, path);
    }
    for (const mode_t mode : {0600U, 0400U}) {
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
        EXPECT_TRUE(Keyring::load(path)) << std::oct << mode;
    }
}

TEST_F(KeyringFile, is_refused_behind_a_link_or_as_a_folder) {
    ASSERT_TRUE(ring.create_file(path));
    const auto link = (folder / "link").string();
    std::filesystem::create_symlink(path, link);
    EXPECT_EQ(Keyring::load(link).error().code, "key_file_readable_by_others");
    EXPECT_EQ(Keyring::load(folder.string()).error().code, "key_file_readable_by_others");
}

TEST_F(KeyringFile, says_when_it_is_missing) {
    EXPECT_EQ(Keyring::load(path).error().code, "key_file_missing");
}

TEST_F(KeyringFile, says_when_it_cannot_be_written) {
    EXPECT_EQ(ring.create_file((folder / "none" / "keys").string()).error().code,
              "key_file_not_written");
}

TEST_F(KeyringFile, is_refused_when_a_line_is_damaged) {
    ASSERT_TRUE(ring.create_file(path));
    const auto good = content();
    const auto line_of_fault = [&](const std::string& text) {
        write(text);
        const auto loaded = Keyring::load(path);
        if (loaded) return std::string("none");
        EXPECT_EQ(loaded.error().code, "key_file_malformed");
        return loaded.error().facts.at(0).second;
    };
    EXPECT_EQ(line_of_fault(good), "none");
    EXPECT_EQ(line_of_fault(""), "1");
    EXPECT_EQ(line_of_fault("jianghui-keyring 2\n"), "1");
    EXPECT_EQ(line_of_fault(good.substr(0, good.size() - 1)), "5") << "no newline at the end";
    EXPECT_EQ(line_of_fault(good.substr(0, good.size() - 2) + "\n"), "5") << "a digit is missing";
    EXPECT_EQ(line_of_fault(good + "other 1 00\n"), "6") << "an unknown use";
    EXPECT_EQ(line_of_fault(good + good.substr(good.find('\n') + 1)), "6") << "an id twice";
    EXPECT_EQ(line_of_fault(good.substr(0, good.find("site_code"))), "5") << "a use without key";
    EXPECT_EQ(line_of_fault(good + "\n"), "6");
}

// The error may be logged: it must not carry what the file says.
TEST_F(KeyringFile, is_not_quoted_in_errors) {
    ASSERT_TRUE(ring.create_file(path));
    write(content() + "other 1 secretsecret\n");
    const auto fault = Keyring::load(path).error();
    EXPECT_EQ(fault.message.en.find("secretsecret"), std::string::npos);
    for (const auto& [name, value] : fault.facts) EXPECT_LT(value.size(), 5U) << name;
}

TEST_F(KeyringFile, rotates_one_use_and_keeps_the_old_key_for_reading) {
    ASSERT_TRUE(ring.create_file(path));
    const auto box = seal(ring.keys(KeyUse::field_encryption), "138", "people.phone:1", secrets);
    const auto rotated = Keyring::rotate(path, KeyUse::field_encryption, secrets);
    ASSERT_TRUE(rotated);
    EXPECT_EQ(rotated->keys(KeyUse::field_encryption).newest().id, 2U);
    EXPECT_EQ(rotated->keys(KeyUse::blind_index).newest().id, 1U);
    const auto loaded = Keyring::load(path);
    ASSERT_TRUE(loaded);
    EXPECT_EQ(loaded->key(KeyUse::field_encryption).reveal(),
              rotated->key(KeyUse::field_encryption).reveal());
    EXPECT_EQ(open(loaded->keys(KeyUse::field_encryption), box, "people.phone:1").value(), "138");
    EXPECT_TRUE(should_reseal(loaded->keys(KeyUse::field_encryption), box));
    EXPECT_EQ(loaded->fingerprint(), ring.fingerprint());
    struct stat status {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0600U);
}

TEST_F(KeyringFile, has_a_fingerprint_of_its_own) {
    EXPECT_NE(Keyring::generate(secrets).fingerprint(), ring.fingerprint());
    EXPECT_EQ(ring.fingerprint().size(), 64U);
}

TEST(BlindIndex, is_equal_for_equal_values_of_one_field_and_key) {
    SeededSecrets secrets(1);
    const auto ring = Keyring::generate(secrets);
    const auto other = Keyring::generate(secrets);
    const auto index = blind_index(ring, "phone", "13800001234");
    EXPECT_EQ(index.size(), 64U);
    EXPECT_EQ(index, blind_index(ring, "phone", "13800001234"));
    EXPECT_NE(index, blind_index(ring, "phone", "13800001235"));
    EXPECT_NE(index, blind_index(ring, "bank", "13800001234"));
    EXPECT_NE(index, blind_index(other, "phone", "13800001234"));
    EXPECT_NE(blind_index(ring, "a", "bc"), blind_index(ring, "ab", "c"));
}

}  // namespace
}  // namespace jianghui::crypto
