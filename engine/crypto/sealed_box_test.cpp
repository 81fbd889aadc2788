#include "engine/crypto/sealed_box.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace jianghui::crypto {
namespace {

constexpr std::string_view place = "people.id_number:0r5k2m9x8q3va";
constexpr std::string_view number = "510502199001010013";

KeySet keys_of(std::uint64_t seed, std::initializer_list<std::uint32_t> ids) {
    SeededSecrets secrets(seed);
    KeySet keys;
    for (const auto id : ids) keys.add(id, Key::random(secrets));
    return keys;
}

struct SealedBox : testing::Test {
    SeededSecrets secrets{7};
    KeySet keys = keys_of(1, {1});
};

TEST_F(SealedBox, opens_what_was_sealed) {
    const auto box = seal(keys, number, place, secrets);
    EXPECT_EQ(open(keys, box, place).value(), number);
}

TEST_F(SealedBox, has_the_documented_form) {
    const auto bytes = from_base64url(seal(keys, number, place, secrets)).value();
    EXPECT_EQ(bytes.size(), 1 + 4 + 16 + number.size() + 32);
    EXPECT_EQ(to_hex(bytes.substr(0, 5)), "0100000001");
    EXPECT_EQ(bytes.find(std::string(number.substr(0, 6))), std::string::npos);
}

TEST_F(SealedBox, refuses_every_flipped_bit_and_every_shortened_box) {
    const auto bytes = from_base64url(seal(keys, number, place, secrets)).value();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ 1 << bit % 8);
        const auto opened = open(keys, to_base64url(flipped), place);
        ASSERT_FALSE(opened) << bit;
        EXPECT_TRUE(opened.error().code == "sealed_box_broken" ||
                    (opened.error().code == "sealing_key_missing" && bit >= 8 && bit < 40));
    }
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(open(keys, to_base64url(bytes.substr(0, size)), place)) << size;
    EXPECT_FALSE(open(keys, to_base64url(bytes + '\0'), place));
    EXPECT_FALSE(open(keys, "not a box", place));
}

TEST_F(SealedBox, cannot_be_moved_to_another_place) {
    const auto box = seal(keys, number, place, secrets);
    for (const auto* other : {"people.id_number:0r5k2m9x8q3vb", "people.phone:0r5k2m9x8q3va", ""})
        EXPECT_EQ(open(keys, box, other).error().code, "sealed_box_broken") << other;
}

TEST_F(SealedBox, keeps_place_and_content_apart) {
    // Moving the border between place and box must not give the same authenticated bytes.
    const auto bytes = from_base64url(seal(keys, number, "ab", secrets)).value();
    EXPECT_FALSE(open(keys, to_base64url("b" + bytes), "a"));
}

TEST_F(SealedBox, is_closed_to_another_key) {
    const auto box = seal(keys, number, place, secrets);
    EXPECT_EQ(open(keys_of(2, {1}), box, place).error().code, "sealed_box_broken");
    EXPECT_EQ(open(keys_of(1, {2}), box, place).error().code, "sealing_key_missing");
}

TEST_F(SealedBox, is_different_every_time) {
    std::set<std::string> boxes;
    for (int i = 0; i < 100; ++i) boxes.insert(seal(keys, number, place, secrets));
    EXPECT_EQ(boxes.size(), 100U);
}

TEST_F(SealedBox, survives_a_rotation_and_asks_for_the_new_key) {
    const auto box = seal(keys, number, place, secrets);
    const KeySet rotated = keys_of(1, {1, 2});
    EXPECT_EQ(open(rotated, box, place).value(), number);
    EXPECT_TRUE(should_reseal(rotated, box));
    EXPECT_FALSE(should_reseal(keys, box));
    const auto fresh = seal(rotated, number, place, secrets);
    EXPECT_FALSE(should_reseal(rotated, fresh));
    EXPECT_EQ(open(keys, fresh, place).error().code, "sealing_key_missing");
}

RC_GTEST_PROP(SealedBoxes, open_again, (const std::string& content, const std::string& where)) {
    static const KeySet keys = keys_of(3, {1});
    const auto box = seal(keys, content, where, system_secrets());
    RC_ASSERT(open(keys, box, where).value() == content);
    RC_ASSERT(!open(keys, box, where + "x"));
}

RC_GTEST_PROP(SealedBoxes, refuse_any_text, (const std::string& text)) {
    static const KeySet keys = keys_of(3, {1});
    RC_ASSERT(!open(keys, text, "place"));
    RC_ASSERT(!should_reseal(keys, text));
}

}  // namespace
}  // namespace jianghui::crypto
