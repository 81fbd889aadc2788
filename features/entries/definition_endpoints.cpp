#include "features/entries/definition_endpoints.hpp"

#include <algorithm>
#include <map>

#include "engine/access/access.hpp"
#include "engine/procedures/catalogue.hpp"

namespace jianghui::entries {
namespace {

/// What every definition says, whatever its sort.
struct Common {
    Text title;
    std::vector<DefinitionBasis> bases;
};

Text title_in(const codec::json::object& object, const std::string& otherwise) {
    if (const auto* title = object.if_contains("title"))
        if (auto read = codec::decode_value<Text>(*title)) return std::move(*read);
    return {otherwise, otherwise};
}

/// Adds the bases that the object (a definition, or one of its clocks) names.
void add_bases(const codec::json::object& object, const std::optional<Text>& clock,
               std::vector<DefinitionBasis>& bases) {
    const auto* named = object.if_contains("basis");
    if (named == nullptr || !named->is_array()) return;
    for (const auto& one : named->get_array())
        if (auto read = codec::decode_value<registers::Basis>(one))
            bases.push_back({std::move(*read), clock});
}

Common common_of(const registers::DefinitionRow& row) {
    Common common{{row.id, row.id}, {}};
    const auto document = registers::read_toml(row.text, row.id + ".toml");
    const auto* object = document ? document->value.if_object() : nullptr;
    if (object == nullptr) return common;
    common.title = title_in(*object, row.id);
    add_bases(*object, {}, common.bases);
    const auto* clocks = object->if_contains("clocks");
    if (clocks == nullptr || !clocks->is_array()) return common;
    for (const auto& clock : clocks->get_array())
        if (clock.is_object()) add_bases(clock.get_object(), title_in(clock.get_object(), ""), common.bases);
    return common;
}

DefinitionView view_of(const store::Reader& reader, const registers::DefinitionRow& row,
                       bool newest) {
    DefinitionView view;
    view.kind = row.kind;
    view.id = row.id;
    view.version = row.version;
    Common common = common_of(row);
    view.title = std::move(common.title);
    view.bases = std::move(common.bases);
    view.state = newest ? DefinitionState::in_force : DefinitionState::superseded;
    view.confirmed = registers::all_certain(view.bases) || row.confirmed_at.has_value();
    view.since_at = row.at;
    view.confirmed_at = row.confirmed_at;
    view.digest = row.digest;
    if (row.confirmed_by) view.confirmed_by = access::account_name(reader, *row.confirmed_by);
    return view;
}

DefinitionView view_of(DefinitionKind kind, const registers::Refused& refused) {
    DefinitionView view;
    view.kind = kind;
    view.id = refused.file;
    view.title = {refused.file, refused.file};
    view.state = DefinitionState::refused;
    if (refused.error.errors.empty())
        view.faults.push_back({refused.error.path, refused.error.message});
    for (const auto& one : refused.error.errors) view.faults.push_back({one.path, one.message});
    return view;
}

void add(std::vector<DefinitionView>& list, const std::vector<registers::DefinitionRow>& rows,
         const app::Query& query) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool newest = i + 1 == rows.size() || rows[i + 1].id != rows[i].id;
        list.push_back(view_of(query.db, rows[i], newest));
    }
}

/// All of one sort: the files that were refused, then what is or was in force.
template <class Catalogue>
void add(std::vector<DefinitionView>& list, const app::Query& query, DefinitionKind kind) {
    for (const auto& refused : query.services.get<Catalogue>().refused())
        list.push_back(view_of(kind, refused));
    add(list, registers::definition_rows(query.db, kind), query);
}

int urgency(const DefinitionView& view) {
    if (view.state == DefinitionState::refused) return 0;
    if (view.state == DefinitionState::superseded) return 3;
    return view.confirmed ? 2 : 1;
}

}  // namespace

std::vector<DefinitionView> definitions_of(const app::Query& query, std::optional<DefinitionKind> kind) {
    std::vector<DefinitionView> items;
    const auto wanted = [&](DefinitionKind one) { return !kind || *kind == one; };
    if (wanted(DefinitionKind::registers))
        add<registers::Catalogue>(items, query, DefinitionKind::registers);
    if (wanted(DefinitionKind::procedures))
        add<procedures::Catalogue>(items, query, DefinitionKind::procedures);
    // A measure that does not pass is logged by features/statistics.
    if (wanted(DefinitionKind::measures))
        add(items, registers::definition_rows(query.db, DefinitionKind::measures), query);
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
        return urgency(a) < urgency(b);
    });
    return items;
}

Result<DefinitionList> list_definitions(app::Query& query, const AskDefinitions& input) {
    return DefinitionList{definitions_of(query, input.kind)};
}

Result<DefinitionView> confirm(app::Command& command, const ConfirmDefinition& input) {
    const auto find = [&]() -> std::optional<DefinitionView> {
        const auto rows = registers::definition_rows(command.db, input.kind);
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].id == input.id.text && rows[i].version == input.version.value)
                return view_of(command.db, rows[i],
                               i + 1 == rows.size() || rows[i + 1].id != rows[i].id);
        return std::nullopt;
    };
    const auto before = find();
    if (!before) return refuse(not_found);
    if (before->confirmed) return refuse(definition_confirmed_already);
    TRY_DO(registers::confirm_definition(command, input.kind, input.id.text, input.version));
    return *find();
}

}  // namespace jianghui::entries
