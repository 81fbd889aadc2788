#pragma once
// The tables of confirmed choices.

#include "engine/store/store.hpp"
#include "features/occupations/model.hpp"

namespace jianghui::occupations {

[[nodiscard]] std::optional<PhraseRow> find_phrase(const store::Reader& reader,
                                                   const PlaceCode& city, std::string_view phrase);
void insert(store::Transaction& db, const PhraseRow& phrase);
[[nodiscard]] std::optional<VoteRow> find_vote(const store::Reader& reader, const PlaceCode& city,
                                               std::string_view vote);
/// Adds a vote, or changes the one with the same digest.
void put(store::Transaction& db, const VoteRow& vote);

/// What voters of all cities chose for the phrase that this row has; empty when there is no such row.
[[nodiscard]] std::vector<Tally> tallies_of(const store::Reader& reader, PhraseId phrase);
/// Of every phrase, phrase by phrase.
[[nodiscard]] std::vector<Tally> all_tallies(const store::Reader& reader);

}  // namespace jianghui::occupations
