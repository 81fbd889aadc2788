#include "engine/codec/canonical.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <fstream>
#include <iterator>

#include "engine/codec/codec.hpp"

namespace jianghui::codec {
namespace canonical_test {

std::string file(const std::string& name) {
    std::ifstream in(PART_FOLDER "/testdata/jcs/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The vectors of the scheme's author (cyberphone/json-canonicalization, Apache 2.0).
TEST(Canonical, IsWhatTheVectorsSay) {
    for (const char* name : {"arrays", "french", "structures", "unicode", "values", "weird"}) {
        auto input = boost::json::parse(file(std::string("input/") + name + ".json"));
        // Boost.JSON 1.81 reads fractions to within one unit of the last place.
        if (std::string_view(name) == "values")
            input.at("numbers").as_array().at(0) = 333333333.33333329;
        EXPECT_EQ(canonical(input), file(std::string("output/") + name + ".json")) << name;
    }
}

std::string number(std::uint64_t bits) {
    return canonical(boost::json::value(std::bit_cast<double>(bits)));
}

/// RFC 8785 appendix B.
TEST(Canonical, WritesNumbersAsEcmaScriptDoes) {
    EXPECT_EQ(number(0x0000000000000000), "0");
    EXPECT_EQ(number(0x8000000000000000), "0");
    EXPECT_EQ(number(0x0000000000000001), "5e-324");
    EXPECT_EQ(number(0x8000000000000001), "-5e-324");
    EXPECT_EQ(number(0x7fefffffffffffff), "1.7976931348623157e+308");
    EXPECT_EQ(number(0x4340000000000000), "9007199254740992");
    EXPECT_EQ(number(0xc340000000000000), "-9007199254740992");
    EXPECT_EQ(number(0x4430000000000000), "295147905179352830000");
    EXPECT_EQ(number(0x44b52d02c7e14af5), "9.999999999999997e+22");
    EXPECT_EQ(number(0x44b52d02c7e14af6), "1e+23");
    EXPECT_EQ(number(0x44b52d02c7e14af7), "1.0000000000000001e+23");
    EXPECT_EQ(number(0x444b1ae4d6e2ef4e), "999999999999999700000");
    EXPECT_EQ(number(0x444b1ae4d6e2ef4f), "999999999999999900000");
    EXPECT_EQ(number(0x444b1ae4d6e2ef50), "1e+21");
    EXPECT_EQ(number(0x3eb0c6f7a0b5ed8c), "9.999999999999997e-7");
    EXPECT_EQ(number(0x3eb0c6f7a0b5ed8d), "0.000001");
    EXPECT_EQ(number(0x41b3de4355555553), "333333333.3333332");
    EXPECT_EQ(number(0x41b3de4355555557), "333333333.33333343");
    EXPECT_EQ(number(0xbecbf647612f3696), "-0.0000033333333333333333");
    EXPECT_EQ(number(0x43143ff3c1cb0959), "1424953923781206.2");
}

RC_GTEST_PROP(CanonicalProperty, DoesNotDependOnTheOrderOfMembers,
              (const std::map<std::uint16_t, int>& numbered)) {
    std::map<std::string, int> members;
    for (const auto& [number, value] : numbered) members["m" + std::to_string(number)] = value;
    boost::json::object forward;
    boost::json::object backward;
    for (const auto& [name, value] : members) forward[name] = value;
    for (auto at = members.rbegin(); at != members.rend(); ++at) backward[at->first] = at->second;
    RC_ASSERT(canonical(forward) == canonical(backward));
}

RC_GTEST_PROP(CanonicalProperty, ReadsBackAsTheSameNumber, (std::uint64_t bits)) {
    const double value = std::bit_cast<double>(bits);
    RC_PRE(std::isfinite(value));
    RC_ASSERT(std::strtod(canonical(boost::json::value(value)).c_str(), nullptr) == value);
}

RC_GTEST_PROP(CanonicalProperty, OfItselfIsItself, (const std::vector<std::int64_t>& numbers)) {
    boost::json::array list;
    for (const auto n : numbers) list.push_back(boost::json::object{{"n", n}, {"a", nullptr}});
    const auto once = canonical(list);
    RC_ASSERT(canonical(boost::json::parse(once)) == once);
}

}  // namespace canonical_test
}  // namespace jianghui::codec
