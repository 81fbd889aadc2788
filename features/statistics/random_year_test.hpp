#pragma once
// A year of a small market as events alone, from a seed: orders that open, change, rest and end,
// people who register, move and are forgotten, seats that begin. Some of it makes no sense.

#include <map>
#include <random>
#include <set>
#include <vector>

#include "engine/journal/journal.hpp"

namespace jianghui::statistics {

class RandomYear {
  public:
    explicit RandomYear(std::uint32_t seed) : random_(seed), base_(seed * std::int64_t{100'000}) {}

    journal::Event next() {
        now_ += std::chrono::minutes(1 + below(28 * 60));
        switch (below(10)) {
            case 0:
            case 1: return open_order();
            case 2:
            case 3: return order_event();
            case 4: return seat();
            default: return person();
        }
    }

  private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    std::string place() {
        static const char* const places[] = {"510502", "510521", "511002", "511502", "511504"};
        return places[below(5)];
    }
    std::string occupation() {
        static const char* const occupations[] = {"6-02-06-03", "6-02-06-07", "4-04-05-01", ""};
        return occupations[below(4)];
    }
    journal::Event event(const std::string& kind, const std::string& subject_kind,
                         std::int64_t subject) {
        journal::Event event;
        event.at = now_;
        event.kind = kind;
        event.subject_kind = subject_kind;
        event.subject = {subject};
        return event;
    }
    [[nodiscard]] std::int64_t order_id(int order) const { return base_ + 7000 + order; }
    /// Where an order is and what it asks for never changes while it lives.
    journal::Event open_order() {
        const int order = below(40);
        if (posts_.count(order) == 0) posts_[order] = {below(4), place(), occupation()};
        const auto& post = posts_[order];
        auto opened = event(below(5) == 0 ? "order.resumed" : "order.opened", "order",
                            order_id(order));
        opened.city = city_of(PlaceCode{post.place});
        opened.organisation = OrganisationId{base_ + post.employer + 1};
        opened.data = boost::json::object{
            {"place", post.place},
            {"occupation", post.occupation},
            {"industry", post.employer % 2 == 0 ? "C1512" : "I6510"},
            {"headcount", headcounts_.count(order) > 0 ? headcounts_[order] : 1 + below(50)}};
        if (opened.kind == "order.opened") described_.insert(order);
        headcounts_[order] = opened.data.at("headcount").as_int64();
        return opened;
    }
    journal::Event order_event() {
        static const char* const kinds[] = {"order.revised", "order.closed", "order.cancelled",
                                            "order.suspended", "order.running"};
        const int order = below(40);
        auto happened = event(kinds[below(5)], "order", order_id(order));
        happened.city = city_of(PlaceCode{posts_.count(order) > 0 ? posts_[order].place : "511502"});
        happened.organisation =
            OrganisationId{base_ + 1 + (posts_.count(order) > 0 ? posts_[order].employer : 0)};
        happened.data = boost::json::object{{"headcount", 1 + below(50)}};
        if (happened.kind == "order.revised")
            headcounts_[order] = happened.data.at("headcount").as_int64();
        return happened;
    }
    journal::Event person() {
        const std::int64_t person = base_ + 9000 + below(60);
        auto said = event(below(2) == 0 ? "people.registered" : "people.changed", "person", person);
        said.city = {"510500"};
        said.person = PersonId{person};
        said.data = boost::json::object{{"place", place()},
                                        {"occupation", occupation()},
                                        {"origin", below(3) == 0 ? "agency" : "herself"}};
        return said;
    }
    journal::Event seat() {
        if (described_.empty()) return person();
        auto order = described_.begin();
        std::advance(order, below(static_cast<int>(described_.size())));
        const std::int64_t seat = base_ + 20'000 + ++seats_;
        auto came = event("seat.on_site", "seat", seat);
        came.city = city_of(PlaceCode{posts_[*order].place});
        came.organisation = OrganisationId{200};
        came.counterpart = OrganisationId{100};
        came.person = PersonId{base_ + 9000 + below(60)};
        came.data = boost::json::object{{"order", OrderId{order_id(*order)}.text()}};
        return came;
    }

    struct Post {
        int employer = 0;
        std::string place;
        std::string occupation;
    };
    std::mt19937 random_;
    std::int64_t base_;  ///< ids of another seed are other ids
    Instant now_ = *parse_instant("2026-01-04T09:30:00+08:00");
    std::map<int, Post> posts_;
    std::map<int, std::int64_t> headcounts_;
    std::set<int> described_;
    int seats_ = 0;
};

}  // namespace jianghui::statistics
