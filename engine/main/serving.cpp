#include "engine/main/serving.hpp"

#include <set>

namespace jianghui::main {

std::vector<std::string> upload_prefixes(const std::vector<app::Feature>& features,
                                         std::size_t body_max) {
    std::set<std::string> found;
    for (const auto& feature : features)
        for (const auto& route : feature.routes)
            if (route.raw_body && route.body_max > body_max)
                found.insert("/api/v1" + route.path.substr(0, route.path.find("/{")));
    return {found.begin(), found.end()};
}

Result<std::unique_ptr<Serving>> Serving::start(std::unique_ptr<Composition> program,
                                                net::StaticFiles files, net::Settings settings) {
    std::unique_ptr<Serving> made(new Serving(std::move(program), std::move(files)));
    net::Site& site = made->site_;
    // Pages read the program's day from its replies: under --as-of it is not the browser's.
    settings.now = [clock = &made->program_->services().get<Clock>()] { return clock->now(); };
    settings.limits.upload_prefixes =
        upload_prefixes(made->program_->app().features(), settings.limits.body_max);
    TRY(made->server_,
        net::Server::start(std::move(settings), [&site](http::Request request, net::Answer answer) {
            site.handle(std::move(request), std::move(answer));
        }));
    site.measure_with([server = made->server_.get()] { return server->figures(); });
    made->program_->app().start_background();
    return made;
}

void Serving::stop() {
    site_.leave();
    server_->stop();
}

}  // namespace jianghui::main
