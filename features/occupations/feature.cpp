#include "engine/app/feature.hpp"

#include "features/occupations/endpoints.hpp"
#include "features/occupations/events.hpp"
#include "features/occupations/evidence.hpp"

namespace jianghui::occupations {

app::Feature feature() {
    using app::Role;
    app::Feature feature;
    feature.name = "occupations";
    feature.routes = {
        app::query("GET /occupation-suggestions", app::anybody, "occupations.suggest",
                   {"按岗位名称推荐职业", "Occupations that a title may mean"}, suggest),
        app::command("POST /occupation-choices",
                     {Role::employer, Role::agency, Role::worker, Role::official},
                     "occupations.choose", {"确认岗位名称对应的职业", "Confirm a title's occupation"},
                     choose)
            .changes(),
    };
    feature.followers = {{"occupations.evidence", follow}};
    feature.events = {&occupation_chosen};
    feature.start = start;
    return feature;
}

}  // namespace jianghui::occupations
