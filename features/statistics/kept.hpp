#pragma once
// What this process keeps of the figures in memory (margins.hpp), of each version of each measure: read
// from the cells once, then brought forward by the steps that were added since, also by other processes.

#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

#include "engine/store/store.hpp"
#include "features/statistics/margins.hpp"

namespace jianghui::statistics {

/// The service. May be used by any thread.
class KeptFigures {
    struct Kept {
        explicit Kept(const Measure& measure) : margins(measure) {}
        std::shared_mutex mutex;
        Margins margins;
        std::int64_t position = -1;  ///< how far they are counted; -1: not read yet
        std::int64_t recounts = 0;   ///< of which count of the journal
    };

  public:
    /// The figures of a measure as of one position, for as long as it lives. Hold no second one of the
    /// same measure on the same thread.
    class Held {
      public:
        [[nodiscard]] const Margins& margins() const { return kept_->margins; }
        /// The position that they are as of: the reader's checkpoint, or a later one.
        [[nodiscard]] std::int64_t position() const { return kept_->position; }

      private:
        friend class KeptFigures;
        Held(std::shared_ptr<Kept> kept, std::shared_lock<std::shared_mutex> lock)
            : kept_(std::move(kept)), lock_(std::move(lock)) {}
        std::shared_ptr<Kept> kept_;
        std::shared_lock<std::shared_mutex> lock_;
    };

    /// Brings them to the reader's checkpoint where they are behind, and holds them. O(steps since), the
    /// first time and after a recount O(cells).
    [[nodiscard]] Held hold(const store::Reader& reader, const Measure& measure);

  private:
    std::shared_ptr<Kept> kept_of(const Measure& measure);

    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Kept>> kept_;
};

}  // namespace jianghui::statistics
