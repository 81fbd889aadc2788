#include "engine/crypto/memory_digest.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace jianghui::crypto {
namespace {

TEST(MemoryDigest, IsTheSameForTheSameMessageAndNoOther) {
    const std::string token(43, 'a');
    EXPECT_EQ(memory_digest(token), memory_digest(token));
    for (std::size_t at = 0; at < token.size(); ++at) {
        auto other = token;
        other[at] = 'b';
        EXPECT_FALSE(memory_digest(other) == memory_digest(token)) << "byte " << at << " does not count";
    }
    EXPECT_FALSE(memory_digest("") == memory_digest(std::string(1, '\0')));
}

TEST(MemoryDigest, DiffersForShortMessages) {
    std::set<std::string> seen;
    for (int i = 0; i < 4'096; ++i) seen.emplace(memory_digest(std::to_string(i)).raw());
    EXPECT_EQ(seen.size(), 4'096U);
}

}  // namespace
}  // namespace jianghui::crypto
