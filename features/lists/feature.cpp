#include "engine/app/slow_change.hpp"

#include "features/lists/endpoints.hpp"
#include "features/lists/errors.hpp"
#include "features/lists/events.hpp"

namespace jianghui::lists {
namespace {

std::vector<app::Route> routes() {
    const app::Roles officials{app::Role::official};
    return {
        app::query("GET /lists", app::anybody, "lists.list", {"供需清单", "Lists"}, list_lists),
        app::query("GET /lists/published", app::anybody, "lists.follow",
                   {"按发布次序读清单", "Lists in the order of publication"}, follow_lists),
        app::query("GET /lists/{list}", app::anybody, "lists.read", {"查看清单", "Show a list"},
                   show_list),
        app::query("GET /lists/{list}/lines", app::anybody, "lists.lines",
                   {"清单的行", "Lines of a list"}, list_lines),
        app::query("GET /lists/{list}/changes", app::anybody, "lists.changes",
                   {"与上一版比较", "What changed since the last version"}, show_changes),
        app::query("GET /lists/{list}/lines/{line}/records", app::anybody, "lists.records",
                   {"一行的明细", "What a line was counted from"}, list_line_records)
            .runs_slow(),
        app::query("GET /lists/{list}/file", app::anybody, "lists.download",
                   {"下载清单", "Download a list"}, download_list)
            .runs_slow()
            .costs(25),
        app::slow_change("POST /lists", officials, "lists.compile", {"编制清单", "Compile a list"}, 201,
                         compile_list),
        app::slow_change("POST /lists/{list}/compile", officials, "lists.compile",
                         {"重新编制", "Compile a list anew"}, 200, compile_anew),
        app::command("POST /lists/{list}/submit", officials, "lists.submit",
                     {"送审", "Submit a list"}, submit_list)
            .changes(),
        app::command("POST /lists/{list}/send-back", officials, "lists.freeze",
                     {"退回清单", "Send a list back"}, send_list_back)
            .changes(),
        app::command("POST /lists/{list}/freeze", officials, "lists.freeze",
                     {"定稿", "Freeze a list"}, freeze_list)
            .changes(),
        app::command("POST /lists/{list}/publish", officials, "lists.publish",
                     {"发布清单", "Publish a list"}, publish_list)
            .changes(),
    };
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "lists";
    feature.routes = routes();
    feature.errors = {&list_status_conflict, &list_four_eyes, &list_open_already, &list_elsewhere,
                      &list_period_not_over, &list_empty, &list_place_joined, &list_told_otherwise,
                      &line_merged, &list_file_failed};
    feature.events = {&list_compiled, &list_submitted, &list_returned, &list_frozen,
                      &list_published};
    feature.inbox = inbox_sources();
    return feature;
}

}  // namespace jianghui::lists
