#pragma once
// Reads the rows of a demand list.

#include "features/imports/cells.hpp"
#include "features/imports/outcome.hpp"

namespace jianghui::imports {

/// How sure a suggested occupation must be to be taken without asking a person: a setting of the
/// deployment (data/parameters.csv), not a rule of law.
struct ReadingRules {
    Date today;
    int sure_per_mille = 850;
    int sure_lead_per_mille = 100;  ///< … and so far ahead of the second suggestion
    std::size_t suggestions_max = 5;
};

/// Turns the cells of one row into a DemandRow. The outcome is refused (every fault named), review
/// (the title does not tell the occupation surely) or ready. Pure but for the look-ups.
[[nodiscard]] ReadRow read_demand_row(const HeaderMapping& mapping, const TableRow& row,
                                      const Lookup& lookup, const ReadingRules& rules);

/// What NearDuplicates compares of it.
[[nodiscard]] PostFacts post_facts(const ReadRow& read, const TableRow& row);

/// The occupation that the title surely means, or nothing and the guesses.
struct OccupationChoice {
    std::optional<OccupationGuess> sure;
    std::vector<OccupationGuess> guesses;
};
[[nodiscard]] OccupationChoice choose_occupation(std::string_view title, const Lookup& lookup,
                                                 const ReadingRules& rules);

/// Says how a job was understood, unless it is the occupation's own name: nothing is taken silently.
void note_occupation(std::string_view job, const OccupationGuess& taken, std::vector<Text>& notes);

/// Reads a place and keeps place_unknown or place_ambiguous, with what would be accepted; notes how
/// a doubtful one was read.
[[nodiscard]] PlaceCode read_place(Cells& cells, const Lookup& lookup, std::vector<Text>& notes);
/// Reads an education level as the code tables spell it; keeps education_unknown.
[[nodiscard]] std::optional<std::string> read_education(Cells& cells, const Lookup& lookup);
/// All cells of a row as one text, to find rows that are exactly alike.
[[nodiscard]] std::string joined_cells(const TableRow& row);

}  // namespace jianghui::imports
