#include "engine/procedures/placeholders.hpp"

namespace jianghui::procedures {

std::vector<std::string> placeholders_of(std::string_view text) {
    std::vector<std::string> names;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto end = text.find('}', at);
        names.emplace_back(end == std::string_view::npos ? "{" : text.substr(at + 1, end - at - 1));
    }
    return names;
}

std::string filled(std::string_view text,
                   const std::function<std::string(std::string_view)>& value_of) {
    std::string out;
    std::size_t done = 0;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', done)) {
        const auto end = text.find('}', at);
        if (end == std::string_view::npos) break;
        out.append(text, done, at - done);
        out += value_of(text.substr(at + 1, end - at - 1));
        done = end + 1;
    }
    out.append(text, done, text.size() - done);
    return out;
}

}  // namespace jianghui::procedures
