#include "features/lending/rules.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "features/lending/legal_rules.hpp"

namespace jianghui::lending {
namespace {

constexpr Fen amount_max{100'000'000};  // a million yuan: far above any month's wage

int days_of(Date from, Date to) { return days_between(from, to) + 1; }

bool starts_with(const std::string& text, std::string_view beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

/// The first day of the next month.
Date next_month(Date day) {
    const auto next = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(1);
    return next / std::chrono::day(1);
}

}  // namespace

Error broken(const ErrorCode& rule) {
    return error(rule).with("basis", std::string(basis_of(rule)));
}

Error broken(const ErrorCode& rule, Text message) {
    return error(rule, std::move(message)).with("basis", std::string(basis_of(rule)));
}

Result<Done> may_take_part(const organisations::Organisation& party, Date today) {
    if (party.kind != organisations::OrganisationKind::employer)
        return refuse(broken(lending_not_enterprise).with("organisation", party.name));
    if (party.status != organisations::OrganisationStatus::verified)
        return refuse(broken(lending_unverified).with("organisation", party.name));
    if (organisations::excluded_on(party, today))
        return refuse(broken(lending_excluded).with("organisation", party.name));
    return Done{};
}

Result<Done> parties_fit(const organisations::Organisation& lender,
                         const organisations::Organisation& borrower, Date today) {
    if (lender.id == borrower.id) return refuse(broken(lending_same_party));
    TRY_DO(may_take_part(lender, today));
    return may_take_part(borrower, today);
}

Result<Done> period_fits(Date starts_on, Date ends_on, Date today, int days_max) {
    if (starts_on < today || ends_on < starts_on || days_of(starts_on, ends_on) > days_max)
        return refuse(error(lending_period).at("/ends_on").with("days_max",
                                                                std::to_string(days_max)));
    return Done{};
}

Result<Done> amount_fits(Fen amount, std::string_view path) {
    if (amount.value <= 0 || amount > amount_max)
        return refuse(error(lending_wage_wrong).at(std::string(path)));
    return Done{};
}

Closeness closeness_of(const OccupationCode& a, const OccupationCode& b) {
    if (a.text == b.text) return Closeness::same;
    // "6-02-06-03": 中类 four characters, 小类 seven.
    const auto share = [&](std::size_t length) {
        return a.text.size() >= length && b.text.size() >= length &&
               a.text.compare(0, length, b.text, 0, length) == 0;
    };
    if (share(7)) return Closeness::near_by;
    return share(4) ? Closeness::related : Closeness::none;
}

Nearness nearness_of(const PlaceCode& a, const PlaceCode& b) {
    if (a == b) return Nearness::same_county;
    return city_of(a) == city_of(b) ? Nearness::same_city : Nearness::elsewhere;
}

std::optional<Fit> fit_of(const PostRow& a, const PostRow& b) {
    if (a.kind == b.kind || a.organisation == b.organisation) return std::nullopt;
    Fit fit;
    fit.occupation = closeness_of(a.occupation, b.occupation);
    fit.overlap_from_on = std::max(a.starts_on, b.starts_on);
    fit.overlap_to_on = std::min(a.ends_on, b.ends_on);
    fit.people = std::min(a.people - a.taken, b.people - b.taken);
    if (fit.occupation == Closeness::none || fit.overlap_to_on < fit.overlap_from_on ||
        fit.people < 1)
        return std::nullopt;
    fit.place = nearness_of(a.place, b.place);
    fit.overlap_days = days_of(fit.overlap_from_on, fit.overlap_to_on);
    const int shorter =
        std::min(days_of(a.starts_on, a.ends_on), days_of(b.starts_on, b.ends_on));
    fit.occupation_points = fit.occupation == Closeness::same      ? 50
                            : fit.occupation == Closeness::near_by ? 35
                                                                   : 20;
    fit.place_points = fit.place == Nearness::same_county ? 30
                       : fit.place == Nearness::same_city ? 20
                                                          : 5;
    fit.overlap_points = 20 * fit.overlap_days / shorter;
    fit.score = fit.occupation_points + fit.place_points + fit.overlap_points;
    return fit;
}

Instant answer_until(Instant now, int hours, Date starts_on) {
    const Instant first_day_over = start_of(add_days(starts_on, 1));
    return std::min(now + std::chrono::hours(hours),
                    std::max(first_day_over, now + std::chrono::hours(1)));
}

Fen sum_of(const Costs& costs) {
    Fen sum;
    for (const auto& item : costs) sum += item.amount_fen;
    return sum;
}

Result<Done> without_profit(Fen borrower_pays, Fen wage, Fen insurance, Fen costs) {
    const Fen passed_on = wage + insurance + costs;
    if (borrower_pays <= passed_on) return Done{};
    const std::string pays = yuan_text(borrower_pays);
    const std::string on = yuan_text(passed_on);
    const std::string more = yuan_text(borrower_pays - passed_on);
    return refuse(
        broken(lending_profit,
               {fmt::format("借入单位支付 {} 元，借出单位转付 {} 元（工资 {}、社会保险 {}、约定费用 {}），"
                            "多出 {} 元。借出单位不得以营利为目的（人社厅函〔2020〕98号）。",
                            pays, on, yuan_text(wage), yuan_text(insurance), yuan_text(costs), more),
                fmt::format("The borrower pays {} yuan, the lender pays on {}: {} too much. The lender "
                            "may not profit.",
                            pays, on, more)})
            .with("borrower_pays", pays)
            .with("passed_on", on));
}

Result<Done> may_be_lent(WorkRelation relation) {
    switch (relation) {
        case WorkRelation::labor_contract: return Done{};
        case WorkRelation::part_time:
            return refuse(broken(lending_part_time).at("/work_relation"));
        case WorkRelation::dispatch:
            return refuse(broken(lending_dispatched).at("/work_relation"));
        case WorkRelation::shared_staff:
            return refuse(broken(lending_relent).at("/work_relation"));
        default: return refuse(broken(lending_no_labour_relation).at("/work_relation"));
    }
}

Result<Done> age_fits(Date born, Date starts_on, int working_age,
                      const std::optional<Date>& health_checked_on,
                      const OccupationCode& occupation,
                      const std::optional<IndustryCode>& borrower_industry) {
    const int age = age_on(born, starts_on);
    if (age < working_age)
        return refuse(broken(lending_too_young).with("age", std::to_string(working_age)));
    if (age >= 18) return Done{};  // 未成年工: 劳动法 §58
    // Mine work is 中类 6-16, places of entertainment are industry R901 (歌舞厅、网吧 …).
    if (starts_with(occupation.text, "6-16") ||
        (borrower_industry && starts_with(borrower_industry->text, "R901")))
        return refuse(broken(lending_minor_work));
    if (!health_checked_on || *health_checked_on > starts_on ||
        days_between(*health_checked_on, starts_on) > 365)
        return refuse(broken(lending_minor_unchecked).at("/health_checked_on"));
    return Done{};
}

Result<Done> terms_fit(const DraftAgreement& terms, const ProposalRow& proposal,
                       const std::optional<Fen>& minimum_wage) {
    if (terms.starts_on < proposal.starts_on || terms.ends_on > proposal.ends_on ||
        terms.ends_on < terms.starts_on)
        return refuse(error(lending_period).at("/ends_on"));
    TRY_DO(may_be_lent(terms.work_relation));
    if (terms.contract_ends_on && terms.ends_on > *terms.contract_ends_on)
        return refuse(broken(lending_beyond_contract).at("/ends_on").with(
            "contract_ends_on", date_text(*terms.contract_ends_on)));
    TRY_DO(amount_fits(terms.wage_fen, "/wage_fen"));
    if (terms.insurance_fen.value <= 0 || terms.insurance_fen > amount_max)
        return refuse(broken(lending_uninsured).at("/insurance_fen"));
    const Costs costs = terms.costs.value_or(Costs{});
    for (const auto& item : costs) TRY_DO(amount_fits(item.amount_fen, "/costs"));
    if (terms.borrower_pays_fen.value < 0)
        return refuse(error(lending_wage_wrong).at("/borrower_pays_fen"));
    if (minimum_wage && terms.wage_fen < *minimum_wage)
        return refuse(broken(lending_below_minimum).at("/wage_fen").with(
            "minimum", yuan_text(*minimum_wage)));
    return without_profit(terms.borrower_pays_fen, terms.wage_fen, terms.insurance_fen,
                          sum_of(costs));
}

Result<Done> may_sign(const AgreementRow& agreement, Party party, const SignAgreement& signature,
                      Instant now) {
    if (agreement.status != AgreementStatus::proposed) return refuse(lending_status_conflict);
    if (now >= agreement.sign_until_at) return refuse(lending_sign_over);
    if (signature.digest.text != agreement.digest)
        return refuse(error(lending_digest_differs).at("/digest"));
    if (party == Party::borrower && !agreement.worker_signed_at)
        return refuse(lending_worker_first);
    if (party == Party::worker && signature.work_relation != agreement.work_relation)
        return refuse(broken(lending_relation_differs).at("/work_relation"));
    return Done{};
}

bool all_signed(const AgreementRow& agreement) {
    return agreement.lender_signed_at && agreement.borrower_signed_at &&
           agreement.worker_signed_at;
}

std::vector<MonthPart> months_of(Date from_on, Date to_on, Fen monthly_wage) {
    std::vector<MonthPart> parts;
    for (Date from = from_on; from <= to_on; from = next_month(from)) {
        const Date last = add_days(next_month(from), -1);
        const Date to = std::min(last, to_on);
        const auto days_in_month = static_cast<unsigned>(last.day());
        parts.push_back({statements::month_of(from), from, to,
                         multiply(monthly_wage, days_of(from, to), days_in_month)});
    }
    return parts;
}

Result<Done> may_record(const SettlementRow& settlement, Date paid_on, Date today) {
    if (settlement.status == SettlementStatus::confirmed ||
        settlement.status == SettlementStatus::voided)
        return refuse(lending_settled);
    if (paid_on > today || paid_on < settlement.from_on)
        return refuse(error(lending_paid_on_wrong).at("/paid_on"));
    return Done{};
}

Result<Done> settlement_fits(const SettlementRow& settlement) {
    if (!settlement.borrower_paid_fen || !settlement.wage_fen) return Done{};
    return without_profit(*settlement.borrower_paid_fen, *settlement.wage_fen,
                          settlement.insurance_fen.value_or(Fen{}),
                          settlement.costs_fen.value_or(Fen{}));
}

}  // namespace jianghui::lending
