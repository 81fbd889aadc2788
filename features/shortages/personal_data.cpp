#include "features/shortages/personal_data.hpp"

#include "features/shortages/following.hpp"
#include "features/shortages/queries.hpp"
#include "features/shortages/view.hpp"

namespace jianghui::shortages {
namespace {

/// In which city she lives: what a move is told by.
struct ResidenceCopy {
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(ResidenceCopy, (), (city))

/// A row of `shortage_flow_people`.
struct FlowPerson {
    PlaceCode origin;
    PlaceCode city;
    int period = 0;
    FlowKind kind = FlowKind::work;
};
BOOST_DESCRIBE_STRUCT(FlowPerson, (), (origin, city, period, kind))

/// In which flow she was counted.
struct FlowCopy {
    std::string quarter;
    FlowKind kind = FlowKind::work;
    PlaceCode origin;
    PlaceCode city;
};
BOOST_DESCRIBE_STRUCT(FlowCopy, (), (quarter, kind, origin, city))

codec::json::array copy(const app::AboutPerson& about) {
    const auto of_her = store::arguments("person", about.person);
    auto copied = app::documents(about.db.all<ResidenceCopy>(sql::find_residence, of_her));
    std::vector<FlowCopy> flows;
    for (const auto& row : about.db.all<FlowPerson>(sql::flows_of_person, of_her))
        flows.push_back({period_name(row.period), row.kind, row.origin, row.city});
    for (auto& each : app::documents(flows)) copied.push_back(std::move(each));
    return copied;
}

void empty(app::Command& command, PersonId person) { forget_person(command.db, person); }

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "shortages";
    part.title = {"人才流动统计所用的现住城市和去向", "Home city and moves, for the talent-flow statistics"};
    part.copy = copy;
    part.empty = empty;
    return part;
}

}  // namespace jianghui::shortages
