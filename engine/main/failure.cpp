#include "engine/main/failure.hpp"

namespace jianghui::main {

Error error_of(const store::StoreFailure& failure) {
    using Cause = store::StoreFailure::Cause;
    const ErrorCode& code = failure.cause() == Cause::full   ? database_full
                            : failure.cause() == Cause::busy ? database_unreachable
                                                             : database_unusable;
    return error(code).with("reason", failure.what());
}

}  // namespace jianghui::main
