#include <gtest/gtest.h>

#include "engine/registers/code_book_for_test.hpp"

namespace jianghui::registers {
namespace field_test {

using codec::json::object;
using codec::json::value;

const Date today = *parse_date("2026-11-27");

Field field(std::string id, FieldType type) {
    Field made;
    made.id.text = std::move(id);
    made.title = {"题", "title"};
    made.type = type;
    return made;
}
Field coded(std::string id, FieldType type, std::string table) {
    auto made = field(std::move(id), type);
    made.table = String<1, 40>{std::move(table)};
    return made;
}

Result<object> check(const Fields& fields, std::string_view text) {
    static const CodeBookForTest codes;
    return check_values(fields, codec::parse(text)->as_object(), codes, today, "/values");
}
std::string code_of(const Result<object>& checked) {
    return checked ? "" : checked.error().code + " " + checked.error().path;
}

TEST(CheckValues, normalises_what_people_type) {
    Fields fields;
    fields.push_back(field("phone", FieldType::phone));
    fields.push_back(field("number", FieldType::identity_number));
    fields.push_back(field("credit_code", FieldType::credit_code));
    const auto checked = check(
        fields,
        R"({"phone":"+86 138-1234-1234","number":"510302199003070013","credit_code":"91350200776049653a"})");
    ASSERT_TRUE(checked.has_value()) << code_of(checked);
    EXPECT_EQ(checked->at("phone"), value("13812341234"));
    EXPECT_EQ(checked->at("credit_code"), value("91350200776049653A"));
}

TEST(CheckValues, names_each_fault_at_its_pointer) {
    Fields fields;
    fields.push_back(coded("kind", FieldType::code, "order_kinds"));
    fields.push_back(field("staff", FieldType::integer));
    fields.back().min = 3;
    EXPECT_EQ(code_of(check(fields, R"({"kind":"recriut","staff":3})")), "unknown_code /values/kind");
    EXPECT_EQ(code_of(check(fields, R"({"kind":"recruit","staff":2})")), "out_of_range /values/staff");
    EXPECT_EQ(code_of(check(fields, R"({"kind":"recruit"})")), "missing_field /values/staff");
    EXPECT_EQ(code_of(check(fields, R"({"kind":"recruit","staff":"x"})")), "wrong_type /values/staff");
    EXPECT_EQ(code_of(check(fields, R"({"kind":"recruit","staff":3,"stuff":1})")),
              "unknown_field /values/stuff");
    const auto both = check(fields, R"({"kind":"recriut"})");
    ASSERT_FALSE(both.has_value());
    EXPECT_EQ(both.error().errors.size(), 2U);
}

TEST(CheckValues, asks_a_conditional_field_only_when_its_condition_holds) {
    Fields fields;
    fields.push_back(coded("way", FieldType::code, "grant_ways"));
    fields.push_back(field("promise", FieldType::text));
    fields.back().when = When{{"way"}, {"promise"}};
    EXPECT_TRUE(check(fields, R"({"way":"general"})").has_value());
    EXPECT_EQ(code_of(check(fields, R"({"way":"promise"})")), "missing_field /values/promise");
    EXPECT_TRUE(check(fields, R"({"way":"promise","promise":"承诺"})").has_value());
    EXPECT_EQ(code_of(check(fields, R"({"way":"general","promise":"承诺"})")),
              "value_not_asked /values/promise");
}

TEST(CheckValues, reads_rows_with_a_fault_per_cell) {
    Fields fields;
    fields.push_back(field("workers", FieldType::rows));
    Column name;
    name.id.text = "name";
    Column owed;
    owed.id.text = "owed";
    owed.type = FieldType::fen;
    fields.back().columns.emplace();
    fields.back().columns->push_back(name);
    fields.back().columns->push_back(owed);
    EXPECT_TRUE(check(fields, R"({"workers":[{"name":"甲","owed":100},{"name":"乙","owed":0}]})"));
    EXPECT_EQ(code_of(check(fields, R"({"workers":[{"name":"甲","owed":100},{"owed":-1,"name":"乙"}]})")),
              "out_of_range /values/workers/1/owed");
    EXPECT_EQ(code_of(check(fields, R"({"workers":[]})")), "out_of_range /values/workers");
    EXPECT_EQ(code_of(check(fields, R"({"workers":[{"name":"甲","owed":1,"x":1}]})")),
              "unknown_field /values/workers/0/x");
}

TEST(CheckValues, refuses_a_choice_made_twice) {
    Fields fields;
    fields.push_back(coded("services", FieldType::codes, "order_kinds"));
    EXPECT_EQ(code_of(check(fields, R"({"services":["recruit","recruit"]})")),
              "value_malformed /values/services/1");
}

TEST(ShownTo, leaves_out_what_the_reader_may_not_see_and_masks_what_is_sealed) {
    Fields fields;
    fields.push_back(field("open", FieldType::text));
    fields.back().audience = Audience::everybody;
    fields.push_back(field("phone", FieldType::phone));
    fields.back().sealed = true;
    fields.push_back(field("opinion", FieldType::text));
    fields.back().audience = Audience::officials;
    const object values{{"open", "甲"}, {"phone", "13812341234"}, {"opinion", "可"}};
    EXPECT_EQ(shown_to(fields, values, Audience::everybody), (object{{"open", "甲"}}));
    EXPECT_EQ(shown_to(fields, values, Audience::parties),
              (object{{"open", "甲"}, {"phone", "138****1234"}}));
    EXPECT_EQ(shown_to(fields, values, Audience::officials),
              (object{{"open", "甲"}, {"phone", "138****1234"}, {"opinion", "可"}}));
}

}  // namespace field_test
}  // namespace jianghui::registers
