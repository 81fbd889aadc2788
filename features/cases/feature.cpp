#include "engine/app/feature.hpp"

#include "engine/app/slow_change.hpp"
#include "engine/procedures/looking.hpp"
#include "engine/procedures/reviews.hpp"
#include "features/cases/check.hpp"
#include "features/cases/custody.hpp"
#include "features/cases/delegations.hpp"
#include "features/cases/endpoints.hpp"
#include "features/cases/pdf.hpp"
#include "features/cases/personal_data.hpp"
#include "features/cases/world.hpp"

namespace jianghui::cases {
namespace {

using app::Role;
using procedures::Procedure;

Result<bool> read_files(const app::Services& services) {
    TRY_DO(registers::load_changed(services, procedure_source(services),
                                   services.get<procedures::Catalogue>()));
    return false;
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    registers::follow(reader, events, procedure_source(services),
                      services.get<procedures::Catalogue>());
}

Result<Done> start(app::Services& services) {
    (void)procedures::rules_of(services);
    services.provide<procedures::World>(platform_world(services));
    services.provide(std::make_shared<procedures::Catalogue>());
    services.provide(std::make_shared<procedures::FailedClocks>());
    services.provide(std::make_shared<procedures::SuspectFiles>());
    services.provide(std::make_shared<procedures::FileLooks>());
    TRY_DO(read_files(services));
    return Done{};
}

std::vector<app::Route> routes() {
    const app::Roles sides{Role::employer, Role::agency, Role::worker, Role::official,
                           Role::inspector};
    const app::Roles office{Role::official, Role::inspector};
    constexpr std::size_t upload_max = 24 << 20;  // The parameter case_file_bytes_max says less.
    return {
        app::query("GET /procedures", app::anybody, "procedures.list", {"办事事项", "Procedures"},
                   list_procedures),
        app::query("GET /procedures/{procedure}", app::anybody, "procedures.read",
                   {"查看事项", "Show a procedure"}, show_procedure),
        app::query("GET /cases", sides, "cases.list", {"办件列表", "List cases"}, list_cases),
        app::command("POST /cases", sides, "cases.open", {"发起办件", "Open a case"}, open_case)
            .needs_key()
            .looks_first(look_before_opening),
        app::query("GET /cases/{case_id}", sides, "cases.read", {"查看办件", "Show a case"},
                   show_case),
        app::command("POST /cases/{case_id}/steps/{step}", sides, "cases.take",
                     {"办理一步", "Take a step"}, take_step)
            .changes()
            .looks_first(look_before_step),
        app::secret_change("POST /cases/{case_id}/sealed-values", sides, "cases.open_value",
                           {"查看办件的加密内容", "Open a sealed value of a case"}, 200,
                           open_sealed_value),
        app::command("POST /cases/{case_id}/comments", sides, "cases.comment",
                     {"办件留言", "Comment on a case"}, add_comment),
        app::query("GET /cases/{case_id}/officers", office, "cases.assign",
                   {"可分派的同事", "Who may look after a case"}, list_officers),
        app::command("POST /cases/{case_id}/assignment", office, "cases.assign",
                     {"分派办件", "Assign a case"}, assign_case)
            .changes(),
        app::query("GET /case-delegations", office, "cases.delegate", {"代办列表", "Delegations"},
                   list_delegations),
        app::command("POST /case-delegations", office, "cases.delegate",
                     {"交同事代办", "Hand one's turn to a colleague"}, hand_over)
            .needs_key(),
        app::command("POST /case-delegations/{delegation}/end", office, "cases.delegate",
                     {"提前结束代办", "End a delegation early"}, end_delegation)
            .changes(),
        app::query("GET /case-colleagues", office, "cases.delegate",
                   {"可代办的同事", "To whom a turn may be handed"}, list_colleagues)
            .runs_slow(),
        app::read_upload("POST /case-files", sides, "cases.upload", {"上传文件", "Upload a file"},
                         upload_max, read_file, upload_file),
        app::query("GET /case-files/{file}", sides, "cases.download",
                   {"下载文件", "Download a file"}, download_file)
            .runs_slow(),
        app::query("GET /cases/{case_id}/custody", sides, "cases.custody",
                   {"文件保管链", "Custody of the files"}, show_custody)
            .runs_slow(),
        app::query("GET /cases/{case_id}/custody/{position}/proof", sides, "cases.custody",
                   {"文件保管记录的证明", "Proof of an act on a file"}, prove_custody)
            .runs_slow(),
        app::query("GET /cases/{case_id}/documents/{document}", sides, "cases.documents",
                   {"下载文书", "Download a document"}, download_document)
            .runs_slow(),
        app::query("GET /case-documents/{document}", app::anybody, "cases.check",
                   {"核验文书", "Check a document"}, check_document),
        app::query("GET /case-documents/{document}/proof", app::anybody, "cases.prove",
                   {"文书的证明", "Proof that a document was issued"}, prove_document)
            .runs_slow(),
        app::query("GET /case-timeliness", office, "cases.timeliness",
                   {"办件时效", "Timeliness of cases"}, show_timeliness)
            .runs_slow(),
    };
}

std::vector<const ErrorCode*> errors() {
    using namespace procedures;  // NOLINT: the whole catalogue of the engine
    return {&procedure_unknown, &opener_not_allowed, &case_place_unknown, &procedures::case_closed,
            &case_moved_on, &step_unknown, &step_not_now, &step_not_yours, &four_eyes,
            &step_reason_missing, &subject_missing, &organisation_not_verified, &entry_not_in_force,
            &entry_stands_against, &case_open_already, &step_too_early, &value_refused, &recusal, &file_type_unknown,
            &procedures::file_too_large, &case_file_empty, &files_waiting, &file_unknown,
            &file_altered, &file_forgotten, &officer_elsewhere, &case_files_full, &evidence_missing,
            &delegation_scope, &delegation_period, &delegation_overlaps, &delegation_not_yours,
            &delegation_onward, &delegation_missing, &delegation_not_begun, &delegation_over,
            &delegate_no_second, &delegate_elsewhere};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "cases";
    feature.routes = routes();
    feature.personal_data = personal_data();
    feature.start = start;
    feature.tasks = {{"cases.read_procedures", std::chrono::seconds(5), read_files},
                     {"cases.clocks", std::chrono::seconds(30), ring_clocks},
                     {"cases.suspect_files", std::chrono::seconds(2), note_suspect_files}};
    feature.followers = {{"cases.procedures_in_force", follow}};
    feature.jobs = {{"cases.files", std::chrono::minutes(30), tidy_files}};
    feature.errors = errors();
    feature.errors.push_back(&print_failed);
    feature.events = {&procedures::case_opened, &procedures::case_step_taken,
                      &procedures::case_closed_event, &procedures::case_told,
                      &procedures::case_reminded, &procedures::case_ran_out,
                      &procedures::case_comment_told,
                      &procedures::case_clock_reminder, &procedures::case_clock_ended,
                      &procedures::case_overdue, &procedures::case_assigned,
                      &procedures::case_commented, &procedures::case_file_added,
                      &procedures::case_document_issued, &procedures::case_delegated,
                      &procedures::case_delegation_ended, &procedures::case_reviewed, &procedures::file_uploaded,
                      &procedures::file_bound, &procedures::file_sent, &procedures::file_read,
                      &procedures::file_found_altered, &procedures::file_restored,
                      &procedures::file_forgotten_event, &procedures::case_sealed_read};
    feature.inbox = inbox_sources();
    feature.commands = {definitions::check_command("procedures", check_procedures)};
    return feature;
}

}  // namespace jianghui::cases
