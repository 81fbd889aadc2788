#pragma once
// Between C++ values and SQL values. A described struct's member has the name of its column; lists
// and nested structs are kept as JSON text.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::store {

/// NULL, INTEGER, REAL or TEXT.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Named arguments of a statement, each name once. Arguments that the statement does not name are
/// ignored.
using Arguments = std::vector<std::pair<std::string_view, Value>>;

/// How a C++ type is kept in a column: `to` writes it, `from` reads what `to` wrote.
template <class T>
struct Column {  // Lists, maps and described structs: as JSON.
    static Value to(const T& value) { return codec::encode(value); }
    static bool from(std::string_view text, T& value) {
        auto read = codec::decode_text<T>(text);
        if (!read) return false;
        value = std::move(*read);
        return true;
    }
    static constexpr bool is_text = true;
};

template <class T>
    requires(std::is_integral_v<T>)
struct Column<T> {
    static Value to(T value) { return static_cast<std::int64_t>(value); }
    static bool from(std::int64_t number, T& value) {
        value = static_cast<T>(number);
        return true;
    }
    static constexpr bool is_text = false;
};
template <class T>
    requires(std::is_floating_point_v<T>)
struct Column<T> {
    static Value to(T value) { return static_cast<double>(value); }
    static constexpr bool is_text = false;
    static constexpr bool is_real = true;
};
template <std::int64_t Min, std::int64_t Max>
struct Column<Integer<Min, Max>> {
    static Value to(Integer<Min, Max> value) { return value.value; }
    static bool from(std::int64_t number, Integer<Min, Max>& value) {
        value.value = number;
        return true;
    }
    static constexpr bool is_text = false;
};
template <class Tag>
struct Column<Id<Tag>> {
    static Value to(Id<Tag> id) {
        return id.number == 0 ? Value(std::monostate()) : Value(id.number);
    }
    static bool from(std::int64_t number, Id<Tag>& id) {
        id.number = number;
        return true;
    }
    static constexpr bool is_text = false;
};
template <>
struct Column<Fen> {
    static Value to(Fen amount) { return amount.value; }
    static bool from(std::int64_t number, Fen& amount) {
        amount.value = number;
        return true;
    }
    static constexpr bool is_text = false;
};
template <>
struct Column<Instant> {
    static Value to(Instant at) { return static_cast<std::int64_t>(at.time_since_epoch().count()); }
    static bool from(std::int64_t number, Instant& at) {
        at = Instant(Milliseconds(number));
        return true;
    }
    static constexpr bool is_text = false;
};
template <>
struct Column<std::string> {
    static Value to(const std::string& text) { return text; }
    static bool from(std::string_view text, std::string& value) {
        value = text;
        return true;
    }
    static constexpr bool is_text = true;
};
template <std::size_t Min, std::size_t Max>
struct Column<String<Min, Max>> {
    static Value to(const String<Min, Max>& value) { return value.text; }
    static bool from(std::string_view text, String<Min, Max>& value) {
        value.text = text;
        return true;
    }
    static constexpr bool is_text = true;
};
template <class Tag>
struct Column<Code<Tag>> {
    static Value to(const Code<Tag>& code) { return code.text; }
    static bool from(std::string_view text, Code<Tag>& code) {
        code.text = text;
        return true;
    }
    static constexpr bool is_text = true;
};
template <>
struct Column<Date> {
    static Value to(Date date) { return date_text(date); }
    static bool from(std::string_view text, Date& date) {
        const auto read = parse_date(text);
        if (read) date = *read;
        return read.has_value();
    }
    static constexpr bool is_text = true;
};
template <codec::DescribedEnum E>
struct Column<E> {
    static Value to(E value) { return std::string(codec::enum_text(value)); }
    static bool from(std::string_view text, E& value) {
        const auto read = codec::parse_enum<E>(text);
        if (read) value = *read;
        return read.has_value();
    }
    static constexpr bool is_text = true;
};

/// The SQL value of any supported C++ value; an empty optional is NULL.
template <class T>
Value to_value(const T& value) {
    if constexpr (codec::is_optional<T>::value) {
        return value ? to_value(*value) : Value(std::monostate());
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return std::string(std::string_view(value));
    } else {
        return Column<T>::to(value);
    }
}

namespace detail {
inline void append(Arguments& /*to*/) {}
template <class T, class... Rest>
void append(Arguments& to, std::string_view name, const T& value, const Rest&... rest) {
    to.emplace_back(name, to_value(value));
    append(to, rest...);
}
}  // namespace detail

/// arguments("order", order, "seats", 3): names and values in turn.
template <class... A>
Arguments arguments(const A&... names_and_values) {
    Arguments list;
    list.reserve(sizeof...(A) / 2);
    detail::append(list, names_and_values...);
    return list;
}

/// Every member of a described struct under its own name.
template <codec::DescribedStruct T>
Arguments members(const T& value) {
    Arguments list;
    list.reserve(boost::mp11::mp_size<codec::Members<T>>::value);
    boost::mp11::mp_for_each<codec::Members<T>>(
        [&](auto member) { list.emplace_back(member.name, to_value(value.*member.pointer)); });
    return list;
}

/// `members` of each, for execute_all.
template <codec::DescribedStruct T>
std::vector<Arguments> members_of_all(const std::vector<T>& values) {
    std::vector<Arguments> rows;
    rows.reserve(values.size());
    for (const auto& value : values) rows.push_back(members(value));
    return rows;
}

/// `members(value)` and further arguments; one of the name of a member takes its place.
template <codec::DescribedStruct T, class... A>
Arguments members_and(const T& value, const A&... names_and_values) {
    Arguments list = members(value);
    for (auto& [name, further] : arguments(names_and_values...)) {
        const auto same = std::find_if(list.begin(), list.end(),
                                       [&](const auto& one) { return one.first == name; });
        if (same == list.end()) {
            list.emplace_back(name, std::move(further));
        } else {
            same->second = std::move(further);
        }
    }
    return list;
}

}  // namespace jianghui::store
