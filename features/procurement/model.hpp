#pragma once
// The vocabulary of procurement 政府购买服务: a requirement, sealed bids, scores, a public result.

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/engagements/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::procurement {

using ProcurementId = Id<struct ProcurementTag>;
using BidId = Id<struct BidTag>;
using ObjectionId = Id<struct ObjectionTag>;

enum class ProcurementStatus {
    open,        ///< takes sealed bids
    evaluating,  ///< bids are open, evaluators score
    announced,   ///< the result is public and may be objected to
    awarded,     ///< the engagement exists
    voided
};
BOOST_DESCRIBE_ENUM(ProcurementStatus, open, evaluating, announced, awarded, voided)

enum class VoidCode { too_few_bids, cancelled, objection_upheld, nobody_fit };
BOOST_DESCRIBE_ENUM(VoidCode, too_few_bids, cancelled, objection_upheld, nobody_fit)

enum class EvaluatorStatus { named, done, conflict };
BOOST_DESCRIBE_ENUM(EvaluatorStatus, named, done, conflict)

enum class BidStatus { sealed, withdrawn, valid, invalid };
BOOST_DESCRIBE_ENUM(BidStatus, sealed, withdrawn, valid, invalid)

enum class ObjectionStatus { open, rejected, upheld };
BOOST_DESCRIBE_ENUM(ObjectionStatus, open, rejected, upheld)

/// One criterion beside the price, with its weight in points.
struct Criterion {
    String<2, 60> title;
    Integer<1, 90> weight;
    bool operator==(const Criterion&) const = default;
};
BOOST_DESCRIBE_STRUCT(Criterion, (), (title, weight))
using Criteria = List<Criterion, 12>;

/// A row of `procurements`. `criteria` and `steps` are JSON.
struct ProcurementRow {
    ProcurementId id;
    PlaceCode city;
    PlaceCode place;  ///< of the buying authority; bidders of any place are equal
    std::optional<OrganisationId> buyer;
    AccountId contact;
    std::string title;
    std::string description;
    std::string kind;
    Fen budget_fen;
    int price_weight = 10;
    Criteria criteria;
    engagements::Plan steps;
    Instant bids_until_at;
    std::string commitment;  ///< of the secret for ties
    std::string secret_box;
    ProcurementStatus status = ProcurementStatus::open;
    std::optional<VoidCode> void_code;
    std::optional<std::string> void_reason;
    std::optional<Instant> opened_at;
    std::optional<Instant> announced_at;
    std::optional<Instant> objection_until_at;
    std::optional<std::string> secret;
    std::optional<std::int64_t> position;
    std::optional<std::string> seed;
    std::optional<engagements::EngagementId> engagement_id;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProcurementRow, (),
                      (id, city, place, buyer, contact, title, description, kind, budget_fen,
                       price_weight, criteria, steps, bids_until_at, commitment, secret_box, status,
                       void_code, void_reason, opened_at, announced_at, objection_until_at, secret,
                       position, seed, engagement_id, created_at, changed_at))

/// A row of `procurement_evaluators`. The public knows the number alone.
struct EvaluatorRow {
    PlaceCode city;
    ProcurementId procurement_id;
    int number = 1;
    AccountId account;
    EvaluatorStatus status = EvaluatorStatus::named;
    std::optional<std::string> reason;  ///< of a conflict
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(EvaluatorRow, (),
                      (city, procurement_id, number, account, status, reason, changed_at))

/// A row of `procurement_bids`. Until the opening price and proposal are in the box alone.
struct BidRow {
    BidId id;
    PlaceCode city;
    ProcurementId procurement_id;
    int number = 1;
    OrganisationId agency;
    AccountId account;
    std::string commitment;
    std::string box;
    BidStatus status = BidStatus::sealed;
    std::optional<std::string> invalid_code;
    std::optional<std::string> nonce;
    std::optional<Fen> price_fen;
    std::optional<std::string> proposal;
    std::optional<std::string> proposal_digest;
    std::optional<int> price_score;  ///< in hundredths of a point, as the others
    std::optional<int> technical_score;
    std::optional<int> total_score;
    std::optional<int> rank;
    Instant created_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(BidRow, (),
                      (id, city, procurement_id, number, agency, account, commitment, box, status,
                       invalid_code, nonce, price_fen, proposal, proposal_digest, price_score,
                       technical_score, total_score, rank, created_at, changed_at))

/// A row of `procurement_scores`: what one evaluator gives one bid for one criterion.
struct ScoreRow {
    PlaceCode city;
    ProcurementId procurement_id;
    BidId bid_id;
    int evaluator = 1;
    int criterion = 1;
    int tenths = 0;  ///< of a point, up to the criterion's weight
    std::string reason;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ScoreRow, (),
                      (city, procurement_id, bid_id, evaluator, criterion, tenths, reason,
                       changed_at))

/// A row of `procurement_objections`.
struct ObjectionRow {
    ObjectionId id;
    PlaceCode city;
    ProcurementId procurement_id;
    OrganisationId agency;
    std::string text;
    ObjectionStatus status = ObjectionStatus::open;
    std::optional<std::string> answer;
    std::optional<AccountId> answered_by;
    std::optional<Instant> answered_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ObjectionRow, (),
                      (id, city, procurement_id, agency, text, status, answer, answered_by,
                       answered_at, created_at))

/// What a bidder seals.
struct SealedBid {
    std::string nonce;  ///< 16 bytes in hexadecimal, of the bidder's choosing
    Fen price_fen;
    std::string proposal;
};
BOOST_DESCRIBE_STRUCT(SealedBid, (), (nonce, price_fen, proposal))

/// POST procurements.
struct Publish {
    PlaceCode place;
    String<2, 80> title;
    String<10, 4000> description;
    String<1, 20> kind;
    Fen budget_fen;
    Integer<1, 100> price_weight;
    Criteria criteria;
    engagements::Plan steps;
    Instant bids_until_at;
    List<String<1, 60>, 15> evaluators;  ///< login names
};
BOOST_DESCRIBE_STRUCT(Publish, (),
                      (place, title, description, kind, budget_fen, price_weight, criteria, steps,
                       bids_until_at, evaluators))

struct FindProcurement {
    ProcurementId procurement;
};
BOOST_DESCRIBE_STRUCT(FindProcurement, (), (procurement))
struct GiveReason {
    ProcurementId procurement;
    String<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(GiveReason, (), (procurement, reason))
struct NameEvaluator {
    ProcurementId procurement;
    String<1, 60> login;
};
BOOST_DESCRIBE_STRUCT(NameEvaluator, (), (procurement, login))

/// POST procurements/{procurement}/bids.
struct PlaceBid {
    ProcurementId procurement;
    Fen price_fen;
    String<10, 8000> proposal;
    String<32, 32> nonce;
};
BOOST_DESCRIBE_STRUCT(PlaceBid, (), (procurement, price_fen, proposal, nonce))
struct FindBid {
    BidId bid;
};
BOOST_DESCRIBE_STRUCT(FindBid, (), (bid))

struct ScoreLine {
    Integer<1, 12> criterion;
    Integer<0, 900> tenths;
    String<2, 200> reason;
};
BOOST_DESCRIBE_STRUCT(ScoreLine, (), (criterion, tenths, reason))
/// POST procurements/{procurement}/scores: one bid by every criterion; again to change it.
struct ScoreBid {
    ProcurementId procurement;
    BidId bid;
    List<ScoreLine, 12> lines;
};
BOOST_DESCRIBE_STRUCT(ScoreBid, (), (procurement, bid, lines))

struct Objection {
    ProcurementId procurement;
    String<10, 1000> text;
};
BOOST_DESCRIBE_STRUCT(Objection, (), (procurement, text))
struct AnswerObjection {
    ObjectionId objection;
    bool upheld = false;
    String<2, 1000> answer;
};
BOOST_DESCRIBE_STRUCT(AnswerObjection, (), (objection, upheld, answer))

/// GET procurements; `mine`: of the official's place or to be evaluated, or with the agency's bid.
struct ListProcurements {
    std::optional<bool> mine;
    std::optional<ProcurementStatus> status;
    std::optional<PlaceCode> place;
    std::optional<ProcurementId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListProcurements, (), (mine, status, place, cursor, limit))

struct EvaluatorView {
    int number = 1;
    EvaluatorStatus status = EvaluatorStatus::named;
    std::optional<std::string> name;  ///< for the buyer alone
};
BOOST_DESCRIBE_STRUCT(EvaluatorView, (), (number, status, name))

struct PointView {
    int evaluator = 1;
    int criterion = 1;
    int tenths = 0;
    std::optional<std::string> reason;  ///< for the buyer, the evaluators and the bidder itself
};
BOOST_DESCRIBE_STRUCT(PointView, (), (evaluator, criterion, tenths, reason))

struct BidView {
    BidId id;
    int number = 1;
    organisations::Reference agency;
    BidStatus status = BidStatus::sealed;
    std::optional<std::string> invalid_code;
    std::string commitment;
    std::optional<std::string> nonce;
    std::optional<Fen> price_fen;
    std::optional<std::string> proposal;  ///< for the buyer, the evaluators and the bidder itself
    std::optional<std::string> proposal_digest;
    std::optional<int> price_score;
    std::optional<int> technical_score;
    std::optional<int> total_score;
    std::optional<int> rank;
    std::vector<PointView> points;  ///< once all are done
};
BOOST_DESCRIBE_STRUCT(BidView, (),
                      (id, number, agency, status, invalid_code, commitment, nonce, price_fen,
                       proposal, proposal_digest, price_score, technical_score, total_score, rank,
                       points))

struct ObjectionView {
    ObjectionId id;
    organisations::Reference agency;
    std::optional<std::string> text;  ///< for the buyer and the objector
    ObjectionStatus status = ObjectionStatus::open;
    std::optional<std::string> answer;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ObjectionView, (), (id, agency, text, status, answer, created_at))

/// What the caller may do now.
enum class Act {
    bid,
    withdraw_bid,
    score,
    finish,
    declare_conflict,
    name_evaluator,
    cancel,
    object,
    answer
};
BOOST_DESCRIBE_ENUM(Act, bid, withdraw_bid, score, finish, declare_conflict, name_evaluator, cancel,
                    object, answer)

struct OwnBid {
    BidId id;
    int number = 1;
    BidStatus status = BidStatus::sealed;
    std::string commitment;
};
BOOST_DESCRIBE_STRUCT(OwnBid, (), (id, number, status, commitment))

struct OwnSheet {
    BidId bid;
    List<ScoreLine, 12> lines;
};
BOOST_DESCRIBE_STRUCT(OwnSheet, (), (bid, lines))

/// How the caller takes part.
struct Mine {
    bool buyer = false;
    std::optional<int> evaluator;
    std::optional<OwnBid> bid;
    std::vector<OwnSheet> sheets;
    std::vector<Act> may;
};
BOOST_DESCRIBE_STRUCT(Mine, (), (buyer, evaluator, bid, sheets, may))

struct ProcurementView {
    ProcurementId id;
    PlaceCode place;
    engagements::BuyerView buyer;
    std::string title;
    std::string description;
    std::string kind;
    Fen budget_fen;
    int price_weight = 10;
    Criteria criteria;
    engagements::Plan steps;
    Instant bids_until_at;
    ProcurementStatus status = ProcurementStatus::open;
    std::optional<VoidCode> void_code;
    std::optional<std::string> void_reason;
    std::optional<Instant> opened_at;
    std::optional<Instant> announced_at;
    std::optional<Instant> objection_until_at;
    std::string rules;  ///< "procurement-1": the version of README.md's arithmetic
    std::string commitment;
    std::optional<std::string> secret;
    std::optional<std::int64_t> position;
    std::optional<std::string> seed;
    std::vector<EvaluatorView> evaluators;
    std::vector<BidView> bids;  ///< once they are open
    std::vector<ObjectionView> objections;
    std::optional<engagements::EngagementId> engagement;
    std::optional<engagements::EngagementStatus> engagement_status;
    Instant created_at;
    Mine mine;
};
BOOST_DESCRIBE_STRUCT(ProcurementView, (),
                      (id, place, buyer, title, description, kind, budget_fen, price_weight,
                       criteria, steps, bids_until_at, status, void_code, void_reason, opened_at,
                       announced_at, objection_until_at, rules, commitment, secret, position, seed,
                       evaluators, bids, objections, engagement, engagement_status, created_at,
                       mine))

/// What the events say: ids, codes, amounts, digests.
struct ProcurementFacts {
    std::string kind;
    ProcurementStatus status = ProcurementStatus::open;
    Fen budget_fen;
    std::string commitment;
    int bids = 0;
    std::optional<VoidCode> void_code;
    std::optional<BidId> winner;
    std::optional<engagements::EngagementId> engagement;
};
BOOST_DESCRIBE_STRUCT(ProcurementFacts, (),
                      (kind, status, budget_fen, commitment, bids, void_code, winner, engagement))
struct BidFacts {
    ProcurementId procurement;
    int number = 1;
    BidStatus status = BidStatus::sealed;
    std::string commitment;
    std::optional<Fen> price_fen;
    std::optional<int> total_score;
    std::optional<int> rank;
};
BOOST_DESCRIBE_STRUCT(BidFacts, (),
                      (procurement, number, status, commitment, price_fen, total_score, rank))
struct EvaluatorFacts {
    int number = 1;
    EvaluatorStatus status = EvaluatorStatus::named;
};
BOOST_DESCRIBE_STRUCT(EvaluatorFacts, (), (number, status))
struct ScoreFacts {
    BidId bid;
    int evaluator = 1;
};
BOOST_DESCRIBE_STRUCT(ScoreFacts, (), (bid, evaluator))
struct ObjectionFacts {
    ObjectionId objection;
    ObjectionStatus status = ObjectionStatus::open;
};
BOOST_DESCRIBE_STRUCT(ObjectionFacts, (), (objection, status))

}  // namespace jianghui::procurement
