#pragma once
// Decisions about shared staff: pure functions. Refusals of a rule of law carry its basis.

#include "features/lending/errors.hpp"
#include "features/lending/model.hpp"

namespace jianghui::lending {

/// The error of a rule with its legal basis as the fact "basis".
[[nodiscard]] Error broken(const ErrorCode& rule);
[[nodiscard]] Error broken(const ErrorCode& rule, Text message);

/// Whether the organisation may lend or borrow on that day: an employer, verified, not excluded.
/// Fails with lending_not_enterprise, lending_unverified, lending_excluded.
[[nodiscard]] Result<Done> may_take_part(const organisations::Organisation& party, Date today);
/// The same for both, and that they are two. Fails also with lending_same_party.
[[nodiscard]] Result<Done> parties_fit(const organisations::Organisation& lender,
                                       const organisations::Organisation& borrower, Date today);

/// A period from today on, in order, at most `days_max` long. Fails with lending_period.
[[nodiscard]] Result<Done> period_fits(Date starts_on, Date ends_on, Date today, int days_max);
/// Positive and at most a million yuan. Fails with lending_wage_wrong at `path`.
[[nodiscard]] Result<Done> amount_fits(Fen amount, std::string_view path);

/// How near two occupations are.
[[nodiscard]] Closeness closeness_of(const OccupationCode& a, const OccupationCode& b);
[[nodiscard]] Nearness nearness_of(const PlaceCode& a, const PlaceCode& b);
/// Why a surplus and a shortage fit; nothing when they do not: same kind or enterprise, occupations
/// of different 中类, periods apart, nobody left. Symmetric. Occupation 50/35/20 points, place
/// 30/20/5, overlap 20 × common days ÷ days of the shorter period.
[[nodiscard]] std::optional<Fit> fit_of(const PostRow& a, const PostRow& b);

/// When a proposal runs out: `hours` from now, but not after its first day's end.
[[nodiscard]] Instant answer_until(Instant now, int hours, Date starts_on);

/// What the lender pays on in a month. Requires amounts that amount_fits allowed.
[[nodiscard]] Fen sum_of(const Costs& costs);
/// To the fen: what the borrower pays is at most wage + insurance + costs. Fails with lending_profit,
/// which says both sums.
[[nodiscard]] Result<Done> without_profit(Fen borrower_pays, Fen wage, Fen insurance, Fen costs);

/// Whether somebody who works for the lender in that way can be lent. Fails with lending_dispatched,
/// lending_relent (borrowed herself), lending_part_time (a loan is settled by the month, part-time work
/// every fifteen days at the latest), lending_no_labour_relation.
[[nodiscard]] Result<Done> may_be_lent(WorkRelation relation);
/// Age on the first day, and the rules for workers under 18. Fails with lending_too_young,
/// lending_minor_unchecked, lending_minor_work.
[[nodiscard]] Result<Done> age_fits(Date born, Date starts_on, int working_age,
                                    const std::optional<Date>& health_checked_on,
                                    const OccupationCode& occupation,
                                    const std::optional<IndustryCode>& borrower_industry);
/// The terms of an agreement against the proposal: inside its period, by the contract's end, amounts
/// positive, at least `minimum_wage` (full-time), insured, without profit. Fails with lending_period,
/// lending_beyond_contract, lending_wage_wrong, lending_below_minimum, lending_uninsured,
/// lending_profit, and as may_be_lent.
[[nodiscard]] Result<Done> terms_fit(const DraftAgreement& terms, const ProposalRow& proposal,
                                     const std::optional<Fen>& minimum_wage);

/// Whether that party may sign now. Fails with lending_status_conflict, lending_sign_over,
/// lending_digest_differs, lending_worker_first, and for the worker lending_relation_differs.
[[nodiscard]] Result<Done> may_sign(const AgreementRow& agreement, Party party,
                                    const SignAgreement& signature, Instant now);
[[nodiscard]] bool all_signed(const AgreementRow& agreement);

/// A part of a loan that lies in one month.
struct MonthPart {
    std::string month;
    Date from_on;
    Date to_on;
    Fen expected_wage;  ///< by calendar days of the month
    bool operator==(const MonthPart&) const = default;
};
/// The months of a period with the wage to be expected.
[[nodiscard]] std::vector<MonthPart> months_of(Date from_on, Date to_on, Fen monthly_wage);

/// Whether the settlement can still be changed on `paid_on`. Fails with lending_settled,
/// lending_paid_on_wrong.
[[nodiscard]] Result<Done> may_record(const SettlementRow& settlement, Date paid_on, Date today);
/// Both sides' sums as far as they are known. Fails with lending_profit.
[[nodiscard]] Result<Done> settlement_fits(const SettlementRow& settlement);

}  // namespace jianghui::lending
