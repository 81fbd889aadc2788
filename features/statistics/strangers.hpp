#pragma once
// What those who are not of the office may have made at the server's expense, all of them together: a stranger may ask for any
// position of the journal, and figures as of another one each time are at hand for nobody.

#include "engine/app/rate_limit.hpp"

namespace jianghui::statistics {

/// A service that this feature provides. Any thread.
struct OlderForStrangers {
    /// Figures as of an older position are made in some ten milliseconds: a tenth of a processor.
    static constexpr app::Rate rate{4, 40};
    app::RateLimiter limiter{rate};
};

}  // namespace jianghui::statistics
