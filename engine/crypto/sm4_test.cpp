#include "engine/crypto/sm4.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/crypto/vectors_test.hpp"

namespace jianghui::crypto {
namespace {

/// One block through the cipher: counter mode turns zeros into the encrypted counter.
Bytes encrypt_block(const Bytes& key, const Bytes& block) {
    return sm4_ctr(key, block, Bytes(16, '\0'));
}

TEST(Sm4, encrypts_the_standards_block) {
    const auto& example = standard_examples().at("sm4").as_array().at(0);
    EXPECT_EQ(to_hex(encrypt_block(bytes_of(example, "key"), bytes_of(example, "pt"))),
              text_of(example, "ct"));
}

TEST(Sm4, encrypts_the_standards_million_rounds) {
    const auto& example = standard_examples().at("sm4").as_array().at(1);
    const Bytes key = bytes_of(example, "key");
    Bytes block = bytes_of(example, "pt");
    for (int i = 0; i < 1'000'000; ++i) block = encrypt_block(key, block);
    EXPECT_EQ(to_hex(block), text_of(example, "ct"));
}

TEST(Sm4, counts_blocks_as_one_big_number) {
    const Bytes key(16, 'k');
    const Bytes last_of_a_byte = Bytes(15, '\x01') + '\xff';
    const Bytes next = Bytes(14, '\x01') + "\x02" + Bytes(1, '\0');
    EXPECT_EQ(sm4_ctr(key, last_of_a_byte, Bytes(32, '\0')).substr(16), encrypt_block(key, next));
}

RC_GTEST_PROP(Sm4, the_second_time_undoes_the_first, (const std::string& text)) {
    const Bytes key(16, 'k');
    const Bytes block(16, 'b');
    RC_ASSERT(sm4_ctr(key, block, sm4_ctr(key, block, text)) == text);
}

}  // namespace
}  // namespace jianghui::crypto
