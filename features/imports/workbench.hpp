#pragma once
// The lists that are being read in this process. The file itself is never kept in the database: a
// list whose reading is interrupted fails as a whole, before anything of it was imported.

#include <map>
#include <memory>
#include <mutex>

#include "features/imports/reading.hpp"
#include "features/imports/tables_lookup.hpp"

namespace jianghui::imports {

/// One list on the workbench. Touched by the write lane's thread alone once it is on it.
struct Desk {
    explicit Desk(Reading opened) : reading(std::move(opened)) {}
    Reading reading;
    LookupMemory memory;
};

/// Thread-safe, as far as the map of desks goes.
class Workbench {
  public:
    static constexpr std::size_t desks_max = 8;  ///< each holds a file of up to 64 MB
    /// False when the bench is full.
    [[nodiscard]] bool put(ImportId import, std::shared_ptr<Desk> desk);
    /// The desk, or nullptr.
    [[nodiscard]] std::shared_ptr<Desk> find(ImportId import) const;
    void remove(ImportId import);
    /// Removes every desk that is not among these imports (their commit failed).
    void keep_only(const std::vector<ImportId>& imports);

  private:
    mutable std::mutex mutex_;
    std::map<ImportId, std::shared_ptr<Desk>> desks_;
};

}  // namespace jianghui::imports
