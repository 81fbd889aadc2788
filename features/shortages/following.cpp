#include "features/shortages/following.hpp"

#include "engine/journal/checkpoint.hpp"
#include "features/orders/api.hpp"
#include "features/shortages/pay.hpp"
#include "features/shortages/post.hpp"
#include "features/shortages/queries.hpp"
#include "features/statistics/api.hpp"

namespace jianghui::shortages {
namespace {

constexpr const char* reader_name = "shortages";
/// Events looked at in one transaction; the lane is not held for long.
constexpr int batch = 500;

bool is_wanted(std::string_view kind) {
    return kind.starts_with("order.") || kind == "seat.accepted" || kind == "people.registered" ||
           kind == "people.changed" || kind == "privacy.erased";
}

std::string text_in(const journal::Event& event, const char* member) {
    const auto* data = event.data.if_object();
    const auto* found = data != nullptr ? data->if_contains(member) : nullptr;
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::optional<Post> post_of(const store::Reader& reader, std::int64_t order) {
    return reader.one<Post>(sql::find_post, store::arguments("order_id", order));
}

void follow_order(app::Command& command, const journal::Event& event) {
    if (event.subject_kind != "order") return;
    auto post = post_of(command.db, event.subject.number);
    const bool opens = event.kind == "order.opened" || event.kind == "order.resumed";
    if (!post) {
        const PlaceCode place{text_in(event, "place")};
        const OccupationCode occupation{text_in(event, "occupation")};
        if (!opens || !place || !occupation) return;
        post = Post{event.subject.number, city_of(place), occupation, event.at, {}, {}, {}};
    }
    if (opens || event.kind == "order.revised")
        if (const auto order = orders::find(command.db, OrderId{event.subject.number}))
            post->pay_fen = monthly_pay(command.services.get<codes::Tables>(), *order,
                                        date_of(event.at));
    const auto after = after_event(*post, event.kind, event.data, event.at);
    if (opens_anew(*post, after))
        command.db.execute(sql::insert_spell,
                           store::arguments("order_id", post->order_id, "city", post->city,
                                            "occupation", post->occupation, "opened_at",
                                            post->opened_at, "filled_at", post->filled_at));
    command.db.execute(sql::put_post, store::members(after));
}

PlaceCode home_of(const store::Reader& reader, PersonId person) {
    const auto city =
        reader.value<std::string>(sql::find_residence, store::arguments("person", person));
    return {city.value_or("")};
}

/// Counts the person of the event in that cell, once a quarter.
void add_flow(app::Command& command, const journal::Event& event, FlowKind kind,
              const PlaceCode& origin, const PlaceCode& city) {
    const int period = statistics::period_of(statistics::PeriodKind::quarter, event.at);
    const auto is_new = command.db.execute(
        sql::insert_flow_person,
        store::arguments("person", *event.person, "origin", origin, "city", city, "period", period,
                         "kind", kind));
    if (is_new != 1) return;
    command.db.execute(sql::add_flow, store::arguments("city", city, "origin", origin, "period",
                                                       period, "kind", kind));
}

void follow_person(app::Command& command, const journal::Event& event) {
    const PlaceCode place{text_in(event, "place")};
    if (!event.person || !place) return;
    const PlaceCode city = city_of(place);
    const PlaceCode before = home_of(command.db, *event.person);
    if (before == city) return;
    if (before) add_flow(command, event, FlowKind::residence, before, city);
    command.db.execute(sql::delete_residence, store::arguments("person", *event.person));
    command.db.execute(sql::insert_residence,
                       store::arguments("person", *event.person, "city", city));
}

void follow_seat(app::Command& command, const journal::Event& event) {
    const auto order = OrderId::parse(text_in(event, "order"));
    const auto post = order ? post_of(command.db, order->number) : std::nullopt;
    if (!post || !event.person) return;
    add_flow(command, event, FlowKind::work, home_of(command.db, *event.person), post->city);
}

/// What was read before the erasure but followed after it brings no row back.
void follow_erasure(app::Command& command, const journal::Event& event) {
    if (event.person) forget_person(command.db, *event.person);
}

}  // namespace

void forget_person(store::Transaction& transaction, PersonId person) {
    transaction.execute(sql::delete_residence, store::arguments("person", person));
    transaction.execute(sql::delete_flow_people, store::arguments("person", person));
}

Result<bool> follow_next(app::Command& command) {
    return journal::read_on(command.db, reader_name, batch, is_wanted,
                            [&](const journal::Event& event) {
                                if (event.kind == "seat.accepted") follow_seat(command, event);
                                else if (event.kind == "privacy.erased")
                                    follow_erasure(command, event);
                                else if (event.kind.starts_with("people."))
                                    follow_person(command, event);
                                else follow_order(command, event);
                            });
}

std::int64_t followed_to(const store::Reader& reader) {
    return journal::checkpoint(reader, reader_name);
}

std::vector<FlowRow> flows_of(const store::Reader& reader, int period, FlowKind kind) {
    return reader.all<FlowRow>(sql::flows, store::arguments("period", period, "kind", kind));
}

}  // namespace jianghui::shortages
