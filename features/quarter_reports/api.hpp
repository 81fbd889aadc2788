#pragma once
// What other features may ask of quarter reports (what anybody asks, and when one was published), and what
// they ask of others: by what a person is counted. Whoever keeps people provides it, so that neither names
// nor numbers come here.

#include <functional>
#include <optional>
#include <string>

#include <boost/describe/enum.hpp>

#include "engine/base/base.hpp"
#include "engine/store/store.hpp"
#include "features/quarter_reports/endpoints.hpp"
#include "features/quarter_reports/events.hpp"

namespace jianghui::quarter_reports {

enum class Sex { female, male };
BOOST_DESCRIBE_ENUM(Sex, female, male)

/// What a person is counted by. Absent or empty: not registered, and never guessed.
struct PersonTraits {
    PersonId id;
    std::optional<Sex> sex;
    std::optional<Date> born;
    std::string education;  ///< a code of the table of education levels
    int skill_level = 0;    ///< the highest stated, 1 (初级工) … 5 (高级技师); 0: none stated
    std::string seeker_kind;  ///< a code of the list seeker_kinds
};

/// A service that the feature of people provides at start; without one nothing is registered of anybody.
class TraitsOfPeople {
  public:
    virtual ~TraitsOfPeople() = default;
    /// Calls `take` for every active person that `is_wanted`. For counting alone: what is taken is kept
    /// nowhere and shown to nobody. O(people).
    virtual void each(const store::Reader& reader,
                      const std::function<bool(PersonId)>& is_wanted,
                      const std::function<void(const PersonTraits&)>& take) const = 0;
};

}  // namespace jianghui::quarter_reports
