#pragma once
// Computes the cells of measures anew from the journal, by columns in memory, and compares them with those
// that are kept. Reads only; what differs is mended by counting the measure anew (recount).

#include <mutex>

#include "features/statistics/measures.hpp"
#include "features/statistics/verified.hpp"

namespace jianghui::statistics {

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
