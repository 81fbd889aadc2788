#include "features/imports/personal_data.hpp"

#include "features/imports/queries.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::imports {
namespace {

/// Where she stood in a list that an agency or an authority sent in.
struct ListedIn {
    std::optional<OrganisationId> organisation;
    PlaceCode place;
    std::int64_t row = 0;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ListedIn, (), (organisation, place, row, created_at))

struct ListedCopy {
    std::string organisation;  ///< "" for an authority
    PlaceCode place;
    std::int64_t row = 0;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ListedCopy, (), (organisation, place, row, created_at))

codec::json::array copy(const app::AboutPerson& about) {
    std::vector<ListedCopy> all;
    for (const auto& row : about.db.all<ListedIn>(
             sql::rows_of_person, store::arguments("person", about.person))) {
        std::string name;
        if (row.organisation)
            if (const auto found = organisations::find_reference(about.db, *row.organisation))
                name = found->name;
        all.push_back({std::move(name), row.place, row.row, row.created_at});
    }
    return app::documents(all);
}

void empty(app::Command& command, PersonId person) {
    command.db.execute(sql::empty_rows_of_person, store::arguments("person", person));
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "imports";
    part.title = {"导入的名单", "Lists that were sent in"};
    part.copy = copy;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::imports
