#pragma once
// What accounts are called, for lists that name who did what.

#include <map>
#include <optional>
#include <string>

#include "engine/base/id.hpp"
#include "engine/store/store.hpp"

namespace jianghui::access {

/// The account's name; nothing when it is gone.
[[nodiscard]] std::optional<std::string> account_name(const store::Reader& reader,
                                                      AccountId account);

/// The same of many, each read once. The reader must outlive it.
class AccountNames {
  public:
    explicit AccountNames(const store::Reader& reader) : reader_(&reader) {}
    /// "" when it is gone.
    [[nodiscard]] const std::string& of(AccountId account);

  private:
    const store::Reader* reader_;
    std::map<AccountId, std::string> names_;
};

}  // namespace jianghui::access
