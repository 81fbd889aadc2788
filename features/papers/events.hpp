#pragma once
// What happens to the public address.

#include "engine/journal/journal.hpp"

namespace jianghui::papers {

inline constexpr journal::EventKind address_recorded{"public_address.recorded", "登记公开网址",
                                                     "Public address recorded", true};

/// Where papers point from now on, and where those that were printed before do. A public address is about nobody.
struct AddressRecorded {
    std::string address;
    std::optional<std::string> before;
};
BOOST_DESCRIBE_STRUCT(AddressRecorded, (), (address, before))

}  // namespace jianghui::papers
