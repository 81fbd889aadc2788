#include "engine/app/feature.hpp"
#include "features/inbox/endpoints.hpp"
#include "features/inbox/personal_data.hpp"

namespace jianghui::inbox {

app::Feature feature() {
    app::Feature feature;
    feature.name = "inbox";
    feature.routes = {
        app::query("GET /inbox", app::signed_in, "inbox.read", {"我的待办", "What waits for me"},
                   list_inbox),
        app::query("GET /notices", app::signed_in, "notices.list", {"我的通知", "My notices"},
                   list_notices),
        app::command("POST /notices/{notice}/read", app::signed_in, "notices.read",
                     {"标为已读", "Mark a notice as read"}, read_notice)
            .changes(),
    };
    feature.start = [](app::Services& services) -> Result<Done> {
        services.provide(std::make_shared<ToldNext>());
        return Done{};
    };
    feature.jobs = {{"inbox.notices", Milliseconds(500), write_notices}};
    feature.personal_data = personal_data();
    return feature;
}

}  // namespace jianghui::inbox
