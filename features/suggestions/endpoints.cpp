#include "features/suggestions/endpoints.hpp"

#include <algorithm>

#include "features/organisations/api.hpp"
#include "features/shares/api.hpp"
#include "features/suggestions/api.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/suggest.hpp"

namespace jianghui::suggestions {
namespace {

std::size_t count_of(const std::optional<Count>& k) {
    return k ? static_cast<std::size_t>(k->value) : 50;
}

bool has_share(const store::Reader& reader, OrderId order, OrganisationId agency) {
    const auto live = shares::live_of_order(reader, order);
    return std::any_of(live.begin(), live.end(),
                       [&](const auto& share) { return share.agency == agency; });
}

/// Whether the caller may be told who fits this order.
Result<Done> may_ask(const app::Query& query, const orders::OrderRow& order) {
    const auto& caller = query.caller;
    if (caller.is(app::Role::agency)) {
        if (has_share(query.db, order.id, caller.organisation) ||
            shares::may_grab(query.db, query.services, order, caller.organisation, query.now))
            return Done{};
        return refuse(candidates_closed);
    }
    const bool own = caller.is(app::Role::employer) && order.employer == caller.organisation;
    if (own || (caller.is(app::Role::official) && caller.acts_in(order.place))) return Done{};
    return refuse(not_allowed);
}

bool may_act(const app::Query& query) {
    const auto organisation = organisations::find(query.db, query.caller.organisation);
    return organisation && organisations::may_act_on(*organisation, date_of(query.now));
}

}  // namespace

Result<Candidates> candidates(app::Query& query, const FindCandidates& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    TRY_DO(may_ask(query, order));
    const bool active = query.caller.is(app::Role::agency) && may_act(query);
    const auto admitted = [&](const Circle& circle) {
        return may_suggest(query.caller, active, circle);
    };
    const auto names_of = [&](const std::vector<PersonId>& ids) {
        return people::find_active_references(query.db, query.services, query.caller, ids);
    };
    return candidates_of(query.services, order, count_of(input.k), date_of(query.now), admitted,
                         names_of);
}

Result<Matches> matches(app::Query& query, const FindMatches& input) {
    const auto person = people::find(query.db, input.person);
    const auto& caller = query.caller;
    if (!person || people::sight_of(query.db, query.services, caller, *person, query.now) ==
                       people::Sight::nothing)
        return refuse(not_found);
    const bool herself = caller.person == person->id;
    const bool hers = caller.is(app::Role::agency) &&
                      people::is_candidate_of(query.db, caller.organisation, person->id);
    if (!herself && !hers) return refuse(not_allowed);
    if (person->status != people::PersonStatus::active) return refuse(people::person_restricted);
    return matches_of(query.db, query.services, *person, count_of(input.k), date_of(query.now));
}

namespace {

bool may_be_told(const app::Query& query, const orders::OrderRow& order, const people::Person& person) {
    const auto& caller = query.caller;
    if (caller.is(app::Role::worker)) return caller.person == person.id;
    if (caller.is(app::Role::agency) && people::is_candidate_of(query.db, caller.organisation, person.id)) return true;
    const bool active = caller.is(app::Role::agency) && may_act(query);
    return may_ask(query, order).has_value() &&
           may_suggest(caller, active, {person.place, person.public_pool, people::agencies_of(query.db, person.id)});
}

}  // namespace

Result<Judgement> judgement(app::Query& query, const FindJudgement& input) {
    TRY(const auto order, orders::find_visible(query.db, query.caller, input.order));
    const auto person = people::find(query.db, input.person);
    if (!person || !may_be_told(query, order, *person)) return refuse(not_found);
    if (person->status != people::PersonStatus::active) return refuse(people::person_restricted);
    auto named = people::find_reference(query.db, query.services, query.caller, person->id);
    if (!named) return refuse(not_found);
    TRY(auto found, fitness(query.services, order, person->id, query.now));
    Judgement said{*std::move(named), order.id, found.failed.empty(), found.score, std::move(found.parts), {}};
    for (const auto filter : found.failed) said.failed.push_back({filter, matching::reason(filter)});
    return said;
}

namespace {

/// The people named, each once. Fails with people_listed_wrong.
Result<std::vector<PersonId>> people_in(std::string_view text) {
    constexpr std::size_t most = 50;
    std::vector<PersonId> people;
    while (!text.empty()) {
        const auto end = std::min(text.find(','), text.size());
        const auto person = PersonId::parse(text.substr(0, end));
        if (!person || people.size() == most)
            return refuse(error(people_listed_wrong).at("/people"));
        if (std::find(people.begin(), people.end(), *person) == people.end())
            people.push_back(*person);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return people;
}

}  // namespace

Result<std::vector<BestOrders>> best_orders(app::Query& query, const FindBestOrders& input) {
    TRY(const auto ids, people_in(input.people.text));
    const std::size_t k = input.k ? static_cast<std::size_t>(input.k->value) : 1;
    std::vector<BestOrders> found;
    for (const auto id : ids) {
        const auto person = people::find(query.db, id);
        if (!person || person->status != people::PersonStatus::active ||
            !people::is_candidate_of(query.db, query.caller.organisation, id))
            continue;
        TRY(auto matches, matches_of(query.db, query.services, *person, k, date_of(query.now)));
        found.push_back({id, std::move(matches)});
    }
    return found;
}

}  // namespace jianghui::suggestions
