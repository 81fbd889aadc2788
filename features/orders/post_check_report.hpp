#pragma once
// Where the parts of the post check write their findings.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "features/orders/post_check.hpp"

namespace jianghui::orders {

/// A value that a rule's sentence names: {"hours", "11"}.
using Filling = std::pair<std::string_view, std::string>;

class PostReport {
  public:
    PostReport(const PostFacts& facts, const codes::Tables& tables)
        : facts_(facts), tables_(tables) {}

    /// Adds the rule's finding at a field, softened by one step when the author named a ground that
    /// the rule allows. Nothing when the data does not have the rule: it is switched off.
    void add(std::string_view rule, std::string_view path,
             const std::vector<Filling>& fillings = {});
    /// All findings, blocks first.
    [[nodiscard]] std::vector<Finding> take();

  private:
    [[nodiscard]] codes::Severity severity_of(const codes::PostRule& rule) const;
    const PostFacts& facts_;
    const codes::Tables& tables_;
    std::vector<Finding> findings_;
};

/// Time, pay against the minimum wage of the place, and contradictions (post_check_terms.cpp).
void check_terms(const PostFacts& facts, const codes::Tables& tables, Date today,
                 PostReport& report);

}  // namespace jianghui::orders
