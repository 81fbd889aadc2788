#include "features/certificates/endpoints.hpp"

#include "engine/qr/qr.hpp"

#include <fmt/format.h>

#include "engine/procedures/shown_value.hpp"
#include "engine/registers/catalogue.hpp"
#include "features/certificates/sheet.hpp"
#include "features/codes/api.hpp"
#include "features/papers/api.hpp"

namespace jianghui::certificates {
namespace {

KeyView view_of(const app::Services& services, const IssuerKeyRow& row) {
    KeyView view;
    static_cast<TrustedIssuer&>(view) = line_of(services, row);
    view.number = row.number;
    return view;
}

OwnCertificate view_of(const app::Query& query, const registers::Register& definition,
                       const registers::Entry& entry) {
    return {entry.id,     entry.register_id, definition.title,    entry.number,
            entry.place,  entry.status,      entry.valid_from_on, entry.valid_to_on,
            registers::in_force_on(entry, date_of(query.now))};
}

Result<Done> check_place(const app::Services& services, const PlaceCode& place) {
    const auto& tables = services.get<codes::Tables>();
    if (place == deployment || tables.find_place(place) != nullptr) return Done{};
    return refuse(error(unknown_code).at("/place").near(tables.nearest_places(place.text)));
}

}  // namespace

Result<codec::json::value> show_certificate(app::Query& query, const FindCertificate& input) {
    return certificate_of(query, input.entry, input.copy);
}

Result<QrView> show_qr(app::Query& query, const FindCertificate& input) {
    TRY(const auto document, certificate_of(query, input.entry, input.copy));
    QrView view;
    view.digest = subject_digest(document);
    // Without a recorded address there is no link: the caller's Host would send readers wherever she likes.
    if (const auto address = papers::public_address(query.db); !address.empty())
        view.payload = check_link(address, document);
    constexpr std::size_t readable_max = 1000;  // More bytes make a picture that phones fail to read.
    if (!view.payload.empty() && view.payload.size() <= readable_max) view.svg = qr::svg(view.payload);
    return view;
}

Result<http::Reply> show_sheet(app::Query& query, const FindCertificate& input) {
    TRY(const auto document, certificate_of(query, input.entry, input.copy));
    const auto entry = registers::find(query.db, input.entry);
    ASSERT(entry.has_value());
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().version(entry->register_id,
                                                           entry->definition_version));
    const std::string address = papers::public_address(query.db);
    const auto sheet = sheet_of(
        document, *definition,
        query.services.get<procedures::World>().authority_name(entry->place),
        {address, address.empty() ? std::string() : check_link(address, document)},
        [&](const registers::Field& field, const codec::json::value& value) {
            return procedures::shown_value(query.db, query.services, field, value, true);
        });
    TRY(auto pdf, pdf_of(sheet));
    return http::untrusted_attachment(std::move(pdf), "application/pdf", sheet.number + ".pdf");
}

Result<std::vector<OwnCertificate>> list_own(app::Query& query, const app::Empty& /*none*/) {
    std::vector<registers::Entry> entries;
    if (query.caller.organisation) {
        entries = registers::about(query.db, query.caller.organisation);
    } else if (query.caller.person) {
        entries = registers::about(query.db, query.caller.person);
    }
    const auto& catalogue = query.services.get<registers::Catalogue>();
    std::vector<OwnCertificate> shown;
    for (const auto& entry : entries) {
        const auto definition = catalogue.version(entry.register_id, entry.definition_version);
        if (definition && (*definition)->certificate.value_or(false))
            shown.push_back(view_of(query, **definition, entry));
    }
    return shown;
}

Result<codec::json::value> show_issuers(app::Query& query, const app::Empty& /*none*/) {
    return issuers_of(query);
}

Result<codec::json::value> show_status(app::Query& query, const FindStatus& input) {
    const auto list = find_list(query.db, input.place, input.list.value);
    if (!list) return refuse(not_found);
    return status_list_of(query, *list, input.purpose, input.on);
}

Result<codec::json::value> show_statuses(app::Query& query, const FindStatuses& input) {
    codec::json::array documents;
    for (const auto& list : lists_of_place(query.db, input.place))
        for (const auto purpose : purposes) {
            TRY(auto document, status_list_of(query, list, purpose, input.on));
            documents.push_back(std::move(document));
        }
    return codec::json::value(std::move(documents));
}

Result<std::vector<KeyView>> list_keys(app::Query& query, const app::Empty& /*none*/) {
    std::vector<KeyView> shown;
    for (const auto& row : all_keys(query.db)) shown.push_back(view_of(query.services, row));
    return shown;
}

Result<KeyView> rotate(app::Command& command, const OfPlace& input) {
    TRY_DO(check_place(command.services, input.place));
    return view_of(command.services, rotate_key(command, input.place));
}

Result<KeyView> distrust(app::Command& command, const OfKey& input) {
    TRY(const auto row, distrust_key(command, input.place, input.number.value));
    return view_of(command.services, row);
}

Result<Address> show_address(app::Query& query, const app::Empty& /*none*/) {
    return Address{{papers::public_address(query.db)}};
}

Result<Address> change_address(app::Command& command, const Address& input) {
    TRY_DO(papers::set_public_address(command, input.address.text));
    return input;
}

}  // namespace jianghui::certificates
