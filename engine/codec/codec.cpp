#include "engine/codec/codec.hpp"

namespace jianghui::codec {

Result<json::value> parse(std::string_view text) {
    json::parse_options options;
    options.max_depth = 16;
    boost::system::error_code fault;
    auto value = json::parse(text, fault, {}, options);
    if (fault)
        return refuse(malformed_json, Text{"请求内容不是合法的 JSON（" + fault.message() + "）。",
                                           "The body is not valid JSON (" + fault.message() + ")."});
    return value;
}

json::value parameter_value(std::string_view text, bool number, bool boolean) {
    if (boolean && (text == "true" || text == "false")) return text == "true";
    if (number) {
        std::int64_t value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault == std::errc() && end == text.data() + text.size() && !text.empty()) return value;
    }
    return json::string(text);
}

}  // namespace jianghui::codec
