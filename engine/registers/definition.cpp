#include "engine/registers/definition.hpp"

#include <algorithm>
#include <set>

#include "engine/registers/number_pattern.hpp"

namespace jianghui::registers {
namespace {

bool one_of(FieldType type, std::initializer_list<FieldType> types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

bool has_length_or_size(FieldType type) {
    return one_of(type, {FieldType::text, FieldType::long_text, FieldType::integer, FieldType::fen,
                         FieldType::codes, FieldType::rows});
}

/// Collects the faults of the columns of one form or of one rows field.
class ColumnCheck {
  public:
    ColumnCheck(const CodeBook& codes, std::vector<Fault>& faults) : codes_(codes), faults_(faults) {}

    void check(const Column& column, const std::string& at) {
        if (!is_id(column.id.text))
            add(at + "/id", {"名称只能由小写字母、数字和下划线组成，并以字母开头。",
                             "An id is lower-case letters, digits and underscores, a letter first."});
        if (!seen_.insert(column.id.text).second)
            add(at + "/id", {"这个名称前面已经用过。", "This id was used before."});
        check_table(column, at);
        check_limits(column, at);
        check_condition(column, at);
        earlier_.push_back(&column);
    }

  private:
    void add(std::string at, Text message) { faults_.push_back({std::move(at), std::move(message)}); }

    void check_table(const Column& column, const std::string& at) {
        const bool wants = one_of(column.type, {FieldType::code, FieldType::codes});
        if (wants && !column.table)
            add(at, {"代码字段须写明代码表 table。", "A field of codes names its table."});
        if (!wants && column.table)
            add(at + "/table", {"只有 code、codes 字段有代码表。", "Only code and codes have a table."});
        if (wants && column.table && !codes_.has_table(column.table->text))
            add(at + "/table", {"没有这个代码表。", "There is no such table of codes."});
    }
    void check_limits(const Column& column, const std::string& at) {
        if ((column.min || column.max) && !has_length_or_size(column.type))
            add(at, {"这类字段没有 min、max。", "A field of this type has no min or max."});
        if (column.min && column.max && *column.min > *column.max)
            add(at + "/max", {"max 小于 min。", "max is less than min."});
    }
    void check_condition(const Column& column, const std::string& at) {
        if (!column.when) return;
        const auto found = std::find_if(earlier_.begin(), earlier_.end(), [&](const Column* other) {
            return other->id.text == column.when->field.text;
        });
        if (found == earlier_.end()) {
            add(at + "/when/field", {"条件只能引用同一表单中排在前面的字段。",
                                     "A condition names a field that stands before it in the form."});
            return;
        }
        const Column& other = **found;
        if (!one_of(other.type, {FieldType::code, FieldType::codes, FieldType::boolean}))
            add(at + "/when/field", {"条件只能看代码或真假字段。",
                                     "A condition looks at codes or at true or false."});
        if (column.when->is.empty())
            add(at + "/when/is", {"条件没有列出值。", "The condition lists no value."});
        for (std::size_t i = 0; i < column.when->is.size(); ++i)
            if (!may_be(other, column.when->is[i]))
                add(at + "/when/is/" + std::to_string(i),
                    {"那个字段不会有这个值。", "That field never has this value."});
    }
    [[nodiscard]] bool may_be(const Column& column, const std::string& value) const {
        if (column.type == FieldType::boolean) return value == "true" || value == "false";
        return !column.table || codes_.has(column.table->text, value);
    }

    const CodeBook& codes_;
    std::vector<Fault>& faults_;
    std::set<std::string> seen_;
    std::vector<const Column*> earlier_;
};

void check_field(const Field& field, const CodeBook& codes, const std::string& at,
                 std::vector<Fault>& faults) {
    const bool rows = field.type == FieldType::rows;
    if (rows != field.columns.has_value() || (rows && field.columns->empty()))
        faults.push_back({at, {"rows 字段须有 columns，其他字段没有。",
                               "A field of rows has columns, no other has."}});
    if (field.is_sealed() && !one_of(field.type, {FieldType::text, FieldType::phone,
                                                  FieldType::identity_number}))
        faults.push_back({at + "/sealed", {"只有 text、phone、identity_number 可以加密。",
                                           "Only text, phone and identity_number can be sealed."}});
    if (field.is_sealed() && field.read_by() == Audience::everybody)
        faults.push_back({at + "/audience", {"加密的字段不能向公众公开。",
                                             "A sealed field cannot be open to everybody."}});
    if (field.is_unique() && (rows || one_of(field.type, {FieldType::long_text, FieldType::boolean,
                                                          FieldType::codes, FieldType::file})))
        faults.push_back({at + "/unique", {"这类字段不能要求唯一。",
                                           "A field of this type cannot be unique."}});
    if (!field.columns) return;
    ColumnCheck columns(codes, faults);
    for (std::size_t i = 0; i < field.columns->size(); ++i) {
        const std::string where = at + "/columns/" + std::to_string(i);
        columns.check((*field.columns)[i], where);
        if ((*field.columns)[i].type == FieldType::rows)
            faults.push_back({where + "/type", {"表中不能再有表。", "Rows hold no rows."}});
    }
}

}  // namespace

bool Register::is_certain() const { return all_certain(basis); }

const Field* Register::field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& field) { return field.id.text == name; });
    return found == fields.end() ? nullptr : &*found;
}

bool is_id(std::string_view text) {
    const auto inner = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text.size() <= 40 && text.front() >= 'a' && text.front() <= 'z' &&
           std::all_of(text.begin(), text.end(), inner);
}

Level level_of(const PlaceCode& place) {
    if (place.text.size() == 6 && place.text.substr(2) == "0000") return Level::province;
    return city_of(place) == place ? Level::city : Level::county;
}

std::vector<Fault> faults_of(const Fields& fields, const CodeBook& codes, const std::string& at) {
    std::vector<Fault> faults;
    ColumnCheck columns(codes, faults);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string where = at + "/" + std::to_string(i);
        columns.check(fields[i], where);
        check_field(fields[i], codes, where, faults);
    }
    return faults;
}

std::vector<Fault> faults_of(const Register& definition, const CodeBook& codes) {
    std::vector<Fault> faults;
    const auto add = [&](std::string at, Text message) {
        faults.push_back({std::move(at), std::move(message)});
    };
    if (!is_id(definition.id.text))
        add("/id", {"名称只能由小写字母、数字和下划线组成，并以字母开头。",
                    "An id is lower-case letters, digits and underscores, a letter first."});
    if (definition.basis.empty())
        add("/basis", {"须写明依据；没有的写明拟议（mark = \"P\"）。",
                       "Name a basis; a proposal says mark = \"P\"."});
    if (definition.issuer.levels.empty())
        add("/issuer/levels", {"须写明由哪一级签发。", "Name the level that issues."});
    if (definition.number && !NumberPattern::read(definition.number->text))
        add("/number", {"编号格式须含 {serial:位数}，并只用 {place}、{year}、{serial:位数}。",
                        "A number pattern has {serial:N} and only {place}, {year}, {serial:N}."});
    if (definition.validity && definition.validity->months && definition.validity->days)
        add("/validity", {"有效期用月或日，不能两者都写。", "Validity is in months or in days, not both."});
    if (definition.gate_effect() != GateEffect::none && definition.subject != Subject::organisation)
        add("/gate", {"市场关卡只看机构的登记项。", "The gate reads entries about organisations only."});
    if (definition.counts == Counts::recognised && !definition.standard)
        add("/standard", {"需互认的登记须写明标准版本。",
                          "A register that is recognised names its standard."});
    if (definition.ends && definition.subject != Subject::organisation)
        add("/ends", {"只有关于机构的登记簿可以终止其他登记簿的登记项。",
                      "Only a register about organisations ends entries of others."});
    if (definition.ends)
        for (std::size_t i = 0; i < definition.ends->size(); ++i)
            if (!is_id((*definition.ends)[i].text) || (*definition.ends)[i].text == definition.id.text)
                add("/ends/" + std::to_string(i), {"须为另一个登记簿的名称。", "Names another register."});
    auto fields = faults_of(definition.fields, codes, "/fields");
    faults.insert(faults.end(), fields.begin(), fields.end());
    if (definition.statistics)
        for (std::size_t i = 0; i < definition.statistics->size(); ++i) {
            const Field* field = definition.field((*definition.statistics)[i].text);
            if (field == nullptr || field->is_sealed() ||
                !one_of(field->type, {FieldType::code, FieldType::codes, FieldType::boolean,
                                      FieldType::place, FieldType::industry, FieldType::occupation}))
                add("/statistics/" + std::to_string(i),
                    {"统计只能按未加密的代码或真假字段。",
                     "Statistics count by codes or true and false, never by sealed fields."});
        }
    return faults;
}

}  // namespace jianghui::registers
