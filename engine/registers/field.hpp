#pragma once
// What a register's entry and a procedure's form are made of. Values travel as one JSON object whose
// members are the fields' ids; `check_values` is the only way in, `shown_to` the only way out.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::registers {

/// How a value is written: text and long_text as text; integer and fen as whole numbers; date as
/// YYYY-MM-DD; boolean; code as a code of `table`, codes as a list of them without doubles; place,
/// occupation and industry as codes of those tables; credit_code checked by GB 32100; phone and
/// identity_number normalised and checked (GB 11643); organisation, person and file as ids; rows as
/// a list of objects with `columns`.
enum class FieldType {
    text, long_text, integer, fen, date, boolean, code, codes, place, occupation, industry,
    credit_code, phone, identity_number, organisation, person, file, rows
};
BOOST_DESCRIBE_ENUM(FieldType, text, long_text, integer, fen, date, boolean, code, codes, place,
                    occupation, industry, credit_code, phone, identity_number, organisation, person,
                    file, rows)

/// Who sees a value. `everybody`: also the public look-up; `parties`: the subject, the issuing
/// authority and whoever supervises its place; `officials`: authorities only.
enum class Audience { everybody, parties, officials };
BOOST_DESCRIBE_ENUM(Audience, everybody, parties, officials)

/// A condition on another field of the same form: it has one of these values.
struct When {
    String<1, 40> field;
    List<std::string, 30> is;
    bool operator==(const When&) const = default;
};
BOOST_DESCRIBE_STRUCT(When, (), (field, is))

/// A column of a `rows` field, and all of a field but its columns. Its id is a member name:
/// lower-case letters, digits, underscores.
struct Column {
    String<1, 40> id;
    Text title;
    std::optional<Text> help;
    FieldType type = FieldType::text;
    std::optional<String<1, 40>> table;  ///< of `code` and `codes`
    std::optional<bool> required;        ///< default true; asked only while `when` holds
    std::optional<std::int64_t> min;     ///< length of texts, size of numbers, number of codes, rows
    std::optional<std::int64_t> max;
    std::optional<When> when;
    bool operator==(const Column&) const = default;
};
BOOST_DESCRIBE_STRUCT(Column, (),
                      (id, title, help, type, table, required, min, max, when))

struct Field : Column {
    std::optional<Audience> audience;        ///< default `parties`
    /// Kept as a sealed box, masked for every reader, and opened with a purpose only.
    std::optional<bool> sealed;
    std::optional<bool> unique;              ///< one living entry of the register has this value
    std::optional<List<Column, 30>> columns; ///< of `rows`
    bool operator==(const Field&) const = default;

    [[nodiscard]] bool asked() const { return required.value_or(true); }
    [[nodiscard]] Audience read_by() const { return audience.value_or(Audience::parties); }
    [[nodiscard]] bool is_sealed() const { return sealed.value_or(false); }
    [[nodiscard]] bool is_unique() const { return unique.value_or(false); }
};
BOOST_DESCRIBE_STRUCT(Field, (Column), (audience, sealed, unique, columns))

using Fields = List<Field, 60>;

/// Where codes are looked up: a service that features/codes provides (`CodeBook` of the tables in
/// data/). Tables "places", "occupations" and "industries" are known beside the small lists.
class CodeBook {
  public:
    virtual ~CodeBook() = default;
    [[nodiscard]] virtual bool has_table(std::string_view table) const = 0;
    [[nodiscard]] virtual bool has(std::string_view table, std::string_view code) const = 0;
    [[nodiscard]] virtual std::vector<std::string> nearest(std::string_view table,
                                                           std::string_view code) const = 0;
    /// The title in both languages; the code itself when the table does not have it.
    [[nodiscard]] virtual Text title(std::string_view table, std::string_view code) const = 0;
    /// What the table says beside the names (codes of another table, parted by '|'); "" when it says nothing.
    [[nodiscard]] virtual std::string value(std::string_view /*table*/, std::string_view /*code*/) const { return {}; }
};

/// Checks and normalises the values of a form: exactly the fields that are asked (or may be given)
/// under their conditions, of their types, within their limits, codes that exist. Returns them in the
/// order of the fields. Fails with every fault at once, each at its JSON pointer below `at`:
/// missing_field, unknown_field, wrong_type, out_of_range, unknown_code, value_malformed,
/// value_not_asked. `today` is for dates of birth in identity numbers. Pure. O(fields + values).
[[nodiscard]] Result<codec::json::object> check_values(const Fields& fields,
                                                       const codec::json::object& values,
                                                       const CodeBook& codes, Date today,
                                                       std::string_view at = "");

/// Whether the condition holds among these values; true without one.
[[nodiscard]] bool holds(const std::optional<When>& when, const codec::json::object& values);

/// What a reader of that audience sees: what only a narrower audience may read is left out, sealed
/// values are masked by their type (access/masking.hpp). Pure.
[[nodiscard]] codec::json::object shown_to(const Fields& fields, const codec::json::object& values,
                                           Audience reader);

/// A value that is not of the form its type wants (credit code, phone, identity number, date).
inline constexpr ErrorCode value_malformed{"value_malformed", Kind::malformed,
                                           "内容的格式不对。请核对后重填。",
                                           "The value is not of the expected form. Check it."};
/// A value whose condition does not hold.
inline constexpr ErrorCode value_not_asked{
    "value_not_asked", Kind::malformed, "按前面的选择，这一项不应填写。请删除。",
    "With what was chosen before, this is not asked. Leave it out."};

}  // namespace jianghui::registers
