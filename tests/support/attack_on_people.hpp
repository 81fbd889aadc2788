#pragma once
// Somebody who wants to find few people: she has every number that was published as an equation between the cells that it counts, knows of
// each cell whether anybody is in it (more than anybody could), and looks for a group whose number follows and is small. Exact, with
// fractions; knows nothing of how numbers were chosen to be published.
//
// Why this is all that follows: what is the same in every solution without a negative cell is, beside cells that are 0 in all of them,
// a sum of equations (Farkas); and those cells she knows already.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <boost/rational.hpp>

namespace jianghui::test {

class AttackOnPeople {
  public:
    using Fraction = boost::rational<std::int64_t>;
    using Group = std::vector<std::size_t>;

    /// The people of each cell.
    explicit AttackOnPeople(std::vector<std::int64_t> cells) : cells_(std::move(cells)) {}

    /// The sum of these cells is published.
    void add(const Group& of) {
        std::map<std::size_t, Fraction> row;
        for (const auto cell : of)
            if (cells_[cell] != 0) row[order(cell)] += 1;
        if (!row.empty()) rows_.push_back(std::move(row));
    }

    /// Cells with fewer than `least` people together, and somebody, whose sum follows.
    [[nodiscard]] std::optional<Group> small_group(std::int64_t least) {
        least_ = least;
        eliminate();
        // What is left without a large cell: every small group that follows is a sum of some of these rows, each once, since its
        // first cell is in no other.
        // Rows without a cell in common are looked at apart: what they give together is small only if what each gives is.
        for (const auto& rows : connected())
            if (auto group = search(rows, 0, 0, {})) return group;
        return std::nullopt;
    }

  private:
    using Row = std::map<std::size_t, Fraction>;

    /// Large cells stand first: they are eliminated first.
    [[nodiscard]] std::size_t order(std::size_t cell) const { return cells_[cell] >= large_ ? cell : cells_.size() + cell; }
    [[nodiscard]] std::size_t cell_at(std::size_t place) const { return place % cells_.size(); }
    [[nodiscard]] bool is_small(std::size_t place) const { return place >= cells_.size(); }

    static void add_to(Row& row, const Row& other, const Fraction& times) {
        for (const auto& [place, factor] : other) {
            auto& now = row[place];
            now += times * factor;
            if (now == Fraction(0)) row.erase(place);
        }
    }
    /// Gauss and Jordan: the first place of each row is 1, and 0 in all others.
    void eliminate() {
        std::map<std::size_t, Row> done;
        for (auto& row : rows_) {
            for (bool again = true; again;) {
                again = false;
                for (const auto& [place, factor] : row) {
                    const auto found = done.find(place);
                    if (found == done.end()) continue;
                    add_to(row, found->second, -Fraction(factor));
                    again = true;
                    break;
                }
            }
            if (row.empty()) continue;
            const auto first = row.begin()->first;
            const Fraction by = row.begin()->second;
            for (auto& [place, factor] : row) factor /= by;
            for (auto& [place, other] : done)
                if (const auto has = other.find(first); has != other.end()) add_to(other, row, -Fraction(has->second));
            done.emplace(first, row);
        }
        rows_.clear();
        for (auto& [place, row] : done) rows_.push_back(std::move(row));
    }
    /// The rows without a large cell, in sets that have no cell in common.
    [[nodiscard]] std::vector<std::vector<const Row*>> connected() const {
        std::vector<std::pair<std::set<std::size_t>, std::vector<const Row*>>> parts;
        for (const auto& row : rows_) {
            if (!is_small(row.begin()->first)) continue;
            std::pair<std::set<std::size_t>, std::vector<const Row*>> part;
            for (const auto& [place, factor] : row) part.first.insert(place);
            part.second.push_back(&row);
            for (auto each = parts.begin(); each != parts.end();) {
                const bool meet = std::any_of(each->first.begin(), each->first.end(), [&](auto place) { return part.first.count(place) != 0; });
                if (meet) {
                    part.first.insert(each->first.begin(), each->first.end());
                    part.second.insert(part.second.end(), each->second.begin(), each->second.end());
                }
                each = meet ? parts.erase(each) : each + 1;
            }
            parts.push_back(std::move(part));
        }
        std::vector<std::vector<const Row*>> rows;
        for (auto& [cells, of] : parts) rows.push_back(std::move(of));
        return rows;
    }
    [[nodiscard]] std::optional<Group> search(const std::vector<const Row*>& rows, std::size_t from, std::int64_t people, const Row& sum) const {
        if (!sum.empty())
            if (auto group = group_of(sum)) return group;
        for (std::size_t i = from; i < rows.size(); ++i) {
            const auto more = cells_[cell_at(rows[i]->begin()->first)];
            if (people + more >= least_) continue;
            Row next = sum;
            add_to(next, *rows[i], 1);
            if (auto group = search(rows, i + 1, people + more, next)) return group;
        }
        return std::nullopt;
    }
    /// When every cell is in it once or not at all, and they are few.
    [[nodiscard]] std::optional<Group> group_of(const Row& sum) const {
        Group group;
        std::int64_t people = 0;
        for (const auto& [place, factor] : sum) {
            if (factor != Fraction(1)) return std::nullopt;
            group.push_back(cell_at(place));
            people += cells_[group.back()];
        }
        return people < least_ ? std::optional(group) : std::nullopt;
    }

    static constexpr std::int64_t large_ = 10;  ///< no group that is looked for has such a cell
    std::vector<std::int64_t> cells_;
    std::vector<Row> rows_;
    std::int64_t least_ = large_;
};

}  // namespace jianghui::test
