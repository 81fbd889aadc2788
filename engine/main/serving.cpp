#include "engine/main/serving.hpp"

namespace jianghui::main {

Result<std::unique_ptr<Serving>> Serving::start(std::unique_ptr<Composition> program,
                                                net::StaticFiles files, net::Settings settings) {
    std::unique_ptr<Serving> made(new Serving(std::move(program), std::move(files)));
    net::Site& site = made->site_;
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
