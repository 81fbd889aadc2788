#pragma once
// The look-up: by number, by subject, by text, by place, status and day.

#include "features/entries/lens.hpp"

namespace jianghui::entries {

struct Search {
    std::optional<std::string> register_id;
    std::optional<std::string> q;
    std::optional<PlaceCode> place;
    std::optional<EntryStatus> status;
    std::optional<Date> in_force_on;
    std::optional<OrganisationId> organisation;
    std::optional<PersonId> person;
    std::optional<EntryId> cursor;
    std::size_t limit = 50;
};

struct Found {
    std::vector<Entry> entries;
    std::optional<EntryId> next;  ///< cursor of the next page
};

/// One page of what the lens sees, newest first. A whole number or credit code is found by its key;
/// other texts in numbers, texts open to everybody and names of at most `names_max` organisations.
/// Looks at `scanned_max` entries at most: a page may hold fewer than asked for and go on.
[[nodiscard]] Found search(const store::Reader& reader, Lens& lens, const Search& wanted);

/// What the lens sees in these registers under that number, or about organisations so called or with that credit code
/// (at most `subjects_max` of them): by keys alone, reading no list. At most `limit`, in the order found.
[[nodiscard]] std::vector<Entry> search_everywhere(const store::Reader& reader, Lens& lens,
                                                   const std::vector<std::string>& within,
                                                   const std::string& q, std::size_t limit);

inline constexpr int names_max = 200;
inline constexpr int subjects_max = 20;
inline constexpr std::size_t scanned_max = 4000;

}  // namespace jianghui::entries
