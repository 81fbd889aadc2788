#include "features/people/sealed.hpp"

#include "engine/app/field_keys.hpp"
#include "engine/crypto/crypto.hpp"

namespace jianghui::people {
namespace {

std::string box_place(Sensitive kind, PersonId person) {
    return (kind == Sensitive::phone ? "people.phone:" : "people.id_number:") + person.text();
}

}  // namespace

std::string sealed(const app::Services& services, Sensitive kind, PersonId person,
                   std::string_view value) {
    return app::seal_field(services, box_place(kind, person), value);
}

Result<std::string> opened(const app::Services& services, Sensitive kind, PersonId person,
                           std::string_view box) {
    return app::open_field(services, box_place(kind, person), box);
}

std::string id_number_index(const app::Services& services, std::string_view id_number) {
    return crypto::blind_index(services.get<crypto::Keyring>(), "id_number", id_number);
}

}  // namespace jianghui::people
