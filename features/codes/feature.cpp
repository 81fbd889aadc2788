#include "engine/app/feature.hpp"
#include "engine/app/reference_data.hpp"
#include "features/codes/endpoints.hpp"
#include "features/codes/tables.hpp"

namespace jianghui::codes {

app::Feature feature() {
    app::Feature feature;
    feature.name = "codes";
    feature.routes = {
        app::query("GET /places", app::anybody, "codes.places", {"行政区划", "Places"},
                   list_places),
        app::query("GET /places/{place}", app::anybody, "codes.places",
                   {"查看行政区划", "Show a place"}, find_place),
        app::query("GET /occupations", app::anybody, "codes.occupations", {"职业", "Occupations"},
                   list_occupations),
        app::query("GET /industries", app::anybody, "codes.industries", {"行业", "Industries"},
                   list_industries),
        app::query("GET /code-tables", app::anybody, "codes.tables", {"代码表", "Code tables"},
                   list_tables),
    };
    feature.errors = {&data_malformed};
    feature.start = [](app::Services& services) -> Result<Done> {
        // Several programs in one process may share what they read.
        if (services.has<Tables>()) return Done{};
        TRY(Tables tables, Tables::load(services.get<app::ReferenceData>().folder));
        services.provide(std::make_shared<Tables>(std::move(tables)));
        return Done{};
    };
    return feature;
}

}  // namespace jianghui::codes
