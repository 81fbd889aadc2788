// What people ask about fairs.

#include "features/fairs/endpoints.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/app/page.hpp"
#include "features/fairs/plan.hpp"
#include "features/fairs/queries.hpp"
#include "features/fairs/sight.hpp"
#include "features/fairs/store.hpp"
#include "features/fairs/view.hpp"

namespace jianghui::fairs {
namespace {

constexpr std::size_t choices_shown = 100;

}  // namespace

Result<std::vector<OpenOrderView>> list_open_orders(app::Query& query, const app::Empty& /*none*/) {
    std::vector<OpenOrderView> shown;
    for (const auto& [order, seats] : open_orders(query.db, query.caller))
        shown.push_back(view(query.db, query.services, order, seats));
    return shown;
}

Result<app::Page<FairView>> list_fairs(app::Query& query, const ListFairs& input) {
    const int limit = app::limit_of(input.limit);
    const auto [from, to] = codes_within(query.caller.place);
    const bool agency = query.caller.is(app::Role::agency);
    const auto rows =
        agency ? query.db.all<FairRow>(
                     sql::fairs_of_organisation,
                     store::arguments("organisation", query.caller.organisation, "cursor",
                                      input.cursor, "limit", limit + 1))
               : query.db.all<FairRow>(
                     sql::fairs_of_place,
                     store::arguments("place_from", from, "place_to", to, "cursor", input.cursor,
                                      "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, query.caller, row);
    });
}

Result<FairDetail> show_fair(app::Query& query, const FindFair& input) {
    TRY(const FairRow fair, find_visible(query.db, query.caller, input.fair));
    return detail(query.db, query.services, query.caller, fair);
}

Result<std::vector<FairChoice>> list_choices(app::Query& query, const FindFairOrder& input) {
    TRY(const FairRow fair, find_own(query.db, query.caller, input.fair));
    TRY(const auto known, known_problem(query.db, fair));
    const auto order = known.order(input.order);
    if (!order) return refuse(not_found);
    std::map<PersonId, OrderId> placed;
    std::set<PersonId> inside;
    for (const auto& pair : pairs_of(query.db, fair)) {
        placed[pair.person] = pair.order_id;
        if (pair.order_id == input.order) inside.insert(pair.person);
    }
    std::vector<FairChoice> choices;
    for (const auto& edge : known.named.problem.edges) {
        const auto worker = static_cast<std::size_t>(edge.worker);
        const PersonId person = *PersonId::parse(known.named.workers[worker]);
        if (edge.order != *order || inside.count(person) > 0) continue;
        const auto loss = known.worker_prices[worker] +
                          known.order_prices[static_cast<std::size_t>(*order)] - edge.score - known.gap;
        choices.push_back({{person, ""}, static_cast<int>(edge.score),
                           std::max<std::int64_t>(0, loss), {}});
    }
    std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
        return std::pair(a.loss, -a.score) < std::pair(b.loss, -b.score);
    });
    if (choices.size() > choices_shown) choices.resize(choices_shown);
    for (auto& choice : choices) {
        choice.person = named(query.db, query.services, query.caller, choice.person.id);
        if (const auto in = placed.find(choice.person.id); in != placed.end())
            if (const auto found = orders::find(query.db, in->second))
                choice.placed_in = shares::OrderReference{found->id, found->title};
    }
    return choices;
}

Result<FairFitness> show_fitness(app::Query& query, const FindFairPair& input) {
    TRY(const FairRow fair, find_visible(query.db, query.caller, input.fair));
    Sight sight(query.db, query.caller, fair);
    if (!sight.of(input.order) || !sight.of(input.person)) return refuse(not_found);
    const auto pairs = pairs_of(query.db, fair);
    const bool planned = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return pair.order_id == input.order && pair.person == input.person;
    });
    if (!planned) {
        TRY(const auto known, known_problem(query.db, fair));
        const auto worker = known.worker(input.person);
        const auto order = known.order(input.order);
        if (!sight.own() || !worker || !order ||
            !edge_between(known.named.problem, *worker, *order))
            return refuse(not_found);
    }
    const auto row = orders::find(query.db, input.order);
    if (!row) return refuse(not_found);
    TRY(auto found, suggestions::fitness(query.services, *row, input.person, query.now));
    FairFitness shown{found.score, std::move(found.parts), {}};
    for (const auto filter : found.failed)
        shown.failed.push_back({filter, 1, matching::reason(filter)});
    return shown;
}

Result<http::Reply> show_file(app::Query& query, const FindFairFile& input) {
    TRY(const FairRow fair, find_own(query.db, query.caller, input.fair));
    const std::string name(codec::enum_text(input.file));
    const bool json = input.file == FairFileName::answer;
    http::Reply reply;
    reply.body = file_of(query.db, fair, name);
    if (reply.body.empty()) return refuse(not_found);
    reply.content_type = json ? "application/json" : "text/csv; charset=utf-8";
    reply.headers = {{"content-disposition", "attachment; filename=\"" + fair.id.text() + "-" +
                                                 name + (json ? ".json\"" : ".csv\"")}};
    return reply;
}

}  // namespace jianghui::fairs
