#pragma once
// Computes the cells of measures anew from the journal, by columns in memory, and compares them with those
// that are kept. Reads only; what differs is mended by counting the measure anew (recount).

#include <mutex>

#include "features/statistics/load_columns.hpp"
#include "features/statistics/measures.hpp"

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

struct HowToVerify {
    std::optional<std::string> measure;  ///< none: every one
    int threads = 2;
    std::int64_t megabytes = 2048;  ///< about so much memory at most; as many parts as that takes
    int runs = 1;                   ///< counts so many times and says the middle time
};

/// As of the positions to which the reader's snapshot has counted. Fails with measure_unknown.
[[nodiscard]] Result<VerifiedFigures> verify(const store::Reader& reader, const Measures& measures,
                                          const codes::Tables& tables, const HowToVerify& how);

/// One verification at a time in a process: it reads the whole journal and takes memory.
struct OneAtATime {
    std::mutex mutex;
};

}  // namespace jianghui::statistics
