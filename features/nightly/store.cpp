#include "features/nightly/store.hpp"

#include <algorithm>

#include "features/codes/api.hpp"
#include "features/nightly/queries.hpp"

namespace jianghui::nightly {
namespace {

struct OrderTold {
    OrderId order_id;
};
BOOST_DESCRIBE_STRUCT(OrderTold, (), (order_id))

}  // namespace

Limits limits_on(const app::Services& services, Date day) {
    const auto& tables = services.get<codes::Tables>();
    const auto of = [&](std::string_view code, int otherwise, int least, int most) {
        return std::clamp(static_cast<int>(tables.parameter_or(code, day, otherwise)), least, most);
    };
    const Limits usual;
    return {of("nightly_hour", usual.hour, 0, 23),
            of("nightly_people_per_order", usual.people_per_order, 1, 1000),
            of("nightly_orders_per_person", usual.orders_per_person, 1, 10)};
}

std::optional<RunRow> find_run(const store::Reader& reader, Date night) {
    return reader.one<RunRow>(sql::find_run, store::arguments("night", night));
}

std::vector<RunRow> latest_runs(const store::Reader& reader, int limit) {
    return reader.all<RunRow>(sql::latest_runs, store::arguments("limit", limit));
}

std::optional<Instant> last_end(const store::Reader& reader) { return reader.value<Instant>(sql::last_end); }

std::vector<CityRow> cities_since(const store::Reader& reader, Date night) {
    return reader.all<CityRow>(sql::cities_since, store::arguments("night", night));
}

std::set<OrderId> orders_told(const store::Reader& reader, const PlaceCode& city, PersonId person) {
    std::set<OrderId> orders;
    for (const auto& [order] :
         reader.all<OrderTold>(sql::orders_told, store::arguments("city", city, "person", person)))
        orders.insert(order);
    return orders;
}

std::vector<ToldRow> told_of_person(const store::Reader& reader, PersonId person, int limit) {
    return reader.all<ToldRow>(sql::told_of_person, store::arguments("person", person, "limit", limit));
}

bool has_stopped(const store::Reader& reader, PersonId person) {
    return reader.value<Instant>(sql::find_stop, store::arguments("person", person)).has_value();
}

bool may_be_told(const store::Reader& reader, const people::Person& person) {
    return person.status == people::PersonStatus::active && person.public_pool && !has_stopped(reader, person.id);
}

}  // namespace jianghui::nightly
