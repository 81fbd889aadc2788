#pragma once
// The vocabulary of shared staff 共享用工: posts, proposals, agreements, settlements.

#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"
#include "features/statements/api.hpp"

namespace jianghui::lending {

using PostId = Id<struct LendingPostTag>;
using ProposalId = Id<struct LendingProposalTag>;
using AgreementId = Id<struct LendingAgreementTag>;
using SettlementId = Id<struct LendingSettlementTag>;
using orders::Shift;
using statements::OverdueLevel;

// The board.

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

// Proposals.

enum class ProposalStatus { waiting, accepted, declined, lapsed, withdrawn };
BOOST_DESCRIBE_ENUM(ProposalStatus, waiting, accepted, declined, lapsed, withdrawn)

/// A row of `lending_proposals`.
struct ProposalRow {
    ProposalId id;
    PlaceCode city;
    PostId post_id;
    std::optional<PostId> own_post_id;
    OrganisationId lender;
    OrganisationId borrower;
    OrganisationId proposed_by;
    OrganisationId asked;
    int people = 1;
    OccupationCode occupation;
    PlaceCode place;  ///< of the work
    Date starts_on;
    Date ends_on;
    std::string message;
    ProposalStatus status = ProposalStatus::waiting;
    std::string reason;
    Instant answer_until_at;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (),
                      (id, city, post_id, own_post_id, lender, borrower, proposed_by, asked, people,
                       occupation, place, starts_on, ends_on, message, status, reason,
                       answer_until_at, created_at, created_by, changed_at))

struct ProposalView {
    ProposalId id;
    PostId post;
    std::optional<PostId> own_post;
    organisations::Reference lender;
    organisations::Reference borrower;
    bool by_me = false;
    bool as_lender = false;
    int people = 1;
    int named = 0;  ///< workers with an agreement that is proposed, in force or ended
    OccupationCode occupation;
    std::string occupation_name;
    PlaceCode place;
    std::string place_name;
    Date starts_on;
    Date ends_on;
    std::string message;
    ProposalStatus status = ProposalStatus::waiting;
    std::string reason;
    Instant answer_until_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (id, post, own_post, lender, borrower, by_me, as_lender, people, named,
                       occupation, occupation_name, place, place_name, starts_on, ends_on, message,
                       status, reason, answer_until_at, created_at))

/// POST lending/posts/{post}/proposals. The place of work: the shortage's, or `place` (the
/// borrower's own county when not said).
struct Propose {
    PostId post;
    Integer<1, 1000> people;
    Date starts_on;
    Date ends_on;
    std::optional<PlaceCode> place;
    std::optional<PostId> own_post;
    std::optional<Sentence> message;
};
BOOST_DESCRIBE_STRUCT(Propose, (), (post, people, starts_on, ends_on, place, own_post, message))

struct FindProposal {
    ProposalId proposal;
};
BOOST_DESCRIBE_STRUCT(FindProposal, (), (proposal))

struct DeclineProposal {
    ProposalId proposal;
    Sentence reason;
};
BOOST_DESCRIBE_STRUCT(DeclineProposal, (), (proposal, reason))

/// GET lending/proposals: the caller's own.
struct ListProposals {
    std::optional<ProposalStatus> status;
    std::optional<ProposalId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListProposals, (), (status, cursor, limit))

// Agreements.

/// How a worker works for an enterprise (domain.md 1.5).
enum class WorkRelation {
    labor_contract,          ///< 劳动合同
    dispatch,                ///< 劳务派遣
    part_time,               ///< 非全日制
    shared_staff,            ///< 共享用工: lent by somebody else
    quasi_labor,             ///< 不完全符合确立劳动关系
    civil_service_contract,  ///< 承揽、劳务
    internship,              ///< 实习
    over_age_agreement       ///< 超龄用工协议
};
BOOST_DESCRIBE_ENUM(WorkRelation, labor_contract, dispatch, part_time, shared_staff, quasi_labor,
                    civil_service_contract, internship, over_age_agreement)

enum class AgreementStatus {
    proposed,     ///< waits for signatures
    in_force,     ///< signed by all three
    ended,        ///< on its last day
    ended_early,
    refused,      ///< by the worker: nothing follows from it for her
    withdrawn,    ///< by lender or borrower before it was in force
    lapsed        ///< not signed in time
};
BOOST_DESCRIBE_ENUM(AgreementStatus, proposed, in_force, ended, ended_early, refused, withdrawn,
                    lapsed)

enum class Party { lender, borrower, worker };
BOOST_DESCRIBE_ENUM(Party, lender, borrower, worker)

/// A cost of the month that both enterprises agreed on: board, travel, working clothes.
struct CostItem {
    String<1, 40> title;
    Fen amount_fen;
    bool operator==(const CostItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(CostItem, (), (title, amount_fen))
using Costs = List<CostItem, 10>;

/// A row of `lending_agreements`. Amounts are of a full month.
struct AgreementRow {
    AgreementId id;
    PlaceCode city;
    PlaceCode place;
    PlaceCode lender_place;
    ProposalId proposal_id;
    OrganisationId lender;
    OrganisationId borrower;
    PersonId person;
    PlaceCode person_city;
    OccupationCode occupation;
    AgreementStatus status = AgreementStatus::proposed;
    Date starts_on;
    Date ends_on;
    Shift shift = Shift::day;
    std::string work;
    std::string address;
    WorkRelation work_relation = WorkRelation::labor_contract;
    std::optional<Date> contract_ends_on;  ///< none: without fixed term
    std::optional<Date> health_checked_on;
    Fen wage_fen;
    Fen insurance_fen;
    Costs costs;
    Fen costs_fen;
    Fen borrower_pays_fen;
    int injury_borrower_percent = 0;
    std::string text;
    std::string digest;
    Instant sign_until_at;
    std::optional<Instant> lender_signed_at;
    std::optional<Instant> borrower_signed_at;
    std::optional<Instant> worker_signed_at;
    std::optional<Instant> in_force_at;
    std::optional<Date> ended_on;
    std::optional<Party> ended_by;
    std::string status_reason;
    Instant created_at;
    AccountId created_by;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(AgreementRow, (),
                      (id, city, place, lender_place, proposal_id, lender, borrower, person,
                       person_city, occupation, status, starts_on, ends_on, shift, work, address,
                       work_relation, contract_ends_on, health_checked_on, wage_fen, insurance_fen,
                       costs, costs_fen, borrower_pays_fen, injury_borrower_percent, text, digest,
                       sign_until_at, lender_signed_at, borrower_signed_at, worker_signed_at,
                       in_force_at, ended_on, ended_by, status_reason, created_at, created_by,
                       changed_at))

/// POST lending/proposals/{proposal}/agreements: the lender names one of its workers, who must have
/// an account, and says the terms. The identity number is only used to find her.
struct DraftAgreement {
    ProposalId proposal;
    String<2, 50> worker_name;
    String<15, 30> id_number;
    WorkRelation work_relation = WorkRelation::labor_contract;
    std::optional<Date> contract_ends_on;
    std::optional<Date> health_checked_on;
    Date starts_on;
    Date ends_on;
    std::optional<Shift> shift;
    String<1, 200> work;
    String<1, 200> address;
    Fen wage_fen;
    Fen insurance_fen;
    std::optional<Costs> costs;
    Fen borrower_pays_fen;
    Integer<0, 100> injury_borrower_percent;
};
BOOST_DESCRIBE_STRUCT(DraftAgreement, (),
                      (proposal, worker_name, id_number, work_relation, contract_ends_on,
                       health_checked_on, starts_on, ends_on, shift, work, address, wage_fen,
                       insurance_fen, costs, borrower_pays_fen, injury_borrower_percent))

struct FindAgreement {
    AgreementId agreement;
};
BOOST_DESCRIBE_STRUCT(FindAgreement, (), (agreement))

/// POST lending/agreements/{agreement}/sign: the digest of the text that was read. The worker says
/// in her own words how she works for the lender.
struct SignAgreement {
    AgreementId agreement;
    String<64, 64> digest;
    std::optional<WorkRelation> work_relation;
};
BOOST_DESCRIBE_STRUCT(SignAgreement, (), (agreement, digest, work_relation))

enum class RefuseReason { pay, place, time, health, relation, other };
BOOST_DESCRIBE_ENUM(RefuseReason, pay, place, time, health, relation, other)

struct RefuseAgreement {
    AgreementId agreement;
    std::optional<RefuseReason> reason_code;
};
BOOST_DESCRIBE_STRUCT(RefuseAgreement, (), (agreement, reason_code))

enum class EndReason { work_over, worker_wish, unsuitable, injury, breach, contract_ended, other };
BOOST_DESCRIBE_ENUM(EndReason, work_over, worker_wish, unsuitable, injury, breach, contract_ended,
                    other)

struct EndAgreement {
    AgreementId agreement;
    EndReason reason_code = EndReason::other;
};
BOOST_DESCRIBE_STRUCT(EndAgreement, (), (agreement, reason_code))

/// GET lending/agreements: the caller's own, or those of the official's place.
struct ListAgreements {
    std::optional<ProposalId> proposal;
    std::optional<AgreementStatus> status;
    std::optional<AgreementId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListAgreements, (), (proposal, status, cursor, limit))

// Settlements.

enum class SettlementStatus {
    open,       ///< the lender has not paid on yet
    passed_on,  ///< the lender has; the worker has not said so
    confirmed,  ///< by the worker
    voided      ///< the loan ended before the month
};
BOOST_DESCRIBE_ENUM(SettlementStatus, open, passed_on, confirmed, voided)

/// A row of `lending_settlements`.
struct SettlementRow {
    SettlementId id;
    PlaceCode city;
    PlaceCode place;
    AgreementId agreement_id;
    OrganisationId lender;
    OrganisationId borrower;
    PersonId person;
    std::string month;  ///< "2026-12"
    Date from_on;
    Date to_on;
    Date due_on;
    SettlementStatus status = SettlementStatus::open;
    OverdueLevel overdue_level = OverdueLevel::none;
    Fen expected_wage_fen;
    std::optional<Fen> borrower_paid_fen;
    std::optional<Date> borrower_paid_on;
    std::optional<std::string> borrower_reference;
    std::optional<Fen> wage_fen;
    std::optional<Fen> insurance_fen;
    std::optional<Fen> costs_fen;
    std::optional<Date> passed_on_on;
    std::optional<std::string> passed_on_reference;
    std::optional<Instant> confirmed_at;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(SettlementRow, (),
                      (id, city, place, agreement_id, lender, borrower, person, month, from_on,
                       to_on, due_on, status, overdue_level, expected_wage_fen, borrower_paid_fen,
                       borrower_paid_on, borrower_reference, wage_fen, insurance_fen, costs_fen,
                       passed_on_on, passed_on_reference, confirmed_at, changed_at))

struct SettlementView {
    SettlementId id;
    AgreementId agreement;
    std::string month;
    Date from_on;
    Date to_on;
    Date due_on;
    SettlementStatus status = SettlementStatus::open;
    OverdueLevel overdue_level = OverdueLevel::none;
    Fen expected_wage_fen;
    std::optional<Fen> borrower_paid_fen;
    std::optional<Date> borrower_paid_on;
    std::optional<std::string> borrower_reference;
    std::optional<Fen> wage_fen;
    std::optional<Fen> insurance_fen;
    std::optional<Fen> costs_fen;
    std::optional<Date> passed_on_on;
    std::optional<std::string> passed_on_reference;
    std::optional<Instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(SettlementView, (),
                      (id, agreement, month, from_on, to_on, due_on, status, overdue_level,
                       expected_wage_fen, borrower_paid_fen, borrower_paid_on, borrower_reference,
                       wage_fen, insurance_fen, costs_fen, passed_on_on, passed_on_reference,
                       confirmed_at))

/// An agreement as a party sees it; an official sees the worker's name masked. `text_open`: whether
/// the caller may read the text (the borrower from the worker's signature on, officials never).
struct AgreementView {
    AgreementId id;
    ProposalId proposal;
    organisations::Reference lender;
    organisations::Reference borrower;
    people::Reference worker;
    std::optional<Party> me;
    OccupationCode occupation;
    std::string occupation_name;
    PlaceCode place;
    std::string place_name;
    std::string address;
    std::string work;
    AgreementStatus status = AgreementStatus::proposed;
    Date starts_on;
    Date ends_on;
    Shift shift = Shift::day;
    WorkRelation work_relation = WorkRelation::labor_contract;
    std::optional<Date> contract_ends_on;
    Fen wage_fen;
    Fen insurance_fen;
    Costs costs;
    Fen costs_fen;
    Fen borrower_pays_fen;
    int injury_borrower_percent = 0;
    std::string digest;
    bool text_open = false;
    Instant sign_until_at;
    std::optional<Instant> lender_signed_at;
    std::optional<Instant> borrower_signed_at;
    std::optional<Instant> worker_signed_at;
    std::optional<Instant> in_force_at;
    std::optional<Date> ended_on;
    std::optional<Party> ended_by;
    std::string status_reason;
    std::vector<SettlementView> settlements;
};
BOOST_DESCRIBE_STRUCT(AgreementView, (),
                      (id, proposal, lender, borrower, worker, me, occupation, occupation_name,
                       place, place_name, address, work, status, starts_on, ends_on, shift,
                       work_relation, contract_ends_on, wage_fen, insurance_fen, costs, costs_fen,
                       borrower_pays_fen, injury_borrower_percent, digest, text_open, sign_until_at,
                       lender_signed_at, borrower_signed_at, worker_signed_at, in_force_at,
                       ended_on, ended_by, status_reason, settlements))

/// POST lending/settlements/{settlement}/borrower-paid.
struct BorrowerPaid {
    SettlementId settlement;
    Fen amount_fen;
    Date paid_on;
    String<1, 100> reference;
};
BOOST_DESCRIBE_STRUCT(BorrowerPaid, (), (settlement, amount_fen, paid_on, reference))

/// POST lending/settlements/{settlement}/passed-on: what the lender paid for the month.
struct PassedOn {
    SettlementId settlement;
    Fen wage_fen;
    Fen insurance_fen;
    Fen costs_fen;
    Date paid_on;
    String<1, 100> reference;
};
BOOST_DESCRIBE_STRUCT(PassedOn, (),
                      (settlement, wage_fen, insurance_fen, costs_fen, paid_on, reference))

struct FindSettlement {
    SettlementId settlement;
};
BOOST_DESCRIBE_STRUCT(FindSettlement, (), (settlement))

/// A rule of shared staff as GET lending/rules tells it.
struct RuleView {
    std::string code;
    std::string basis;
    std::string zh;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(RuleView, (), (code, basis, zh, en))

// What the events say: ids, codes, amounts.

struct PostFacts {
    PostKind kind = PostKind::surplus;
    OccupationCode occupation;
    PlaceCode place;
    int people_left = 0;
    PostStatus status = PostStatus::open;
};
BOOST_DESCRIBE_STRUCT(PostFacts, (), (kind, occupation, place, people_left, status))

struct ProposalFacts {
    PostId post;
    ProposalStatus status = ProposalStatus::waiting;
    int people = 0;
};
BOOST_DESCRIBE_STRUCT(ProposalFacts, (), (post, status, people))

struct AgreementFacts {
    ProposalId proposal;
    PlaceCode place;
    AgreementStatus from = AgreementStatus::proposed;
    AgreementStatus to = AgreementStatus::proposed;
    std::optional<Party> party;
    std::string reason;
    std::string digest;
};
BOOST_DESCRIBE_STRUCT(AgreementFacts, (), (proposal, place, from, to, party, reason, digest))

struct SettlementFacts {
    SettlementId settlement;
    PlaceCode place;
    std::string month;
    SettlementStatus status = SettlementStatus::open;
    std::optional<Fen> borrower_paid_fen;
    std::optional<Fen> wage_fen;
    std::optional<Fen> insurance_fen;
    std::optional<Fen> costs_fen;
    OverdueLevel overdue_level = OverdueLevel::none;
};
BOOST_DESCRIBE_STRUCT(SettlementFacts, (),
                      (settlement, place, month, status, borrower_paid_fen, wage_fen, insurance_fen,
                       costs_fen, overdue_level))

}  // namespace jianghui::lending
