#include "features/imports/csv.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/codec/codec.hpp"
#include "features/imports/text_encoding.hpp"

namespace jianghui::imports {
namespace csv_test {

using Grid = std::vector<std::vector<std::string>>;

std::string file_text(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::vector<TableRow> rows_of(std::string bytes, const TableLimits& limits = {}) {
    auto reader = CsvReader::open(std::move(bytes), limits);
    EXPECT_TRUE(reader.has_value()) << (reader ? "" : reader.error().code);
    std::vector<TableRow> rows;
    while (reader) {
        auto row = reader->next();
        EXPECT_TRUE(row.has_value()) << (row ? "" : row.error().code);
        if (!row || !*row) break;
        rows.push_back(**row);
    }
    return rows;
}

Grid cells_of(std::string bytes) {
    Grid grid;
    for (auto& row : rows_of(std::move(bytes))) {
        EXPECT_FALSE(row.fault.has_value()) << row.number;
        grid.push_back(std::move(row.cells));
    }
    return grid;
}

std::string refusal(std::string bytes, const TableLimits& limits = {}) {
    auto reader = CsvReader::open(std::move(bytes), limits);
    if (!reader) return reader.error().code;
    while (true) {
        auto row = reader->next();
        if (!row) return row.error().code;
        if (!*row) return "";
    }
}

TEST(Csv, ReadsTheSpectrumAsItsAuthorsExpect) {
    const std::filesystem::path folder = std::string(PART_FOLDER) + "/testdata/csv_spectrum";
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") continue;
        ++files;
        const auto name = entry.path().stem().string();
        const Grid grid = cells_of(file_text(entry.path()));
        auto document = codec::parse(file_text(folder / (name + ".json"))).value();
        // One expectation is a single object instead of a list.
        const auto expected = document.is_array() ? document.get_array()
                                                  : codec::json::array{document};
        ASSERT_EQ(grid.size(), expected.size() + 1) << name;
        for (std::size_t row = 0; row < expected.size(); ++row)
            for (std::size_t column = 0; column < grid[0].size(); ++column) {
                if (name == "location_coordinates" && column == 0) continue;  // see SOURCE.md
                std::string wanted(expected[row].at(grid[0][column]).as_string());
                EXPECT_EQ(grid[row + 1][column], wanted) << name << " " << row << " " << column;
            }
    }
    EXPECT_EQ(files, 12);
}

TEST(Csv, AcceptsEveryLineEndAndAMissingLastOne) {
    const Grid wanted{{"a", "b"}, {"1", "2"}};
    EXPECT_EQ(cells_of("a,b\n1,2\n"), wanted);
    EXPECT_EQ(cells_of("a,b\r\n1,2"), wanted);
    EXPECT_EQ(cells_of("a,b\r1,2\r"), wanted);
}

TEST(Csv, KeepsEmptyCellsAndNumbersRowsAsASpreadsheetDoes) {
    const auto rows = rows_of("a,b,c\n\n1,,3\n,,\n4,5,\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].number, 1);
    EXPECT_EQ(rows[1].number, 3);
    EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"1", "", "3"}));
    EXPECT_EQ(rows[2].number, 5);
    EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"4", "5", ""}));
}

TEST(Csv, FindsTheDelimiter) {
    EXPECT_EQ(cells_of("a;b\n1,5;2\n"), (Grid{{"a", "b"}, {"1,5", "2"}}));
    EXPECT_EQ(cells_of("a\tb\n1;2\t3\n"), (Grid{{"a", "b"}, {"1;2", "3"}}));
    EXPECT_EQ(cells_of("\"a;b;c\",d\n1,2\n"), (Grid{{"a;b;c", "d"}, {"1", "2"}}));
    EXPECT_EQ(cells_of("sep=;\r\na,x;b\r\n"), (Grid{{"a,x", "b"}}));
    EXPECT_EQ(cells_of("alone\n1\n"), (Grid{{"alone"}, {"1"}}));
}

TEST(Csv, ReadsEveryEncodingThatSpreadsheetsWrite) {
    const Grid wanted{{"姓名", "地区"}, {"张三", "泸州"}};
    const std::string utf8 = "姓名,地区\n张三,泸州\n";
    EXPECT_EQ(cells_of(utf8), wanted);
    EXPECT_EQ(cells_of("\xEF\xBB\xBF" + utf8), wanted);
    const std::string gb18030("\xD0\xD5\xC3\xFB,\xB5\xD8\xC7\xF8\n\xD5\xC5\xC8\xFD,\xE3\xF2\xD6\xDD\n");
    EXPECT_EQ(cells_of(gb18030), wanted);
    const std::string utf16le(
        "\xFF\xFE\xD3\x59\x0D\x54,\0\x30\x57\x3A\x53\n\0\x20\x5F\x09\x4E,\0\xF8\x6C\xDE\x5D\n\0", 26);
    EXPECT_EQ(cells_of(utf16le), wanted);
    auto reader = CsvReader::open(gb18030, {});
    ASSERT_TRUE(reader.has_value());
    EXPECT_EQ(reader->form().encoding, "GB18030");
}

TEST(Csv, ReadsFourByteGb18030) {
    // 㐀 (U+3400) is 81 39 EE 39 in GB18030-2005.
    EXPECT_EQ(cells_of("a\n\x81\x39\xEE\x39\n"), (Grid{{"a"}, {"㐀"}}));
}

TEST(Csv, RefusesWhatIsNoText) {
    EXPECT_EQ(refusal(""), "file_empty");
    EXPECT_EQ(refusal(" \r\n\r\n"), "file_empty");
    EXPECT_EQ(refusal(std::string("a\0b,c\n", 6)), "unknown_encoding");
    EXPECT_EQ(refusal("\xFF\xFF\xFF,\xFF\n"), "unknown_encoding");
    EXPECT_EQ(refusal(std::string("\xFF\xFE\x00\xD8", 4)), "unknown_encoding");  // half a pair
}

TEST(Csv, TellsADamagedUtf8FileFromAnotherEncoding) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "姓名,地区\n";
    text[text.size() - 4] = '\x41';  // cuts the last character in two
    auto reader = CsvReader::open(text, {});
    ASSERT_FALSE(reader.has_value());
    EXPECT_EQ(reader.error().code, "damaged_utf8");
    EXPECT_NE(reader.error().message.en.find("line 20"), std::string::npos);
}

TEST(Csv, ReportsTextAfterAClosingQuoteWithItsRowAndGoesOn) {
    const auto rows = rows_of("a,b\n\"x\"y,2\n3,4\n");
    ASSERT_EQ(rows.size(), 3U);
    ASSERT_TRUE(rows[1].fault.has_value());
    EXPECT_EQ(rows[1].fault->code, "stray_after_quote");
    EXPECT_EQ(rows[1].fault->row, 2);
    EXPECT_FALSE(rows[2].fault.has_value());
    EXPECT_EQ(rows[2].number, 3);
}

TEST(Csv, AForgottenQuoteCostsOneRow) {
    const auto rows = rows_of("a,b\n1,\"open\n3,4\n5,6\n");
    ASSERT_EQ(rows.size(), 4U);
    ASSERT_TRUE(rows[1].fault.has_value());
    EXPECT_EQ(rows[1].fault->code, "unterminated_quote");
    EXPECT_EQ(rows[1].fault->value, "1,\"open");
    EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"3", "4"}));
    EXPECT_EQ(rows[3].cells, (std::vector<std::string>{"5", "6"}));
}

TEST(Csv, AcceptsBlanksAfterAClosingQuoteAndQuotesInsidePlainCells) {
    EXPECT_EQ(cells_of("\"a\" ,5\" pipe\n"), (Grid{{"a", "5\" pipe"}}));
}

TEST(Csv, EnforcesItsLimitsRowByRow) {
    TableLimits limits;
    limits.columns_max = 2;
    limits.cell_bytes_max = 4;
    const auto rows = rows_of("a,b\n1,2,3\n12345,2\n\"12345\",2\n1,2\n", limits);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows[1].fault->code, "too_many_columns");
    EXPECT_EQ(rows[2].fault->code, "cell_too_long");
    EXPECT_EQ(rows[3].fault->code, "unterminated_quote");
    EXPECT_FALSE(rows[4].fault.has_value());
    limits.rows_max = 2;
    EXPECT_EQ(refusal("a\n1\n2\n", limits), "too_many_rows");
    EXPECT_EQ(refusal("a\n1\n\n\n", limits), "");
}

std::string quoted(const std::string& cell) {
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

RC_GTEST_PROP(CsvProperty, ReadsBackWhatRfc4180Writes, ()) {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', '\r', ' ',
                                                                       ';', '\t', '7'));
    const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
    const auto grid = *rc::gen::container<Grid>(
        rc::gen::container<std::vector<std::string>>(columns, cell));
    std::string text = "h";  // a header settles the delimiter
    for (std::size_t i = 1; i < columns; ++i) text += ",h";
    text += "\r\n";
    Grid wanted;
    for (const auto& row : grid) {
        std::string line;
        bool blank = true;
        for (const auto& content : row) {
            line += (line.empty() ? "" : ",") + quoted(content);
            blank = blank && content.find_first_not_of(" \t\r\n") == std::string::npos;
        }
        text += line + "\r\n";
        if (!blank) wanted.push_back(row);
    }
    auto read = cells_of(text);
    read.erase(read.begin());
    RC_ASSERT(read == wanted);
}

RC_GTEST_PROP(CsvProperty, NeverLosesALineWhateverTheBytes, ()) {
    // Without quotes every line with content is exactly one row, whatever else it holds.
    const auto line = rc::gen::container<std::string>(rc::gen::element('a', ',', 'b', ' ', ';'));
    const auto lines = *rc::gen::container<std::vector<std::string>>(line);
    std::string text = "h,h\n";
    std::size_t wanted = 1;
    for (const auto& content : lines) {
        text += content + "\n";
        if (content.find_first_not_of(" ,") != std::string::npos) ++wanted;
    }
    RC_ASSERT(rows_of(text).size() == wanted);
}

RC_GTEST_PROP(CsvProperty, EndsOnAnyTextWithRisingRowNumbers, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('a', '"', ',', '\n', '\r', ' ', '"'));
    TableLimits limits;
    limits.cell_bytes_max = 8;
    auto reader = CsvReader::open("h" + text, limits);
    RC_ASSERT(reader.has_value());
    std::int64_t last = 0;
    while (true) {
        auto row = reader->next();
        RC_ASSERT(row.has_value());
        if (!*row) break;
        RC_ASSERT((*row)->number > last);
        last = (*row)->number;
    }
}

}  // namespace csv_test
}  // namespace jianghui::imports
