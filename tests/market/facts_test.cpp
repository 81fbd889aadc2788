// What is kept in memory between commits (docs/adr/0012) against the database, under random acts of two
// processes: grabs' facts, orders' pages, refusals without the lane.

#include <array>
#include <random>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "features/orders/board.hpp"
#include "features/shares/api.hpp"
#include "features/shares/facts.hpp"
#include "tests/support/test_app.hpp"

namespace jianghui {
namespace facts_test {

using access::Role;
using test::TestApp;

/// The database as one that other programs write to as well.
class Shared final : public store::Database {
  public:
    explicit Shared(std::unique_ptr<store::Database> inner) : inner_(std::move(inner)) {}
    std::unique_ptr<store::Connection> connect(Use use) override { return inner_->connect(use); }
    [[nodiscard]] bool shared() const override { return true; }

  private:
    std::unique_ptr<store::Database> inner_;
};

std::unique_ptr<store::Database> shared(std::unique_ptr<store::Database> inner) {
    return std::make_unique<Shared>(std::move(inner));
}

std::string seats(int count) { return fmt::format(R"({{"seats":{}}})", count); }

constexpr const char* settled = R"({"ground":"settled"})";

/// The share defaults through that process, as a clock of seats does it when nobody came; whether it was live.
bool let_default(TestApp& world, const std::string& share) {
    bool did = false;
    world.store().write([&](store::Transaction& transaction) {
        const access::Caller nobody;
        const auto& services = world.app().services();
        app::Command command(transaction, nobody, world.clock().now(), services,
                             services.get<IdSource>());
        const auto row = shares::find(transaction, *ShareId::parse(share));
        did = row && shares::is_live(row->status);
        if (did) shares::end(command, *row, shares::ShareStatus::defaulted, "nobody_came");
        return did;
    });
    return did;
}

/// Two processes on one database, and random acts through either.
class Market {
  public:
    explicit Market(std::uint32_t seed) : random_(seed), second_(first_, shared) {
        employers_ = {first_.employer("511502"), first_.employer("510502")};
        for (int i = 0; i < 4; ++i) agencies_.push_back(first_.agency("510502", 12 + 10 * i));
        official_ = first_.caller(Role::official, {}, "510000");
        colleague_ = first_.caller(Role::official, {}, "510000");
        for (int i = 0; i < 5; ++i) open_order();
    }

    void act() {
        switch (below(14)) {
            case 0: return open_order();
            case 1: return release();
            case 2: return suspend();
            case 3: return exclude();
            case 4: return change();
            case 5: return suspend_credential();
            case 6: first_.clock().advance(std::chrono::minutes(1 + below(600))); return run_clocks();
            case 7: return let_default();
            case 8: return close_defaults();
            default: return grab();
        }
    }

    /// Both processes know what the database says.
    void compare() {
        for (auto* world : worlds()) {
            compare_facts(*world);
            for (const auto& order : orders_) compare_page(*world, order);
        }
    }
    [[nodiscard]] int granted() const { return granted_; }
    [[nodiscard]] int closed() const { return closed_; }

  private:
    std::array<TestApp*, 2> worlds() { return {&first_, &second_}; }
    TestApp& any() { return *worlds()[static_cast<std::size_t>(below(2))]; }
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    void open_order() {
        orders_.push_back(
            first_.open_order(one_of(employers_), 9 + below(12), R"(,"cap_per_agency":9)"));
    }
    void grab() {
        std::vector<TestApp::Posted> grabs;
        for (int i = 1 + below(8); i > 0; --i) {
            if (!grabs.empty() && below(5) == 0) {
                grabs.push_back(grabs.back());  // A client that repeats itself.
                continue;
            }
            const bool gone = below(20) == 0;
            grabs.push_back({"/orders/" + (gone ? OrderId{1}.text() : one_of(orders_)) + "/shares",
                             one_of(agencies_), seats(1 + below(4)),
                             fmt::format("k{}", below(10) == 0 ? keys_ : ++keys_)});
        }
        for (const auto& answer : any().post_together(grabs)) {
            EXPECT_LT(answer.status, 500) << answer.bytes;
            if (answer.status != 201) continue;
            ++granted_;
            shares_.push_back(answer.text("id"));
        }
    }
    void release() {
        if (shares_.empty()) return;
        const auto& share = one_of(shares_);
        for (const auto& agency : agencies_) any().post("/shares/" + share + "/release", agency);
    }
    void suspend() {
        const auto path = "/orders/" + one_of(orders_);
        any().post(path + (below(2) == 0 ? "/suspend" : "/resume"), official_,
                   R"({"reason":"测试"})");
    }
    void exclude() {
        const auto path =
            "/organisations/" + one_of(agencies_).organisation.text() + "/exclusion";
        if (below(3) == 0) {
            any().post(path, official_, R"({"reason_code":"other"})");
            any().post(path + "/approve", colleague_);
        } else {
            any().send(http::Method::del, path, official_);
            any().post(path + "/approve", colleague_);
        }
    }
    void change() {
        const auto& order = one_of(orders_);
        for (const auto& employer : employers_) {
            const auto now = any().get("/orders/" + order, employer);
            any().post("/orders/" + order + "/changes", employer,
                       fmt::format(R"({{"version":{},"headcount":{},"address":"{}车间"}})",
                                   now.number("version"), 9 + below(16), below(90)),
                       fmt::format("c{}", ++keys_));
        }
    }
    void suspend_credential() {
        const auto& agency = one_of(agencies_);
        const auto credentials = any().store().read([&](store::Reader& reader) {
            return organisations::gate_facts(reader, agency.organisation)->credentials;
        });
        for (const auto& credential : credentials)
            any().post("/credentials/" + credential.id.text() +
                           (below(3) == 0 ? "/suspend" : "/restore"),
                       official_, R"({"reason_code":"other"})");
    }
    void let_default() {
        if (shares_.empty()) return;
        const auto& share = one_of(shares_);
        if (facts_test::let_default(any(), share)) defaulted_.push_back(share);
    }
    void close_defaults() {
        for (const auto& share : defaulted_)
            for (const auto& employer : employers_)
                closed_ += any().post("/shares/" + share + "/default/close", employer, settled).status == 200;
        defaulted_.clear();
    }
    void run_clocks() { (void)any().app().run_due_jobs(); }

    void compare_facts(TestApp& world) {
        world.store().write([&](store::Transaction& transaction) {
            auto& known = world.app().services().get<shares::GrabFacts>();
            shares::GrabFacts fresh;
            for (auto* facts : {&known, &fresh}) {
                facts->begin(world.store().losses());
                for (const auto& order : orders_) facts->want(*OrderId::parse(order));
                for (const auto& agency : agencies_) facts->want(agency.organisation);
                store::Readings readings;
                facts->ask(readings);
                readings.run(transaction);
                facts->ready(transaction);
            }
            EXPECT_EQ(known.position(), fresh.position());
            for (const auto& order : orders_) compare_order(known, fresh, *OrderId::parse(order));
            for (const auto& agency : agencies_) {
                const auto* a = known.agency(agency.organisation);
                const auto* b = fresh.agency(agency.organisation);
                EXPECT_TRUE(a != nullptr && b != nullptr);
                EXPECT_EQ(a->totals.seats, b->totals.seats);
                EXPECT_EQ(a->totals.open_defaults, b->totals.open_defaults);
                const auto& mine = a->facts.organisation;
                const auto& truth = b->facts.organisation;
                EXPECT_EQ(mine.status, truth.status);
                EXPECT_EQ(mine.name, truth.name);
                EXPECT_EQ(mine.capacity, truth.capacity);
                EXPECT_EQ(mine.exclusion.has_value(), truth.exclusion.has_value());
                EXPECT_EQ(codec::encode(a->facts.credentials), codec::encode(b->facts.credentials));
            }
            return false;
        });
    }
    void compare_order(const shares::GrabFacts& known, const shares::GrabFacts& fresh, OrderId id) {
        const auto* a = known.order(id);
        const auto* b = fresh.order(id);
        ASSERT_TRUE(a != nullptr && b != nullptr);
        EXPECT_EQ(codec::encode(*a), codec::encode(*b));
        EXPECT_EQ(known.name_of(a->employer), fresh.name_of(a->employer));
        for (const auto& agency : agencies_)
            EXPECT_EQ(known.seats_of(id, agency.organisation),
                      fresh.seats_of(id, agency.organisation));
    }
    void compare_page(TestApp& world, const std::string& order) {
        const auto truth = world.store().read([&](store::Reader& reader) {
            const auto row = orders::find(reader, *OrderId::parse(order));
            return codec::encode(orders::view(reader, world.app().services(), *row));
        });
        EXPECT_EQ(world.get("/orders/" + order, agencies_[0]).bytes, truth);
    }

    std::mt19937 random_;
    TestApp first_{shared};
    TestApp second_;
    std::vector<access::Caller> employers_, agencies_;
    access::Caller official_;
    access::Caller colleague_;
    std::vector<std::string> orders_, shares_, defaulted_;
    int keys_ = 0;
    int granted_ = 0;
    int closed_ = 0;  ///< defaults
};

TEST(Facts, AreWhatTheDatabaseSaysUnderRandomActsOfTwoProcesses) {
    int granted = 0, closed = 0;
    for (std::uint32_t seed = 1; seed <= 3 && !testing::Test::HasFailure(); ++seed) {
        Market market(seed);
        for (int step = 0; step < 120 && !testing::Test::HasFailure(); ++step) {
            SCOPED_TRACE(fmt::format("seed {} step {}", seed, step));
            market.act();
            market.compare();
        }
        granted += market.granted();
        closed += market.closed();
    }
    EXPECT_GT(granted, 50);
    EXPECT_GT(closed, 5);
}

/// The gate shuts and opens with the commit, for the process that made it and for the other one.
TEST(Facts, OfADefaultAndOfItsClosingAreHeardInEitherProcess) {
    TestApp first(shared);
    TestApp second(first, shared);
    const auto employer = first.employer("511502");
    const auto agency = first.agency("510502");
    const auto order = first.open_order(employer, 30);
    int keys = 0;
    const auto grab = [&](TestApp& world) {
        return world.post("/orders/" + order + "/shares", agency, seats(1), fmt::format("k{}", ++keys));
    };
    const auto taken = grab(first);
    ASSERT_EQ(taken.status, 201) << taken.bytes;
    ASSERT_EQ(grab(second).status, 201) << "both know the agency";
    ASSERT_TRUE(let_default(first, taken.text("id")));
    EXPECT_EQ(grab(second).text("code"), "open_default");
    EXPECT_EQ(grab(first).text("code"), "open_default");
    ASSERT_EQ(second.post("/shares/" + taken.text("id") + "/default/close", employer, settled).status, 200);
    EXPECT_EQ(grab(first).status, 201);
    EXPECT_EQ(grab(second).status, 201);
}

TEST(Page, IsAsNewAsTheCallersOwnWriteInEitherProcess) {
    TestApp first(shared);
    TestApp second(first, shared);
    const auto employer = first.employer("511502");
    const auto agency = first.agency("510502");
    const auto order = first.open_order(employer, 30);
    for (int i = 0; i < 30; ++i) {
        auto& writes = i % 2 == 0 ? first : second;
        auto& reads = i % 3 == 0 ? first : second;
        ASSERT_EQ(writes.post("/orders/" + order + "/shares", agency, seats(1),
                              "k" + std::to_string(i)).status, 201);
        EXPECT_EQ(reads.get("/orders/" + order, agency).number("remaining"), 29 - i);
    }
}

TEST(Page, HasFindingsForItsEmployerAndOfficialsAlone) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto official = world.caller(Role::official, {}, "511500");
    const auto stranger = world.agency("510502");
    // Without a service fee and skills the post check has something to note.
    const auto order = world.open_order(employer, 3);
    const std::string path = "/orders/" + order;
    const auto full = world.get(path, employer);
    for (int round = 0; round < 2; ++round) {
        EXPECT_TRUE(world.get(path, stranger).body.at("findings").as_array().empty());
        EXPECT_TRUE(world.get(path, {}).body.at("findings").as_array().empty());
        EXPECT_EQ(world.get(path, official).bytes, full.bytes);
        EXPECT_EQ(world.get(path, employer).bytes, full.bytes);
    }
}

TEST(Page, DraftsAreTheirEmployersAlone) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto other = world.employer("511502");
    const auto draft = world.post("/orders", employer,
        R"({"title":"装配工","occupation":"6-02-06-03","headcount":3,"place":"511502"})");
    ASSERT_EQ(draft.status, 201) << draft.bytes;
    const std::string path = "/orders/" + draft.text("id");
    EXPECT_EQ(world.get(path, employer).status, 200);
    EXPECT_EQ(world.get(path, other).status, 404);
    EXPECT_EQ(world.get(path, {}).status, 404);
}

TEST(Page, WhoHasItIsToldSo) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto agency = world.agency("510502");
    const auto order = world.open_order(employer, 3);
    const auto ask = [&](const std::string& tag) {
        http::Request request;
        request.path = "/api/v1/orders/" + order;
        request.headers = {{"x-test-caller", agency.account.text()}};
        if (!tag.empty()) request.headers.emplace_back("if-none-match", tag);
        return world.app().handle(std::move(request));
    };
    const auto tag_of = [](const http::Reply& reply) {
        for (const auto& [name, value] : reply.headers)
            if (name == "etag") return value;
        return std::string();
    };
    const auto first = ask("");
    ASSERT_EQ(first.status, 200);
    EXPECT_EQ(ask(tag_of(first)).status, 304);
    ASSERT_EQ(world.post("/orders/" + order + "/shares", agency, seats(1), "k").status, 201);
    const auto second = ask(tag_of(first));
    EXPECT_EQ(second.status, 200);
    EXPECT_NE(tag_of(second), tag_of(first));
}

TEST(Board, KeepsSoManyPagesAndNoMore) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto order = *OrderId::parse(world.open_order(employer, 3));
    orders::Board board;
    EXPECT_EQ(board.find(world.app().services(), OrderId{1}), nullptr);
    EXPECT_EQ(board.size(), 0U);
    const auto page = board.find(world.app().services(), order);
    EXPECT_EQ(board.find(world.app().services(), order), page);
    EXPECT_EQ(board.size(), 1U);
}

/// Refused without the lane, a grab hears what the lane would say, and a key keeps its answer.
TEST(SoldOut, IsRefusedWithoutTheLaneAndWithTheSameWords) {
    TestApp world;
    const auto employer = world.employer("511502");
    const auto winner = world.agency("510502");
    const auto late = world.agency("511002");
    const auto order = world.open_order(employer, 4);
    const std::string grab = "/orders/" + order + "/shares";
    const auto won = world.post(grab, winner, seats(3), "w");
    ASSERT_EQ(won.status, 201);
    const auto words = [](TestApp::Answer answer) {
        answer.body.as_object().erase("trace");
        return codec::json::serialize(answer.body);
    };
    // Too many: the lane says so first.
    const auto by_lane = world.post(grab, late, seats(2), "a");
    ASSERT_EQ(by_lane.text("code"), "not_enough_seats");
    const auto commands = world.store().figures().commands;
    const auto at_once = world.post(grab, late, seats(2), "b");
    EXPECT_EQ(words(at_once), words(by_lane));
    EXPECT_EQ(world.store().figures().commands, commands);
    // The key that was answered has its answer; for another request it is reused.
    EXPECT_EQ(world.post(grab, winner, seats(3), "w").bytes, won.bytes);
    EXPECT_EQ(world.post(grab, winner, seats(2), "w").text("code"), "idempotency_key_reused");
    // What fits goes to the lane and is granted.
    ASSERT_EQ(world.post(grab, late, seats(1), "c").status, 201);
    const auto full = world.post(grab, late, seats(1), "d");
    EXPECT_EQ(full.text("code"), "not_enough_seats");
    // Seats that come back are seen at once.
    ASSERT_EQ(world.post("/shares/" + won.text("id") + "/release", winner).status, 200);
    EXPECT_EQ(world.post(grab, late, seats(1), "d").status, 201);
}

TEST(SoldOut, SeatsThatAnotherProcessGaveBackAreSeenAtOnce) {
    TestApp first(shared);
    TestApp second(first, shared);
    const auto employer = first.employer("511502");
    const auto agency = first.agency("510502");
    const auto order = first.open_order(employer, 1);
    const std::string grab = "/orders/" + order + "/shares";
    for (int i = 0; i < 10; ++i) {
        const auto won = first.post(grab, agency, seats(1), fmt::format("w{}", i));
        ASSERT_EQ(won.status, 201);
        for (const char* key : {"x", "y"})
            EXPECT_EQ(second.post(grab, agency, seats(1), key).text("code"), "not_enough_seats");
        ASSERT_EQ(first.post("/shares/" + won.text("id") + "/release", agency).status, 200);
        const auto back = second.post(grab, agency, seats(1), fmt::format("b{}", i));
        ASSERT_EQ(back.status, 201);
        ASSERT_EQ(second.post("/shares/" + back.text("id") + "/release", agency).status, 200);
    }
}

}  // namespace facts_test
}  // namespace jianghui
