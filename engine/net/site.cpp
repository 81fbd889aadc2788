#include "engine/net/site.hpp"

#include <fmt/format.h>

#include "engine/store/store.hpp"

namespace jianghui::net {
namespace {

http::Reply plain_text(std::string body) {
    http::Reply reply;
    reply.content_type = "text/plain; charset=utf-8";
    reply.body = std::move(body);
    return reply;
}

/// Commands that may wait before this server calls itself not ready.
constexpr std::size_t waiting_max = 5'000;

}  // namespace

void Site::handle(http::Request request, Answer answer) {
    const std::string_view path = request.path;
    const bool reads = request.method == http::Method::get || request.method == http::Method::head;
    if (path == "/api/v1/openapi.json" && reads) return answer(openapi(request));
    if (path.rfind("/api/", 0) == 0) return app_.handle(std::move(request), std::move(answer));
    if (!reads) return answer(http::problem(error(http::method_not_allowed), ""));
    if (path == "/healthz") return answer(plain_text("ok\n"));
    if (path == "/readyz") return answer(ready());
    if (path == "/metrics") return answer(metrics());
    answer(file(request));
}

http::Reply Site::openapi(const http::Request&) const {
    http::Reply reply;
    reply.body = app_.openapi();
    reply.headers.emplace_back("cache-control", "no-cache");
    return reply;
}

http::Reply Site::ready() const {
    const auto& store = app_.services().get<store::Store>();
    if (leaving_ || store.figures().waiting > waiting_max)
        return http::problem(error(not_ready), "");
    return plain_text("ready\n");
}

http::Reply Site::metrics() const {
    std::string out = app_.metrics();
    const auto add = [&](std::string_view name, std::string_view type, std::string_view help,
                         std::uint64_t value) {
        out +=
            fmt::format("# HELP {} {}\n# TYPE {} {}\n{} {}\n", name, help, name, type, name, value);
    };
    if (figures_) {
        const Figures now = figures_();
        add("jianghui_connections", "gauge", "Open connections.", now.connections);
        add("jianghui_streams", "gauge", "Open event streams.", now.streams);
        add("jianghui_upload_bytes", "gauge", "Bytes of large request bodies held.",
            now.upload_bytes);
        add("jianghui_connections_total", "counter", "Connections accepted.", now.accepted);
        add("jianghui_connections_turned_away_total", "counter",
            "Connections answered 503 for want of room.", now.turned_away);
        add("jianghui_requests_total", "counter", "Requests read.", now.requests);
        add("jianghui_requests_malformed_total", "counter",
            "Requests refused before they reached a route.", now.malformed);
        add("jianghui_connections_timed_out_total", "counter",
            "Connections closed for being too slow.", now.timed_out);
    }
    http::Reply reply = plain_text(std::move(out));
    reply.content_type = "text/plain; version=0.0.4; charset=utf-8";
    return reply;
}

http::Reply Site::file(const http::Request& request) const {
    if (files_.empty()) return http::problem(error(no_web_app), "");
    if (auto reply = files_.page(request)) return std::move(*reply);
    return http::problem(error(not_found), "");
}

}  // namespace jianghui::net
