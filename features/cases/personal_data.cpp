#include "features/cases/personal_data.hpp"

#include "engine/procedures/forgetting.hpp"
#include "features/cases/queries.hpp"
#include "features/cases/view.hpp"

namespace jianghui::cases {
namespace {

std::vector<procedures::CaseRow> cases_of(const store::Reader& reader, PersonId person) {
    return reader.all<procedures::CaseRow>(sql::cases_of_person,
                                           store::arguments("person", person));
}

/// As its page shows it to her, without the rules of the procedure.
codec::json::array copy(const app::AboutPerson& about) {
    const Sight sight{about.db, about.services, about.caller, about.now};
    codec::json::array all;
    for (const auto& row : cases_of(about.db, about.person)) {
        const auto seen = find_seen(about.db, about.caller, row.id);
        if (!seen) continue;
        const auto view = view_of(sight, *seen);
        if (!view) continue;
        auto document = codec::parse(codec::encode(*view));
        ASSERT(document.has_value());
        for (const auto* rule : {"forms", "next", "basis", "names", "about", "state_hint"})
            document->as_object().erase(rule);
        all.push_back(*std::move(document));
    }
    return all;
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::int64_t count = 0;
    for (const auto& row : cases_of(about.db, about.person))
        if (!row.closed_at && procedures::relation_of(row, about.caller)) ++count;
    if (count == 0) return {};
    return {{"case_open",
             {"您还有办件没有办结。办结或撤回后再删除。",
              "Cases of yours are not closed. Wait for their end, or withdraw them."},
             count}};
}

/// Files of an authority stay with it (档案): nothing is taken out before their time.
std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    std::optional<Date> last;
    for (const auto& row : cases_of(about.db, about.person))
        if (row.closed_at) last = std::max(last.value_or(Date{}), date_of(*row.closed_at));
    if (!last) return {};
    return {{app::RetentionClass::case_file, last, {}}};
}

void forget(app::Command& command, PersonId person, app::RetentionClass record) {
    if (record == app::RetentionClass::case_file)
        procedures::forget_closed_cases(command, person);
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "cases";
    part.title = {"办件", "Cases"};
    part.copy = copy;
    part.hindrances = hindrances;
    part.keeps = keeps;
    part.forget = forget;
    return part;
}

}  // namespace jianghui::cases
