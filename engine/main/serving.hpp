#pragma once
// The program behind sockets: what `serve` and `bench` have in common.

#include <memory>
#include <string>
#include <vector>

#include "engine/main/composition.hpp"
#include "engine/net/site.hpp"

namespace jianghui::main {

/// Where files larger than `body_max` are sent, by the routes that take them: "/api/v1/pay-surveys" of
/// "POST /pay-surveys/{survey}/frame". In the order of their letters.
[[nodiscard]] std::vector<std::string> upload_prefixes(const std::vector<app::Feature>& features,
                                                       std::size_t body_max);

class Serving {
  public:
    /// Listens, also for large bodies at the program's `upload_prefixes`, and begins the background
    /// work. Fails as net::Server::start does.
    [[nodiscard]] static Result<std::unique_ptr<Serving>> start(
        std::unique_ptr<Composition> program, net::StaticFiles files, net::Settings settings);
    /// Stops at once if stop() was not called.
    ~Serving() = default;
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    /// Says 503 at /readyz and lets what runs finish (at most 10 s).
    void stop();

  private:
    Serving(std::unique_ptr<Composition> program, net::StaticFiles files)
        : program_(std::move(program)), site_(program_->app(), std::move(files)) {}

    std::unique_ptr<Composition> program_;
    net::Site site_;
    std::unique_ptr<net::Server> server_;
};

}  // namespace jianghui::main
