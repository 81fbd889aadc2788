#pragma once
// What is kept and until when: pure.

#include "features/privacy/model.hpp"

namespace jianghui::privacy {

/// The parameter that says how many years a class is kept; "" for one without a period of its own.
[[nodiscard]] std::string_view parameter_of(RetentionClass record);

/// How many years each class is kept, and which rule says so.
struct Period {
    int years = 0;
    std::string law;
};
using PeriodOf = std::function<Period(RetentionClass)>;

/// What one part keeps.
struct Keeping {
    std::string part;
    app::Kept kept;
    std::optional<Date> until_on;
};

/// Sets the last days; leaves out what is over already. Who she is, is kept as long as the longest
/// of what is sealed away, and not at all when nothing is.
[[nodiscard]] std::vector<Keeping> keepings_of(std::vector<Keeping> asked, const PeriodOf& period,
                                               Date today);

/// What was left in its place (a part keeps it without its content) and is over already: to be
/// emptied at once. Of `asked` before `keepings_of` takes it.
[[nodiscard]] std::vector<Keeping> lapsed_of(const std::vector<Keeping>& asked,
                                             const PeriodOf& period, Date today);

/// One notice for each class, with its latest day.
[[nodiscard]] std::vector<KeptNotice> notices_of(const std::vector<Keeping>& keepings,
                                                 const PeriodOf& period);

}  // namespace jianghui::privacy
