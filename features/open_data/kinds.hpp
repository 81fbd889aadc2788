#pragma once
// What kinds of tables there are and under what terms (data/open_tables.csv, data/open_licence.csv): loaded
// once at start, read from any thread.

#include <filesystem>

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

    /// Fails with data_malformed: also when a kind occurs twice or there is not exactly one licence.
    [[nodiscard]] static Result<Kinds> load(const std::filesystem::path& folder);
    /// The kind, or nullptr.
    [[nodiscard]] const TableKind* find(std::string_view id) const;
};

/// How often, in words.
[[nodiscard]] Text often_text(Often often);

}  // namespace jianghui::open_data
