#include "features/draws/sealed.hpp"

namespace jianghui::draws {
namespace {

std::string box_place(OrderId order) { return "draws.secret:" + order.text(); }

const crypto::KeySet& keys(const app::Services& services) {
    return services.get<crypto::Keyring>().keys(crypto::KeyUse::field_encryption);
}

}  // namespace

Secret new_secret(const app::Services& services, OrderId order) {
    const auto secret = crypto::random_bytes(crypto::system_secrets(), secret_size);
    return {commitment_of(secret),
            crypto::seal(keys(services), secret, box_place(order), crypto::system_secrets())};
}

Result<crypto::Bytes> open_secret(const app::Services& services, OrderId order,
                                  std::string_view box) {
    return crypto::open(keys(services), box, box_place(order));
}

}  // namespace jianghui::draws
