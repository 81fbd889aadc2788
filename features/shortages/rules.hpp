#pragma once
// Pure decisions about catalogues and warnings.

#include <string>
#include <vector>

#include "engine/access/caller.hpp"
#include "features/shortages/errors.hpp"
#include "features/shortages/warnings.hpp"

namespace jianghui::shortages {

/// The state after an act. Fails with catalogue_status_conflict.
[[nodiscard]] Result<CatalogueStatus> next_status(CatalogueStatus from, CatalogueAct act);
/// Four eyes: who compiled or submitted a catalogue does not judge it, as an expert or otherwise. Fails
/// with catalogue_four_eyes.
[[nodiscard]] Result<Done> may_judge(const CatalogueRow& catalogue, AccountId who);
/// Nor does any of these, or an expert who said something of it, publish it. Fails with
/// catalogue_four_eyes.
[[nodiscard]] Result<Done> may_publish(const CatalogueRow& catalogue,
                                       const std::vector<Opinion>& opinions, AccountId who);

/// The day whose weights and limits hold of a catalogue.
[[nodiscard]] Date rules_day(const CatalogueRow& catalogue);
/// Whose weights and limits a quarter (its number) is assessed by: those of its last day, of a running quarter today's.
[[nodiscard]] Date rules_day(int period, Instant now);

/// Whether a city is of a catalogue's place: every city is of the region ("").
[[nodiscard]] bool is_of(const PlaceCode& city, const PlaceCode& place);
/// Those of the facts that are assessed as entries: with posts enough, and short by its points or with
/// more posts than people. By city and occupation.
[[nodiscard]] std::vector<Entry> entries_of(const FactsByKey& facts, const PlaceCode& place,
                                            const Limits& limits);
/// How many have posts, but too few.
[[nodiscard]] int too_few_of(const FactsByKey& facts, const PlaceCode& place, const Limits& limits);

/// Whether somebody of that role can be an expert: who has a page for it.
[[nodiscard]] bool may_be_expert(access::Role role);

/// The opinion as it is kept: another grade than the entry's is a dissent. Fails with
/// dissent_without_reason.
[[nodiscard]] Result<Opinion> opinion_of(const Entry& entry, Grade grade, std::string reason);
/// The entry with what the experts said of it in its score and grade.
[[nodiscard]] Entry with_opinions(Entry entry, const std::vector<Opinion>& opinions,
                                  const Limits& limits);

/// Whether figures of people are shown to everybody: as many as `least` at least, and told beside all else of the quarter.
[[nodiscard]] bool shows_people(const Facts& facts, std::int64_t least);
/// SM3 of the graded entries as everybody sees them, one a row: city, occupation, grade, cause, demand.
[[nodiscard]] std::string digest_of(const std::vector<Entry>& entries);
/// "泸州市急需紧缺人才目录〔2026〕第4季度第1版".
[[nodiscard]] std::string number_of(const std::string& place_name, const std::string& period,
                                    int version);

}  // namespace jianghui::shortages
