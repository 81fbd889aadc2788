#include "features/entries/personal_data.hpp"

#include "features/entries/lens.hpp"

namespace jianghui::entries {
namespace {

codec::json::array copy(const app::AboutPerson& about) {
    Lens lens(about.db, about.services, about.caller, about.now);
    std::vector<EntryView> all;
    for (const auto& entry : registers::about(about.db, about.person))
        if (lens.sees(entry)) all.push_back(lens.view(entry));
    return app::documents(all);
}

/// An authority's register is its own to keep, and to end.
std::vector<app::Kept> keeps(const app::AboutPerson& about) {
    if (registers::about(about.db, about.person).empty()) return {};
    return {{app::RetentionClass::register_entry, std::nullopt, {}}};
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "entries";
    part.title = {"登记项", "Entries of registers"};
    part.copy = copy;
    part.keeps = keeps;
    return part;
}

}  // namespace jianghui::entries
