#pragma once
// The vocabulary of tiers: who may come earlier to a first-come order.

#include "features/codes/api.hpp"
#include "features/orders/api.hpp"

namespace jianghui::tiers {

/// What a criterion judges. Nothing here is a place: where an agency comes from must not matter
/// (公平竞争审查条例 §§8–10, CORRECTIONS 1).
enum class Judged {
    reliability,       ///< the score as the day began
    occupation_seats,  ///< seats completed in the order's class of occupations
    employer_seats,    ///< seats completed for the order's employer
    credential_months  ///< whole months for which a credential in force has been held
};
BOOST_DESCRIBE_ENUM(Judged, reliability, occupation_seats, employer_seats, credential_months)

/// A row of data/tier_criteria.csv.
struct Criterion {
    std::string code;
    Text title;
    Judged judged = Judged::reliability;
    std::optional<organisations::CredentialKind> credential;
    Text unit;
    int min = 0;
    int max = 0;
    std::string source;
    codes::Mark mark = codes::Mark::proposed;
};

/// GET tier-criteria.
struct CriterionView {
    std::string code;
    Text title;
    Text unit;
    int min = 0;
    int max = 0;
    std::string source;
    std::string mark;  ///< F, K or P
};
BOOST_DESCRIBE_STRUCT(CriterionView, (), (code, title, unit, min, max, source, mark))

struct Criteria {
    std::vector<CriterionView> items;
    int hours_max = 0;
};
BOOST_DESCRIBE_STRUCT(Criteria, (), (items, hours_max))

/// One tier of an order as people see it. What the agency that asks has is shown to it alone.
struct TierView {
    std::string criterion;
    Text title;
    Text unit;
    int parameter = 0;
    int hours = 0;
    std::string reason;
    std::string source;
    std::string mark;
    std::optional<Instant> others_at;  ///< from then on it keeps nobody waiting
    std::optional<int> value;
    std::optional<bool> fulfilled;
};
BOOST_DESCRIBE_STRUCT(TierView, (),
                      (criterion, title, unit, parameter, hours, reason, source, mark, others_at,
                       value, fulfilled))

/// GET orders/{order}/tiers.
struct OrderTiers {
    std::vector<TierView> tiers;
    std::optional<Instant> opens_at;      ///< to who fulfils all of them
    std::optional<Instant> opens_to_all_at;
    std::optional<Instant> opens_to_you_at;  ///< to the agency that asks
};
BOOST_DESCRIBE_STRUCT(OrderTiers, (), (tiers, opens_at, opens_to_all_at, opens_to_you_at))

}  // namespace jianghui::tiers
