#include "features/cancellations/terms.hpp"

#include <algorithm>

#include "features/codes/api.hpp"

namespace jianghui::cancellations {
namespace {

constexpr const char* sets_file = "cancellation_sets.csv";
constexpr const char* rows_file = "cancellation_terms.csv";

std::string mark_text(codes::Mark mark) {
    switch (mark) {
        case codes::Mark::found: return "F";
        case codes::Mark::recalled: return "K";
        case codes::Mark::proposed: return "P";
    }
    return "P";
}

TermsRow read_row(codes::DataRow& row) {
    const auto canceller = codec::parse_enum<shares::Canceller>(row.text(1));
    const auto state = codec::parse_enum<shares::ShareStatus>(row.text(2));
    if (!canceller || !state || !shares::is_live(*state))
        row.fail({"取消方或份额状态有误。", "Wrong canceller or state of the share."});
    TermsRow terms;
    terms.canceller = canceller.value_or(shares::Canceller::employer);
    terms.share_state = state.value_or(shares::ShareStatus::held);
    terms.notice_hours = static_cast<int>(row.number(3, 0, 8784));
    terms.fee_percent = static_cast<int>(row.number(4, 0, 100));
    terms.pay_days_tenths = static_cast<int>(row.number(5, 0, 1000));
    (void)row.text(6);
    (void)row.mark(7);
    return terms;
}

bool same_case(const TermsRow& one, const TermsRow& other) {
    return one.canceller == other.canceller && one.share_state == other.share_state;
}

/// Whether every case of the set says what holds however late one cancels.
bool complete(const TermsSet& set) {
    return std::all_of(set.rows.begin(), set.rows.end(), [&](const TermsRow& row) {
        return std::any_of(set.rows.begin(), set.rows.end(), [&](const TermsRow& other) {
            return same_case(row, other) && other.notice_hours == 0;
        });
    });
}

}  // namespace

Result<Sets> Sets::load(const std::filesystem::path& folder) {
    Sets sets;
    TRY(auto rows, codes::read_table(folder, sets_file,
                                     {"number", "zh", "en", "what_zh", "what_en", "effective_from",
                                      "effective_to", "source", "mark"}));
    for (auto& row : rows) {
        Dated dated;
        dated.set.number = static_cast<int>(row.number(0, 1, 1000000));
        dated.set.title = {row.text(1), row.text(2)};
        dated.set.what = {row.text(3), row.text(4)};
        dated.from = row.date(5);
        dated.to = row.free_date(6);
        dated.set.source = row.text(7);
        dated.set.mark = mark_text(row.mark(8));
        TRY_DO(row.done());
        sets.sets_.push_back(std::move(dated));
    }
    TRY_DO(sets.load_rows(folder));
    for (const auto& dated : sets.sets_)
        if (!complete(dated.set))
            return refuse(codes::malformed(rows_file, 1,
                                           {"缺少提前量为 0 的行：" + dated.set.title.zh,
                                            "No row from notice 0 on: " + dated.set.title.en}));
    return sets;
}

Result<Done> Sets::load_rows(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, rows_file,
                                     {"set", "canceller", "share_state", "notice_hours",
                                      "fee_percent", "pay_days_tenths", "source", "mark"}));
    for (auto& row : rows) {
        const auto number = row.number(0, 1, 1000000);
        const auto terms = read_row(row);
        const auto dated =
            std::find_if(sets_.begin(), sets_.end(),
                         [&](const Dated& one) { return one.set.number == number; });
        if (dated == sets_.end()) row.fail({"没有这套条款。", "There is no such set."});
        TRY_DO(row.done());
        dated->set.rows.push_back(terms);
    }
    return Done{};
}

const TermsSet* Sets::find(int number, Date on) const {
    for (const auto& dated : sets_)
        if (dated.set.number == number && dated.from <= on && (!dated.to || on <= *dated.to))
            return &dated.set;
    return nullptr;
}

std::vector<TermsSet> Sets::offered(Date on) const {
    std::vector<TermsSet> found;
    for (const auto& dated : sets_)
        if (find(dated.set.number, on) == &dated.set) found.push_back(dated.set);
    return found;
}

}  // namespace jianghui::cancellations
