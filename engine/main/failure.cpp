#include "engine/main/failure.hpp"

namespace jianghui::main {

Error error_of(const store::StoreFailure& failure) {
    const ErrorCode& code =
        failure.cause() == store::StoreFailure::Cause::full ? database_full : database_unusable;
    return error(code).with("reason", failure.what());
}

}  // namespace jianghui::main
