#include "features/shortages/personal_data.hpp"

#include "features/shortages/queries.hpp"

namespace jianghui::shortages {
namespace {

/// In which city she lives: what a move is told by.
struct ResidenceCopy {
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(ResidenceCopy, (), (city))

codec::json::array copy(const app::AboutPerson& about) {
    return app::documents(about.db.all<ResidenceCopy>(sql::find_residence,
                                                      store::arguments("person", about.person)));
}

void empty(app::Command& command, PersonId person) {
    command.db.execute(sql::delete_residence, store::arguments("person", person));
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "shortages";
    part.title = {"人才流动统计所用的现住城市", "Home city, for the talent-flow statistics"};
    part.copy = copy;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::shortages
