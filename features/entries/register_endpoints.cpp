// What registers there are, what they hold, how their entries count up.

#include <algorithm>

#include "engine/access/access.hpp"
#include "features/codes/api.hpp"
#include "features/entries/confirmation.hpp"
#include "features/entries/endpoints.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/lens.hpp"

namespace jianghui::entries {
namespace {

/// Whether the caller may know how many entries there are: published ones everybody, others the
/// authorities.
bool may_count(const app::Caller& caller, const Register& definition) {
    return definition.published || caller.in_office();
}

void fill(RegisterView& view, const app::Query& query, const Register& definition) {
    view.id = definition.id.text;
    view.version = definition.version.value;
    view.title = definition.title;
    view.about = definition.about;
    view.subject = definition.subject;
    view.counts = definition.counts;
    view.gate = definition.gate_effect();
    view.levels = definition.issuer.levels;
    if (definition.standard) view.standard = definition.standard->text;
    view.published = definition.published;
    view.certificate = definition.certificate.value_or(false);
    view.direct = definition.direct.value_or(false);
    view.confirmed = is_confirmed(query.db, definition);
    for (const auto& field : definition.fields)
        if (field.read_by() == Audience::everybody) view.public_fields.push_back(field.title);
    if (!may_count(query.caller, definition)) return;
    for (const auto& count : registers::count_places(query.db, definition.id.text)) {
        view.total += count.entries;
        if (count.status == EntryStatus::valid) view.valid += count.entries;
    }
}

std::vector<VersionView> versions_of(const app::Query& query, const std::string& id,
                                     std::string& text) {
    const bool names = query.caller.in_office() || query.caller.is(app::Role::system_administrator);
    std::vector<VersionView> versions;
    for (const auto& row :
         registers::definition_rows(query.db, registers::DefinitionKind::registers)) {
        if (row.id != id) continue;
        VersionView view{row.version, row.digest, row.at, row.confirmed_at, {}};
        if (names && row.confirmed_by)
            view.confirmed_by = access::account_name(query.db, *row.confirmed_by);
        versions.insert(versions.begin(), std::move(view));
        text = row.text;
    }
    return versions;
}

/// Adds a count to the line of its value.
void add(std::vector<CountView>& lines, const std::string& value, const Text& title,
         EntryStatus status, std::int64_t entries) {
    if (lines.empty() || lines.back().value != value) lines.push_back({value, title, 0, 0});
    lines.back().total += entries;
    if (status == EntryStatus::valid) lines.back().valid += entries;
}

/// Where the caller counts entries of the register: unpublished ones within his own place only.
std::optional<PlaceCode> counted_place(const app::Caller& caller, const Register& definition,
                                       const std::optional<PlaceCode>& asked) {
    if (definition.published) return asked;
    return asked && within(*asked, caller.place) ? asked : caller.place;
}

Text title_of(const app::Services& services, const registers::Field& field,
              const std::string& value) {
    using registers::FieldType;
    const auto& book = services.get<registers::CodeBook>();
    if (field.table) return book.title(field.table->text, value);
    if (field.type == FieldType::place) return book.title("places", value);
    if (field.type == FieldType::occupation) return book.title("occupations", value);
    if (field.type == FieldType::industry) return book.title("industries", value);
    return {value, value};
}

}  // namespace

Result<RegisterList> list_registers(app::Query& query, const AskNothing& /*input*/) {
    RegisterList list;
    for (const auto& definition : query.services.get<registers::Catalogue>().all()) {
        list.items.emplace_back();
        fill(list.items.back(), query, *definition);
    }
    return list;
}

Result<RegisterDetail> show_register(app::Query& query, const FindRegister& input) {
    const auto& catalogue = query.services.get<registers::Catalogue>();
    TRY(const auto definition, catalogue.current(input.register_id.text));
    RegisterDetail detail;
    fill(detail, query, *definition);
    detail.definition = *definition;
    detail.versions = versions_of(query, definition->id.text, detail.text);
    if (query.caller.is(app::Role::official)) {
        const auto level = registers::level_of(query.caller.place);
        const auto& levels = definition->issuer.levels;
        const bool issues = std::any_of(levels.begin(), levels.end(),
                                        [&](auto one) { return one >= level; });
        // What bars somebody, nobody brings in alone.
        detail.may_import = issues && !definition->bars();
        detail.may_issue = detail.may_import && definition->direct.value_or(false);
    }
    return detail;
}

Result<StatisticsView> statistics(app::Query& query, const AskStatistics& input) {
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().current(input.register_id.text));
    if (!may_count(query.caller, *definition)) return refuse(register_not_public);
    const auto place = counted_place(query.caller, *definition, input.place);
    StatisticsView view;
    view.as_of = query.now;
    std::map<EntryStatus, std::int64_t> by_status;
    for (const auto& count : registers::count_places(query.db, definition->id.text)) {
        const PlaceCode issued{count.value};
        if (place && !within(issued, *place)) continue;
        const std::string name = place_name(query.services, issued);
        add(view.by_place, count.value, {name, name}, count.status, count.entries);
        by_status[count.status] += count.entries;
        view.total += count.entries;
    }
    for (const auto& [status, entries] : by_status) {
        const std::string name(codec::enum_text(status));
        add(view.by_status, name, {name, name}, status, entries);
    }
    if (!definition->statistics) return view;
    for (const auto& name : *definition->statistics) {
        const auto* field = definition->field(name.text);
        ASSERT(field != nullptr);  // A definition without it is refused.
        if (field->read_by() != Audience::everybody && !query.caller.in_office()) continue;
        FieldCounts counts{name.text, field->title, {}};
        for (const auto& count :
             registers::count_values(query.db, definition->id.text, name.text, place))
            add(counts.values, count.value, title_of(query.services, *field, count.value),
                count.status, count.entries);
        view.fields.push_back(std::move(counts));
    }
    return view;
}

}  // namespace jianghui::entries
