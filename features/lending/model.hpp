#pragma once
// The vocabulary of shared staff 共享用工: posts, proposals, agreements, settlements.

#include "features/lending/agreement_model.hpp"
#include "features/lending/post_model.hpp"
#include "features/lending/proposal_model.hpp"
#include "features/lending/settlement_model.hpp"

namespace jianghui::lending {

/// A rule of shared staff as GET lending/rules tells it.
struct RuleView {
    std::string code;
    std::string basis;
    std::string zh;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(RuleView, (), (code, basis, zh, en))

}  // namespace jianghui::lending
