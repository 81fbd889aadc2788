#include "engine/journal/merkle.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::journal {
namespace merkle_test {

std::vector<Digest> leaves_of(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_of("event " + std::to_string(i)));
    return leaves;
}
Digest pair(const Digest& left, const Digest& right) {
    return crypto::sm3("\x01" + std::string(left.raw()) + std::string(right.raw()));
}

TEST(Merkle, ALeafIsToldFromANode) {
    EXPECT_EQ(leaf_of("abc"), crypto::sm3(std::string("\0abc", 4)));
    const auto leaves = leaves_of(2);
    const std::string both = "\x01" + std::string(leaves[0].raw()) + std::string(leaves[1].raw());
    EXPECT_EQ(root_of(leaves), crypto::sm3(both));
    EXPECT_NE(root_of(leaves), leaf_of(both.substr(1)));
}

/// The example of RFC 6962 section 2.1.3: seven leaves, d0 … d6.
TEST(Merkle, OfSevenLeavesIsBuiltAsTheRfcDraws) {
    const auto d = leaves_of(7);
    const auto g = pair(d[0], d[1]), h = pair(d[2], d[3]), i = pair(d[4], d[5]);
    const auto k = pair(g, h), l = pair(i, d[6]);
    EXPECT_EQ(root_of(d), pair(k, l));
    EXPECT_EQ(path_to(d, 0), (std::vector<Digest>{d[1], h, l}));
    EXPECT_EQ(path_to(d, 3), (std::vector<Digest>{d[2], g, l}));
    EXPECT_EQ(path_to(d, 4), (std::vector<Digest>{d[5], d[6], k}));
    EXPECT_EQ(path_to(d, 6), (std::vector<Digest>{i, k}));
}

TEST(Merkle, EveryLeafOfEveryTreeHasItsPath) {
    for (std::size_t count = 1; count <= 70; ++count) {
        const auto leaves = leaves_of(count);
        const auto root = root_of(leaves);
        for (std::size_t index = 0; index < count; ++index) {
            const auto path = path_to(leaves, index);
            EXPECT_EQ(root_from(leaves[index], index, count, path), root) << index << " of " << count;
        }
    }
}

RC_GTEST_PROP(MerkleProperty, NoOtherLeafIndexOrPathLeadsToTheRoot, (std::uint8_t size)) {
    const std::size_t count = 2 + size % 60;
    const auto leaves = leaves_of(count);
    const auto root = root_of(leaves);
    const auto index = *rc::gen::inRange<std::size_t>(0, count);
    auto path = path_to(leaves, index);
    RC_ASSERT(root_from(leaf_of("another"), index, count, path) != root);
    const auto elsewhere = *rc::gen::inRange<std::size_t>(0, count);
    if (elsewhere != index) RC_ASSERT(root_from(leaves[index], elsewhere, count, path) != root);
    const auto at = *rc::gen::inRange<std::size_t>(0, path.size());
    auto bent = path;
    bent[at].bytes[*rc::gen::inRange<std::size_t>(0, 32)] ^= 1U;
    RC_ASSERT(root_from(leaves[index], index, count, bent) != root);
    path.pop_back();
    RC_ASSERT(root_from(leaves[index], index, count, path) != root);
    RC_ASSERT(!root_from(leaves[index], count, count, path));
}

}  // namespace merkle_test
}  // namespace jianghui::journal
