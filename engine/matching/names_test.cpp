#include "engine/matching/names.hpp"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace jianghui::matching {
namespace {

TEST(NameTable, OneNumberPerNameHoweverItIsSpelled) {
    NameTable names;
    const auto welding = names.intern("电焊");
    const auto plc = names.intern("PLC编程");
    EXPECT_NE(welding, plc);
    EXPECT_EQ(names.intern("电焊"), welding);
    EXPECT_EQ(names.intern(" ｐｌｃ编程 "), plc) << "full width, spaces and case do not matter";
    EXPECT_EQ(names.text(plc), "PLC编程") << "the first spelling is shown";
    EXPECT_EQ(names.size(), 2U);
    EXPECT_EQ(names.find("plc编程"), plc);
    EXPECT_FALSE(names.find("车工"));
    EXPECT_EQ(names.size(), 2U) << "looking does not add";
    EXPECT_EQ(names.text(99), "?");
}

TEST(NameTable, SkillsAndCertificatesAreNumberedApart) {
    Names names;
    EXPECT_EQ(names.skill("叉车"), SkillId{0});
    EXPECT_EQ(names.certificate("叉车"), CertificateId{0});
    EXPECT_EQ(names.text(SkillId{0}), "叉车");
    EXPECT_EQ(names.text(CertificateId{0}), "叉车");
    EXPECT_EQ(names.text(CertificateId{1}), "?");
}

TEST(NameTable, ManyThreadsAgree) {
    NameTable names;
    std::vector<std::vector<std::uint32_t>> seen(4);
    std::vector<std::thread> threads;
    for (auto& list : seen)
        threads.emplace_back([&names, &list] {
            for (int i = 0; i < 500; ++i) list.push_back(names.intern(std::to_string(i)));
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(names.size(), 500U);
    for (const auto& list : seen) EXPECT_EQ(list, seen[0]);
}

}  // namespace
}  // namespace jianghui::matching
