#pragma once
// What a verification of figures found (verification.hpp).

#include "engine/app/feature.hpp"

namespace jianghui::statistics {

/// A cell that is not what the journal gives.
struct CellDifference {
    std::string period;
    PlaceCode place;
    std::string occupation;
    std::string industry;
    std::string origin;
    std::int64_t kept_amount = 0;
    std::int64_t kept_facts = 0;
    std::int64_t counted_amount = 0;
    std::int64_t counted_facts = 0;
};
BOOST_DESCRIBE_STRUCT(CellDifference, (),
                      (period, place, occupation, industry, origin, kept_amount, kept_facts,
                       counted_amount, counted_facts))

struct VerifiedMeasure {
    std::string measure;
    std::int64_t version = 1;
    std::int64_t position = 0;  ///< as of which both are
    std::int64_t events = 0;    ///< that the measure counts
    std::int64_t facts = 0;
    std::int64_t cells = 0;
    std::int64_t differing = 0;
    std::vector<CellDifference> differences;  ///< the first twenty
    std::int64_t left_out_kept = 0;
    std::int64_t left_out_counted = 0;
};
BOOST_DESCRIBE_STRUCT(VerifiedMeasure, (),
                      (measure, version, position, events, facts, cells, differing, differences,
                       left_out_kept, left_out_counted))

struct VerifiedFigures {
    bool same = true;  ///< every cell, and how many events were left out
    std::int64_t events_read = 0;
    std::int64_t parts = 1;    ///< walks through the journal, so that memory is bounded
    std::int64_t threads = 1;  ///< that count
    std::int64_t column_bytes = 0;  ///< of the largest part
    std::int64_t reading_ms = 0;    ///< journal and JSON, words to numbers
    std::int64_t arranging_ms = 0;  ///< the events of each fact side by side
    std::int64_t counting_us = 0;   ///< microseconds: all cells of all measures from the columns
    std::vector<VerifiedMeasure> measures;
};
BOOST_DESCRIBE_STRUCT(VerifiedFigures, (),
                      (same, events_read, parts, threads, column_bytes, reading_ms, arranging_ms,
                       counting_us, measures))

}  // namespace jianghui::statistics
