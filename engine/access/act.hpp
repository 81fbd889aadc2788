#pragma once
// Who does something, and when: what every recorded change needs.

#include "engine/access/caller.hpp"
#include "engine/base/time.hpp"

namespace jianghui::access {

struct Act {
    Caller caller;
    Instant now;
};

}  // namespace jianghui::access
