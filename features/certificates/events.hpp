#pragma once
// What happens to the keys that certificates are signed with. Certificates themselves are reads.

#include "engine/journal/journal.hpp"

namespace jianghui::certificates {

inline constexpr journal::EventKind issuer_key_made{"issuer_key.made", "启用签发密钥",
                                                    "Issuer key made", true};
inline constexpr journal::EventKind issuer_key_rotated{"issuer_key.rotated", "更换签发密钥",
                                                       "Issuer key rotated", true};
inline constexpr journal::EventKind issuer_key_distrusted{
    "issuer_key.distrusted", "签发密钥不再可信", "Issuer key distrusted", true};

/// Data of all three: which key of the place.
struct KeyNamed {
    PlaceCode place;
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(KeyNamed, (), (place, number))

}  // namespace jianghui::certificates
