#include "features/imports/import_command.hpp"

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "features/imports/api.hpp"

namespace jianghui::imports {
namespace {

using Line = String<1, 4000>;

/// What was typed.
struct ImportWords {
    Line file;
    ImportKind kind = ImportKind::demand;
    std::optional<bool> dry_run;
    std::optional<bool> publish;
    std::optional<bool> again;
    std::optional<Line> sheet;
    std::optional<Line> account;
};
BOOST_DESCRIBE_STRUCT(ImportWords, (), (file, kind, dry_run, publish, again, sheet, account))

std::string words_of(const ImportReport& report) {
    const Counts& counts = report.counts;
    std::string out = fmt::format(
        "{} 读取 read，{} 可导入 ready，{} 待选 review，{} 重复 duplicates，{} 拒绝 refused，"
        "{} 已导入 imported\n",
        counts.read, counts.ready, counts.review, counts.duplicates, counts.refused,
        counts.imported);
    for (const auto& row : report.problems) {
        out += fmt::format("{:>6}  {}  {}\n", row.row, codec::enum_text(row.outcome), row.summary);
        for (const auto& fault : row.faults)
            out += fmt::format("        {}  {}\n", fault.message.zh, fault.message.en);
    }
    if (!report.problems_complete) out += "        …\n";
    if (report.failure)
        out += fmt::format("{}\n{}\n", report.failure->message.zh, report.failure->message.en);
    out.pop_back();
    return out;
}

Result<app::Printed> run(app::App& app, const ImportWords& words) {
    ImportFile wanted;
    wanted.path = words.file.text;
    wanted.kind = words.kind;
    wanted.dry_run = words.dry_run.value_or(false);
    wanted.publish = words.publish.value_or(false);
    wanted.again = words.again.value_or(false);
    if (words.sheet) wanted.sheet = words.sheet->text;
    if (words.account) wanted.account = words.account->text;
    TRY(const auto report, import_file(app.services(), wanted));
    return app::Printed{words_of(report), codec::encode(report)};
}

}  // namespace

app::CommandLine import_command() {
    return app::on_command_line(
        "import", "read a list of orders or people (CSV, XLSX, ODS) into the data folder",
        {{.name = "file", .what = "the list", .required = true},
         {.name = "--kind", .what = "demand (orders) or supply (people)", .required = true},
         {.name = "--dry-run", .what = "check everything, write nothing", .flag = true},
         {.name = "--publish", .what = "publish orders that pass the post check", .flag = true},
         {.name = "--again", .what = "although the same file was imported before", .flag = true},
         {.name = "--sheet", .what = "of a spreadsheet; the first with content when not said"},
         {.name = "--account", .what = "to act as; the first system administrator when not said"}},
        run);
}

}  // namespace jianghui::imports
