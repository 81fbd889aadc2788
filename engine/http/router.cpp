#include "engine/http/http.hpp"

namespace jianghui::http {
namespace {

/// The next segment of a path, which is taken off.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);  // '/'
    const auto end = path.find('/');
    const std::string_view segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    return segment;
}

}  // namespace

void Router::add(Method method, std::string_view pattern, std::size_t route) {
    Node* node = &root_;
    while (!pattern.empty()) {
        const std::string_view segment = take_segment(pattern);
        if (segment.front() == '{') {
            const std::string name(segment.substr(1, segment.size() - 2));
            if (!node->any) {
                node->any = std::make_unique<Node>();
                node->parameter = name;
            }
            ASSERT(node->parameter == name);
            node = node->any.get();
            continue;
        }
        auto& child = node->literals[std::string(segment)];
        if (!child) child = std::make_unique<Node>();
        node = child.get();
    }
    for (const auto& [other, number] : node->routes) ASSERT(other != method);
    node->routes.emplace_back(method, route);
}

Result<Router::Match> Router::find(Method method, std::string_view path) const {
    const Node* node = &root_;
    Match match;
    while (!path.empty()) {
        const std::string_view segment = take_segment(path);
        const Node* next = nullptr;
        if (const auto found = node->literals.find(segment); found != node->literals.end())
            next = found->second.get();
        if (next == nullptr && node->any && !segment.empty()) {
            match.parameters.emplace_back(node->parameter, segment);
            next = node->any.get();
        }
        if (next == nullptr) return refuse(no_such_path);
        node = next;
    }
    if (node->routes.empty()) return refuse(no_such_path);
    const Method wanted = method == Method::head ? Method::get : method;
    for (const auto& [other, route] : node->routes) {
        if (other == wanted) {
            match.route = route;
            return match;
        }
    }
    return refuse(method_not_allowed);
}

}  // namespace jianghui::http
