#pragma once
// How an SQL engine finds the values of a statement's parameters.

#include <fmt/format.h>

#include "engine/store/connection.hpp"

namespace jianghui::store {

/// Finds arguments by name. O(1) each while they are asked for in their own order, as they mostly
/// are. `statement` and `arguments` must outlive it.
class ArgumentSearch {
  public:
    ArgumentSearch(const Statement& statement, const Arguments& arguments)
        : statement_(statement), arguments_(arguments) {}

    /// Throws StoreFailure when there is no argument of that name.
    [[nodiscard]] const Value& find(std::string_view name) {
        for (std::size_t tried = 0; tried < arguments_.size(); ++tried) {
            if (next_ >= arguments_.size()) next_ = 0;
            const auto& [candidate, value] = arguments_[next_++];
            if (candidate == name) return value;
        }
        throw StoreFailure(StoreFailure::Cause::broken,
                           fmt::format("statement {} wants an argument {}", statement_.name, name));
    }

  private:
    const Statement& statement_;
    const Arguments& arguments_;
    std::size_t next_ = 0;
};

}  // namespace jianghui::store
