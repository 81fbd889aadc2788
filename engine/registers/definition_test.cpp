#include <gtest/gtest.h>

#include "engine/registers/code_book_for_test.hpp"
#include "engine/registers/definition_file.hpp"
#include "engine/registers/number_pattern.hpp"

namespace jianghui::registers {
namespace definition_test {

const std::string good = R"(id = "licence"
version = 1
title = { zh = "许可证", en = "Licence" }
subject = "organisation"
counts = "everywhere"
gate = "licence"
number = "({place})字[{year}]第{serial:4}号"
published = true
statistics = ["services"]

[[basis]]
text = "《条例》第十八条"
mark = "F"

[issuer]
levels = ["city"]

[[fields]]
id = "services"
title = { zh = "服务", en = "Services" }
type = "codes"
table = "order_kinds"
)";

Result<Register> read(const std::string& text) {
    static const CodeBookForTest codes;
    return read_definition<Register>(text, "licence.toml", [](const Register& definition) {
        return faults_of(definition, codes);
    });
}

/// "path code-less message" of the single fault of a text.
Error fault_of(const std::string& text) {
    auto read_text = read(text);
    EXPECT_FALSE(read_text.has_value());
    return read_text ? Error{} : std::move(read_text).error();
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Definition, is_read_with_its_fields) {
    const auto read_text = read(good);
    ASSERT_TRUE(read_text.has_value()) << read_text.error().path << read_text.error().message.en;
    EXPECT_EQ(read_text->id.text, "licence");
    EXPECT_EQ(read_text->gate_effect(), GateEffect::licence);
    EXPECT_TRUE(read_text->is_certain());
    ASSERT_NE(read_text->field("services"), nullptr);
    EXPECT_EQ(read_text->field("services")->type, FieldType::codes);
}

TEST(Definition, names_the_line_of_broken_syntax) {
    EXPECT_EQ(fault_of(with(good, "version = 1", "version = = 1")).path, "licence.toml:2");
}

TEST(Definition, names_the_line_and_the_nearest_name_of_an_unknown_member) {
    const auto fault = fault_of(with(good, "published = true", "publised = true"));
    // Two faults: what is unknown, and what is therefore missing.
    ASSERT_EQ(fault.errors.size(), 2U);
    bool found = false;
    for (const auto& single : fault.errors)
        if (single.path == "licence.toml:8") {
            found = true;
            ASSERT_FALSE(single.nearest.empty());
            EXPECT_EQ(single.nearest.front(), "published");
        }
    EXPECT_TRUE(found);
}

TEST(Definition, names_the_line_of_what_cannot_be_meant) {
    EXPECT_EQ(fault_of(with(good, "\"order_kinds\"", "\"orderkinds\"")).path, "licence.toml:22");
    EXPECT_EQ(fault_of(with(good, "[\"services\"]", "[\"service\"]")).path, "licence.toml:9");
    EXPECT_EQ(fault_of(with(good, "{serial:4}", "{serie}")).path, "licence.toml:7");
    EXPECT_EQ(fault_of(with(good, "subject = \"organisation\"", "subject = \"person\"")).path,
              "licence.toml:6");
}

TEST(Definition, tells_every_fault_at_once) {
    auto text = with(good, "{serial:4}", "{serie}");
    text = with(text, "\"order_kinds\"", "\"orderkinds\"");
    EXPECT_EQ(fault_of(text).errors.size(), 2U);
}

TEST(Definition, a_recalled_basis_makes_it_uncertain) {
    const auto read_text = read(with(good, "mark = \"F\"", "mark = \"K\""));
    ASSERT_TRUE(read_text.has_value());
    EXPECT_FALSE(read_text->is_certain());
}

TEST(NumberPattern, writes_place_year_and_serial) {
    const auto pattern = NumberPattern::read("({place})人服证字[{year}]第{serial:4}号");
    ASSERT_TRUE(pattern.has_value());
    EXPECT_EQ(pattern->write({"510502"}, 2026, 7), "(510502)人服证字[2026]第0007号");
    EXPECT_EQ(pattern->write({"510502"}, 2026, 12345), "(510502)人服证字[2026]第12345号");
    EXPECT_NE(pattern->series({"510502"}, 2026), pattern->series({"510502"}, 2027));
}

TEST(NumberPattern, refuses_what_gives_no_distinct_numbers) {
    for (const char* text : {"", "plain", "{serial}", "{serial:0}", "{serial:12}", "{serial:4",
                             "{serial:4}{serial:4}", "{plaec}{serial:4}", "}{serial:4}"})
        EXPECT_FALSE(NumberPattern::read(text).has_value()) << text;
}

TEST(LevelOf, follows_the_digits) {
    EXPECT_EQ(level_of({"510000"}), Level::province);
    EXPECT_EQ(level_of({"510500"}), Level::city);
    EXPECT_EQ(level_of({"500118"}), Level::city);
    EXPECT_EQ(level_of({"510502"}), Level::county);
}

}  // namespace definition_test
}  // namespace jianghui::registers
