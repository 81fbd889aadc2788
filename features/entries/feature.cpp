#include "engine/app/feature.hpp"
#include "engine/app/reference_data.hpp"
#include "engine/app/slow_change.hpp"
#include "features/entries/definition_endpoints.hpp"
#include "features/entries/endpoints.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/import_entries.hpp"
#include "features/entries/personal_data.hpp"
#include "features/entries/recognition_endpoints.hpp"

namespace jianghui::entries {
namespace {

using app::Role;
const app::Roles official{Role::official};
const app::Roles parties{Role::employer, Role::agency, Role::worker, Role::official, Role::inspector};

void add_look_up(app::Feature& feature) {
    feature.routes.push_back(app::query("GET /registers", app::anybody, "registers.list",
                                        {"登记簿目录", "List registers"}, list_registers)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /registers/{register_id}", app::anybody,
                                        "registers.read",
                                        {"查看登记簿", "Show a register and its definition"},
                                        show_register)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /registers/{register_id}/entries", app::anybody,
                                        "entries.list", {"查询登记项", "Look entries up"},
                                        list_entries)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /registers/{register_id}/statistics", app::anybody,
                                        "registers.statistics",
                                        {"登记簿统计", "Count a register's entries"}, statistics)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /registers/{register_id}/export", app::anybody,
                                        "entries.export",
                                        {"导出登记项", "Export entries as CSV"}, export_entries)
                                 .runs_slow()
                                 .costs(10));
    feature.routes.push_back(app::query("GET /entries", app::anybody, "entries.list",
                                        {"某一对象的登记项", "Entries about a subject"},
                                        list_of_subject)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /entries/{entry}", app::anybody, "entries.read",
                                        {"查看登记项", "Show an entry"}, show_entry));
    feature.routes.push_back(app::query("GET /entries/{entry}/versions/{version}/proof",
                                        app::anybody, "entries.prove",
                                        {"登记决定的证明", "Proof that a version was made"},
                                        prove_version)
                                 .runs_slow());
}

void add_acts(app::Feature& feature) {
    feature.routes.push_back(app::command("POST /registers/{register_id}/entries", official,
                                          "entries.issue", {"直接登记", "Issue an entry"},
                                          issue_entry));
    feature.routes.push_back(app::command("POST /entries/{entry}/change", official,
                                          "entries.change", {"变更登记项", "Change an entry"},
                                          change_entry)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/suspend", official,
                                          "entries.suspend", {"暂停登记项", "Suspend an entry"},
                                          suspend_entry)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/restore", official,
                                          "entries.restore", {"恢复登记项", "Restore an entry"},
                                          restore_entry)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/revoke", official,
                                          "entries.revoke", {"提议吊销登记项", "Propose to revoke an entry"},
                                          revoke_entry)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/withdraw", official,
                                          "entries.withdraw", {"提议撤销登记项", "Propose to withdraw an entry"},
                                          withdraw_entry)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/proposal/approve", official,
                                          "entries.decide",
                                          {"审批登记操作的提议", "Approve what a colleague proposed"},
                                          approve_proposal)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/proposal/decline", official,
                                          "entries.decide",
                                          {"退回登记操作的提议", "Decline what was proposed"},
                                          decline_proposal)
                                 .changes());
    feature.routes.push_back(app::command("POST /entries/{entry}/end", official, "entries.end",
                                          {"注销或移出登记项", "End an entry"}, end_entry)
                                 .changes());
    feature.routes.push_back(app::secret_change("POST /entries/{entry}/open", parties,
                                                "entries.open",
                                                {"查看加密内容", "Open a sealed value"}, 200,
                                                open_value));
}

void add_import(app::Feature& feature) {
    feature.routes.push_back(app::slow_upload("POST /registers/{register_id}/import", official,
                                              "entries.import",
                                              {"导入登记簿", "Import an authority's own register"},
                                              import_bytes_max, 200, import_entries)
                                 .costs(20));
}

void add_definitions(app::Feature& feature) {
    const app::Roles keepers{Role::official, Role::system_administrator};
    feature.routes.push_back(app::query("GET /definitions", keepers, "definitions.list",
                                        {"定义文件", "List definitions and their faults"},
                                        list_definitions));
    feature.routes.push_back(app::command("POST /definitions/{kind}/{id}/{version}/confirmation",
                                          keepers, "definitions.confirm",
                                          {"确认定义", "Confirm what a definition recalls"}, confirm)
                                 .changes());
}

void add_recognition(app::Feature& feature) {
    feature.routes.push_back(app::query("GET /recognitions", app::anybody, "recognitions.read",
                                        {"互认矩阵", "Where entries of each place count"},
                                        show_recognitions)
                                 .runs_slow());
    feature.routes.push_back(app::query("GET /credit-grades", app::anybody, "credit_grades.read",
                                        {"信用等级对照", "Crosswalk of credit grades"},
                                        show_credit_grades));
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "entries";
    add_look_up(feature);
    add_acts(feature);
    add_import(feature);
    add_definitions(feature);
    add_recognition(feature);
    feature.errors = {&register_not_public,    &register_by_procedure, &listing_by_two, &entry_reason_unfit,
                      &entry_note_missing,     &import_columns_missing, &import_row_refused, &import_bars,
                      &row_subject_unknown,    &row_number_twice,       &row_of_another_place,
                      &row_differs,            &row_ended,              &grades_malformed,
                      &definition_confirmed_already};
    feature.inbox = inbox_sources();
    feature.personal_data = personal_data();
    feature.start = [](app::Services& services) -> Result<Done> {
        TRY(auto grades, CreditGrades::load(services.get<app::ReferenceData>().folder));
        services.provide(std::make_shared<CreditGrades>(std::move(grades)));
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::entries
