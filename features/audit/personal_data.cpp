// What the journal says about a person: ids and codes, which stay when her rows are emptied, so
// that the seals hold (CORRECTIONS 2).

#include "features/audit/personal_data.hpp"

#include "engine/app/event_catalogue.hpp"
#include "engine/journal/of_person.hpp"

namespace jianghui::audit {
namespace {

struct EventCopy {
    std::int64_t position = 0;
    Instant at;
    std::string kind;
    Text title;
    codec::json::value data;
};
BOOST_DESCRIBE_STRUCT(EventCopy, (), (position, at, kind, title, data))

codec::json::array copy(const app::AboutPerson& about) {
    const auto& kinds = about.services.get<app::EventCatalogue>();
    std::vector<EventCopy> all;
    for (const auto& event : journal::of_person(about.db, about.person)) {
        const auto* kind = kinds.find(event.kind);
        const Text title = kind == nullptr ? Text{} : Text{std::string(kind->zh), std::string(kind->en)};
        all.push_back({event.position, event.at, event.kind, title, event.data});
    }
    return app::documents(all);
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "journal";
    part.title = {"流水（只有编号和代码）", "Journal (ids and codes only)"};
    part.copy = copy;
    return part;
}

}  // namespace jianghui::audit
