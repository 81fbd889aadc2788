// One tail for all streams: an event finds whom it concerns, and nobody else looks at it.

#include "features/live/tail.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace jianghui::live {
namespace tail_test {

using access::Role;

bool is_open(std::string_view kind) { return kind == "order.remaining"; }

journal::Event event_of(std::int64_t position, const std::string& kind, std::int64_t organisation,
                        std::int64_t subject = 1) {
    journal::Event event;
    event.position = position;
    event.kind = kind;
    event.city = {"510500"};
    event.organisation = OrganisationId{organisation};
    event.subject_kind = "order";
    event.subject = {subject};
    event.data = boost::json::object{};
    return event;
}

int count(const std::string& text, const std::string& part) {
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

/// Somebody of an agency who listens, with how often she was woken.
struct Listening {
    std::shared_ptr<Tail> tail;
    std::shared_ptr<Reader> reader = std::make_shared<Reader>();
    std::shared_ptr<int> woken = std::make_shared<int>(0);
    std::shared_ptr<void> attendance;
    std::shared_ptr<void> listening;

    Listening(std::shared_ptr<Tail> of, const access::Caller& caller) : tail(std::move(of)) {
        reader->caller = caller;
        attendance = tail->attend(reader);
        listening = tail->listen(*reader, [count = woken] { ++*count; });
    }
    std::string look(std::size_t bytes_max = 32 * 1024) {
        std::string all;
        for (;;) {
            std::string out;
            if (!tail->collect(*reader, out, bytes_max)) return "from the database";
            if (out.empty()) return all;
            all += out;
        }
    }
};

access::Caller agency(std::int64_t number) {
    return {AccountId{1000 + number}, Role::agency, {"510502"}, OrganisationId{number}, {}};
}

std::shared_ptr<Tail> new_tail() { return std::make_shared<Tail>(is_open); }

TEST(Tail, WakesThoseWhomAnEventConcernsAndNobodyElse) {
    const auto tail = new_tail();
    Listening one(tail, agency(1));
    Listening other(tail, agency(2));
    EXPECT_EQ(one.look() + other.look(), "");
    tail->follow({event_of(1, "share.grabbed", 1), event_of(2, "share.grabbed", 1)});
    EXPECT_EQ(*one.woken, 1) << "once, until she has looked";
    EXPECT_EQ(*other.woken, 0);
    EXPECT_EQ(count(one.look(), "event: share.grabbed\n"), 2);
    EXPECT_EQ(other.look(), "");
    EXPECT_EQ(other.reader->position, 2) << "what does not concern her was looked at for her";
    tail->follow({event_of(3, "share.grabbed", 1)});
    EXPECT_EQ(*one.woken, 2);
}

TEST(Tail, TellsAPartyEverythingAndOthersTheNewestOfWhatIsOpen) {
    const auto tail = new_tail();
    Listening party(tail, agency(1));
    Listening other(tail, agency(2));
    EXPECT_EQ(party.look() + other.look(), "");
    tail->follow({event_of(1, "order.remaining", 1), event_of(2, "order.remaining", 1),
                  event_of(3, "order.remaining", 1, 2)});
    const std::string own = party.look();
    EXPECT_EQ(count(own, "event: order.remaining\n"), 3);
    EXPECT_LT(own.find("id: 1\n"), own.find("id: 2\n"));
    EXPECT_LT(own.find("id: 2\n"), own.find("id: 3\n"));
    const std::string open = other.look();
    EXPECT_EQ(count(open, "event: order.remaining\n"), 2);
    EXPECT_EQ(count(open, "id: 1\n"), 0) << "position 2 overtook it";
}

TEST(Tail, WhereTooMuchIsOpenAPartyKeepsHerOwnAndLoadsTheRestAnew) {
    const auto tail = new_tail();
    Listening party(tail, agency(1));
    EXPECT_EQ(party.look(), "");
    std::vector<journal::Event> events{event_of(1, "share.grabbed", 1)};
    for (std::int64_t i = 0; i <= static_cast<std::int64_t>(told_max); ++i)
        events.push_back(event_of(2 + i, "order.remaining", 9, 100 + i));
    tail->follow(events);
    const std::string seen = party.look();
    EXPECT_EQ(count(seen, "event: share.grabbed\n"), 1);
    EXPECT_EQ(count(seen, "event: order.remaining\n"), 0);
    EXPECT_EQ(count(seen, "event: reset\n"), 1);
    EXPECT_LT(seen.find("share.grabbed"), seen.find("reset")) << "positions go up";
}

TEST(Tail, WhoIsSlowMissesNothing) {
    const auto tail = new_tail();
    Listening slow(tail, agency(1));
    EXPECT_EQ(slow.look(), "");
    const auto many = static_cast<std::int64_t>(2 * waiting_max + 10);
    for (std::int64_t i = 1; i <= many; ++i) tail->follow({event_of(i, "share.grabbed", 1)});
    EXPECT_LE(slow.reader->waiting.size(), waiting_max);
    EXPECT_EQ(count(slow.look(2000), "event: share.grabbed\n"), many);
    tail->follow({event_of(many + 1, "share.grabbed", 1)});
    EXPECT_EQ(count(slow.look(), "event: share.grabbed\n"), 1) << "and goes on from there";
}

TEST(Tail, WhatWasNotWrittenDownComesFromTheDatabase) {
    const auto tail = new_tail();
    tail->follow({event_of(1, "share.grabbed", 1), event_of(2, "share.grabbed", 1)});
    Listening late(tail, agency(1));
    EXPECT_EQ(late.look(), "from the database") << "nobody was there";
    late.reader->position = 2;
    EXPECT_EQ(late.look(), "");
}

TEST(Tail, WhoReadTheDatabaseFartherThanTheTailIsToldNothingTwice) {
    const auto tail = new_tail();
    Listening ahead(tail, agency(1));
    ahead.reader->position = 2;
    EXPECT_EQ(ahead.look(), "");
    tail->follow({event_of(1, "share.grabbed", 1), event_of(2, "share.grabbed", 1),
                  event_of(3, "share.grabbed", 1)});
    EXPECT_EQ(count(ahead.look(), "event: share.grabbed\n"), 1);
}

TEST(Tail, WakesEverybodyNowAndThen) {
    const auto tail = new_tail();
    Listening other(tail, agency(2));
    EXPECT_EQ(other.look(), "");
    tail->follow({event_of(everybody_every - 1, "share.grabbed", 1)});
    EXPECT_EQ(*other.woken, 0);
    tail->follow({event_of(everybody_every, "share.grabbed", 1)});
    EXPECT_EQ(*other.woken, 1) << "her position must not fall far behind";
}

TEST(Tail, WhoHasGoneIsNotLookedFor) {
    const auto tail = new_tail();
    auto gone = std::make_unique<Listening>(tail, agency(1));
    const Listening stays(tail, agency(2));
    EXPECT_EQ(gone->look(), "");
    const std::weak_ptr<Reader> reader = gone->reader;
    gone.reset();
    EXPECT_TRUE(reader.expired());
    tail->follow({event_of(1, "share.grabbed", 1)});
}

/// The index and the rule must agree on every caller and event: whoever may see an event is found.
TEST(Readers, FindsExactlyThoseWhoMaySeeTheEvent) {
    std::mt19937 random(7);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    const std::vector<std::string> places{"", "510000", "510500", "510502", "511500", "511502"};
    const std::vector<Role> roles{Role::employer, Role::agency, Role::worker, Role::official,
                                  Role::inspector, Role::audit_administrator,
                                  Role::system_administrator, Role::security_administrator};
    Readers readers;
    std::vector<std::shared_ptr<Reader>> all;
    for (int i = 0; i < 200; ++i) {
        all.push_back(std::make_shared<Reader>());
        all.back()->caller = {AccountId{1 + pick(40)}, roles[static_cast<std::size_t>(pick(8))],
                              {places[static_cast<std::size_t>(pick(6))]}, OrganisationId{pick(6)},
                              PersonId{pick(6)}};
        readers.add(all.back());
    }
    for (int i = 0; i < 2'000; ++i) {
        journal::Event event;
        event.city = {places[static_cast<std::size_t>(pick(6))]};
        if (pick(2) == 0) event.actor = AccountId{1 + pick(40)};
        if (pick(2) == 0) event.organisation = OrganisationId{1 + pick(5)};
        if (pick(2) == 0) event.counterpart = OrganisationId{1 + pick(5)};
        if (pick(2) == 0) event.person = PersonId{1 + pick(5)};
        event.subject_kind = pick(3) == 0 ? "account" : "share";
        event.subject = {1 + pick(40)};
        std::set<const Reader*> found;
        readers.concerned_by(event, [&](const auto& reader) { found.insert(reader.get()); });
        for (const auto& reader : all)
            ASSERT_EQ(found.count(reader.get()) == 1,
                      sight_of(reader->caller, event, false) != Sight::nothing)
                << "event " << i;
    }
    for (const auto& reader : all) readers.remove(*reader);
    readers.each([](const auto&) { FAIL() << "all have gone"; });
}

}  // namespace tail_test
}  // namespace jianghui::live
