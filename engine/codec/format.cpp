#include "engine/codec/format.hpp"

#include <array>
#include <cstring>

#include <fmt/format.h>

#include "engine/base/utf8.hpp"

namespace jianghui::codec {

namespace {

/// Where the first byte from `at` on is that must be escaped (below 0x20, quote, backslash): eight bytes at a
/// time, since almost no text has any.
std::size_t next_to_escape(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t tops = 0x8080808080808080;
    // Its top bit says of a byte that it is zero; a byte after a zero one may be said to be too.
    const auto zeros = [](std::uint64_t word) { return (word - ones) & ~word & tops; };
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        const auto below_space = (word - ones * 0x20) & ~word & tops;
        if ((below_space | zeros(word ^ ones * '"') | zeros(word ^ ones * '\\')) != 0) break;
    }
    for (; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x20 || c == '"' || c == '\\') break;
    }
    return at;
}

/// The beginning of a name that may be long, in whole characters: half of one would make the answer no JSON.
std::string beginning_of(std::string_view name) {
    constexpr std::size_t bytes_most = 60;
    std::size_t end = 0;
    for (std::string_view rest = name; !rest.empty();) {
        static_cast<void>(jianghui::take_code_point(rest));  // canonical.cpp has another one.
        if (name.size() - rest.size() > bytes_most) break;
        end = name.size() - rest.size();
    }
    return std::string(name.substr(0, end));
}

}  // namespace

void write_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t clean = 0;
    for (std::size_t i = 0; (i = next_to_escape(text, i)) < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        out.append(text, clean, i - clean);
        clean = i + 1;
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default: out += fmt::format("\\u{:04x}", c);
        }
    }
    out.append(text, clean, text.size() - clean);
    out += '"';
}

void write_integer(std::string& out, std::int64_t value) {
    std::array<char, 24> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

void Format<double>::write(std::string& out, double value) { out += fmt::format("{}", value); }

bool read_integer(const json::value& from, std::int64_t min, std::int64_t max, std::int64_t& to,
                  const Path& path, Faults& faults) {
    const bool fits = from.is_int64() || (from.is_uint64() && from.get_uint64() <= INT64_MAX);
    if (!fits && !from.is_uint64()) {
        faults.add(wrong(path, "整数", "a whole number"));
        return false;
    }
    const std::int64_t number =
        !fits ? INT64_MAX
              : (from.is_int64() ? from.get_int64() : static_cast<std::int64_t>(from.get_uint64()));
    if (!fits || number < min || number > max) {
        faults.add(outside(path, fmt::format("应在 {} 与 {} 之间。", min, max),
                           fmt::format("Must be between {} and {}.", min, max)));
        return false;
    }
    to = number;
    return true;
}

bool read_text(const json::value& from, std::size_t min, std::size_t max, std::string& to,
               const Path& path, Faults& faults) {
    if (!from.is_string()) {
        faults.add(wrong(path, "文字", "text"));
        return false;
    }
    std::string_view text = from.get_string();
    const auto white = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    while (!text.empty() && white(text.front())) text.remove_prefix(1);
    while (!text.empty() && white(text.back())) text.remove_suffix(1);
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) < 0x20 && !white(c)) || c == 0x7f) {
            faults.add(wrong(path, "不含控制字符的文字", "text without control characters"));
            return false;
        }
    }
    const auto length = code_points(text);
    if (!length) {
        faults.add(wrong(path, " UTF-8 文字", "UTF-8 text"));
        return false;
    }
    if (*length < min || *length > max) {
        faults.add(outside(path, fmt::format("长度应为 {} 至 {} 个字。", min, max),
                           fmt::format("Must have {} to {} characters.", min, max)));
        return false;
    }
    to = text;
    return true;
}

bool Format<Text>::read(const json::value& from, Text& to, const Path& path, Faults& faults) {
    if (!from.is_object() || !from.get_object().contains("zh") ||
        !from.get_object().contains("en")) {
        faults.add(wrong(path, "含 zh 与 en 的对象", "an object with zh and en"));
        return false;
    }
    return Format<std::string>::read(from.at("zh"), to.zh, path, faults) &&
           Format<std::string>::read(from.at("en"), to.en, path, faults);
}

void Format<Text>::write(std::string& out, const Text& text) {
    out += "{\"zh\":";
    write_string(out, text.zh);
    out += ",\"en\":";
    write_string(out, text.en);
    out += '}';
}

json::object Format<Text>::schema(Schemas& schemas) {
    if (!schemas.named.contains("Text")) {
        const json::object sentence{{"type", "string"}};
        schemas.named["Text"] =
            json::object{{"type", "object"},
                         {"properties", json::object{{"zh", sentence}, {"en", sentence}}},
                         {"required", json::array{"zh", "en"}}};
    }
    return {{"$ref", "#/components/schemas/Text"}};
}

std::string schema_name(std::string_view pretty_function) {
    // "… schema_name_of() [with T = jianghui::orders::Order; …]"
    const auto from = pretty_function.find("T = ") + 4;
    const auto to = pretty_function.find_first_of(";]", from);
    std::string name(pretty_function.substr(from, to - from));
    if (name.rfind("jianghui::", 0) == 0) name.erase(0, 10);
    std::string flat;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ':') {
            if (!flat.empty() && flat.back() != '.') flat += '.';
        } else if (std::isalnum(static_cast<unsigned char>(name[i])) != 0 || name[i] == '_') {
            flat += name[i];
        } else if (!flat.empty() && flat.back() != '-') {
            flat += '-';
        }
    }
    while (!flat.empty() && flat.back() == '-') flat.pop_back();
    return flat;
}

void refuse_unknown_fields(const json::object& object, const std::vector<std::string>& names,
                           const Path& path, Faults& faults) {
    for (const auto& [key, value] : object) {
        if (std::find(names.begin(), names.end(), key) != names.end()) continue;
        const std::string shown = beginning_of(key);
        faults.add(error(unknown_field, {"没有字段 " + shown + "。",
                                         "There is no field " + shown + "."})
                       .at(Path{&path, shown}.text())
                       .near(nearest(shown, names)));
    }
}

}  // namespace jianghui::codec
