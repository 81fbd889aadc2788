#pragma once
// The vocabulary of settlements: what is due for a month of a loan, and who paid it on.

#include "features/lending/post_model.hpp"
#include "features/statements/api.hpp"

namespace jianghui::lending {

using AgreementId = Id<struct LendingAgreementTag>;
using SettlementId = Id<struct LendingSettlementTag>;
using statements::OverdueLevel;

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

/// What its events say.
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
