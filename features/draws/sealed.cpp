#include "features/draws/sealed.hpp"

#include "engine/app/field_keys.hpp"

namespace jianghui::draws {
namespace {

std::string box_place(OrderId order) { return "draws.secret:" + order.text(); }

/// The system's, unless a simulation that must repeat exactly has handed in its own.
crypto::SecretSource& secrets_of(const app::Services& services) {
    return services.has<crypto::SecretSource>() ? services.get<crypto::SecretSource>()
                                                : crypto::system_secrets();
}

}  // namespace

Secret new_secret(const app::Services& services, OrderId order) {
    const auto secret = crypto::random_bytes(secrets_of(services), secret_size);
    return {commitment_of(secret),
            crypto::seal(app::field_keys(services), secret, box_place(order),
                         crypto::system_secrets())};
}

Result<crypto::Bytes> open_secret(const app::Services& services, OrderId order,
                                  std::string_view box) {
    return crypto::open(app::field_keys(services), box, box_place(order));
}

}  // namespace jianghui::draws
