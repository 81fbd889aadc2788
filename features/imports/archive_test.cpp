#include "features/imports/archive.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/imports/archive_for_test.hpp"

namespace jianghui::imports {
namespace {

using testing::zip;
using testing::ZipPart;

bool all(std::string_view /*name*/) { return true; }
bool only_a(std::string_view name) { return name == "a.xml"; }

std::string refusal(const std::string& archive, const TableLimits& limits = {}) {
    const auto parts = unpack(archive, limits, all);
    return parts ? "" : parts.error().code;
}

TEST(Archive, UnpacksStoredAndDeflatedParts) {
    const auto parts = unpack(zip({{"a.xml", "hello"}, {"b.xml", "world", false}}), {}, all);
    ASSERT_TRUE(parts.has_value());
    ASSERT_EQ(parts->size(), 2U);
    EXPECT_EQ((*parts)[0].content, "hello");
    EXPECT_EQ((*parts)[1].content, "world");
}

TEST(Archive, LeavesPackedWhatIsNotWanted) {
    const auto parts = unpack(zip({{"a.xml", "x"}, {"picture.png", "y"}}), {}, only_a);
    ASSERT_TRUE(parts.has_value());
    ASSERT_EQ(parts->size(), 1U);
    EXPECT_EQ((*parts)[0].name, "a.xml");
}

TEST(Archive, RefusesABombByItsDeclaredSizeBeforeUnpacking) {
    TableLimits limits;
    limits.unpacked_bytes_max = 1'000;
    EXPECT_EQ(refusal(zip({{"a.xml", std::string(600, 'x')}, {"b.xml", std::string(600, 'y')}}),
                      limits),
              "archive_too_large");
    // Also when the large part is one that nobody would read.
    EXPECT_EQ(refusal(zip({{"a.xml", "x"}, {"b.bin", "y", true, 4'000'000'000}}), limits),
              "archive_too_large");
}

TEST(Archive, RefusesABombByItsRatio) {
    EXPECT_EQ(refusal(zip({{"a.xml", std::string(20'000'000, 'x')}})), "archive_ratio");
}

TEST(Archive, RefusesAPartThatIsLargerThanItSays) {
    EXPECT_EQ(refusal(zip({{"a.xml", std::string(20'000'000, 'x'), true, 100}})),
              "archive_damaged");
    EXPECT_EQ(refusal(zip({{"a.xml", "hello", true, 4}})), "archive_damaged");
    EXPECT_EQ(refusal(zip({{"a.xml", "hello", true, 6}})), "archive_damaged");
    EXPECT_EQ(refusal(zip({{"a.xml", "hello", false, 6}})), "archive_damaged");
}

TEST(Archive, RefusesTooManyParts) {
    TableLimits limits;
    limits.parts_max = 3;
    EXPECT_EQ(refusal(zip(std::vector<ZipPart>(4, {"a.xml", "x"})), limits), "archive_too_large");
}

TEST(Archive, SaysThatAPasswordMustBeRemoved) {
    ZipPart part{"a.xml", "x"};
    part.encrypted = true;
    EXPECT_EQ(refusal(zip({part})), "archive_encrypted");
}

TEST(Archive, RefusesDamage) {
    EXPECT_EQ(refusal(""), "archive_damaged");
    EXPECT_EQ(refusal("PK\x03\x04 nothing"), "archive_damaged");
    std::string archive = zip({{"a.xml", "hello hello hello"}});
    archive[40] = static_cast<char>(archive[40] + 1);
    EXPECT_EQ(refusal(archive), "archive_damaged");
}

RC_GTEST_PROP(ArchiveProperty, AnyFlippedByteIsReadOrRefusedNeverMisread, ()) {
    const std::string content = "<a>some text, some more text</a>";
    std::string archive = zip({{"a.xml", content}});
    const auto at = *rc::gen::inRange<std::size_t>(0, archive.size());
    archive[at] = *rc::gen::arbitrary<char>();
    const auto parts = unpack(archive, {}, all);
    if (!parts) return;
    for (const auto& part : *parts) RC_ASSERT(part.content == content);
}

RC_GTEST_PROP(ArchiveProperty, AnyCutIsRefused, ()) {
    const std::string archive = zip({{"a.xml", "hello"}, {"b.xml", "world"}});
    const auto length = *rc::gen::inRange<std::size_t>(0, archive.size());
    RC_ASSERT(!unpack(archive.substr(0, length), {}, all).has_value());
}

}  // namespace
}  // namespace jianghui::imports
