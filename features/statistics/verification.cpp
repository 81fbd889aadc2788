#include "features/statistics/verification.hpp"

#include <algorithm>
#include <chrono>

#include "features/statistics/count_columns.hpp"
#include "features/statistics/counting.hpp"
#include "features/statistics/kept.hpp"
#include "features/statistics/load_columns.hpp"
#include "features/statistics/queries.hpp"
#include "features/statistics/table.hpp"

namespace jianghui::statistics {
namespace {

constexpr std::size_t differences_shown = 20;
/// While loading: columns, one more of them, facts and subjects by number.
constexpr std::int64_t bytes_an_event = 150;

using Cells = std::map<CellKey, Count>;

Cells kept_cells(const store::Reader& reader, const Measure& measure) {
    Cells cells;
    each_cell(reader, measure, [&](CellKey cell, Count count) { cells[std::move(cell)] += count; });
    std::erase_if(cells, [](const auto& cell) { return cell.second == Count{}; });
    return cells;
}

void compare(const Measure& measure, const Cells& kept, const Cells& counted,
             VerifiedMeasure& found) {
    const auto differ = [&](const CellKey& key, const Count& is, const Count& should) {
        if (is == should) return;
        ++found.differing;
        if (found.differences.size() == differences_shown) return;
        found.differences.push_back({period_text(measure.period, key.period), key.where.place,
                                     key.where.occupation, key.where.industry, key.where.origin,
                                     is.amount, is.facts, should.amount, should.facts});
    };
    for (const auto& [key, count] : counted) {
        const auto is = kept.find(key);
        differ(key, is == kept.end() ? Count{} : is->second, count);
    }
    for (const auto& [key, count] : kept)
        if (counted.find(key) == counted.end()) differ(key, count, Count{});
}

/// One verification: what it counts, part by part.
class Verifying {
  public:
    Verifying(const codes::Tables& tables, const HowToVerify& how, std::vector<Wanted> wanted)
        : tables_(tables), how_(how), wanted_(std::move(wanted)), cells_(wanted_.size()) {
        for (const auto& one : wanted_) {
            VerifiedMeasure row;
            row.measure = one.measure->id.text;
            row.version = one.measure->version.value;
            row.position = one.position;
            found_.measures.push_back(std::move(row));
        }
        found_.threads = how.threads;
    }

    void count_all(const store::Reader& reader) {
        std::int64_t until = 0;
        for (const auto& one : wanted_) until = std::max(until, one.position);
        found_.parts = 1 + until * bytes_an_event / (how_.megabytes << 20);
        Loading loading;
        double counting = 0;
        for (int part = 0; part < found_.parts; ++part) {
            const auto columns =
                load_columns(reader, wanted_, {part, static_cast<int>(found_.parts)}, loading);
            std::int64_t bytes = 0;
            for (const auto& one : columns) bytes += static_cast<std::int64_t>(one.bytes());
            found_.column_bytes = std::max(found_.column_bytes, bytes);
            for (std::size_t i = 0; i < columns.size(); ++i) counting += count_part(i, columns[i]);
        }
        found_.events_read = loading.events_read / found_.parts;
        found_.reading_ms = static_cast<std::int64_t>(loading.reading_ms);
        found_.arranging_ms = static_cast<std::int64_t>(loading.arranging_ms);
        found_.counting_us = static_cast<std::int64_t>(counting * 1000);
    }

    VerifiedFigures compared(const store::Reader& reader) {
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            const Measure& measure = *wanted_[i].measure;
            auto& found = found_.measures[i];
            found.cells = static_cast<std::int64_t>(cells_[i].size());
            found.left_out_kept = events_left_out(reader, measure);
            compare(measure, kept_cells(reader, measure), cells_[i], found);
            if (found.differing > 0 || found.left_out_kept != found.left_out_counted)
                found_.same = false;
        }
        return std::move(found_);
    }

  private:
    /// Counts one measure's part; the middle of so many runs, in milliseconds.
    double count_part(std::size_t number, const EventColumns& columns) {
        auto& found = found_.measures[number];
        found.events += static_cast<std::int64_t>(columns.events());
        found.facts += static_cast<std::int64_t>(columns.facts());
        for (const auto& [reason, events] : columns.left_out) found.left_out_counted += events;
        if (columns.events() == 0) return 0;
        const Measure& measure = *wanted_[number].measure;
        const Calendar calendar(measure, Instant(Milliseconds(columns.first_at)),
                                Instant(Milliseconds(columns.last_at)),
                                [&](Date day) { return limits_of(measure, tables_, day); });
        std::vector<double> times;
        CountedCells cells;
        for (int run = 0; run < how_.runs; ++run) {
            const auto began = std::chrono::steady_clock::now();
            cells = count_columns(columns, measure, calendar, how_.threads);
            times.push_back(std::chrono::duration<double, std::milli>(
                                std::chrono::steady_clock::now() - began)
                                .count());
        }
        add_cells(cells_[number], columns, cells);
        std::sort(times.begin(), times.end());
        return times[times.size() / 2];
    }

    const codes::Tables& tables_;
    const HowToVerify& how_;
    std::vector<Wanted> wanted_;
    std::vector<Cells> cells_;
    VerifiedFigures found_;
};

}  // namespace

Result<VerifiedFigures> verify(const store::Reader& reader, const Measures& measures,
                            const codes::Tables& tables, const HowToVerify& how) {
    if (how.measure) TRY_DO(measures.current(*how.measure));
    std::vector<Wanted> wanted;
    for (const auto& measure : measures.every_version())
        if (!how.measure || measure->id.text == *how.measure)
            wanted.push_back({measure, counted_to(reader, *measure)});
    Verifying verifying(tables, how, std::move(wanted));
    verifying.count_all(reader);
    return verifying.compared(reader);
}

}  // namespace jianghui::statistics
