#pragma once
// The versions of a measure side by side: what another formula makes of the same journal.

#include "engine/app/feature.hpp"
#include "features/statistics/model.hpp"

namespace jianghui::statistics {

/// GET statistics/{measure}/versions.
struct AskVersions {
    std::string measure;
    String<4, 10> period;
    std::optional<Division> by;
    std::optional<PlaceCode> place;
    std::optional<Integer<0, 9'007'199'254'740'991>> position;
};
BOOST_DESCRIBE_STRUCT(AskVersions, (), (measure, period, by, place, position))

/// How one version counts, and what it counts in all.
struct CountedVersion {
    std::int64_t version = 1;
    Text method;
    bool confirmed = false;
    std::int64_t as_of_position = 0;
    std::optional<std::int64_t> total;  ///< none: the journal does not cover the period
};
BOOST_DESCRIBE_STRUCT(CountedVersion, (), (version, method, confirmed, as_of_position, total))

struct VersionsRow {
    std::string code;
    std::string name;
    std::vector<std::optional<std::int64_t>> amounts;  ///< one for each version; none: nothing is known there
};
BOOST_DESCRIBE_STRUCT(VersionsRow, (), (code, name, amounts))

struct VersionsView {
    std::string measure;
    Text title;
    Text unit;
    std::string period;
    PlaceCode place;
    Division by = Division::place;
    std::vector<CountedVersion> versions;  ///< the oldest first
    std::vector<VersionsRow> rows;         ///< by code
};
BOOST_DESCRIBE_STRUCT(VersionsView, (), (measure, title, unit, period, place, by, versions, rows))

/// Every version that is or was in force, counted for the same period. Fails as `show_table`.
[[nodiscard]] Result<VersionsView> show_versions(app::Query& query, const AskVersions& input);

}  // namespace jianghui::statistics
