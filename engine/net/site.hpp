#pragma once
// The whole server seen by path: /api/v1 goes to the app, /healthz, /readyz and /metrics to the
// operator, everything else to the web app's files.

#include <atomic>
#include <functional>
#include <string>

#include "engine/app/app.hpp"
#include "engine/net/net.hpp"
#include "engine/net/static_files.hpp"

namespace jianghui::net {

inline constexpr ErrorCode no_web_app{
    "no_web_app", Kind::not_found,
    "此服务器没有网页文件：请先运行 ui/build.sh，再用 --web 指定文件夹。",
    "This server has no web app: run ui/build.sh and name the folder with --web."};
inline constexpr ErrorCode not_ready{"not_ready", Kind::unavailable, "服务器尚未就绪或正在停止。",
                                     "The server is not ready yet, or is stopping."};

class Site {
  public:
    /// `app` must live as long as the site.
    Site(app::App& app, StaticFiles files) : app_(app), files_(std::move(files)) {}

    /// Answers any request; see Handler.
    void handle(http::Request request, Answer answer);
    /// What /metrics tells beside the app's own figures.
    void measure_with(std::function<Figures()> figures) { figures_ = std::move(figures); }
    /// From now on /readyz says 503, so that a load balancer sends nobody any more.
    void leave() { leaving_ = true; }

  private:
    [[nodiscard]] http::Reply openapi(const http::Request& request) const;
    [[nodiscard]] http::Reply ready() const;
    [[nodiscard]] http::Reply metrics() const;
    [[nodiscard]] http::Reply file(const http::Request& request) const;

    app::App& app_;
    StaticFiles files_;
    std::function<Figures()> figures_;
    std::atomic<bool> leaving_{false};
};

}  // namespace jianghui::net
