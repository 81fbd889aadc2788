#pragma once
// The rows of versions and their files.

#include "engine/app/context.hpp"
#include "features/open_data/model.hpp"

namespace jianghui::open_data {

/// Keeps a version with its files. False when there is one of that number: then nothing is kept.
[[nodiscard]] bool insert(store::Transaction& transaction, const NewVersion& version);

/// The newest version of every table, by table.
[[nodiscard]] std::vector<VersionRow> newest_versions(const store::Reader& reader);
[[nodiscard]] std::optional<VersionRow> newest_version(const store::Reader& reader,
                                                       const std::string& table);
[[nodiscard]] std::optional<VersionRow> find_version(const store::Reader& reader,
                                                     const std::string& table, int number);
/// At most `limit` versions before a number, the newest first.
[[nodiscard]] std::vector<VersionRow> versions_before(const store::Reader& reader,
                                                      const std::string& table,
                                                      std::optional<int> before, int limit);

/// The bytes of a version's file. Requires that there is such a version.
[[nodiscard]] std::string csv_bytes(const store::Reader& reader, const VersionRow& version);
[[nodiscard]] std::string json_bytes(const store::Reader& reader, const VersionRow& version);

/// When a table of that kind was published last.
[[nodiscard]] std::optional<Instant> newest_of_kind(const store::Reader& reader,
                                                    const std::string& kind);

}  // namespace jianghui::open_data
