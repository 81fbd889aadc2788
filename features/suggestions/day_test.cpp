// A random day of events: the index that followed the journal, one read anew from the database and
// one that came back from its file answer the same.
#include <unistd.h>

#include <filesystem>
#include <set>

#include "features/shares/api.hpp"
#include "features/suggestions/world_for_test.hpp"

namespace jianghui::suggestions {
namespace day_test {

class ADay : public Market {
  protected:
    ADay() : file_(std::filesystem::temp_directory_path() /
                   fmt::format("jianghui-day-{}.index", ::getpid())) {}
    ~ADay() override { std::filesystem::remove(file_); }

    void step(int number) {
        static const char* places[] = {"511502", "510502", "511002"};
        static const char* more[] = {"", R"(,"reach_km":40)", R"(,"education":"junior")",
                                     R"(,"skills":[{"name":"搬运"}])"};
        switch (random_.below(9)) {
            case 0:
            case 1:
            case 2:
                people_.push_back(add_person(static_cast<int>(people_.size()) + 1,
                                             more[random_.below(4)], places[random_.below(3)]));
                break;
            case 3:
            case 4:
                orders_.push_back(world.open_order(employer, 3));
                break;
            case 5:
                if (people_.empty()) break;
                if (const auto person = any(people_); joined_.insert(person).second)
                    join_public_pool(person);
                break;
            case 6:
                if (!orders_.empty()) cancel(any(orders_));
                break;
            case 7:
                if (!people_.empty() && !orders_.empty())
                    book(any(orders_), any(people_), fmt::format("day-{}", number));
                break;
            default:
                world.app().follow();
        }
    }
    void cancel(const std::string& order) {
        (void)run(employer, [&](app::Command& command) {
            const auto row = orders::find(command.db, OrderId::parse(order).value());
            return orders::move(command, *row, orders::Act::cancel);
        });
    }
    /// Grabs a seat and has the person accept it, as far as the market lets them.
    void book(const std::string& order, PersonId person, const std::string& key) {
        const auto share =
            world.post("/orders/" + order + "/shares", agency, R"({"seats":1})", key);
        if (share.status >= 300) return;
        const auto seat = run(agency, [&](app::Command& command) {
            const auto row =
                shares::find(command.db, ShareId::parse(share.text("id")).value());
            return seats::offer(command, *row, person, std::nullopt);
        });
        if (seat)
            (void)run(herself(person),
                      [&](app::Command& command) { return seats::accept(command, *seat); });
    }
    Pool fresh() {
        return {pool().index().policy(),
                Points::load(SOURCE_FOLDER "/data",
                             world.app().services().get<codes::Tables>())
                    .value(),
                "test "};
    }
    /// Whether both answer every question of the day the same.
    void compare(const Pool& a, const Pool& b) {
        const auto& services = world.app().services();
        const Date today = date_of(world.clock().now());
        const auto agency_sees = [&](const Circle& circle) {
            return may_suggest(agency, true, circle);
        };
        EXPECT_EQ(a.index().position(), b.index().position());
        EXPECT_EQ(a.index().workers(), b.index().workers());
        EXPECT_EQ(a.index().orders(), b.index().orders());
        world.store().read([&](store::Reader& reader) {
            for (const auto& order : orders_) {
                const auto row = orders::find(reader, OrderId::parse(order).value());
                const auto answer = [&](const Pool& from, const Pool::Admission& admission) {
                    const auto asked = order_of(*row, {}, today, from.dictionary(services));
                    return summary(from.rank_workers(*asked, 20, today, admission).value());
                };
                EXPECT_EQ(answer(a, {}), answer(b, {}));
                EXPECT_EQ(answer(a, agency_sees), answer(b, agency_sees));
            }
            for (const auto id : people_) {
                const auto person = people::find(reader, id);
                const auto answer = [&](const Pool& from) {
                    const auto worker = worker_of(
                        *person, seats::busy_days(reader, person->city, id, today),
                        from.dictionary(services));
                    return summary(from.rank_orders(*worker, 20, today).value());
                };
                EXPECT_EQ(answer(a), answer(b));
            }
        });
    }
    static std::string summary(const matching::Ranking& ranking) {
        std::string text = fmt::format("{} of {}:", ranking.passing, ranking.considered);
        for (const auto& item : ranking.items) text += fmt::format(" {}={}", item.id, item.score);
        for (const auto& [filter, count] : ranking.removed)
            text += fmt::format(" {}-{}", matching::code(filter), count);
        return text;
    }
    template <class T>
    T any(const std::vector<T>& list) {
        return list[random_.below(list.size())];
    }

    Random random_{11};
    std::vector<PersonId> people_;
    std::vector<std::string> orders_;
    std::set<PersonId> joined_;
    std::filesystem::path file_;
};

TEST_F(ADay, FollowedEqualsReadAnewEqualsBackFromTheFile) {
    for (int number = 0; number < 60; ++number) step(number);
    world.app().follow();
    const auto& services = world.app().services();
    Pool kept = fresh();
    world.store().read([&](store::Reader& reader) {
        kept.load(services, reader);
        kept.keep(reader, file_);
    });
    for (int number = 60; number < 140; ++number) step(number);
    world.app().follow();
    ASSERT_GT(people_.size(), 20U);
    ASSERT_GT(orders_.size(), 10U);
    Pool read = fresh();
    Pool back = fresh();
    world.store().read([&](store::Reader& reader) {
        read.load(services, reader);
        ASSERT_TRUE(back.restore(services, reader, file_));
        back.follow(services, reader, journal::after(reader, back.index().position(), 10'000));
    });
    compare(read, pool());
    compare(back, pool());
}

TEST_F(ADay, AFileOfOtherDataOrOfAnotherJournalIsNotBelieved) {
    (void)add_person(1);
    world.app().follow();
    const auto& services = world.app().services();
    world.store().read([&](store::Reader& reader) {
        Pool kept = fresh();
        kept.load(services, reader);
        kept.keep(reader, file_);
        Pool same = fresh();
        EXPECT_TRUE(same.restore(services, reader, file_));
        EXPECT_EQ(same.index().workers(), 1);
        Pool other(pool().index().policy(),
                   Points::load(SOURCE_FOLDER "/data", services.get<codes::Tables>()).value(),
                   "another foundation ");
        EXPECT_FALSE(other.restore(services, reader, file_));
        EXPECT_EQ(other.index().workers(), 0);
        other.load(services, reader);
        EXPECT_EQ(other.index().workers(), 1);
    });
    test::TestApp elsewhere;
    const auto& there = elsewhere.app().services();
    elsewhere.store().read([&](store::Reader& reader) {
        Pool stranger = fresh();
        EXPECT_FALSE(stranger.restore(there, reader, file_)) << "its journal has no such event";
    });
}

}  // namespace day_test
}  // namespace jianghui::suggestions
