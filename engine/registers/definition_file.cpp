#include "engine/registers/definition_file.hpp"

#include <algorithm>
#include <sstream>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace jianghui::registers {
namespace {

namespace json = codec::json;

std::string escaped(std::string_view member) {
    std::string out;
    for (const char c : member) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

/// Turns toml nodes into JSON and notes their lines.
class Converter {
  public:
    Converter(TomlDocument& document, const std::string& file) : document_(document), file_(file) {}

    Result<json::value> convert(const toml::node& node, const std::string& pointer) {
        document_.lines.emplace_back(pointer, static_cast<int>(node.source().begin.line));
        if (const auto* table = node.as_table()) return convert_table(*table, pointer);
        if (const auto* array = node.as_array()) return convert_array(*array, pointer);
        if (const auto* text = node.as_string()) return json::value(text->get());
        if (const auto* number = node.as_integer()) return json::value(number->get());
        if (const auto* truth = node.as_boolean()) return json::value(truth->get());
        if (const auto* date = node.as_date()) {
            std::ostringstream out;
            out << date->get();
            return json::value(out.str());
        }
        return refuse(
            error(definition_malformed,
                  {"这里只能写文字、整数、真假、日期、列表或表。",
                   "Only text, whole numbers, true or false, dates, lists and tables go here."})
                .at(file_ + ":" + std::to_string(node.source().begin.line)));
    }

  private:
    Result<json::value> convert_table(const toml::table& table, const std::string& pointer) {
        json::object object;
        for (const auto& [key, value] : table) {
            TRY(auto member, convert(value, pointer + "/" + escaped(key.str())));
            object.emplace(key.str(), std::move(member));
        }
        return json::value(std::move(object));
    }
    Result<json::value> convert_array(const toml::array& array, const std::string& pointer) {
        json::array list;
        for (std::size_t i = 0; i < array.size(); ++i) {
            TRY(auto element, convert(array[i], pointer + "/" + std::to_string(i)));
            list.push_back(std::move(element));
        }
        return json::value(std::move(list));
    }

    TomlDocument& document_;
    const std::string& file_;
};

}  // namespace

int TomlDocument::line_of(std::string_view pointer) const {
    std::string_view around = pointer;
    while (true) {
        const auto found = std::lower_bound(
            lines.begin(), lines.end(), around,
            [](const auto& line, std::string_view wanted) { return line.first < wanted; });
        if (found != lines.end() && found->first == around) return std::max(found->second, 1);
        if (around.empty()) return 1;
        around = around.substr(0, around.rfind('/'));
    }
}

Result<TomlDocument> read_toml(std::string_view text, const std::string& file) {
    if (text.size() > definition_bytes_max)
        return refuse(error(definition_malformed, {"定义文件超过 128 KiB。请拆分。",
                                                   "The file is longer than 128 KiB. Split it."})
                          .at(file + ":1"));
    try {
        const toml::table table = toml::parse(text, file);
        TomlDocument document;
        TRY(document.value, Converter(document, file).convert(table, ""));
        std::sort(document.lines.begin(), document.lines.end());
        return document;
    } catch (const toml::parse_error& fault) {
        const std::string what(fault.description());
        return refuse(error(definition_malformed, {"TOML 语法有错：" + what, "TOML syntax: " + what})
                          .at(file + ":" + std::to_string(fault.source().begin.line)));
    }
}

Error at_line(const TomlDocument& document, const std::string& file, std::string_view pointer,
              Text message) {
    if (!pointer.empty()) {
        message.zh = std::string(pointer) + "：" + message.zh;
        message.en = std::string(pointer) + ": " + message.en;
    }
    return error(definition_malformed, std::move(message))
        .at(file + ":" + std::to_string(document.line_of(pointer)));
}

Error with_lines(const TomlDocument& document, const std::string& file, Error found) {
    if (found.errors.empty()) {
        auto placed = at_line(document, file, found.path, std::move(found.message));
        placed.nearest = std::move(found.nearest);
        return placed;
    }
    Error all = error(definition_malformed);
    for (auto& single : found.errors)
        all.errors.push_back(with_lines(document, file, std::move(single)));
    return all;
}

}  // namespace jianghui::registers
