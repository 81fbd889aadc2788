#include "features/occupations/evidence.hpp"

#include <map>
#include <set>

#include "engine/app/reference_data.hpp"
#include "features/occupations/api.hpp"
#include "features/occupations/events.hpp"
#include "features/occupations/store.hpp"

namespace jianghui::occupations {
namespace {

/// The follower begins at position 0; what was there at start is known.
struct LearnedUntil {
    std::int64_t position = 0;
};

Trust trust_of(const app::Services& services) {
    const auto& tables = services.get<codes::Tables>();
    const Date today = date_of(services.get<Clock>().now());
    Trust trust;
    trust.votes_least = tables.parameter_or("occupation_votes_least", today, trust.votes_least);
    trust.prior_votes = tables.parameter_or("occupation_prior_votes", today, trust.prior_votes);
    return trust;
}

}  // namespace

Result<Done> start(app::Services& services) {
    const auto& tables = services.get<codes::Tables>();
    TRY(auto loaded, load_vocabulary(services.get<app::ReferenceData>().folder, tables));
    auto suggester = std::make_shared<Suggester>(tables, std::move(loaded));
    auto until = std::make_shared<LearnedUntil>();
    services.get<store::Store>().read([&](store::Reader& reader) {
        until->position = journal::last_position(reader);
        suggester->learn(all_tallies(reader), trust_of(services));
    });
    services.provide(std::move(suggester));
    services.provide(std::move(until));
    return Done{};
}

void follow(const app::Services& services, const store::Reader& reader,
            const std::vector<journal::Event>& events) {
    const auto until = services.get<LearnedUntil>().position;
    std::set<PhraseId> phrases;
    for (const auto& event : events)
        if (event.position > until && event.kind == occupation_chosen.name)
            phrases.insert(PhraseId{event.subject.number});
    // A phrase has a row in every city where it was chosen for, and each names the votes of all.
    std::map<std::string, std::vector<Tally>> by_phrase;
    for (const auto phrase : phrases)
        if (auto found = tallies_of(reader, phrase); !found.empty())
            by_phrase[found.front().phrase] = std::move(found);
    std::vector<Tally> tallies;
    for (const auto& [phrase, found] : by_phrase)
        tallies.insert(tallies.end(), found.begin(), found.end());
    if (!tallies.empty()) services.get<Suggester>().learn(tallies, trust_of(services));
}

}  // namespace jianghui::occupations
