#include "features/shortages/following.hpp"

#include <map>

#include "engine/journal/checkpoint.hpp"
#include "engine/journal/event_data.hpp"
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

/// The posts of one run: each is read once and written once, and only when something changed. An order
/// that is grabbed in a thousand shares says a thousand times what remains.
class PostsInHand {
  public:
    explicit PostsInHand(store::Transaction& db) : db_(db) {}

    [[nodiscard]] std::optional<Post> find(std::int64_t order) { return known(order).now; }
    void put(const Post& post) { known(post.order_id).now = post; }
    void write() {
        std::vector<store::Arguments> rows;
        for (const auto& [order, one] : known_)
            if (one.now && one.now != one.kept) rows.push_back(store::members(*one.now));
        if (!rows.empty()) db_.execute_all(sql::put_post, rows);
    }

  private:
    struct One {
        std::optional<Post> kept;  ///< as in the table
        std::optional<Post> now;
    };
    One& known(std::int64_t order) {
        const auto found = known_.find(order);
        if (found != known_.end()) return found->second;
        const auto post = db_.one<Post>(sql::find_post, store::arguments("order_id", order));
        return known_.emplace(order, One{post, post}).first->second;
    }
    store::Transaction& db_;
    std::map<std::int64_t, One> known_;
};

void follow_order(app::Command& command, PostsInHand& posts, const journal::Event& event) {
    if (event.subject_kind != "order") return;
    auto post = posts.find(event.subject.number);
    const bool opens = event.kind == "order.opened" || event.kind == "order.resumed";
    if (!post) {
        const PlaceCode place{std::string(journal::text_of(event.data, "place"))};
        const OccupationCode occupation{std::string(journal::text_of(event.data, "occupation"))};
        if (!opens || !place || !occupation) return;
        post = Post{event.subject.number, city_of(place), occupation, event.at, {}, {}, {},
                    event.organisation.value_or(OrganisationId{}).number};
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
    posts.put(after);
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
    const PlaceCode place{std::string(journal::text_of(event.data, "place"))};
    if (!event.person || !place) return;
    const PlaceCode city = city_of(place);
    const PlaceCode before = home_of(command.db, *event.person);
    if (before == city) return;
    if (before) add_flow(command, event, FlowKind::residence, before, city);
    command.db.execute(sql::delete_residence, store::arguments("person", *event.person));
    command.db.execute(sql::insert_residence,
                       store::arguments("person", *event.person, "city", city));
}

void follow_seat(app::Command& command, PostsInHand& posts, const journal::Event& event) {
    const auto order = OrderId::parse(journal::text_of(event.data, "order"));
    const auto post = order ? posts.find(order->number) : std::nullopt;
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
    PostsInHand posts(command.db);
    const bool more = journal::read_on(
        command.db, reader_name, batch, is_wanted, [&](const journal::Event& event) {
            if (event.kind == "seat.accepted") follow_seat(command, posts, event);
            else if (event.kind == "privacy.erased") follow_erasure(command, event);
            else if (event.kind.starts_with("people.")) follow_person(command, event);
            else follow_order(command, posts, event);
        });
    posts.write();
    return more;
}

std::int64_t followed_to(const store::Reader& reader) {
    return journal::checkpoint(reader, reader_name);
}

std::vector<FlowRow> flows_of(const store::Reader& reader, int period, FlowKind kind) {
    return reader.all<FlowRow>(sql::flows, store::arguments("period", period, "kind", kind));
}

}  // namespace jianghui::shortages
