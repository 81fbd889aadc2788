#include "features/fairs/personal_data.hpp"

#include "features/fairs/model.hpp"
#include "features/fairs/queries.hpp"

namespace jianghui::fairs {
namespace {

/// Her place in a plan. It names her by her id alone, so nothing is emptied when she goes.
struct PlannedCopy {
    FairId fair_id;
    OrderId order_id;
    int score = 0;
    bool by_hand = false;
    std::optional<SeatId> seat_id;
};
BOOST_DESCRIBE_STRUCT(PlannedCopy, (), (fair_id, order_id, score, by_hand, seat_id))

codec::json::array copy(const app::AboutPerson& about) {
    return app::documents(about.db.all<PlannedCopy>(sql::pairs_of_person,
                                                    store::arguments("person", about.person)));
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "fairs";
    part.title = {"专场统配方案", "Plans of fairs"};
    part.copy = copy;
    return part;
}

}  // namespace jianghui::fairs
