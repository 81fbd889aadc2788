#include "features/imports/inbox.hpp"

#include <fmt/format.h>

#include "features/imports/store.hpp"

namespace jianghui::imports {
namespace {

std::vector<app::Waiting> ready_lists(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : list(query.db, query.caller, std::nullopt, limit)) {
        if (row.status != ImportStatus::ready) continue;
        const bool review = row.review > 0;
        waiting.push_back(
            {review ? "import.review" : "import.apply",
             review ? Text{fmt::format("{} 行待选择：{}", row.review, row.filename),
                           fmt::format("{} rows to choose: {}", row.review, row.filename)}
                    : Text{"待正式导入：" + row.filename, "Ready to import: " + row.filename},
             "import",
             row.id.number,
             std::nullopt,
             row.changed_at,
             "/desk/imports/" + row.id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"imports.ready", {Role::employer, Role::agency, Role::official}, ready_lists}};
}

}  // namespace jianghui::imports
