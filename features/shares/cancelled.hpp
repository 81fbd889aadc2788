#pragma once
// What one party's cancelling costs is another feature's: shares says that it happens, in the same
// transaction and before anything of the share has changed.

#include <functional>

#include "features/shares/model.hpp"

namespace jianghui::shares {

enum class Canceller { employer, agency };
BOOST_DESCRIBE_ENUM(Canceller, employer, agency)

/// The pay of a seat that a worker has accepted.
struct AcceptedPay {
    Fen pay_fen;
    orders::PayUnit unit = orders::PayUnit::month;
};

/// Seats of a share that one party gives up before their work is done.
struct Cancelled {
    ShareRow share;  ///< as it was
    Canceller by = Canceller::employer;
    int seats = 0;                       ///< of those, not yet worked to their end
    std::vector<AcceptedPay> accepted;   ///< one for each that a worker had accepted
};

/// A service that this feature provides; filled at start only.
struct AtCancellation {
    std::vector<std::function<void(app::Command&, const Cancelled&)>> steps;
};

/// Tells who entered. Nothing to tell without seats.
void tell_cancelled(app::Command& command, const Cancelled& what);

}  // namespace jianghui::shares
