#pragma once
// How one C++ type looks as JSON: reading with checks, writing, and its JSON Schema. Described
// structs and enums (Boost.Describe) need nothing more than their description:
//
//   struct Lot { Integer<1, 500> seats; std::optional<Name> note; };
//   BOOST_DESCRIBE_STRUCT(Lot, (), (seats, note))
//
// A member that is `optional` may be absent; every other one must be there; a field that the struct
// does not have is a fault with the nearest names.

#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include "engine/base/base.hpp"
#include "engine/codec/fault.hpp"
#include "engine/codec/limited.hpp"

namespace jianghui::codec {

namespace json = boost::json;

/// Collects the named schemas of described structs while a document's schema is written.
struct Schemas {
    json::object named;
};

template <class T>
struct Format;

template <class T>
bool read(const json::value& from, T& to, const Path& path, Faults& faults) {
    return Format<T>::read(from, to, path, faults);
}
template <class T>
void write(std::string& out, const T& value) {
    Format<T>::write(out, value);
}
template <class T>
json::object schema(Schemas& schemas) {
    return Format<T>::schema(schemas);
}

/// Appends a JSON string literal. Invalid UTF-8 must not occur: text is checked where it enters.
void write_string(std::string& out, std::string_view text);
/// Appends a whole number.
void write_integer(std::string& out, std::int64_t value);

/// Members of a described struct with those of its bases.
template <class T>
using Members =
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
concept DescribedStruct = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;
template <class T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

/// The names of the struct's members, in order.
template <DescribedStruct T>
std::vector<std::string> member_names() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) { names.emplace_back(member.name); });
    return names;
}

/// The enumerator's name, which is its code everywhere.
template <DescribedEnum E>
std::string_view enum_text(E value) {
    std::string_view text = "?";
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (enumerator.value == value) text = enumerator.name;
    });
    return text;
}
template <DescribedEnum E>
std::optional<E> parse_enum(std::string_view text) {
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto enumerator) {
        if (text == enumerator.name) found = enumerator.value;
    });
    return found;
}
template <DescribedEnum E>
std::vector<std::string> enum_names() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { names.emplace_back(enumerator.name); });
    return names;
}

template <>
struct Format<bool> {
    static bool read(const json::value& from, bool& to, const Path& path, Faults& faults) {
        if (!from.is_bool()) {
            faults.add(wrong(path, " true 或 false", "true or false"));
            return false;
        }
        to = from.get_bool();
        return true;
    }
    static void write(std::string& out, bool value) { out += value ? "true" : "false"; }
    static json::object schema(Schemas& /*schemas*/) { return {{"type", "boolean"}}; }
};

/// Reads a whole number within limits; a number with a fraction is a fault even if it is ".0".
bool read_integer(const json::value& from, std::int64_t min, std::int64_t max, std::int64_t& to,
                  const Path& path, Faults& faults);

template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
struct Format<T> {
    static constexpr std::int64_t min =
        sizeof(T) == 8 ? -((std::int64_t{1} << 53) - 1)
                       : static_cast<std::int64_t>(std::numeric_limits<T>::min());
    static constexpr std::int64_t max =
        sizeof(T) == 8 ? (std::int64_t{1} << 53) - 1
                       : static_cast<std::int64_t>(std::numeric_limits<T>::max());
    static bool read(const json::value& from, T& to, const Path& path, Faults& faults) {
        std::int64_t number = 0;
        if (!read_integer(from, min, max, number, path, faults)) return false;
        to = static_cast<T>(number);
        return true;
    }
    static void write(std::string& out, T value) {
        write_integer(out, static_cast<std::int64_t>(value));
    }
    static json::object schema(Schemas& /*schemas*/) { return {{"type", "integer"}}; }
};

template <>
struct Format<double> {
    static bool read(const json::value& from, double& to, const Path& path, Faults& faults) {
        if (!from.is_number()) {
            faults.add(wrong(path, "数字", "a number"));
            return false;
        }
        to = from.to_number<double>();
        return true;
    }
    static void write(std::string& out, double value);
    static json::object schema(Schemas& /*schemas*/) { return {{"type", "number"}}; }
};

/// Reads text of min … max code points without control characters (newline and tab apart).
bool read_text(const json::value& from, std::size_t min, std::size_t max, std::string& to,
               const Path& path, Faults& faults);

template <>
struct Format<std::string> {
    static constexpr std::size_t max = 10000;
    static bool read(const json::value& from, std::string& to, const Path& path, Faults& faults) {
        return read_text(from, 0, max, to, path, faults);
    }
    static void write(std::string& out, const std::string& value) { write_string(out, value); }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "string"}, {"maxLength", max}};
    }
};

template <std::size_t Min, std::size_t Max>
struct Format<String<Min, Max>> {
    static bool read(const json::value& from, String<Min, Max>& to, const Path& path,
                     Faults& faults) {
        return read_text(from, Min, Max, to.text, path, faults);
    }
    static void write(std::string& out, const String<Min, Max>& value) {
        write_string(out, value.text);
    }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "string"}, {"minLength", Min}, {"maxLength", Max}};
    }
};

template <std::int64_t Min, std::int64_t Max>
struct Format<Integer<Min, Max>> {
    static bool read(const json::value& from, Integer<Min, Max>& to, const Path& path,
                     Faults& faults) {
        return read_integer(from, Min, Max, to.value, path, faults);
    }
    static void write(std::string& out, Integer<Min, Max> value) {
        write_integer(out, value.value);
    }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "integer"}, {"minimum", Min}, {"maximum", Max}};
    }
};

template <class Tag>
struct Format<Id<Tag>> {
    static bool read(const json::value& from, Id<Tag>& to, const Path& path, Faults& faults) {
        const auto id = from.is_string() ? Id<Tag>::parse(from.get_string()) : std::nullopt;
        if (!id) {
            faults.add(wrong(path, "编号（13 位小写字母和数字）",
                             "an identifier (13 lower-case letters and digits)"));
            return false;
        }
        to = *id;
        return true;
    }
    static void write(std::string& out, Id<Tag> id) {
        out += '"';
        out += id.text();
        out += '"';
    }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "string"}, {"pattern", "^[0-7][0-9a-hjkmnp-tv-z]{12}$"}};
    }
};

template <>
struct Format<Fen> {
    /// A hundred billion yuan: more than any amount here, far from overflow.
    static constexpr std::int64_t max = 10'000'000'000'000;
    static bool read(const json::value& from, Fen& to, const Path& path, Faults& faults) {
        return read_integer(from, 0, max, to.value, path, faults);
    }
    static void write(std::string& out, Fen amount) { write_integer(out, amount.value); }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "integer"}, {"minimum", 0}, {"maximum", max}, {"x-unit", "fen"}};
    }
};

template <>
struct Format<Instant> {
    static bool read(const json::value& from, Instant& to, const Path& path, Faults& faults) {
        const auto at = from.is_string() ? parse_instant(from.get_string()) : std::nullopt;
        if (!at) {
            faults.add(wrong(path, "时间，如 2026-11-23T14:30:00+08:00",
                             "an instant such as 2026-11-23T14:30:00+08:00"));
            return false;
        }
        to = *at;
        return true;
    }
    static void write(std::string& out, Instant at) { write_string(out, instant_text(at)); }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "string"}, {"format", "date-time"}};
    }
};

template <>
struct Format<Date> {
    static bool read(const json::value& from, Date& to, const Path& path, Faults& faults) {
        const auto date = from.is_string() ? parse_date(from.get_string()) : std::nullopt;
        if (!date) {
            faults.add(wrong(path, "日期，如 2026-11-23", "a date such as 2026-11-23"));
            return false;
        }
        to = *date;
        return true;
    }
    static void write(std::string& out, Date date) { write_string(out, date_text(date)); }
    static json::object schema(Schemas& /*schemas*/) {
        return {{"type", "string"}, {"format", "date"}};
    }
};

template <class Tag>
struct Format<Code<Tag>> {
    static bool read(const json::value& from, Code<Tag>& to, const Path& path, Faults& faults) {
        if (from.is_string()) {
            to.text = from.get_string();
            if (has_form(to)) return true;
        }
        faults.add(wrong(path, "代码", "a code of its table").at(path.text()));
        return false;
    }
    static void write(std::string& out, const Code<Tag>& code) { write_string(out, code.text); }
    static json::object schema(Schemas& /*schemas*/) { return {{"type", "string"}}; }
};

template <DescribedEnum E>
struct Format<E> {
    static bool read(const json::value& from, E& to, const Path& path, Faults& faults) {
        if (!from.is_string()) {
            faults.add(wrong(path, "代码（文字）", "a code (a string)"));
            return false;
        }
        const auto value = parse_enum<E>(from.get_string());
        if (!value) {
            const auto names = enum_names<E>();
            auto near = nearest(from.get_string(), names);
            faults.add(error(unknown_code).at(path.text()).near(near.empty() ? names : near));
            return false;
        }
        to = *value;
        return true;
    }
    static void write(std::string& out, E value) {
        out += '"';
        out += enum_text(value);
        out += '"';
    }
    static json::object schema(Schemas& /*schemas*/) {
        json::array values;
        for (const auto& name : enum_names<E>()) values.emplace_back(name);
        return {{"type", "string"}, {"enum", std::move(values)}};
    }
};

template <class T>
struct Format<std::optional<T>> {
    static bool read(const json::value& from, std::optional<T>& to, const Path& path,
                     Faults& faults) {
        if (from.is_null()) {
            to.reset();
            return true;
        }
        return Format<T>::read(from, to.emplace(), path, faults);
    }
    static void write(std::string& out, const std::optional<T>& value) {
        if (value) {
            Format<T>::write(out, *value);
        } else {
            out += "null";
        }
    }
    static json::object schema(Schemas& schemas) {
        return {{"anyOf", json::array{Format<T>::schema(schemas), json::object{{"type", "null"}}}}};
    }
};

template <class L, class T, std::size_t Max>
struct ListFormat {
    static bool read(const json::value& from, L& to, const Path& path, Faults& faults) {
        if (!from.is_array()) {
            faults.add(wrong(path, "列表", "a list"));
            return false;
        }
        const auto& array = from.get_array();
        if (array.size() > Max) {
            faults.add(outside(path, "列表太长，最多 " + std::to_string(Max) + " 项。",
                               "The list is too long: at most " + std::to_string(Max) + "."));
            return false;
        }
        bool good = true;
        to.clear();
        for (std::size_t i = 0; i < array.size(); ++i) {
            const Path element{&path, {}, static_cast<std::ptrdiff_t>(i)};
            T value{};
            good = Format<T>::read(array[i], value, element, faults) && good;
            to.push_back(std::move(value));
        }
        return good;
    }
    static void write(std::string& out, const L& list) {
        out += '[';
        bool first = true;
        for (const auto& element : list) {
            if (!first) out += ',';
            first = false;
            Format<T>::write(out, element);
        }
        out += ']';
    }
    static json::object schema(Schemas& schemas) {
        return {{"type", "array"}, {"items", Format<T>::schema(schemas)}, {"maxItems", Max}};
    }
};

template <class T>
struct Format<std::vector<T>> : ListFormat<std::vector<T>, T, 1000> {};
template <class T, std::size_t Max>
struct Format<List<T, Max>> : ListFormat<List<T, Max>, T, Max> {};

/// An object with free keys, e.g. counts by status.
template <class T>
struct Format<std::map<std::string, T>> {
    static bool read(const json::value& from, std::map<std::string, T>& to, const Path& path,
                     Faults& faults) {
        if (!from.is_object() || from.get_object().size() > 1000) {
            faults.add(wrong(path, "对象", "an object"));
            return false;
        }
        bool good = true;
        for (const auto& [key, value] : from.get_object()) {
            const Path element{&path, key};
            good = Format<T>::read(value, to[std::string(key)], element, faults) && good;
        }
        return good;
    }
    static void write(std::string& out, const std::map<std::string, T>& map) {
        out += '{';
        bool first = true;
        for (const auto& [key, value] : map) {
            if (!first) out += ',';
            first = false;
            write_string(out, key);
            out += ':';
            Format<T>::write(out, value);
        }
        out += '}';
    }
    static json::object schema(Schemas& schemas) {
        return {{"type", "object"}, {"additionalProperties", Format<T>::schema(schemas)}};
    }
};

template <>
struct Format<Text> {
    static bool read(const json::value& from, Text& to, const Path& path, Faults& faults);
    static void write(std::string& out, const Text& text);
    static json::object schema(Schemas& schemas);
};

/// Any JSON value, passed through as it is (event data).
template <>
struct Format<json::value> {
    static bool read(const json::value& from, json::value& to, const Path& /*path*/,
                     Faults& /*faults*/) {
        to = from;
        return true;
    }
    static void write(std::string& out, const json::value& value) {
        out += json::serialize(value);
    }
    static json::object schema(Schemas& /*schemas*/) { return {}; }
};

/// The unqualified, readable name of a type, e.g. "orders.Order" for jianghui::orders::Order.
[[nodiscard]] std::string schema_name(std::string_view pretty_function);
template <class T>
std::string schema_name_of() {
    return schema_name(__PRETTY_FUNCTION__);
}

/// A fault for every key that no member has, with the nearest names.
void refuse_unknown_fields(const json::object& object, const std::vector<std::string>& names,
                           const Path& path, Faults& faults);

template <DescribedStruct T>
struct Format<T> {
    static bool read(const json::value& from, T& to, const Path& path, Faults& faults) {
        if (!from.is_object()) {
            faults.add(wrong(path, "对象", "an object"));
            return false;
        }
        const auto& object = from.get_object();
        std::size_t used = 0;
        bool good = true;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using M = std::remove_cvref_t<decltype(to.*member.pointer)>;
            const Path element{&path, member.name};
            const auto* value = object.if_contains(member.name);
            if (value != nullptr) {
                ++used;
                good = Format<M>::read(*value, to.*member.pointer, element, faults) && good;
            } else if constexpr (!is_optional<M>::value) {
                faults.add(error(missing_field).at(element.text()));
                good = false;
            }
        });
        if (used != object.size()) {
            refuse_unknown_fields(object, member_names<T>(), path, faults);
            good = false;
        }
        return good;
    }
    static void write(std::string& out, const T& value) {
        out += '{';
        bool first = true;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
            if (!first) out += ',';
            first = false;
            out += '"';
            out += member.name;
            out += "\":";
            Format<M>::write(out, value.*member.pointer);
        });
        out += '}';
    }
    static json::object schema(Schemas& schemas) {
        const std::string name = schema_name_of<T>();
        if (!schemas.named.contains(name)) {
            schemas.named[name] = json::object{};  // Stops recursion.
            schemas.named[name] = object_schema(schemas);
        }
        return {{"$ref", "#/components/schemas/" + name}};
    }
    static json::object object_schema(Schemas& schemas) {
        json::object properties;
        json::array required;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using M = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            properties[member.name] = Format<M>::schema(schemas);
            if constexpr (!is_optional<M>::value) required.emplace_back(member.name);
        });
        json::object result{{"type", "object"},
                            {"properties", std::move(properties)},
                            {"additionalProperties", false}};
        if (!required.empty()) result["required"] = std::move(required);
        return result;
    }
};

}  // namespace jianghui::codec
