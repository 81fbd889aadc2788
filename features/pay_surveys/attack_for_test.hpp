#pragma once
// Somebody who wants to know what is hidden: equations between what she does not know, solved exactly with
// fractions. Knows nothing of how the cells were chosen.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include <boost/rational.hpp>

namespace jianghui::pay_surveys::attack {

using Fraction = boost::rational<std::int64_t>;
using Row = std::vector<Fraction>;

/// Σ coefficient · unknown = value, the value last.
struct System {
    std::size_t unknowns = 0;
    std::vector<Row> equations;
    void add(const std::vector<std::size_t>& of, std::int64_t value) {
        Row row(unknowns + 1, Fraction(0));
        for (const auto one : of) row[one] += 1;
        row[unknowns] = value;
        equations.push_back(std::move(row));
    }
};

/// Gauss and Jordan on the columns given; the pivot column of each row that is left.
inline std::vector<std::size_t> reduce(std::vector<Row>& rows,
                                       const std::vector<std::size_t>& columns) {
    std::vector<std::size_t> pivots;
    for (const auto column : columns) {
        const auto done = pivots.size();
        auto found = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                  [&](const Row& row) { return row[column] != Fraction(0); });
        if (found == rows.end()) continue;
        std::iter_swap(found, rows.begin() + static_cast<std::ptrdiff_t>(done));
        const Fraction by = rows[done][column];
        for (auto& one : rows[done]) one /= by;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Fraction times = rows[i][column];
            if (i == done || times == Fraction(0)) continue;
            for (std::size_t j = 0; j < rows[i].size(); ++j)
                if (rows[done][j] != Fraction(0)) rows[i][j] -= times * rows[done][j];
        }
        pivots.push_back(column);
    }
    rows.resize(pivots.size());
    return pivots;
}

inline std::vector<std::size_t> all_columns(const System& system) {
    std::vector<std::size_t> columns(system.unknowns);
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
    return columns;
}

/// The unknowns that have only one solution.
inline std::vector<std::size_t> determined(System system) {
    const auto pivots = reduce(system.equations, all_columns(system));
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < pivots.size(); ++i) {
        const auto& row = system.equations[i];
        if (std::count_if(row.begin(), row.end() - 1,
                          [](const Fraction& one) { return one != Fraction(0); }) == 1)
            known.push_back(pivots[i]);
    }
    return known;
}

struct Range {
    Fraction least;
    Fraction most;
};
/// The least and the most of every unknown over all solutions without a negative one: those lie at corners,
/// and a corner is a choice of as many unknowns as there are independent equations. For small systems.
inline std::vector<Range> ranges(System system) {
    reduce(system.equations, all_columns(system));
    const auto rank = system.equations.size();
    std::vector<std::optional<Range>> found(system.unknowns);
    std::vector<bool> chosen(system.unknowns, false);
    std::fill(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(rank), true);
    do {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < system.unknowns; ++i)
            if (chosen[i]) columns.push_back(i);
        auto rows = system.equations;
        const auto pivots = reduce(rows, columns);
        if (pivots.size() < rank) continue;
        if (std::any_of(rows.begin(), rows.end(),
                        [](const Row& row) { return row.back() < Fraction(0); }))
            continue;
        std::vector<Fraction> corner(system.unknowns, Fraction(0));
        for (std::size_t i = 0; i < pivots.size(); ++i) corner[pivots[i]] = rows[i].back();
        for (std::size_t i = 0; i < system.unknowns; ++i) {
            if (!found[i]) found[i] = Range{corner[i], corner[i]};
            found[i]->least = std::min(found[i]->least, corner[i]);
            found[i]->most = std::max(found[i]->most, corner[i]);
        }
    } while (std::prev_permutation(chosen.begin(), chosen.end()));
    std::vector<Range> all;
    for (const auto& one : found) all.push_back(one.value_or(Range{0, 0}));
    return all;
}

}  // namespace jianghui::pay_surveys::attack
