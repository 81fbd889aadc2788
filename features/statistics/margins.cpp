#include "features/statistics/margins.hpp"

#include "engine/base/base.hpp"

namespace jianghui::statistics {

Count total_of(const Sums& sums) {
    Count total;
    for (const auto& [code, count] : sums) total += count;
    return total;
}

std::size_t Columns::row_of(std::uint32_t code) {
    const auto [found, is_new] = rows_.try_emplace(code, codes_.size());
    if (is_new) codes_.push_back(code);
    return found->second;
}

const Columns::Column* Columns::column_of(int period, bool lasts) const {
    auto after = columns_.upper_bound(period);
    if (after == columns_.begin()) return nullptr;
    --after;
    return lasts || after->first == period ? &after->second : nullptr;
}

void Columns::add(std::uint32_t code, int period, const Count& count, bool lasts) {
    const auto row = row_of(code);
    if (columns_.find(period) == columns_.end()) {
        const auto* before = lasts ? column_of(period, true) : nullptr;
        Column column = before == nullptr ? Column{} : *before;
        columns_.emplace(period, std::move(column));
    }
    for (auto at = columns_.find(period); at != columns_.end(); ++at) {
        auto& column = at->second;
        if (column.size() <= row) column.resize(codes_.size());
        column[row] += count;
        if (!lasts) return;
    }
}

Columns Columns::only(int period, bool lasts) const {
    Columns one;
    const auto* column = column_of(period, lasts);
    if (column == nullptr) return one;
    one.rows_ = rows_;
    one.codes_ = codes_;
    one.columns_.emplace(period, *column);
    return one;
}

Margins::Margins(const Margins& all, int period)
    : lasts_(all.lasts_), has_(all.has_), names_(all.names_) {
    for (const auto& [place, columns] : all.places_)
        for (std::size_t one = 0; one < dimension_count; ++one)
            if (has_[one]) places_[place][one] = columns[one].only(period, lasts_);
}

Margins::Margins(const Measure& measure) : lasts_(measure.counts == Counting::while_valid) {
    for (const auto& rule : measure.dimensions) has_[static_cast<std::size_t>(rule.id)] = true;
}

std::uint32_t Margins::number_of(std::size_t dimension, const std::string& code) {
    auto& names = names_[dimension];
    const auto [found, is_new] =
        names.numbers.try_emplace(code, static_cast<std::uint32_t>(names.texts.size()));
    if (is_new) names.texts.push_back(code);
    return found->second;
}

void Margins::add(const CellKey& cell, const Count& count) {
    auto& place = places_[cell.where.place.text];
    for (std::size_t one = 0; one < dimension_count; ++one)
        if (has_[one])
            place[one].add(number_of(one, value_of(cell.where, static_cast<Dimension>(one))),
                           cell.period, count, lasts_);
}

void Margins::add(const PlaceCode& place, int period, Dimension dimension, const std::string& code,
                  const Count& count) {
    const auto one = static_cast<std::size_t>(dimension);
    if (has_[one]) places_[place.text][one].add(number_of(one, code), period, count, lasts_);
}

void Margins::take_off(const Margins& all, const PlaceCode& place, int part, int period) {
    const auto found = all.places_.find(place.text);
    if (found == all.places_.end()) return;
    auto& here = places_[place.text];
    for (std::size_t one = 0; one < dimension_count; ++one)
        found->second[one].read_added(part, lasts_, [&](std::uint32_t code, const Count& count) {
            here[one].add(code, period, Count{} - count, lasts_);  // A copy: the codes have the same numbers.
        });
}

Sums Margins::sums(int period, const std::pair<PlaceCode, PlaceCode>& places,
                   Dimension dimension) const {
    const auto one = static_cast<std::size_t>(dimension);
    ASSERT(has_[one]);
    const auto& texts = names_[one].texts;
    std::vector<Count> totals(texts.size());
    for (auto place = places_.lower_bound(places.first.text);
         place != places_.end() && place->first <= places.second.text; ++place)
        place->second[one].read(period, lasts_, [&](std::uint32_t code, const Count& count) {
            totals[code] += count;
        });
    Sums sums;
    for (std::size_t code = 0; code < texts.size(); ++code)
        if (totals[code].facts != 0) sums.emplace(texts[code], totals[code]);
    return sums;
}

}  // namespace jianghui::statistics
