#pragma once
// What became of decisions that somebody took to review or to court: told by the effect `tell_review`.

#include "engine/journal/journal.hpp"

namespace jianghui::procedures {

enum class ReviewOutcome { upheld, changed, overturned, ended };
BOOST_DESCRIBE_ENUM(ReviewOutcome, upheld, changed, overturned, ended)

inline constexpr journal::EventKind case_reviewed{"case.reviewed", "复议诉讼结果登记",
                                                  "Outcome of a review told"};

/// What case.reviewed says; its subject is the case in which the outcome was recorded.
struct CaseReviewed {
    std::string decided;  ///< code of the procedure in which the decision was made
    ReviewOutcome outcome = ReviewOutcome::upheld;
};
BOOST_DESCRIBE_STRUCT(CaseReviewed, (), (decided, outcome))

}  // namespace jianghui::procedures
