// check_values: the only way for values into an entry or a case.

#include <algorithm>
#include <set>

#include "engine/access/vault.hpp"
#include "engine/registers/field.hpp"

namespace jianghui::registers {
namespace {

namespace json = codec::json;

/// Reads one value of one column. Every reader answers the normalised value, or nothing after it
/// has added a fault.
class ValueReader {
  public:
    ValueReader(const CodeBook& codes, Date today, codec::Faults& faults)
        : codes_(codes), today_(today), faults_(faults) {}

    std::optional<json::value> read(const Column& column, const json::value& value,
                                    const codec::Path& path) {
        switch (column.type) {
            case FieldType::text:
            case FieldType::long_text:
                return text(column, value, path);
            case FieldType::integer:
            case FieldType::fen:
                return number(column, value, path);
            case FieldType::boolean:
                if (value.is_bool()) return value;
                faults_.add(codec::wrong(path, "是或否", "true or false"));
                return std::nullopt;
            case FieldType::codes:
                return code_list(column, value, path);
            case FieldType::rows:
                ASSERT(false);  // Read by check_rows.
                return std::nullopt;
            default:
                return from_text(column, value, path);
        }
    }
    void add(Error fault) { faults_.add(std::move(fault)); }

  private:
    std::optional<std::string> raw_text(const json::value& value, const codec::Path& path) {
        std::string text;
        if (!codec::read(value, text, path, faults_)) return std::nullopt;
        return text;
    }
    std::optional<json::value> text(const Column& column, const json::value& value,
                                    const codec::Path& path) {
        const auto text = raw_text(value, path);
        if (!text) return std::nullopt;
        const auto length = static_cast<std::int64_t>(code_points(*text).value_or(0));
        const std::int64_t least = column.min.value_or(1);
        const std::int64_t most =
            column.max.value_or(column.type == FieldType::text ? 200 : 4000);
        if (length >= least && length <= most) return json::value(*text);
        return outside(path, "文字须为 " + range(least, most) + " 个字。",
                       "Text of " + range(least, most) + " characters is expected.");
    }
    std::optional<json::value> number(const Column& column, const json::value& value,
                                      const codec::Path& path) {
        std::int64_t number = 0;
        if (!codec::read(value, number, path, faults_)) return std::nullopt;
        const std::int64_t least = column.min.value_or(0);
        const std::int64_t most = column.max.value_or(std::int64_t{1} << 50);
        if (number >= least && number <= most) return json::value(number);
        return outside(path, "数值须在 " + range(least, most) + " 之间。",
                       "A number of " + range(least, most) + " is expected.");
    }
    std::optional<json::value> code_list(const Column& column, const json::value& value,
                                         const codec::Path& path) {
        std::vector<std::string> list;
        if (!codec::read(value, list, path, faults_)) return std::nullopt;
        const auto count = static_cast<std::int64_t>(list.size());
        const std::int64_t least = column.min.value_or(1);
        const std::int64_t most = column.max.value_or(100);
        if (count < least || count > most)
            return outside(path, "须选 " + range(least, most) + " 项。",
                           range(least, most) + " choices are expected.");
        json::array chosen;
        std::set<std::string> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const codec::Path element{&path, {}, static_cast<std::ptrdiff_t>(i)};
            if (!seen.insert(list[i]).second) return malformed(element);
            if (!known(column.table->text, list[i], element)) return std::nullopt;
            chosen.emplace_back(list[i]);
        }
        return json::value(std::move(chosen));
    }
    std::optional<json::value> from_text(const Column& column, const json::value& value,
                                         const codec::Path& path) {
        auto text = raw_text(value, path);
        if (!text) return std::nullopt;
        switch (column.type) {
            case FieldType::code:
                return coded(column.table->text, *text, path);
            case FieldType::place:
                return coded("places", *text, path);
            case FieldType::occupation:
                return coded("occupations", *text, path);
            case FieldType::industry:
                return coded("industries", *text, path);
            case FieldType::date:
                return parse_date(*text) ? json::value(*text) : malformed(path);
            case FieldType::credit_code: {
                const std::string code = upper_case(half_width(*text));
                return credit_code_checks(code) ? json::value(code) : malformed(path);
            }
            case FieldType::phone: {
                const auto phone = access::normal_phone(*text);
                return phone ? json::value(*phone) : malformed(path);
            }
            case FieldType::identity_number: {
                const auto number = parse_identity_number(upper_case(half_width(*text)), today_);
                return number ? json::value(number->text) : malformed(path);
            }
            default:  // organisation, person, file
                return id_number(*text) ? json::value(*text) : malformed(path);
        }
    }
    std::optional<json::value> coded(std::string_view table, const std::string& code,
                                     const codec::Path& path) {
        if (!known(table, code, path)) return std::nullopt;
        return json::value(code);
    }
    bool known(std::string_view table, const std::string& code, const codec::Path& path) {
        if (codes_.has(table, code)) return true;
        faults_.add(error(unknown_code).at(path.text()).near(codes_.nearest(table, code)));
        return false;
    }
    std::optional<json::value> malformed(const codec::Path& path) {
        faults_.add(error(value_malformed).at(path.text()));
        return std::nullopt;
    }
    std::optional<json::value> outside(const codec::Path& path, std::string zh, std::string en) {
        faults_.add(codec::outside(path, std::move(zh), std::move(en)));
        return std::nullopt;
    }
    static std::string range(std::int64_t least, std::int64_t most) {
        return std::to_string(least) + "–" + std::to_string(most);
    }

    const CodeBook& codes_;
    Date today_;
    codec::Faults& faults_;
};

/// Whether a value was left empty: absent, null, or text of nothing.
bool is_empty(const json::value* value) {
    return value == nullptr || value->is_null() || (value->is_string() && value->get_string().empty());
}

template <class F, class ReadOne>
json::object check_form(const F& fields, const json::object& values, ValueReader& reader,
                        const codec::Path& root, ReadOne&& read_one) {
    json::object checked;
    for (const auto& field : fields) {
        const codec::Path here{&root, field.id.text};
        const json::value* value = values.if_contains(field.id.text);
        const bool asked = holds(field.when, checked);
        if (is_empty(value)) {
            if (asked && field.required.value_or(true))
                reader.add(error(codec::missing_field).at(here.text()));
        } else if (!asked) {
            reader.add(error(value_not_asked).at(here.text()));
        } else if (auto read = read_one(field, *value, here)) {
            checked.emplace(field.id.text, std::move(*read));
        }
    }
    return checked;
}

template <class F>
void refuse_strangers(const F& fields, const json::object& values, const codec::Path& root,
                      ValueReader& reader) {
    std::vector<std::string> names;
    for (const auto& field : fields) names.push_back(field.id.text);
    for (const auto& [name, value] : values) {
        const std::string given(name);
        if (std::find(names.begin(), names.end(), given) == names.end())
            reader.add(error(codec::unknown_field)
                           .at(codec::Path{&root, name}.text())
                           .near(nearest(given, names)));
    }
}

std::optional<json::value> check_rows(const Field& field, const json::value& value,
                                      const codec::Path& path, ValueReader& reader) {
    if (!value.is_array()) {
        reader.add(codec::wrong(path, "列表", "a list"));
        return std::nullopt;
    }
    const auto& rows = value.get_array();
    const auto least = static_cast<std::size_t>(field.min.value_or(1));
    const auto most = static_cast<std::size_t>(field.max.value_or(200));
    if (rows.size() < least || rows.size() > most) {
        reader.add(codec::outside(
            path, "须填 " + std::to_string(least) + "–" + std::to_string(most) + " 行。",
            std::to_string(least) + "–" + std::to_string(most) + " rows are expected."));
        return std::nullopt;
    }
    json::array checked;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const codec::Path here{&path, {}, static_cast<std::ptrdiff_t>(i)};
        if (!rows[i].is_object()) {
            reader.add(codec::wrong(here, "对象", "an object"));
            continue;
        }
        refuse_strangers(*field.columns, rows[i].get_object(), here, reader);
        checked.push_back(check_form(
            *field.columns, rows[i].get_object(), reader, here,
            [&](const Column& column, const json::value& cell, const codec::Path& where) {
                return reader.read(column, cell, where);
            }));
    }
    return json::value(std::move(checked));
}

}  // namespace

Result<json::object> check_values(const Fields& fields, const json::object& values,
                                  const CodeBook& codes, Date today, std::string_view at) {
    codec::Faults faults;
    ValueReader reader(codes, today, faults);
    // `at` is a pointer already: its members become the chain that Path is made of.
    std::vector<std::string> names;
    for (std::size_t begin = 1; begin <= at.size();) {
        const auto end = std::min(at.find('/', begin), at.size());
        names.emplace_back(at.substr(begin, end - begin));
        begin = end + 1;
    }
    std::vector<codec::Path> chain(1);
    chain.reserve(names.size() + 1);
    for (const auto& name : names) chain.push_back(codec::Path{&chain.back(), name});
    const codec::Path& root = chain.back();
    refuse_strangers(fields, values, root, reader);
    auto checked = check_form(fields, values, reader, root,
                              [&](const Field& field, const json::value& value,
                                  const codec::Path& path) -> std::optional<json::value> {
                                  if (field.type == FieldType::rows)
                                      return check_rows(field, value, path, reader);
                                  return reader.read(field, value, path);
                              });
    if (!faults.empty()) return refuse(faults.take());
    return checked;
}

}  // namespace jianghui::registers
