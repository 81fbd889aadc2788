#include "features/allocation/json_fault.hpp"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <unordered_set>
#include <vector>

namespace jianghui::allocation {
namespace {

namespace json = boost::json;
using Fault = boost::system::error_code;

/// Keeps the names of the objects that are open, and nothing else.
struct Names {
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    std::vector<std::unordered_set<std::string>> open;
    std::string name;
    bool twice = false;

    bool on_document_begin(Fault&) { return true; }
    bool on_document_end(Fault&) { return true; }
    bool on_object_begin(Fault&) {
        open.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t, Fault&) {
        open.pop_back();
        return true;
    }
    bool on_array_begin(Fault&) { return true; }
    bool on_array_end(std::size_t, Fault&) { return true; }
    bool on_key_part(std::string_view part, std::size_t, Fault&) {
        name += part;
        return true;
    }
    bool on_key(std::string_view rest, std::size_t, Fault& fault) {
        name += rest;
        if (!open.back().insert(name).second) {
            twice = true;
            fault = json::error::syntax;
            return false;
        }
        name.clear();
        return true;
    }
    bool on_string_part(std::string_view, std::size_t, Fault&) { return true; }
    bool on_string(std::string_view, std::size_t, Fault&) { return true; }
    bool on_number_part(std::string_view, Fault&) { return true; }
    bool on_int64(std::int64_t, std::string_view, Fault&) { return true; }
    bool on_uint64(std::uint64_t, std::string_view, Fault&) { return true; }
    bool on_double(double, std::string_view, Fault&) { return true; }
    bool on_bool(bool, Fault&) { return true; }
    bool on_null(Fault&) { return true; }
    bool on_comment_part(std::string_view, Fault&) { return true; }
    bool on_comment(std::string_view, Fault&) { return true; }
};

JsonFault at(std::string_view text, std::size_t place, Text what) {
    const auto before = text.substr(0, place);
    const auto line = before.rfind('\n');
    return {1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            static_cast<int>(line == std::string_view::npos ? place : place - line - 1) + 1, std::move(what)};
}

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text) {
    json::parse_options options;
    options.max_depth = 16;
    json::basic_parser<Names> parser(options);
    Fault fault;
    const auto read = parser.write_some(false, text.data(), text.size(), fault);
    const auto& names = parser.handler();
    if (names.twice) return at(text, read, {"重复：" + names.name, "Named twice: " + names.name});
    if (fault)
        return at(text, read, {"不是合法的 JSON（" + fault.message() + "）。", "Not valid JSON (" + fault.message() + ")."});
    if (read < text.size()) return at(text, read, {"结尾之后还有内容。", "There is more after its end."});
    return std::nullopt;
}

}  // namespace jianghui::allocation
