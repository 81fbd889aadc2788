#pragma once
// The vocabulary of agreements: the terms of a loan, signed by lender, borrower and worker.

#include "features/lending/proposal_model.hpp"
#include "features/lending/settlement_model.hpp"
#include "features/people/api.hpp"

namespace jianghui::lending {

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

/// What its events say.
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

}  // namespace jianghui::lending
