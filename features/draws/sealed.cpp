#include "features/draws/sealed.hpp"

#include "engine/app/field_keys.hpp"

namespace jianghui::draws {
namespace {

/// The system's, unless a simulation that must repeat exactly has handed in its own.
crypto::SecretSource& secrets_of(const app::Services& services) {
    return services.has<crypto::SecretSource>() ? services.get<crypto::SecretSource>()
                                                : crypto::system_secrets();
}

}  // namespace

std::string secret_place(OrderId order) { return "draws.secret:" + order.text(); }

Secret new_secret(const app::Services& services, std::string_view place) {
    const auto secret = crypto::random_bytes(secrets_of(services), secret_size);
    return {commitment_of(secret), app::seal_field(services, place, secret)};
}

Result<crypto::Bytes> open_secret(const app::Services& services, OrderId order,
                                  std::string_view box) {
    return app::open_field(services, secret_place(order), box);
}

}  // namespace jianghui::draws
