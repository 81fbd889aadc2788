#pragma once
// The vocabulary of engagements 服务合同: what one organisation delivers to another, step by step.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::engagements {

using EngagementId = Id<struct EngagementTag>;
using StepId = Id<struct EngagementStepTag>;
/// The booking or procurement that an engagement came from.
using SourceId = Id<struct EngagementSourceTag>;

/// What made the engagement.
enum class Source { product, procurement };
BOOST_DESCRIBE_ENUM(Source, product, procurement)

enum class EngagementStatus {
    running,
    completed,   ///< every step was paid and confirmed
    ended_early  ///< by one side, with a reason; what was delivered before is still owed
};
BOOST_DESCRIBE_ENUM(EngagementStatus, running, completed, ended_early)

enum class StepStatus {
    agreed,
    delivering,
    delivered,  ///< waits for the buyer
    returned,   ///< to be delivered again
    accepted,   ///< to be paid
    paid,       ///< waits for the provider's word that the money came
    confirmed,
    dropped  ///< the engagement ended before it was delivered
};
BOOST_DESCRIBE_ENUM(StepStatus, agreed, delivering, delivered, returned, accepted, paid, confirmed,
                    dropped)

/// What is done to a step.
enum class StepAct { start, deliver, accept, send_back, pay, confirm };
BOOST_DESCRIBE_ENUM(StepAct, start, deliver, accept, send_back, pay, confirm)

enum class Side { buyer, provider };
BOOST_DESCRIBE_ENUM(Side, buyer, provider)

/// How late what waits is.
enum class LateLevel { none, yellow, orange, red };
BOOST_DESCRIBE_ENUM(LateLevel, none, yellow, orange, red)

/// A row of `engagements`. Its amounts by stage add up to the price (CHECK).
struct EngagementRow {
    EngagementId id;
    PlaceCode city;
    PlaceCode place;  ///< where it is delivered; of a procurement, the buying authority's
    Source source = Source::product;
    SourceId source_id;
    std::optional<OrganisationId> buyer;  ///< none: the officials of `place` act for the buyer
    OrganisationId provider;
    std::string title;
    Fen price_fen;
    Fen open_fen;  ///< of steps that were not accepted yet
    Fen accepted_fen;
    Fen paid_fen;
    Fen confirmed_fen;
    Fen dropped_fen;
    EngagementStatus status = EngagementStatus::running;
    std::optional<Side> ended_by;
    std::optional<std::string> end_reason;
    std::optional<Instant> ended_at;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(EngagementRow, (),
                      (id, city, place, source, source_id, buyer, provider, title, price_fen,
                       open_fen, accepted_fen, paid_fen, confirmed_fen, dropped_fen, status,
                       ended_by, end_reason, ended_at, created_at, changed_at))

/// A row of `engagement_steps`.
struct StepRow {
    StepId id;
    PlaceCode city;
    EngagementId engagement_id;
    int number = 1;
    std::string title;
    Fen amount_fen;
    Date due_on;
    StepStatus status = StepStatus::agreed;
    std::optional<Date> act_by_on;  ///< by when the next act is due; none at the end
    LateLevel late_level = LateLevel::none;
    std::optional<std::string> note;  ///< what was delivered
    std::optional<std::string> return_reason;
    int returns = 0;
    std::optional<Instant> delivered_at;
    std::optional<Instant> accepted_at;
    std::optional<std::string> paid_reference;
    std::optional<Date> paid_on;
    std::optional<Instant> confirmed_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(StepRow, (),
                      (id, city, engagement_id, number, title, amount_fen, due_on, status,
                       act_by_on, late_level, note, return_reason, returns, delivered_at,
                       accepted_at, paid_reference, paid_on, confirmed_at, changed_at))

/// A row of `engagement_ratings`: what `side` says of the other one.
struct RatingRow {
    PlaceCode city;
    EngagementId engagement_id;
    Side side = Side::buyer;
    std::optional<OrganisationId> rated;
    int stars = 5;
    std::string comment;
    AccountId account;
    Instant rated_at;
    Instant opens_at;  ///< from when the other side and the public see it
};
BOOST_DESCRIBE_STRUCT(RatingRow, (),
                      (city, engagement_id, side, rated, stars, comment, account, rated_at,
                       opens_at))

/// A step as a product or a requirement plans it: a part of the price, days after the agreement.
struct PlannedStep {
    String<1, 60> title;
    Integer<1, 100> percent;
    Integer<1, 1095> days;
    bool operator==(const PlannedStep&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlannedStep, (), (title, percent, days))
using Plan = List<PlannedStep, 12>;

struct FindEngagement {
    EngagementId engagement;
};
BOOST_DESCRIBE_STRUCT(FindEngagement, (), (engagement))

/// POST engagements/{engagement}/steps/{number}/start, accept, confirm.
struct FindStep {
    EngagementId engagement;
    Integer<1, 24> number;
};
BOOST_DESCRIBE_STRUCT(FindStep, (), (engagement, number))

/// POST …/deliver: what was delivered and where the proof lies.
struct DeliverStep {
    EngagementId engagement;
    Integer<1, 24> number;
    String<2, 1000> note;
};
BOOST_DESCRIBE_STRUCT(DeliverStep, (), (engagement, number, note))

/// POST …/return: what is missing.
struct ReturnStep {
    EngagementId engagement;
    Integer<1, 24> number;
    String<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(ReturnStep, (), (engagement, number, reason))

/// POST …/paid: the bank's reference and day. The platform holds no money.
struct PayStep {
    EngagementId engagement;
    Integer<1, 24> number;
    String<1, 60> reference;
    Date paid_on;
};
BOOST_DESCRIBE_STRUCT(PayStep, (), (engagement, number, reference, paid_on))

/// POST engagements/{engagement}/end.
struct EndEngagement {
    EngagementId engagement;
    String<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(EndEngagement, (), (engagement, reason))

/// POST engagements/{engagement}/ratings.
struct RateEngagement {
    EngagementId engagement;
    Integer<1, 5> stars;
    std::optional<String<0, 200>> comment;
};
BOOST_DESCRIBE_STRUCT(RateEngagement, (), (engagement, stars, comment))

/// GET engagements: the caller's own, or those of the places that it supervises; newest first.
struct ListEngagements {
    std::optional<EngagementStatus> status;
    std::optional<Source> source;
    std::optional<EngagementId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListEngagements, (), (status, source, cursor, limit))

/// A buyer: an organisation, or the authority of a place.
struct BuyerView {
    std::optional<OrganisationId> id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(BuyerView, (), (id, name))

struct StepView {
    int number = 1;
    std::string title;
    Fen amount_fen;
    Date due_on;
    StepStatus status = StepStatus::agreed;
    std::optional<Date> act_by_on;
    LateLevel late_level = LateLevel::none;
    std::optional<std::string> note;
    std::optional<std::string> return_reason;
    int returns = 0;
    std::optional<Instant> delivered_at;
    std::optional<Instant> accepted_at;
    std::optional<std::string> paid_reference;
    std::optional<Date> paid_on;
    std::optional<Instant> confirmed_at;
    std::vector<StepAct> may;  ///< what the caller may do now
};
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (number, title, amount_fen, due_on, status, act_by_on, late_level, note,
                       return_reason, returns, delivered_at, accepted_at, paid_reference, paid_on,
                       confirmed_at, may))

struct RatingView {
    Side side = Side::buyer;
    int stars = 5;
    std::string comment;
    Instant rated_at;
    bool open = false;  ///< whether the other side sees it yet
};
BOOST_DESCRIBE_STRUCT(RatingView, (), (side, stars, comment, rated_at, open))

struct EngagementView {
    EngagementId id;
    Source source = Source::product;
    SourceId source_id;
    PlaceCode place;
    BuyerView buyer;
    organisations::Reference provider;
    std::string title;
    Fen price_fen;
    Fen open_fen;
    Fen accepted_fen;
    Fen paid_fen;
    Fen confirmed_fen;
    Fen dropped_fen;
    EngagementStatus status = EngagementStatus::running;
    LateLevel late_level = LateLevel::none;  ///< the worst of its steps
    std::vector<StepView> steps;
    std::optional<Side> my_side;
    bool may_end = false;
    std::optional<Side> ended_by;
    std::optional<std::string> end_reason;
    std::optional<Instant> ended_at;
    std::optional<Instant> rate_until_at;  ///< while the caller may still rate
    std::vector<RatingView> ratings;       ///< the caller's own, and those that are open
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(EngagementView, (),
                      (id, source, source_id, place, buyer, provider, title, price_fen, open_fen,
                       accepted_fen, paid_fen, confirmed_fen, dropped_fen, status, late_level,
                       steps, my_side, may_end, ended_by, end_reason, ended_at, rate_until_at,
                       ratings, created_at))

/// How providers are rated, in tenths of a star; without ratings `mean_tenths` is 0.
struct Rating {
    int count = 0;
    int mean_tenths = 0;
    bool operator==(const Rating&) const = default;
};
BOOST_DESCRIBE_STRUCT(Rating, (), (count, mean_tenths))

/// What the events say: codes and amounts only.
struct EngagementFacts {
    Source source = Source::product;
    SourceId source_id;
    EngagementStatus status = EngagementStatus::running;
    Fen price_fen;
    std::optional<Side> side;
};
BOOST_DESCRIBE_STRUCT(EngagementFacts, (), (source, source_id, status, price_fen, side))
struct StepFacts {
    Source source = Source::product;
    int number = 1;
    StepStatus status = StepStatus::agreed;
    Fen amount_fen;
    std::optional<Date> act_by_on;
    LateLevel overdue_level = LateLevel::none;
};
BOOST_DESCRIBE_STRUCT(StepFacts, (), (source, number, status, amount_fen, act_by_on, overdue_level))
struct RatedFacts {
    Side side = Side::buyer;
    int stars = 5;
};
BOOST_DESCRIBE_STRUCT(RatedFacts, (), (side, stars))

}  // namespace jianghui::engagements
