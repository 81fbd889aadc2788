#pragma once
// The vocabulary of the board: posts of people who could be lent or are wanted, and how they fit.

#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::lending {

using PostId = Id<struct LendingPostTag>;
using orders::Shift;

enum class PostKind {
    surplus,  ///< 余工: people who could be lent
    shortage  ///< 缺工: people who are wanted
};
BOOST_DESCRIBE_ENUM(PostKind, surplus, shortage)

enum class PostStatus {
    open,
    filled,  ///< accepted proposals take all its people
    closed,  ///< by its enterprise
    expired  ///< its last day is over
};
BOOST_DESCRIBE_ENUM(PostStatus, open, filled, closed, expired)

/// A row of `lending_posts`.
struct PostRow {
    PostId id;
    PlaceCode city;
    OrganisationId organisation;
    PostKind kind = PostKind::surplus;
    OccupationCode occupation;
    PlaceCode place;
    int people = 1;
    int taken = 0;  ///< by accepted proposals
    Date starts_on;
    Date ends_on;
    Shift shift = Shift::day;
    std::optional<Fen> wage_fen;  ///< a month
    std::string asks;
    PostStatus status = PostStatus::open;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(PostRow, (),
                      (id, city, organisation, kind, occupation, place, people, taken, starts_on,
                       ends_on, shift, wage_fen, asks, status, created_at, created_by, changed_at))

/// A post as everybody sees it.
struct PostView {
    PostId id;
    organisations::Reference organisation;
    PostKind kind = PostKind::surplus;
    OccupationCode occupation;
    std::string occupation_name;
    PlaceCode place;
    std::string place_name;
    int people = 1;
    int people_left = 1;
    Date starts_on;
    Date ends_on;
    Shift shift = Shift::day;
    std::optional<Fen> wage_fen;
    std::string asks;
    PostStatus status = PostStatus::open;
    Instant created_at;
    bool mine = false;
};
BOOST_DESCRIBE_STRUCT(PostView, (),
                      (id, organisation, kind, occupation, occupation_name, place, place_name,
                       people, people_left, starts_on, ends_on, shift, wage_fen, asks, status,
                       created_at, mine))

/// POST lending/posts.
struct CreatePost {
    PostKind kind = PostKind::surplus;
    OccupationCode occupation;
    PlaceCode place;
    Integer<1, 1000> people;
    Date starts_on;
    Date ends_on;
    std::optional<Shift> shift;
    std::optional<Fen> wage_fen;
    String<1, 500> asks;
};
BOOST_DESCRIBE_STRUCT(CreatePost, (),
                      (kind, occupation, place, people, starts_on, ends_on, shift, wage_fen, asks))

struct FindPost {
    PostId post;
};
BOOST_DESCRIBE_STRUCT(FindPost, (), (post))

/// GET lending/posts. `occupation` and `place` with everything below them.
struct ListPosts {
    std::optional<PostKind> kind;
    std::optional<OccupationCode> occupation;
    std::optional<PlaceCode> place;
    std::optional<bool> mine;
    std::optional<PostId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListPosts, (), (kind, occupation, place, mine, cursor, limit))

/// How near two occupations are in the tree of 职业分类大典.
enum class Closeness {
    same,      ///< the same occupation
    near_by,   ///< the same 小类
    related,   ///< the same 中类
    none
};
BOOST_DESCRIBE_ENUM(Closeness, same, near_by, related, none)

enum class Nearness { same_county, same_city, elsewhere };
BOOST_DESCRIBE_ENUM(Nearness, same_county, same_city, elsewhere)

/// Why two posts fit, part by part; `score` is the sum of the three numbers of points.
struct Fit {
    Closeness occupation = Closeness::none;
    int occupation_points = 0;
    Nearness place = Nearness::elsewhere;
    int place_points = 0;
    Date overlap_from_on;
    Date overlap_to_on;
    int overlap_days = 0;
    int overlap_points = 0;
    int people = 0;  ///< that both could agree on
    int score = 0;
};
BOOST_DESCRIBE_STRUCT(Fit, (),
                      (occupation, occupation_points, place, place_points, overlap_from_on,
                       overlap_to_on, overlap_days, overlap_points, people, score))

struct MatchView {
    PostView post;
    Fit fit;
};
BOOST_DESCRIBE_STRUCT(MatchView, (), (post, fit))

/// What its events say.
struct PostFacts {
    PostKind kind = PostKind::surplus;
    OccupationCode occupation;
    PlaceCode place;
    int people_left = 0;
    PostStatus status = PostStatus::open;
};
BOOST_DESCRIBE_STRUCT(PostFacts, (), (kind, occupation, place, people_left, status))

}  // namespace jianghui::lending
