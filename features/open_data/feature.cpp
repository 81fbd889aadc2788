#include "engine/app/feature.hpp"

#include "engine/app/reference_data.hpp"
#include "features/open_data/endpoints.hpp"
#include "features/open_data/publishing.hpp"

namespace jianghui::open_data {
namespace {

std::vector<app::Route> routes() {
    return {
        app::query("GET /open-data", app::anybody, "open_data.list", {"开放数据目录", "Open data"},
                   list_tables),
        app::query("GET /open-data/catalogue.jsonld", app::anybody, "open_data.catalogue",
                   {"机器可读目录（DCAT）", "The catalogue for machines (DCAT)"}, show_catalogue)
            .runs_slow(),
        app::query("GET /open-data/{table}", app::anybody, "open_data.read",
                   {"一张表的元数据", "Metadata of a table"}, show_table),
        app::query("GET /open-data/{table}/csv", app::anybody, "open_data.download",
                   {"最新版本（CSV）", "The newest version as CSV"}, newest_csv)
            .runs_slow(),
        app::query("GET /open-data/{table}/json", app::anybody, "open_data.download",
                   {"最新版本（JSON）", "The newest version as JSON"}, newest_json)
            .runs_slow(),
        app::query("GET /open-data/{table}/versions", app::anybody, "open_data.read",
                   {"一张表的各个版本", "Versions of a table"}, list_versions),
        app::query("GET /open-data/{table}/versions/{version}/csv", app::anybody,
                   "open_data.download", {"某一版本（CSV），永不改变", "A version as CSV, for ever"},
                   version_csv)
            .runs_slow(),
        app::query("GET /open-data/{table}/versions/{version}/json", app::anybody,
                   "open_data.download", {"某一版本（JSON），永不改变", "A version as JSON, for ever"},
                   version_json)
            .runs_slow(),
    };
}

Result<Done> start(app::Services& services) {
    TRY(auto kinds, Kinds::load(services.get<app::ReferenceData>().folder));
    services.provide(std::make_shared<Kinds>(std::move(kinds)));
    services.provide(std::make_shared<Looked>());
    return Done{};
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "open_data";
    feature.routes = routes();
    feature.jobs = {{"open_data.publish", Milliseconds(1000), publish_next}};
    feature.tasks = {{"open_data.look", std::chrono::minutes(10), look_at_next}};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::open_data
