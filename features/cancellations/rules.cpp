#include "features/cancellations/rules.hpp"

#include <algorithm>
#include <map>

namespace jianghui::cancellations {
namespace {

/// a / b rounded half up; both positive.
std::int64_t rounded(std::int64_t a, std::int64_t b) { return (a + b / 2) / b; }

}  // namespace

int notice_hours(Instant now, const std::optional<Date>& starts_on) {
    if (!starts_on) return 0;
    const auto left = std::chrono::floor<std::chrono::hours>(start_of(*starts_on) - now);
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

std::optional<TermsRow> row_for(const TermsSet& set, shares::Canceller canceller,
                                shares::ShareStatus state, int notice) {
    std::optional<TermsRow> best;
    for (const auto& row : set.rows) {
        if (row.canceller != canceller || row.share_state != state || row.notice_hours > notice)
            continue;
        if (!best || row.notice_hours > best->notice_hours) best = row;
    }
    return best;
}

Fen pay_of_day(const shares::AcceptedPay& pay, const PayOfDay& measure) {
    switch (pay.unit) {
        case orders::PayUnit::day: return pay.pay_fen;
        case orders::PayUnit::month:
            return {rounded(pay.pay_fen.value * 100, measure.month_days_hundredths)};
        case orders::PayUnit::hour:
            return {rounded(pay.pay_fen.value * measure.hours_per_day_tenths, 10)};
        case orders::PayUnit::piece: return {0};
    }
    return {0};
}

std::vector<ClaimLine> lines_of(const TermsRow& row, int seats, Fen fee,
                                const std::vector<Fen>& pays_of_day) {
    std::vector<ClaimLine> lines;
    const auto add = [&](ClaimLine line, std::int64_t amount) {
        line.amount_fen = {amount};
        if (amount > 0) lines.push_back(line);
    };
    add({LineKind::fee, seats, fee, row.fee_percent, 0, {}},
        rounded(fee.value * seats * row.fee_percent, 100));
    std::map<std::int64_t, int> of_pay;
    for (const Fen pay : pays_of_day) ++of_pay[pay.value];
    for (const auto& [pay, count] : of_pay)
        add({LineKind::pay, count, {pay}, 0, row.pay_days_tenths, {}},
            rounded(pay * count * row.pay_days_tenths, 10));
    return lines;
}

Fen total_of(const std::vector<ClaimLine>& lines) {
    Fen total{0};
    for (const auto& line : lines) total.value += line.amount_fen.value;
    return total;
}

Result<ClaimStatus> next_status(ClaimStatus from, ClaimAct act, Party party) {
    using S = ClaimStatus;
    const bool debtor = party == Party::debtor;
    switch (act) {
        case ClaimAct::pay:
            if (!debtor) return refuse(not_allowed);
            if (from == S::due || from == S::disputed) return S::paid;
            break;
        case ClaimAct::confirm:
            if (debtor) return refuse(not_allowed);
            if (from == S::paid || from == S::disputed) return S::confirmed;
            break;
        case ClaimAct::waive:
            if (debtor) return refuse(not_allowed);
            if (from == S::due || from == S::disputed) return S::waived;
            break;
        case ClaimAct::dispute:
            if (from == (debtor ? S::due : S::paid)) return S::disputed;
            break;
    }
    return refuse(error(claim_status_conflict)
                      .with("status", std::string(codec::enum_text(from))));
}

}  // namespace jianghui::cancellations
