// Public registers as tables: the columns of their export, without what one person stands behind.

#include "features/entries/api.hpp"
#include "features/open_data/kinds.hpp"
#include "features/open_data/pages.hpp"
#include "features/open_data/sources.hpp"

namespace jianghui::open_data {
namespace {

using entries::SheetFact;

bool has_consequences(registers::GateEffect gate) {
    return gate == registers::GateEffect::exclusion || gate == registers::GateEffect::warning;
}

/// Which columns of a register leave: what the sheet says of every entry, fields of codes, numbers and days that
/// everybody reads, and the texts that data/open_fields.csv names.
class OpenColumns {
  public:
    OpenColumns(const Kinds& kinds, std::string register_id)
        : kinds_(kinds), register_id_(std::move(register_id)) {}

    [[nodiscard]] bool has(const entries::SheetColumn& each) const {
        using registers::FieldType;
        if (each.fact != SheetFact::field) return true;
        if (each.field->read_by() != registers::Audience::everybody || each.field->is_sealed())
            return false;
        switch (each.field->type) {
            case FieldType::person:
            case FieldType::phone:
            case FieldType::identity_number:
            case FieldType::file: return false;
            case FieldType::text:
            case FieldType::long_text:
            case FieldType::rows:
                return kinds_.open_texts.count({register_id_, each.field->id.text}) != 0;
            default: return true;
        }
    }

  private:
    const Kinds& kinds_;
    std::string register_id_;
};

Column register_column(const entries::SheetColumn& each) {
    switch (each.fact) {
        case SheetFact::number: return column("number", {"编号", "Number"});
        case SheetFact::subject_name: return column("subject", {"登记对象", "Subject"});
        case SheetFact::subject_key:
            return column("subject_code", {"登记对象代码", "Code of the subject"}, ColumnType::code, {},
                          {"统一社会信用代码或行政区划代码", "Credit code, or code of the place"});
        case SheetFact::place:
            return column("place", {"签发地代码", "Issuing place"}, ColumnType::code);
        case SheetFact::status: return column("status", {"状态", "State"});
        case SheetFact::valid_from_on:
            return column("valid_from_on", {"有效期起", "Valid from"}, ColumnType::date);
        case SheetFact::valid_to_on:
            return column("valid_to_on", {"有效期止", "Valid to"}, ColumnType::date, {},
                          {"空：没有期限", "Empty: no end"});
        case SheetFact::field: break;
    }
    return column("field_" + each.field->id.text, each.field->title, ColumnType::text, {},
                  {"文字，代码已换成名称；空：没有填写", "As text, names for codes; empty: not said"});
}

/// A person or a sole trader: the look-up shows no credit code of those.
bool is_one_person(const entries::EntryView& entry) {
    if (entry.subject.kind == registers::Subject::person) return true;
    return entry.subject.kind == registers::Subject::organisation && !entry.subject.credit_code;
}

Result<Content> register_table(Anybody& anybody, const entries::RegisterView& shown) {
    TRY(const auto definition, anybody.query.services.get<registers::Catalogue>().current(shown.id));
    Content table;
    table.kind = "register";
    table.part = shown.id;
    table.position = journal::last_position(anybody.query.db);
    table.formula = shown.id + " " + std::to_string(shown.version);
    const auto sheet = entries::sheet_columns(*definition);
    const OpenColumns open(anybody.query.services.get<Kinds>(), shown.id);
    for (const auto& each : sheet)
        if (open.has(each)) table.columns.push_back(register_column(each));
    entries::ListEntries wanted;
    wanted.register_id = {shown.id};
    wanted.limit = Integer<1, 200>{200};
    TRY_DO(each_of_all(anybody.query, entries::list_entries, wanted,
                       [&](const entries::EntryView& entry) {
        if (is_one_person(entry)) {
            ++table.left_out;
            return;
        }
        auto cells = entries::sheet_row(anybody.query.services, *definition, entry);
        Row row;
        for (std::size_t i = 0; i < sheet.size(); ++i)
            if (open.has(sheet[i])) row.push_back(text_cell(std::move(cells[i])));
        table.rows.push_back(std::move(row));
    }));
    return table;
}

}  // namespace

Result<std::vector<Content>> register_tables(Anybody& anybody) {
    TRY(const auto list, entries::list_registers(anybody.query, {}));
    std::vector<Content> tables;
    for (const auto& shown : list.items) {
        if (!shown.published || has_consequences(shown.gate) ||
            shown.subject == registers::Subject::person)
            continue;
        TRY(auto table, register_table(anybody, shown));
        tables.push_back(std::move(table));
    }
    return tables;
}

Result<std::vector<LiveRegister>> live_registers(Anybody& anybody) {
    TRY(const auto list, entries::list_registers(anybody.query, {}));
    std::vector<LiveRegister> found;
    for (const auto& shown : list.items)
        if (shown.published && has_consequences(shown.gate)) found.push_back({shown.id, shown.title});
    return found;
}

}  // namespace jianghui::open_data
