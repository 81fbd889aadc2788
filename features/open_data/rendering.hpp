#pragma once
// A table as bytes: CSV by RFC 4180 that spreadsheet programs open as it is meant, and JSON. Pure.

#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// "demand-list-511500"; the kind alone where there is one table of it.
[[nodiscard]] std::string table_id(const Content& content);

/// UTF-8 with a byte-order mark, CRLF, a header of column ids; a cell without a value is empty, 0 is 0.
/// No text is taken for a formula (imports/csv_writer.hpp). The same content gives the same bytes.
[[nodiscard]] std::string csv_of(const Content& content);

/// The next version after `newest`, with both files. Requires rows of as many cells as there are columns.
[[nodiscard]] NewVersion version_of(const Content& content, const std::optional<VersionRow>& newest,
                                    Instant published_at);

/// Whether the newest version is the same document with the same cut-off: it is told once.
[[nodiscard]] bool repeats(const Content& content, const std::optional<VersionRow>& newest);

/// Whether the table says something that the newest version does not: other rows, or another label. A table
/// that never had a row is no news.
[[nodiscard]] bool is_news(const Content& content, const std::optional<VersionRow>& newest);

/// The version's files are there for ever under these links.
[[nodiscard]] std::string link_of(const std::string& table, int number, std::string_view form);

}  // namespace jianghui::open_data
