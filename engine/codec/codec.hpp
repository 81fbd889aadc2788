#pragma once
// The public header of engine/codec: documents in, documents out. See format.hpp for the types.

#include <string>
#include <string_view>

#include "engine/codec/format.hpp"

namespace jianghui::codec {

/// Parses JSON text: at most `depth` 16, no trailing bytes. Fails with malformed_json.
[[nodiscard]] Result<json::value> parse(std::string_view text);

/// Reads a described struct from a JSON document, with every fault named by its JSON pointer.
template <class T>
[[nodiscard]] Result<T> decode_value(const json::value& document) {
    T value{};
    Faults faults;
    if (!read(document, value, Path{}, faults)) return refuse(faults.take());
    return value;
}
template <class T>
[[nodiscard]] Result<T> decode(std::string_view text) {
    TRY(const json::value document, parse(text));
    return decode_value<T>(document);
}

/// Reads any supported type (a list, a map, a struct) from JSON text.
template <class T>
[[nodiscard]] Result<T> decode_text(std::string_view text) {
    return decode<T>(text);
}

/// Writes a value as JSON text.
template <class T>
[[nodiscard]] std::string encode(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

/// Names and values as they stand in a path or a query string, decoded.
using Parameters = std::vector<std::pair<std::string, std::string>>;

/// Turns the text of a parameter into the JSON value that its type reads. Whole numbers and
/// booleans become such; everything else stays text.
[[nodiscard]] json::value parameter_value(std::string_view text, bool number, bool boolean);

namespace detail {
template <class T>
struct Unwrapped {
    using type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
    using type = T;
};
template <class T>
struct is_limited_integer : std::false_type {};
template <std::int64_t A, std::int64_t B>
struct is_limited_integer<Integer<A, B>> : std::true_type {};
template <class T>
inline constexpr bool is_number =
    (std::is_integral_v<T> && !std::is_same_v<T, bool>) || std::is_same_v<T, Fen> ||
    is_limited_integer<T>::value;
}  // namespace detail

/// Reads the one struct that an endpoint takes: members named in `path` from there, the others from
/// the body when there is one, else from the query. Whatever is left over is a fault.
template <class T>
[[nodiscard]] Result<T> decode_request(const Parameters& path, const Parameters& query,
                                       const json::value* body) {
    T value{};
    Faults faults;
    const auto names = member_names<T>();
    const json::object* object = nullptr;
    if (body != nullptr) {
        if (!body->is_object()) return refuse(wrong(Path{}, "对象", "an object"));
        object = &body->get_object();
    }
    std::vector<std::string> from_body;
    const auto find = [](const Parameters& list, std::string_view name) -> const std::string* {
        for (const auto& [key, text] : list)
            if (key == name) return &text;
        return nullptr;
    };
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        using M = std::remove_cvref_t<decltype(value.*member.pointer)>;
        using U = typename detail::Unwrapped<M>::type;
        const Path root{};
        const Path here{&root, member.name};
        const std::string* text = find(path, member.name);
        if (text == nullptr) text = find(query, member.name);
        if (text != nullptr) {
            const auto document =
                parameter_value(*text, detail::is_number<U>, std::is_same_v<U, bool>);
            read(document, value.*member.pointer, here, faults);
            return;
        }
        const json::value* found =
            object != nullptr ? object->if_contains(member.name) : nullptr;
        if (found != nullptr) {
            from_body.emplace_back(member.name);
            read(*found, value.*member.pointer, here, faults);
        } else if constexpr (!is_optional<M>::value) {
            faults.add(error(missing_field).at(here.text()));
        }
    });
    for (const auto& [key, text] : query)
        if (std::find(names.begin(), names.end(), key) == names.end())
            faults.add(error(unknown_parameter, {"没有参数 " + key + "。",
                                                 "There is no parameter " + key + "."})
                           .at("/" + key)
                           .near(nearest(key, names)));
    if (object != nullptr && from_body.size() != object->size()) {
        std::vector<std::string> allowed;
        for (const auto& name : names)
            if (find(path, name) == nullptr) allowed.push_back(name);
        refuse_unknown_fields(*object, allowed, Path{}, faults);
    }
    if (!faults.empty()) return refuse(faults.take());
    return value;
}

}  // namespace jianghui::codec
