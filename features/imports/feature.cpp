#include "engine/app/feature.hpp"
#include "features/imports/archive.hpp"
#include "features/imports/endpoints.hpp"
#include "features/imports/errors.hpp"
#include "features/imports/events.hpp"
#include "features/imports/import_command.hpp"
#include "features/imports/inbox.hpp"
#include "features/imports/personal_data.hpp"
#include "features/imports/tables_lookup.hpp"
#include "features/imports/text_encoding.hpp"
#include "features/imports/work.hpp"
#include "features/imports/xlsx.hpp"

namespace jianghui::imports {

app::Feature feature() {
    using app::Role;
    const app::Roles importers{Role::employer, Role::agency, Role::official};
    app::Feature feature;
    feature.name = "imports";
    feature.routes = {
        upload_route(),
        app::query("GET /imports", importers, "imports.list", {"我的导入", "My imports"}, list_all),
        app::query("GET /imports/template", importers, "imports.template",
                   {"下载名单模板", "Download a template"}, list_template),
        app::query("GET /imports/{import}", importers, "imports.read",
                   {"查看导入进度", "Show an import"}, show),
        app::query("GET /imports/{import}/rows", importers, "imports.rows",
                   {"查看导入的各行", "Rows of an import"}, rows),
        app::command("POST /imports/{import}/rows/{row}/choose", importers, "imports.choose",
                     {"为一行选择职业，或保留重复行", "Choose for a row"}, choose)
            .changes(),
        app::command("POST /imports/{import}/apply", importers, "imports.apply",
                     {"正式导入", "Import what is ready"}, apply)
            .changes(),
        app::query("GET /imports/{import}/errors.csv", importers, "imports.errors",
                   {"下载未导入的各行", "Download what was not imported"}, errors_csv)
            .runs_slow(),
    };
    feature.jobs = {{"imports.read", Milliseconds(0), read_lists},
                    {"imports.apply", Milliseconds(0), apply_lists},
                    {"imports.forget", std::chrono::hours(24), forget_old_rows}};
    feature.errors = {&import_repeated,   &too_many_imports,  &import_not_ready,
                      &row_not_open,      &choice_missing,    &reading_interrupted,
                      &file_empty,        &too_many_rows,     &old_excel_file,
                      &unknown_encoding,  &damaged_utf8,      &archive_damaged,
                      &archive_encrypted, &archive_too_large, &archive_ratio,
                      &sheet_unknown,     &sheet_too_large,   &table_unreadable,
                      &columns_missing,   &employer_unknown,  &employer_elsewhere,
                      &employer_not_yours};
    feature.events = {&import_uploaded, &import_read, &import_applied};
    feature.commands = {import_command()};
    feature.personal_data = personal_data();
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<Workbench>());
        return Done{};
    };
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::imports
