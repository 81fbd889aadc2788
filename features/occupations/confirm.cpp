// A confirmed choice: one vote, one event.

#include "engine/crypto/crypto.hpp"
#include "features/occupations/api.hpp"
#include "features/occupations/events.hpp"
#include "features/occupations/store.hpp"

namespace jianghui::occupations {
namespace {

/// Whose vote it is: an organisation has one, however many of its people choose.
std::string voter_of(const app::Caller& caller) {
    if (caller.organisation) return "o" + caller.organisation.text();
    if (caller.person) return "p" + caller.person.text();
    return "a" + caller.account.text();
}

PhraseRow phrase_row(app::Command& command, const PlaceCode& city, const std::string& phrase) {
    if (auto known = find_phrase(command.db, city, phrase)) return *std::move(known);
    PhraseRow row{command.next_id<PhraseId>(), city, phrase};
    insert(command.db, row);
    return row;
}

}  // namespace

bool confirm(app::Command& command, std::string_view title, const OccupationCode& occupation) {
    const auto* entry = command.services.get<codes::Tables>().find_occupation(occupation);
    const std::string phrase = command.services.get<Suggester>().phrase_of(title);
    if (entry == nullptr || entry->level != 4 || phrase.empty()) return false;
    const auto& keyring = command.services.get<crypto::Keyring>();
    const PlaceCode city = city_of(command.caller.place);
    const PhraseRow row = phrase_row(command, city, phrase);
    VoteRow vote{city,
                 crypto::blind_index(keyring, "occupation_vote",
                                     phrase + '\n' + voter_of(command.caller)),
                 row.id, occupation, date_of(command.now)};
    const auto before = find_vote(command.db, city, vote.vote);
    if (before && before->occupation == occupation) return true;
    put(command.db, vote);
    ChoiceFacts facts{crypto::blind_index(keyring, "occupation_phrase", phrase), occupation, {}};
    if (before) facts.before = before->occupation;
    command.record(occupation_chosen,
                   {city, "occupation_phrase", row.id.number, command.caller.organisation, {}, {}},
                   facts);
    return true;
}

}  // namespace jianghui::occupations
