#include "features/imports/csv_writer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/imports/csv.hpp"

namespace jianghui::imports {
namespace {

std::string written(const std::vector<std::string>& cells) {
    std::string out;
    append_csv_row(out, cells);
    return out;
}

TEST(CsvWriter, QuotesWhatNeedsIt) {
    EXPECT_EQ(written({"a", "b,c", "d\"e", "f\ng", ""}), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
}

TEST(CsvWriter, DefusesFormulas) {
    EXPECT_EQ(written({"=1+1", "@SUM(A1)", "+cmd|'/c calc'", "-x"}),
              "'=1+1,'@SUM(A1),'+cmd|'/c calc','-x\r\n");
    EXPECT_EQ(written({"＝1＋1", "＠SUM(A1)", "\r=1+1", "\n=1+1"}),
              "'＝1＋1,'＠SUM(A1),\"'\r=1+1\",\"'\n=1+1\"\r\n");
    EXPECT_EQ(written({"-5", "+3.5", "2026-03-01"}), "-5,+3.5,2026-03-01\r\n");
}

RC_GTEST_PROP(CsvWriterProperty, IsReadBack, ()) {
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', '"', ',', '\n', ' ', '7'));
    auto cells = *rc::gen::container<std::vector<std::string>>(3, cell);
    cells[0] += "x";  // a row with content
    auto reader = CsvReader::open("h,h,h\r\n" + written(cells), {});
    RC_ASSERT(reader.has_value());
    RC_ASSERT(reader->next().has_value());
    const auto row = reader->next();
    RC_ASSERT(row.has_value() && row->has_value());
    RC_ASSERT((*row)->cells == cells);
}

}  // namespace
}  // namespace jianghui::imports
