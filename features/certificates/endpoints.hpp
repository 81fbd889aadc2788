#pragma once
// The API calls of certificates; see feature.cpp for who may make them.

#include "engine/app/feature.hpp"
#include "features/certificates/issue.hpp"

namespace jianghui::certificates {

/// GET entries/{entry}/certificate, …/qr and …/sheet. Without `copy` the most that the caller may have.
struct FindCertificate {
    registers::EntryId entry;
    std::optional<Copy> copy;
};
BOOST_DESCRIBE_STRUCT(FindCertificate, (), (entry, copy))

/// A link to the verifying page with everything behind its #, and its picture.
struct QrView {
    std::string payload;  ///< "" while no public address is recorded: then there is no code
    std::string digest;  ///< SM3 of credentialSubject
    std::string svg;
};
BOOST_DESCRIBE_STRUCT(QrView, (), (payload, digest, svg))

/// An entry about the caller that may be had as a certificate.
struct OwnCertificate {
    registers::EntryId entry;
    std::string register_id;
    Text title;
    std::string number;
    PlaceCode place;
    registers::EntryStatus status = registers::EntryStatus::valid;
    Date valid_from_on;
    std::optional<Date> valid_to_on;
    bool in_force = false;  ///< only then a certificate is made
};
BOOST_DESCRIBE_STRUCT(OwnCertificate, (), (entry, register_id, title, number, place, status,
                                           valid_from_on, valid_to_on, in_force))

struct FindStatus {
    PlaceCode place;
    Integer<1, 1'000'000> list;
    Purpose purpose = Purpose::revocation;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(FindStatus, (), (place, list, purpose, on))

struct FindStatuses {
    PlaceCode place;
    std::optional<Date> on;
};
BOOST_DESCRIBE_STRUCT(FindStatuses, (), (place, on))

struct OfPlace {
    PlaceCode place;
};
BOOST_DESCRIBE_STRUCT(OfPlace, (), (place))

struct OfKey {
    PlaceCode place;
    Integer<1, 1'000'000> number;
};
BOOST_DESCRIBE_STRUCT(OfKey, (), (place, number))

/// A key as the administrator sees it.
struct KeyView : TrustedIssuer {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(KeyView, (TrustedIssuer), (number))

struct Address {
    String<0, 200> address;  ///< "https://HOST"; empty: none recorded
};
BOOST_DESCRIBE_STRUCT(Address, (), (address))

Result<codec::json::value> show_certificate(app::Query& query, const FindCertificate& input);
Result<QrView> show_qr(app::Query& query, const FindCertificate& input);
/// The same to print, as PDF.
Result<http::Reply> show_sheet(app::Query& query, const FindCertificate& input);
Result<std::vector<OwnCertificate>> list_own(app::Query& query, const app::Empty& input);
Result<codec::json::value> show_issuers(app::Query& query, const app::Empty& input);
Result<codec::json::value> show_status(app::Query& query, const FindStatus& input);
/// Every list of the place: what `certificate verify --status` takes.
Result<codec::json::value> show_statuses(app::Query& query, const FindStatuses& input);
Result<std::vector<KeyView>> list_keys(app::Query& query, const app::Empty& input);
Result<KeyView> rotate(app::Command& command, const OfPlace& input);
Result<KeyView> distrust(app::Command& command, const OfKey& input);
Result<Address> show_address(app::Query& query, const app::Empty& input);
Result<Address> change_address(app::Command& command, const Address& input);

/// `jianghui certificate verify`.
[[nodiscard]] std::vector<app::CommandLine> commands();

}  // namespace jianghui::certificates
