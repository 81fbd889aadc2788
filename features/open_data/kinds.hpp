#pragma once
// What kinds of tables there are, under what terms, and which texts of registers may leave (data/open_*.csv):
// loaded once at start, read from any thread.

#include <filesystem>
#include <set>
#include <utility>

#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// A line of data/open_tables.csv. "{part}" in a title stands for the place or the register.
struct TableKind {
    std::string id;
    Theme theme = Theme::market;
    Often often = Often::publication;
    Text title;
    Text about;
};

struct Kinds {
    std::vector<TableKind> all;
    Licence licence;
    /// Register and field: free texts that name nobody. Those that are not here stay in the look-up, because
    /// what once left cannot be called back.
    std::set<std::pair<std::string, std::string>> open_texts;

    /// Fails with data_malformed: also when a kind occurs twice or there is not exactly one licence.
    [[nodiscard]] static Result<Kinds> load(const std::filesystem::path& folder);
    /// The kind, or nullptr.
    [[nodiscard]] const TableKind* find(std::string_view id) const;
};

/// How often, in words.
[[nodiscard]] Text often_text(Often often);

}  // namespace jianghui::open_data
