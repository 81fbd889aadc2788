// What waits: catalogues for a second official, opinions of experts, warnings to decide and to act on.

#include "features/shortages/endpoints.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

std::vector<app::Waiting> catalogues(const app::Query& query, int limit) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<CatalogueRow>(
             sql::catalogues_waiting,
             store::arguments("region", access::region_acted_on(query.caller), "place_from", from,
                              "place_to", to, "account", query.caller.account, "limit", limit)))
        waiting.push_back({"shortage.review",
                           {"待审核发布：急需紧缺人才目录 " + row.period,
                            "Shortage catalogue to be published: " + row.period},
                           "shortage_catalogue", row.id.number, std::nullopt, row.changed_at,
                           "/desk/shortages/" + row.id.text()});
    return waiting;
}

std::vector<app::Waiting> asked(const app::Query& query, int limit) {
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<CatalogueRow>(
             sql::catalogues_asked,
             store::arguments("account", query.caller.account, "limit", limit)))
        waiting.push_back({"shortage.opinion",
                           {"请您评审：急需紧缺人才目录 " + row.period,
                            "Your opinion is asked: shortage catalogue " + row.period},
                           "shortage_catalogue", row.id.number, std::nullopt, row.changed_at,
                           "/desk/shortages/" + row.id.text()});
    return waiting;
}

std::string level_word(Level level) {
    switch (level) {
        case Level::red: return "红色";
        case Level::orange: return "橙色";
        default: return "黄色";
    }
}

std::vector<app::Waiting> warnings(const app::Query& query, int limit) {
    const auto& tables = query.services.get<codes::Tables>();
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<app::Waiting> waiting;
    for (const auto& row : query.db.all<WarningRow>(
             sql::warnings_waiting,
             store::arguments("place_from", from, "place_to", to, "limit", limit))) {
        const bool decide = row.status == WarningStatus::computed;
        const std::string what = tables.place_or_region_name(row.city) + " " +
                                 occupation_name(tables, row.occupation);
        waiting.push_back({decide ? "shortage.decide" : "shortage.act",
                           {level_word(row.level) + "紧缺预警" + (decide ? "待签发：" : "待处置：") + what,
                            (decide ? "Shortage warning to decide: " : "Shortage warning to act on: ") +
                                what},
                           "shortage_warning", row.id.number, row.due_at,
                           row.decided_at.value_or(row.computed_at),
                           "/desk/shortage-warnings/" + row.id.text()});
    }
    return waiting;
}

}  // namespace

std::vector<app::InboxSource> inbox_sources() {
    using app::Role;
    return {{"shortages.catalogues", {Role::official}, catalogues},
            {"shortages.asked",
             {Role::official, Role::inspector, Role::agency, Role::employer},
             asked},
            {"shortages.warnings", {Role::official}, warnings}};
}

}  // namespace jianghui::shortages
