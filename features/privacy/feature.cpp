#include "engine/app/slow_change.hpp"
#include "features/privacy/endpoints.hpp"
#include "features/privacy/erasing.hpp"
#include "features/privacy/errors.hpp"

namespace jianghui::privacy {

app::Feature feature() {
    using app::Role;
    const app::Roles herself{Role::worker};
    app::Feature feature;
    feature.name = "privacy";
    feature.routes = {
        app::slow_change("POST /people/{person}/personal-data-copy", herself, "privacy.copy",
                         {"复制我的全部信息", "Everything that is held about me"}, 200, make_copy)
            .costs(2 * app::tokens_of_a_password),
        app::query("GET /people/{person}/erasure", herself, "privacy.erase",
                   {"删除我的信息：会怎样", "What erasing my data would do"}, preview_erasure)
            .runs_slow(),
        app::slow_change("POST /people/{person}/erasure", herself, "privacy.erase",
                         {"删除我的信息并注销账号", "Erase my data and close my account"}, 200,
                         erase_herself)
            .costs(app::tokens_of_a_password),
        app::query("GET /people/{person}/personal-data-requests", herself, "privacy.requests",
                   {"我的复制记录", "Copies that I asked for"}, own_requests),
        app::query("GET /personal-data-requests",
                   {Role::official, Role::inspector, Role::audit_administrator},
                   "privacy.list_requests",
                   {"个人信息复制和删除记录", "Copies and erasures that people asked for"},
                   list_requests),
    };
    feature.jobs = {{"privacy.end_retention", std::chrono::hours(6), end_retention}};
    feature.errors = {&erasure_hindered, &nothing_kept};
    feature.events = {&copy_made, &person_erased, &kept_opened, &kept_ended};
    feature.commands = commands();
    return feature;
}

}  // namespace jianghui::privacy
