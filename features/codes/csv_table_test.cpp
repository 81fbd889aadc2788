#include "features/codes/csv_table.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::codes::csv_table_test {

using Columns = std::vector<std::string>;

std::string fault(std::string_view text, const Columns& columns = {"a", "b"}) {
    const auto rows = parse_table("t.csv", text, columns);
    return rows ? "" : rows.error().path;
}

TEST(DataFile, IsReadAsRfc4180SaysIt) {
    auto rows = parse_table("t.csv",
                            "\xEF\xBB\xBF"
                            "a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n,last",
                            {"a", "b"});
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ((*rows)[0].text(0), "1");
    EXPECT_EQ((*rows)[0].text(1), "x,\"y\"\nz");
    EXPECT_EQ((*rows)[1].free_text(0), "");
    EXPECT_EQ((*rows)[1].text(1), "last");
    EXPECT_EQ((*rows)[0].line(), 2);
    EXPECT_EQ((*rows)[1].line(), 4) << "a cell with a line end takes two lines";
}

TEST(DataFile, KeepsEmptyCellsAtTheEnd) {
    EXPECT_EQ(fault("a,b\n1,"), "");
    EXPECT_EQ(fault("a,b\n1,\n"), "");
    EXPECT_EQ(fault("a,b\n"), "") << "no rows are fine";
}

TEST(DataFile, RefusesWhatIsOutOfForm) {
    EXPECT_EQ(fault(""), "t.csv:1");
    EXPECT_EQ(fault("a,c\n"), "t.csv:1");
    EXPECT_EQ(fault("a\n"), "t.csv:1");
    EXPECT_EQ(fault("a,b\n1\n"), "t.csv:2");
    EXPECT_EQ(fault("a,b\n1,2,3\n"), "t.csv:2");
    EXPECT_EQ(fault("a,b\n1,2\n\n3,4\n"), "t.csv:3") << "an empty line is a row of one cell";
    EXPECT_EQ(fault("a,b\n1,\"2\n3,4\n"), "t.csv:2");
    EXPECT_EQ(fault("a,b\n1,\"2\"x\n"), "t.csv:2");
    EXPECT_EQ(fault("a,b\r1,2\r"), "t.csv:1");
    EXPECT_EQ(fault("a,b\n\xFF,2\n"), "t.csv:0");
}

DataRow row(std::vector<std::string> cells) {
    return {"t.csv", 7, std::move(cells)};
}

TEST(DataRow, ReadsTypedCells) {
    auto cells = row({"x", "42", "1.5", "", "2026-11-24", "yes", "K", "a|b||c"});
    EXPECT_EQ(cells.text(0), "x");
    EXPECT_EQ(cells.number(1, 0, 100), 42);
    EXPECT_EQ(cells.decimal(2), 1.5);
    EXPECT_EQ(cells.decimal(3), std::nullopt);
    EXPECT_EQ(cells.date(4), parse_date("2026-11-24"));
    EXPECT_EQ(cells.free_date(3), std::nullopt);
    EXPECT_TRUE(cells.yes(5));
    EXPECT_EQ(cells.mark(6), Mark::recalled);
    EXPECT_EQ(cells.parts(7), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(cells.parts(3).empty());
    EXPECT_TRUE(cells.done());
}

TEST(DataRow, RemembersTheFirstFault) {
    const auto faulty = [](auto read) {
        auto cells = row({"", "4x", "maybe", "2026-02-30", "101"});
        read(cells);
        const auto done = cells.done();
        return done ? std::string() : done.error().path;
    };
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.text(0); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.number(1, 0, 9); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.number(4, 0, 100); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.decimal(1); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.date(3); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.free_date(3); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.yes(2); }), "t.csv:7");
    EXPECT_EQ(faulty([](DataRow& r) { (void)r.mark(2); }), "t.csv:7");
    auto twice = row({"", "x"});
    (void)twice.text(0);
    twice.fail({"后来的错", "a later fault"});
    EXPECT_NE(twice.done().error().message.en.find("column 1"), std::string::npos);
}

std::string quoted(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + '"';
}

RC_GTEST_PROP(DataFile, GivesBackWhatWasWritten, ()) {
    const auto cell =
        rc::gen::container<std::string>(rc::gen::element('a', ',', '"', '\n', '\r', ' ', '|'));
    const auto cells = *rc::gen::container<std::vector<std::string>>(3, cell);
    const std::string text =
        "a,b,c\r\n" + quoted(cells[0]) + ',' + quoted(cells[1]) + ',' + quoted(cells[2]) + "\r\n";
    auto rows = parse_table("t.csv", text, {"a", "b", "c"});
    RC_ASSERT(rows.has_value());
    for (std::size_t i = 0; i < 3; ++i) RC_ASSERT((*rows)[0].free_text(i) == cells[i]);
}

RC_GTEST_PROP(DataFile, NeverFailsOnAnyText, (const std::string& text)) {
    (void)parse_table("t.csv", text, {"a"});
    (void)parse_table("t.csv", "a\n" + text, {"a"});
}

}  // namespace jianghui::codes::csv_table_test
