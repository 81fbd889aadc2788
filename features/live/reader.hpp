#pragma once
// One who follows the tail, and what waits for her there.

#include <memory>
#include <string>
#include <vector>

#include "engine/access/access.hpp"
#include "engine/journal/journal.hpp"

namespace jianghui::live {

/// An event of the tail, written once for everybody who may see it.
struct Kept {
    journal::Event event;  ///< without its data
    bool is_open = false;
    std::string open;
    std::string party;
    std::string supervision;  ///< empty: as `party`
};
using KeptEvent = std::shared_ptr<const Kept>;

/// Where somebody has come to. The first members belong to the thread that collects; what follows them is
/// guarded by the tail.
struct Reader {
    access::Caller caller;
    std::int64_t position = 0;  ///< everything up to here was looked at
    bool session_over = false;  ///< the caller's session may have ended: see ends_session

    bool arrived = false;  ///< has been where the tail is; of who is signed in: and everything since that concerns her waits
    bool called = false;   ///< and has not looked since
    std::vector<KeptEvent> waiting;  ///< what concerns her, in order
    journal::Bell bell;              ///< rung when something does
};

}  // namespace jianghui::live
