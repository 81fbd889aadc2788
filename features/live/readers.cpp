#include "features/live/readers.hpp"

#include <algorithm>

#include "features/live/rules.hpp"

namespace jianghui::live {
namespace {

template <class Groups, class Key>
void take_out(Groups& groups, const Key& key, const Reader& reader) {
    const auto group = groups.find(key);
    if (group == groups.end()) return;
    auto& all = group->second;
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const auto& each) { return each.get() == &reader; }),
              all.end());
    if (all.empty()) groups.erase(group);
}

}  // namespace

void Readers::add(const std::shared_ptr<Reader>& reader) {
    const access::Caller& caller = reader->caller;
    of_account_[caller.account].push_back(reader);
    if (caller.organisation) of_organisation_[caller.organisation].push_back(reader);
    if (caller.person) of_person_[caller.person].push_back(reader);
    if (const auto place = supervised_place(caller)) of_place_[*place].push_back(reader);
}

void Readers::remove(const Reader& reader) {
    const access::Caller& caller = reader.caller;
    take_out(of_account_, caller.account, reader);
    take_out(of_organisation_, caller.organisation, reader);
    take_out(of_person_, caller.person, reader);
    if (const auto place = supervised_place(caller)) take_out(of_place_, *place, reader);
}

void Readers::concerned_by(const journal::Event& event, const Visit& visit) const {
    const auto those_of = [&](const auto& groups, const auto& key) {
        const auto group = groups.find(key);
        if (group == groups.end()) return;
        for (const auto& reader : group->second)
            if (sight_of(reader->caller, event, false) != Sight::nothing) visit(reader);
    };
    if (event.actor) those_of(of_account_, *event.actor);
    if (event.subject_kind == "account") those_of(of_account_, AccountId{event.subject.number});
    if (event.organisation) those_of(of_organisation_, *event.organisation);
    if (event.counterpart) those_of(of_organisation_, *event.counterpart);
    if (event.person) those_of(of_person_, *event.person);
    for (const auto& [place, group] : of_place_)
        if (lies_in(event, place)) those_of(of_place_, place);
}

void Readers::each(const Visit& visit) const {
    for (const auto& [account, group] : of_account_)
        for (const auto& reader : group) visit(reader);
}

}  // namespace jianghui::live
