#include "features/nightly/personal_data.hpp"

#include "features/codes/api.hpp"
#include "features/nightly/queries.hpp"
#include "features/nightly/store.hpp"

namespace jianghui::nightly {
namespace {

constexpr int deleted_a_run = 500;
constexpr int copied_most = 10'000;

struct ToldCopy {
    OrderId order;
    Date night_on{};
    int score = 0;
};
BOOST_DESCRIBE_STRUCT(ToldCopy, (), (order, night_on, score))

struct StopCopy {
    Instant stopped_at;
};
BOOST_DESCRIBE_STRUCT(StopCopy, (), (stopped_at))

codec::json::array copy(const app::AboutPerson& about) {
    std::vector<ToldCopy> told;
    for (const auto& row : told_of_person(about.db, about.person, copied_most))
        told.push_back({row.order_id, row.night_on, row.score});
    auto all = app::documents(told);
    if (const auto since = about.db.value<Instant>(sql::find_stop, store::arguments("person", about.person)))
        for (auto& stop : app::documents(std::vector<StopCopy>{{*since}})) all.push_back(std::move(stop));
    return all;
}

void empty(app::Command& command, PersonId person) {
    const auto one = store::arguments("person", person);
    command.db.execute(sql::forget_told, one);
    command.db.execute(sql::delete_stop, one);
}

bool expire(app::Command& command) {
    const Date today = date_of(command.now);
    const auto months = command.services.get<codes::Tables>().parameter_or("nightly_told_months", today, 12);
    const Date before = add_months(today, -static_cast<int>(months));
    std::vector<store::Arguments> old;
    for (const auto& row : command.db.all<ToldRow>(
             sql::old_told, store::arguments("before", before, "limit", deleted_a_run)))
        old.push_back(store::arguments("city", row.city, "person", row.person, "order_id", row.order_id));
    if (!old.empty()) command.db.execute_all(sql::delete_told, old);
    return old.size() == deleted_a_run;
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "nightly";
    part.title = {"每日推荐", "Daily orders"};
    part.copy = copy;
    part.empty = empty;
    part.expire = expire;
    return part;
}

}  // namespace jianghui::nightly
