#include "engine/store/postgres/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "engine/store/argument_search.hpp"

namespace jianghui::store::postgres {
namespace {

/// A type of values: its letter, its name, its number in PostgreSQL's catalogue.
struct Type {
    char letter;
    std::string_view name;
    std::uint32_t number;
};
constexpr Type types[] = {{'b', "BIGINT", 20}, {'d', "DOUBLE PRECISION", 701}, {'t', "TEXT", 25}};
constexpr char null_letter = '-';

char letter_of(const Value& value) {
    if (std::holds_alternative<std::int64_t>(value)) return 'b';
    if (std::holds_alternative<double>(value)) return 'd';
    return std::holds_alternative<std::string>(value) ? 't' : null_letter;
}

const Type* type_of_letter(char letter) {
    const auto* found = std::find_if(std::begin(types), std::end(types),
                                     [&](const Type& type) { return type.letter == letter; });
    return found == std::end(types) ? nullptr : found;
}

void check_text(const std::string& text) {
    if (text.find('\0') != std::string::npos)
        throw StoreFailure(StoreFailure::Cause::broken, "a text with a zero byte");
}

template <class Number>
void add_number(std::string& to, Number number) {
    for (int shift = 8 * (sizeof number - 1); shift >= 0; shift -= 8)
        to += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xffU);
}

void add_length(std::string& to, std::size_t length) {
    add_number(to, static_cast<std::uint32_t>(length));
}

/// An element of an array in binary: its length and bytes.
void add_element(std::string& to, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        check_text(*text);
        add_length(to, text->size());
        to += *text;
    } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
        add_length(to, sizeof *number);
        add_number(to, static_cast<std::uint64_t>(*number));
    } else if (const auto* real = std::get_if<double>(&value)) {
        add_length(to, sizeof *real);
        add_number(to, std::bit_cast<std::uint64_t>(*real));
    } else {
        add_number(to, ~std::uint32_t{0});
    }
}

/// PostgreSQL's binary form of an array of one dimension.
std::string array_of(const std::vector<const Value*>& values, const Type& type) {
    const bool has_null = std::any_of(values.begin(), values.end(), [](const Value* value) {
        return std::holds_alternative<std::monostate>(*value);
    });
    std::string array;
    array.reserve(20 + 16 * values.size());
    for (const auto word : {std::uint32_t{1}, std::uint32_t{has_null}, type.number,
                            static_cast<std::uint32_t>(values.size()), std::uint32_t{1}})
        add_number(array, word);
    for (const auto* value : values) add_element(array, *value);
    return array;
}

}  // namespace

Values::Values(const Statement& statement, const std::vector<std::string>& names,
               const Arguments& row) {
    kept_.reserve(names.size());
    pointers_.reserve(names.size());
    ArgumentSearch search(statement, row);
    for (const auto& name : names) pointers_.push_back(text_of(search.find(name)));
}

const char* Values::text_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        check_text(*text);
        return text->c_str();
    }
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return kept_.emplace_back(std::to_string(*number)).c_str();
    if (const auto* real = std::get_if<double>(&value))
        return kept_.emplace_back(fmt::format("{}", *real)).c_str();
    return nullptr;
}

Columns::Columns(const Statement& statement, const std::vector<std::string>& names,
                 const std::vector<const Arguments*>& rows) {
    for (const auto& name : names)
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) names_.push_back(name);
    values_.resize(names_.size());
    for (auto& values : values_) values.reserve(rows.size());
    std::string letters(names_.size(), null_letter);
    bool alike = true;
    for (const auto* row : rows) {
        ArgumentSearch search(statement, *row);
        for (std::size_t i = 0; i < names_.size(); ++i) {
            const Value& value = search.find(names_[i]);
            values_[i].push_back(&value);
            const char letter = letter_of(value);
            if (letter == null_letter) continue;
            alike = alike && (letters[i] == null_letter || letters[i] == letter);
            letters[i] = letter;
        }
    }
    if (alike) signature_ = std::move(letters);
}

std::size_t Columns::find(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    ASSERT(found != names_.end());
    return static_cast<std::size_t>(found - names_.begin());
}

std::string_view Columns::type_of(std::string_view name) const {
    const auto* type = type_of_letter(signature_.at(find(name)));
    return type == nullptr ? std::string_view() : type->name;
}

Values Columns::arrays(const std::vector<std::string>& names) const {
    Values made;
    made.kept_.reserve(names.size());
    for (const auto& name : names) {
        const auto at = find(name);
        const auto* type = type_of_letter(signature_.at(at));
        ASSERT(type != nullptr);
        made.kept_.push_back(array_of(values_[at], *type));
    }
    for (const auto& array : made.kept_) {
        made.pointers_.push_back(array.data());
        made.lengths_.push_back(static_cast<int>(array.size()));
    }
    return made;
}

}  // namespace jianghui::store::postgres
