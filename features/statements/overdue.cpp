// Overdue wages at a glance.

#include "features/statements/endpoints.hpp"
#include "features/statements/queries.hpp"
#include "features/statements/rules.hpp"
#include "features/timesheets/api.hpp"

namespace jianghui::statements {
namespace {

/// A row of the sums.
struct OverdueSum {
    std::int64_t subject = 0;
    int statements = 0;
    Fen wage_fen;
    Date oldest_due_on;
    int level = 1;
    int step = 0;
};
BOOST_DESCRIBE_STRUCT(OverdueSum, (), (subject, statements, wage_fen, oldest_due_on, level, step))

std::string name_of(const store::Reader& reader, OverdueBy by, std::int64_t subject) {
    if (by == OverdueBy::order) {
        const auto order = orders::find(reader, OrderId{subject});
        return order ? order->title : "";
    }
    const auto organisation = organisations::find_reference(reader, OrganisationId{subject});
    return organisation ? organisation->name : "";
}

}  // namespace

Result<std::vector<OverdueView>> list_overdue(app::Query& query, const ListOverdue& input) {
    const auto sight = timesheets::sight_of(query.caller);
    const int limit = input.limit ? static_cast<int>(input.limit->value) : 50;
    std::vector<OverdueView> shown;
    for (const auto& sum : query.db.all<OverdueSum>(
             sql::overdue_sums,
             store::arguments("by", input.by, "organisation", sight.organisation, "place_from", sight.place_from,
                              "place_to", sight.place_to, "limit", limit)))
        shown.push_back({std::to_string(sum.subject), name_of(query.db, input.by, sum.subject),
                         static_cast<OverdueLevel>(sum.level), sum.statements, sum.wage_fen,
                         sum.oldest_due_on,
                         days_late(sum.oldest_due_on, date_of(query.now)),
                         static_cast<OverdueStep>(sum.step)});
    return shown;
}

}  // namespace jianghui::statements
