#pragma once
// Who sees which survey and household, and what is shown of them.

#include "engine/app/context.hpp"
#include "features/codes/api.hpp"
#include "features/surveys/store.hpp"

namespace jianghui::surveys {

/// A survey that is published, or in whose place, around or below it the caller is an official. Fails
/// with not_found.
[[nodiscard]] Result<SurveyRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                                             SurveyId survey);
/// The same of the caller's own office. Fails with not_found, survey_elsewhere.
[[nodiscard]] Result<SurveyRow> find_own(const store::Reader& reader, const app::Caller& caller,
                                         SurveyId survey);

/// A household that is asked, with its survey, for the survey's office. Fails with not_found.
struct InHand {
    HouseholdRow household;
    SurveyRow survey;
};
[[nodiscard]] Result<InHand> find_own(const store::Reader& reader, const app::Caller& caller,
                                      HouseholdId household);

[[nodiscard]] SurveyView view(const store::Reader& reader, const app::Services& services,
                              const app::Caller& caller, const SurveyRow& survey);
[[nodiscard]] MethodView method_of(const store::Reader& reader, const codes::Tables& tables,
                                   const SurveyRow& survey);
[[nodiscard]] ResultsView results_view(const store::Reader& reader, const codes::Tables& tables,
                                       const SurveyRow& survey);
/// The households of one survey as the office, or their collector, sees them.
class Households {
  public:
    Households(const store::Reader& reader, const app::Services& services, const SurveyRow& survey);
    [[nodiscard]] HouseholdView view(const HouseholdRow& household) const;
    [[nodiscard]] VisitView visit(const HouseholdRow& household) const;
    /// How the account is called; "" when it is gone.
    [[nodiscard]] std::string name_of(AccountId account) const;

  private:
    const store::Reader* reader_;
    const app::Services* services_;
    std::vector<VillageRow> villages_;
};
/// The household with every version of its answer; contents only when `opened`. Fails as crypto::open.
[[nodiscard]] Result<HouseholdDetail> detail(const store::Reader& reader,
                                             const app::Services& services, const InHand& found,
                                             bool opened);
/// What is read to the respondent.
[[nodiscard]] Text notice_of(const std::string& place_name);

}  // namespace jianghui::surveys
