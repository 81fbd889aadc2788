#include "features/imports/xlsx.hpp"

#include <cstdio>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <xlsxwriter.h>

#include "features/imports/archive_for_test.hpp"
#include "features/imports/xlsx_parts.hpp"

namespace jianghui::imports {
namespace {

using Rows = std::vector<TableRow>;

struct Opened {
    std::string refusal;
    TableForm form;
    Rows rows;
};

Opened open_all(const std::string& bytes, const TableOptions& options = {}) {
    Opened opened;
    auto table = open_table(bytes, options);
    if (!table) return {table.error().code, {}, {}};
    opened.form = (*table)->form();
    while (true) {
        auto row = (*table)->next();
        if (!row) return {row.error().code, {}, {}};
        if (!*row) return opened;
        opened.rows.push_back(**row);
    }
}

/// A workbook as libxlsxwriter makes it.
template <class F>
std::string written(F&& fill, bool inline_strings = false) {
    const std::string path = ::testing::TempDir() + "jianghui_xlsx_test.xlsx";
    lxw_workbook_options options{};
    options.constant_memory = inline_strings ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    fill(book);
    EXPECT_EQ(workbook_close(book), LXW_NO_ERROR);
    std::ifstream in(path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    std::remove(path.c_str());
    return bytes.str();
}

lxw_format* number_format(lxw_workbook* book, const char* code) {
    lxw_format* format = workbook_add_format(book);
    format_set_num_format(format, code);
    return format;
}

TEST(Xlsx, ShowsCellsAsPeopleSeeThem) {
    const auto opened = open_all(written([](lxw_workbook* book) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, "需求");
        worksheet_write_string(sheet, 0, 0, "公司名称", nullptr);
        worksheet_write_string(sheet, 1, 0, "甲 <&> \"乙\"\n公司", nullptr);
        worksheet_write_number(sheet, 1, 1, 46082, number_format(book, "yyyy\"年\"m\"月\"d\"日\""));
        worksheet_write_number(sheet, 1, 2, 3.5, number_format(book, "0.0\"万\""));
        worksheet_write_number(sheet, 1, 3, 20, nullptr);
        worksheet_write_formula_num(sheet, 1, 4, "=D2*2", nullptr, 40);
        worksheet_write_formula_str(sheet, 1, 5, "=\"白\"&\"班\"", nullptr, "白班");
        worksheet_write_boolean(sheet, 1, 6, 1, nullptr);
    }));
    EXPECT_EQ(opened.refusal, "");
    EXPECT_EQ(opened.form.format, "xlsx");
    EXPECT_EQ(opened.form.sheet, "需求");
    ASSERT_EQ(opened.rows.size(), 2U);
    EXPECT_EQ(opened.rows[1].number, 2);
    EXPECT_EQ(opened.rows[1].cells,
              (std::vector<std::string>{"甲 <&> \"乙\"\n公司", "2026-03-01", "3.5万", "20", "40",
                                        "白班", "TRUE"}));
}

TEST(Xlsx, ReadsInlineStringsAndRichText) {
    const auto plain = open_all(written(
        [](lxw_workbook* book) {
            lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
            worksheet_write_string(sheet, 0, 0, "内联", nullptr);
        },
        true));
    ASSERT_EQ(plain.rows.size(), 1U);
    EXPECT_EQ(plain.rows[0].cells[0], "内联");
    const auto rich = open_all(written([](lxw_workbook* book) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        lxw_rich_string_tuple first{nullptr, const_cast<char*>("富")};
        lxw_rich_string_tuple second{workbook_add_format(book), const_cast<char*>("文本")};
        lxw_rich_string_tuple* parts[] = {&first, &second, nullptr};
        worksheet_write_rich_string(sheet, 0, 0, parts, nullptr);
    }));
    ASSERT_EQ(rich.rows.size(), 1U);
    EXPECT_EQ(rich.rows[0].cells[0], "富文本");
}

TEST(Xlsx, RepeatsMergedCellsDownwardsWhereARowHasContent) {
    const auto opened = open_all(written([](lxw_workbook* book) {
        lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
        worksheet_merge_range(sheet, 0, 0, 2, 0, "甲公司", nullptr);
        worksheet_write_string(sheet, 0, 1, "包装工", nullptr);
        worksheet_write_string(sheet, 2, 1, "质检员", nullptr);
    }));
    ASSERT_EQ(opened.rows.size(), 2U);
    EXPECT_EQ(opened.rows[1].number, 3);
    EXPECT_EQ(opened.rows[1].cells, (std::vector<std::string>{"甲公司", "质检员"}));
}

TEST(Xlsx, TakesTheFirstVisibleSheetWithContentOrTheNamedOne) {
    const auto bytes = written([](lxw_workbook* book) {
        workbook_add_worksheet(book, "空表");
        lxw_worksheet* hidden = workbook_add_worksheet(book, "隐藏");
        worksheet_write_number(hidden, 0, 0, 1, nullptr);
        worksheet_hide(hidden);
        worksheet_write_number(workbook_add_worksheet(book, "数据"), 0, 0, 2, nullptr);
        worksheet_write_number(workbook_add_worksheet(book, "更多"), 0, 0, 3, nullptr);
    });
    const auto first = open_all(bytes);
    EXPECT_EQ(first.form.sheet, "数据");
    EXPECT_EQ(first.form.other_sheets, (std::vector<std::string>{"空表", "隐藏", "更多"}));
    EXPECT_EQ(open_all(bytes, {{}, "更多"}).rows.at(0).cells.at(0), "3");
    EXPECT_EQ(open_all(bytes, {{}, "空表"}).refusal, "file_empty");
    const auto table = open_table(bytes, {{}, "没有"});
    ASSERT_FALSE(table.has_value());
    EXPECT_EQ(table.error().code, "sheet_unknown");
    EXPECT_EQ(table.error().nearest.size(), 4U);
}

std::string sheet_with(const std::string& rows) {
    using testing::zip;
    return zip({{"_rels/.rels",
                 "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
                 "Target=\"xl/workbook.xml\"/></Relationships>"},
                {"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" "
                                    "r:id=\"a\"/></sheets></workbook>"},
                {"xl/_rels/workbook.xml.rels",
                 "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" "
                 "Target=\"worksheets/s.xml\"/></Relationships>"},
                {"xl/worksheets/s.xml",
                 "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

TEST(Xlsx, ReadsCellsWithoutNamesInOrder) {
    const auto opened = open_all(sheet_with(
        "<row><c><v>1</v></c><c t=\"str\"><v>b</v></c></row><row r=\"5\"><c><v>2</v></c></row>"));
    ASSERT_EQ(opened.rows.size(), 2U);
    EXPECT_EQ(opened.rows[0].cells, (std::vector<std::string>{"1", "b"}));
    EXPECT_EQ(opened.rows[1].number, 5);
}

TEST(Xlsx, LeavesPhoneticGuidesOut) {
    const auto opened = open_all(sheet_with(
        "<row><c t=\"inlineStr\"><is><t>宜宾</t><rPh><t>yibin</t></rPh></is></c></row>"));
    EXPECT_EQ(opened.rows.at(0).cells.at(0), "宜宾");
}

TEST(Xlsx, IsNotFooledByFarCells) {
    EXPECT_EQ(open_all(sheet_with("<row r=\"2000000\"><c><v>1</v></c></row>")).refusal,
              "sheet_too_large");
    const auto wide = open_all(sheet_with("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"));
    ASSERT_EQ(wide.rows.size(), 1U);
    EXPECT_EQ(wide.rows[0].fault->code, "too_many_columns");
}

TEST(Xlsx, EnforcesItsLimits) {
    TableOptions options;
    options.limits.cells_max = 2;
    const std::string three = "<row><c><v>1</v></c></row><row><c><v>2</v></c></row>"
                              "<row><c><v>3</v></c></row>";
    EXPECT_EQ(open_all(sheet_with(three), options).refusal, "sheet_too_large");
    options.limits.cells_max = 10;
    options.limits.rows_max = 2;
    EXPECT_EQ(open_all(sheet_with(three), options).refusal, "too_many_rows");
    options.limits.rows_max = 10;
    options.limits.cell_bytes_max = 3;
    const auto opened =
        open_all(sheet_with("<row><c t=\"str\"><v>long text</v></c></row>"), options);
    ASSERT_EQ(opened.rows.size(), 1U);
    EXPECT_EQ(opened.rows[0].fault->code, "cell_too_long");
}

TEST(Xlsx, ASharedTextIsNotMultipliedBeyondTheLimit) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += "<row><c t=\"str\"><v>" + std::string(100, 'x') + "</v></c></row>";
    TableOptions options;
    options.limits.unpacked_bytes_max = 15'000;
    EXPECT_EQ(open_all(sheet_with(rows), options).refusal, "");
    rows += "<mergeCells><mergeCell ref=\"A1:A1048576\"/></mergeCells>";
    EXPECT_EQ(open_all(sheet_with(rows), options).refusal, "");
}

TEST(Xlsx, RefusesWhatIsNoSpreadsheet) {
    using testing::zip;
    EXPECT_EQ(open_all(zip({{"readme.xml", "<a/>"}})).refusal, "table_unreadable");
    EXPECT_EQ(open_all(sheet_with("<row><c>")).refusal, "table_unreadable");
    EXPECT_EQ(open_all(sheet_with("<row><c></row></c>")).refusal, "table_unreadable");
    EXPECT_EQ(open_all("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").refusal, "old_excel_file");
    EXPECT_EQ(open_all(sheet_with("")).refusal, "file_empty");
    EXPECT_EQ(open_all(zip({{"content.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"}})).refusal,
              "table_unreadable");
}

std::string ods(const std::string& tables) {
    return testing::zip(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
         {"content.xml", "<office:document-content><office:body><office:spreadsheet>" + tables +
                             "</office:spreadsheet></office:body></office:document-content>"}});
}

TEST(Ods, ShowsCellsAsPeopleSeeThem) {
    const auto opened = open_all(
        ods("<table:table table:name=\"空\"/><table:table table:name=\"需求\"><table:table-row>"
            "<table:table-cell office:value-type=\"string\"><text:p>岗位</text:p></table:table-cell>"
            "<table:table-cell table:number-columns-repeated=\"2\"><text:p>a<text:s text:c=\"2\"/>b"
            "</text:p><text:p>c</text:p></table:table-cell>"
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-01T08:30:00\">"
            "<office:annotation><text:p>note</text:p></office:annotation><text:p>26年3月</text:p>"
            "</table:table-cell></table:table-row>"
            "<table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell "
            "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"));
    EXPECT_EQ(opened.refusal, "");
    EXPECT_EQ(opened.form.format, "ods");
    EXPECT_EQ(opened.form.sheet, "需求");
    ASSERT_EQ(opened.rows.size(), 1U);
    EXPECT_EQ(opened.rows[0].cells, (std::vector<std::string>{"岗位", "a  b\nc", "a  b\nc",
                                                              "2026-03-01 08:30:00"}));
}

TEST(Ods, RepeatedContentIsLimited) {
    const std::string cell = "<table:table-cell table:number-columns-repeated=\"1000000000\">"
                             "<text:p>x</text:p></table:table-cell>";
    const auto opened =
        open_all(ods("<table:table table:name=\"t\"><table:table-row "
                     "table:number-rows-repeated=\"2000000000\">" + cell +
                     "</table:table-row></table:table>"));
    EXPECT_EQ(opened.refusal, "sheet_too_large");
}

TEST(CellName, ReadsA1Names) {
    const auto name = parse_cell_name("BC12");
    ASSERT_TRUE(name.has_value());
    EXPECT_EQ(name->row, 11U);
    EXPECT_EQ(name->column, 54U);
    for (const auto* bad : {"", "12", "A", "A0", "a1", "ABCD1", "A1B", "A99999999999999999999"})
        EXPECT_FALSE(parse_cell_name(bad).has_value()) << bad;
}

RC_GTEST_PROP(XlsxProperty, AnyDamageToASheetIsReadOrRefused, ()) {
    const std::string good = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&amp;b</t></is></c>"
                             "<c r=\"B1\" s=\"1\"><v>46082</v></c></row><!-- c --><?p q=\"1\"?>";
    std::string rows = good;
    const auto count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, rows.size());
        switch (*rc::gen::inRange(0, 3)) {
            case 0: rows[at] = *rc::gen::element('<', '>', '/', '"', '&', '=', '!', '?', ' '); break;
            case 1: rows.erase(at, 1); break;
            default: rows.insert(at, 1, *rc::gen::element('<', '>', '/', '"', '&', '[', '-')); break;
        }
        if (rows.empty()) break;
    }
    (void)open_all(sheet_with(rows));  // the sanitizers judge
}

}  // namespace
}  // namespace jianghui::imports
