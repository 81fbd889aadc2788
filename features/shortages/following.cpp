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

/// Where somebody lives.
struct Residence {
    std::int64_t person = 0;
    PlaceCode city;
    bool operator==(const Residence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Residence, (), (person, city))

/// The rows that one run is about, by a key: read together, each written once, and only when something changed. An
/// order that is grabbed in a thousand shares says a thousand times what remains.
template <class Row>
class InHand {
  public:
    /// `greatest`: no key behind it has a row; none: no row at all.
    explicit InHand(std::optional<std::int64_t> greatest) : greatest_(greatest) {}

    /// Before any of them is looked for.
    void ask(store::Readings& readings, const store::Statement& statement, std::string_view name,
             std::int64_t key) {
        if (!known_.try_emplace(key).second || !greatest_ || key > *greatest_) return;
        readings.each<Row>(statement, store::arguments(name, key), [one = &known_[key]](Row&& row) {
            one->kept = std::move(row);
            one->now = one->kept;
        });
    }
    [[nodiscard]] std::optional<Row> find(std::int64_t key) const {
        const auto found = known_.find(key);
        ASSERT(found != known_.end());
        return found->second.now;
    }
    void put(std::int64_t key, Row row) { known_[key].now = std::move(row); }
    /// As though it had never been there: the database has forgotten it as well.
    void forget(std::int64_t key) { known_[key] = {}; }
    /// Calls `write(kept, now)` for each that changed.
    template <class F>
    void each_changed(F&& write) const {
        for (const auto& [key, one] : known_)
            if (one.now != one.kept) write(one.kept, *one.now);
    }

  private:
    struct One {
        std::optional<Row> kept;  ///< as in the table
        std::optional<Row> now;
    };
    std::optional<std::int64_t> greatest_;
    std::map<std::int64_t, One> known_;
};

struct Known {
    InHand<Post> posts;
    InHand<Residence> residences;
};

std::optional<OrderId> order_of(const journal::Event& event) {
    return OrderId::parse(journal::text_of(event.data, "order"));
}

void ask(Known& known, store::Readings& readings, const journal::Event& event) {
    const auto ask_post = [&](std::int64_t order) {
        known.posts.ask(readings, sql::find_post, "order_id", order);
    };
    if (event.subject_kind == "order") ask_post(event.subject.number);
    if (event.kind == "seat.accepted")
        if (const auto order = order_of(event)) ask_post(order->number);
    if (event.person)
        known.residences.ask(readings, sql::find_residence, "person", event.person->number);
}

/// What changed.
void write(store::Transaction& db, const Known& known) {
    std::vector<store::Arguments> posts, changed_posts, moved_away, moved_in;
    known.posts.each_changed([&](const std::optional<Post>& kept, const Post& now) {
        (kept && kept->opened_at == now.opened_at ? changed_posts : posts).push_back(store::members(now));
    });
    known.residences.each_changed([&](const std::optional<Residence>& kept, const Residence& now) {
        if (kept) moved_away.push_back(store::arguments("person", now.person));
        moved_in.push_back(store::members(now));
    });
    if (!posts.empty()) db.execute_all(sql::put_post, posts);
    if (!changed_posts.empty()) db.execute_all(sql::change_post, changed_posts);
    if (!moved_away.empty()) db.execute_all(sql::delete_residence, moved_away);
    if (!moved_in.empty()) db.execute_all(sql::insert_residence, moved_in);
}

/// What the order offered a month when the event happened, whatever its terms are now.
std::optional<std::int64_t> pay_at(const app::Command& command, const journal::Event& event) {
    const auto order = orders::find(command.db, OrderId{event.subject.number});
    if (!order) return std::nullopt;
    return monthly_pay(command.services.get<codes::Tables>(), orders::as_of(command.db, *order, event.at), date_of(event.at));
}

/// How the post stood until the event, which took something of it back.
void keep_spell(store::Transaction& db, const Post& before, const Post& after, const journal::Event& event) {
    db.execute(sql::insert_spell, store::arguments("order_id", before.order_id, "city", before.city, "until_position",
                                                   event.position, "opened_at", before.opened_at, "filled_at", before.filled_at,
                                                   "ended_at", before.ended_at, "pay_fen", before.pay_fen, "opens_anew",
                                                   opens_anew(before, after)));
}

void follow_order(app::Command& command, InHand<Post>& posts, const journal::Event& event) {
    if (event.subject_kind != "order") return;
    auto post = posts.find(event.subject.number);
    const bool is_known = post.has_value();
    const bool opens = event.kind == "order.opened" || event.kind == "order.resumed";
    if (!post) {
        const PlaceCode place{std::string(journal::text_of(event.data, "place"))};
        const OccupationCode occupation{std::string(journal::text_of(event.data, "occupation"))};
        if (!opens || !place || !occupation) return;
        post = Post{event.subject.number, city_of(place), occupation, event.at, {}, {}, {},
                    event.organisation.value_or(OrganisationId{}).number};
    }
    auto after = after_event(*post, event.kind, event.data, event.at);
    if (opens || event.kind == "order.revised") after.pay_fen = pay_at(command, event);
    if (is_known && takes_back(*post, after)) keep_spell(command.db, *post, after, event);
    posts.put(event.subject.number, after);
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

void follow_person(app::Command& command, InHand<Residence>& residences, const journal::Event& event) {
    const PlaceCode place{std::string(journal::text_of(event.data, "place"))};
    if (!event.person || !place) return;
    const PlaceCode city = city_of(place);
    const auto before = residences.find(event.person->number);
    if (before && before->city == city) return;
    if (before) add_flow(command, event, FlowKind::residence, before->city, city);
    residences.put(event.person->number, {event.person->number, city});
}

void follow_seat(app::Command& command, const Known& known, const journal::Event& event) {
    const auto order = order_of(event);
    const auto post = order ? known.posts.find(order->number) : std::nullopt;
    if (!post || !event.person) return;
    const auto home = known.residences.find(event.person->number);
    add_flow(command, event, FlowKind::work, home ? home->city : PlaceCode{}, post->city);
}

/// What was read before the erasure but followed after it brings no row back.
void follow_erasure(app::Command& command, InHand<Residence>& residences, const journal::Event& event) {
    if (!event.person) return;
    forget_person(command.db, *event.person);
    residences.forget(event.person->number);
}

}  // namespace

void forget_person(store::Transaction& transaction, PersonId person) {
    transaction.execute(sql::delete_residence, store::arguments("person", person));
    transaction.execute(sql::delete_flow_people, store::arguments("person", person));
}

Result<bool> follow_next(app::Command& command) {
    const auto next = command.services.get<FollowedNext>().ahead.take_next(command.db, command.services.get<store::Store>(),
                                                                          reader_name, batch, is_wanted);
    const auto& [events, more] = next.taken;
    if (events.empty()) return more;
    Known known{InHand<Post>(command.db.value<std::int64_t>(sql::greatest_post)),
                InHand<Residence>(command.db.value<std::int64_t>(sql::greatest_residence))};
    store::Readings readings;
    for (const auto& event : events) ask(known, readings, event);
    readings.run(command.db);
    for (const auto& event : events) {
        if (event.kind == "seat.accepted") follow_seat(command, known, event);
        else if (event.kind == "privacy.erased") follow_erasure(command, known.residences, event);
        else if (event.kind.starts_with("people.")) follow_person(command, known.residences, event);
        else follow_order(command, known.posts, event);
    }
    write(command.db, known);
    return more;
}

std::int64_t followed_to(const store::Reader& reader) {
    return journal::checkpoint(reader, reader_name);
}

std::vector<FlowRow> flows_of(const store::Reader& reader, int period, FlowKind kind) {
    return reader.all<FlowRow>(sql::flows, store::arguments("period", period, "kind", kind));
}

}  // namespace jianghui::shortages
