#pragma once
// Decisions about cancellations: pure functions.

#include "features/cancellations/errors.hpp"
#include "features/cancellations/model.hpp"

namespace jianghui::cancellations {

/// Full hours from now until the first day of work begins; 0 when it has begun.
[[nodiscard]] int notice_hours(Instant now, const std::optional<Date>& starts_on);

/// The row of the set that holds: of the case's rows that the notice reaches, the one with the
/// longest notice. Nothing when the set has no rows for the case.
[[nodiscard]] std::optional<TermsRow> row_for(const TermsSet& set, shares::Canceller canceller,
                                              shares::ShareStatus state, int notice);

/// The pay of a day: a month's over its paid days, an hour's times the hours of a day; nothing for
/// pieces, since no day has a known number of them.
struct PayOfDay {
    int hours_per_day_tenths = 80;
    int month_days_hundredths = 2175;
};
[[nodiscard]] Fen pay_of_day(const shares::AcceptedPay& pay, const PayOfDay& measure);

/// What is due, line by line, each rounded to the fen (half up): the fee's part for every seat, and
/// days of pay for those that a worker had accepted, equal pays in one line. Empty: nothing is due.
[[nodiscard]] std::vector<ClaimLine> lines_of(const TermsRow& row, int seats, Fen fee,
                                              const std::vector<Fen>& pays_of_day);
[[nodiscard]] Fen total_of(const std::vector<ClaimLine>& lines);

enum class ClaimAct { pay, confirm, waive, dispute };
BOOST_DESCRIBE_ENUM(ClaimAct, pay, confirm, waive, dispute)
enum class Party { debtor, creditor };

/// The status after a party's act. Fails with not_allowed when the act is the other party's, and
/// with cancellation_claim_status_conflict.
[[nodiscard]] Result<ClaimStatus> next_status(ClaimStatus from, ClaimAct act, Party party);

}  // namespace jianghui::cancellations
