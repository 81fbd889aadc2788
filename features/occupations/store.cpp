#include "features/occupations/store.hpp"

#include "features/occupations/queries.hpp"

namespace jianghui::occupations {

std::optional<PhraseRow> find_phrase(const store::Reader& reader, const PlaceCode& city,
                                     std::string_view phrase) {
    return reader.one<PhraseRow>(sql::find_phrase,
                                 store::arguments("city", city, "phrase", std::string(phrase)));
}

void insert(store::Transaction& db, const PhraseRow& phrase) {
    db.execute(sql::insert_phrase, store::members(phrase));
}

std::optional<VoteRow> find_vote(const store::Reader& reader, const PlaceCode& city,
                                 std::string_view vote) {
    return reader.one<VoteRow>(sql::find_vote,
                               store::arguments("city", city, "vote", std::string(vote)));
}

void put(store::Transaction& db, const VoteRow& vote) {
    db.execute(sql::put_vote, store::members(vote));
}

std::vector<Tally> tallies_of(const store::Reader& reader, PhraseId phrase) {
    return reader.all<Tally>(sql::tallies_of_phrase, store::arguments("phrase", phrase));
}

std::vector<Tally> all_tallies(const store::Reader& reader) {
    return reader.all<Tally>(sql::all_tallies);
}

}  // namespace jianghui::occupations
