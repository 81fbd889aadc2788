#pragma once
// What this process keeps of the figures in memory (margins.hpp), of each version of each measure: read
// from the cells once, then brought forward by the steps that were added since, also by other processes.
// And of a few periods as of older positions: pages are asked as of the same ones again (a list's, a report's).

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <vector>

#include "engine/store/store.hpp"
#include "features/statistics/margins.hpp"

namespace jianghui::statistics {

/// Hands what makes the cells of the measure as of its checkpoint to `each`, in no order that can be relied on, a cell perhaps in
/// several parts.
void each_cell(const store::Reader& reader, const Measure& measure,
               const std::function<void(CellKey, Count)>& each);

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

    /// The figures of one period as of a position that is counted in the reader's snapshot. O(1) for the checkpoint and for the
    /// few that were asked last; else O(places × codes + steps between two marks of the places and periods that have steps behind
    /// that position), whatever the length of the journal. Requires position <= the checkpoint.
    [[nodiscard]] Held hold_at(const store::Reader& reader, const Measure& measure,
                               std::int64_t position, int period);
    /// Whether hold_at has them at hand, so that they cost hardly anything.
    [[nodiscard]] bool holds(const store::Reader& reader, const Measure& measure, std::int64_t position, int period);

  private:
    std::shared_ptr<Kept> kept_of(const Measure& measure);
    static std::string name_of(const Measure& measure, int period);
    /// Whether it is little work to bring what is kept to that position.
    bool is_near(const Measure& measure, std::int64_t position, std::int64_t recounts);
    std::shared_ptr<Kept> older(const std::string& name, std::int64_t position,
                                std::int64_t recounts);
    void keep_older(const std::string& name, std::shared_ptr<Kept> kept);

    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<Kept>> kept_;
    /// Of a period as of older positions, the last asked first.
    std::vector<std::pair<std::string, std::shared_ptr<Kept>>> older_;
};

}  // namespace jianghui::statistics
