#pragma once
// The write lane on an engine that works while others decide: it decides the next commit while this one
// is being written (docs/adr/0012).

#include <memory>
#include <optional>

#include "engine/store/batch.hpp"
#include "engine/store/store.hpp"

namespace jianghui::store {

/// Runs commits one behind the other as long as each is one group of sets that can be decided in steps.
/// What cannot, or what the database refuses, is run as by Store::run_batch. Nobody is answered before
/// his commit; what was decided on a commit that fails is decided anew. Used by the lane's thread alone.
class Overlap {
  public:
    Overlap(Store& store, Connection& writer, Overlapping& engine);
    ~Overlap();
    Overlap(const Overlap&) = delete;
    Overlap& operator=(const Overlap&) = delete;

    /// Runs the batch, and those that wait behind it while they go on together.
    void run(Batch batch);

  private:
    struct Stage;
    using Staged = std::unique_ptr<Stage>;
    [[nodiscard]] bool begin(Stage& first);
    [[nodiscard]] Staged run_from(Staged now);
    [[nodiscard]] Staged open_next(const Stage& now);
    [[nodiscard]] bool load(const Stage& now, const Stage* next);
    [[nodiscard]] bool send();
    [[nodiscard]] bool decide_next(Stage& next);
    [[nodiscard]] bool write(Stage& now);
    [[nodiscard]] bool write_last(Stage& now);
    [[nodiscard]] bool begin_next();
    [[nodiscard]] bool commit(Stage& now);
    void tell_unchanged(Stage& now);
    void run_alone(Staged stage);
    void roll_back();

    Store& store_;
    Connection& writer_;
    Overlapping& engine_;
    std::unique_ptr<Connection> nobody_;  ///< what is decided ahead must not ask
    int rest_ = 0;  ///< so many batches are still run without deciding ahead
};

}  // namespace jianghui::store
