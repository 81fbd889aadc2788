#include "features/seats/site_code.hpp"

#include "engine/crypto/crypto.hpp"

namespace jianghui::seats {

std::string site_code(const app::Services& services, OrderId order, Date day) {
    return crypto::keyed_digits(services.get<crypto::Keyring>().key(crypto::KeyUse::site_code),
                                "order " + order.text() + " " + date_text(day), 6);
}

}  // namespace jianghui::seats
