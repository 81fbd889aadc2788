// Overdue wages at a glance.

#include "features/statements/endpoints.hpp"
#include "engine/app/page.hpp"
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
    StatementId statement;
    int side = 0;
    OrganisationId owner;
    int owners = 1;
};
BOOST_DESCRIBE_STRUCT(OverdueSum, (),
                      (subject, statements, wage_fen, oldest_due_on, level, step, statement, side,
                       owner, owners))

std::string name_of(const store::Reader& reader, OverdueBy by, std::int64_t subject) {
    if (by == OverdueBy::order) {
        const auto order = orders::find(reader, OrderId{subject});
        return order ? order->title : "";
    }
    const auto organisation = organisations::find_reference(reader, OrganisationId{subject});
    return organisation ? organisation->name : "";
}

OverdueView shown(const app::Query& query, OverdueBy by, const OverdueSum& sum) {
    OverdueView view;
    view.id = id_text(sum.subject);
    view.name = name_of(query.db, by, sum.subject);
    view.level = static_cast<OverdueLevel>(sum.level);
    view.statements = sum.statements;
    view.wage_fen = sum.wage_fen;
    view.oldest_due_on = sum.oldest_due_on;
    view.days_late = days_late(sum.oldest_due_on, date_of(query.now));
    view.next_step = static_cast<OverdueStep>(sum.step);
    view.owner = {static_cast<Side>(sum.side),
                  organisations::find_reference(query.db, sum.owner)
                      .value_or(organisations::Reference{sum.owner, {}}),
                  sum.owners - 1};
    view.statement = sum.statement;
    return view;
}

}  // namespace

Result<std::vector<OverdueView>> list_overdue(app::Query& query, const ListOverdue& input) {
    const auto sight = timesheets::sight_of(query.caller);
    const int limit = app::limit_of(input.limit);
    std::vector<OverdueView> items;
    for (const auto& sum : query.db.all<OverdueSum>(
             sql::overdue_sums,
             store::arguments("by", input.by, "organisation", sight.organisation, "place_from", sight.place_from,
                              "place_to", sight.place_to, "limit", limit)))
        items.push_back(shown(query, input.by, sum));
    return items;
}

}  // namespace jianghui::statements
