#pragma once
// For a reader of the journal that takes so many events at a time (take_next, together.hpp): while it is at work on these, another thread
// reads and parses those that it takes next. It pays when the reader is far behind; else nothing is read ahead.

#include <future>

#include "engine/journal/together.hpp"

namespace jianghui::journal {

/// Of one reader, which is at work once at a time.
class Ahead {
  public:
    struct Next {
        Taken taken;
        std::future<void> reading;  ///< to be kept until what was taken is written; its end waits for the thread
    };
    /// In place of take_next, with the same answer. Events never change, so it does not matter when they were read. `wanted` is also called
    /// by the other thread.
    [[nodiscard]] Next take_next(store::Transaction& transaction, store::Store& store, std::string_view name, int limit,
                                 const std::function<bool(std::string_view kind)>& wanted);

  private:
    std::int64_t from_ = -1;  ///< where what was read begins; -1: nothing was
    Looked looked_;
    std::vector<Event> events_;
};

}  // namespace jianghui::journal
