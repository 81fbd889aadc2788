#pragma once
// A certificate as a sheet of paper: what its signed file says, for eyes, with a QR code that the verifying page
// takes. The file stays what is verified; the sheet names its digest.

#include <functional>

#include "engine/registers/entry.hpp"

namespace jianghui::certificates {

/// What is printed, from the top down.
struct Sheet {
    std::string title;
    std::string number;
    std::vector<std::pair<std::string, std::string>> facts;  ///< name and text
    std::string check;               ///< content of the QR code; "": none
    std::vector<std::string> foot;   ///< lines beside it
};

/// How a field's value is read by people; "" for what has none.
using ShownValue =
    std::function<std::string(const registers::Field&, const codec::json::value&)>;

/// Where a reader finds things.
struct SheetLinks {
    std::string address;  ///< "https://HOST" of this platform; "" when none is recorded
    std::string check;    ///< the link with everything behind its #, that a QR code carries
};

/// The sheet of a signed certificate; `authority` is the issuing office. Holds nothing that the document does
/// not. Pure.
[[nodiscard]] Sheet sheet_of(const codec::json::object& document,
                             const registers::Register& definition, const std::string& authority,
                             const SheetLinks& links, const ShownValue& shown);

/// The link that a QR code of the certificate carries: the verifying page with the entry, the number and the
/// digest behind its #, so that none of them reaches a server.
[[nodiscard]] std::string check_link(const std::string& address,
                                     const codec::json::object& document);

/// Where the list of its revocation is read: the list's own address, or below `address` when it is an URN.
[[nodiscard]] std::string status_link(const std::string& address,
                                      const codec::json::object& document);

/// An A4 page as PDF, more when the facts need them. Fails with sheet_failed when the library refuses.
[[nodiscard]] Result<std::string> pdf_of(const Sheet& sheet);

inline constexpr ErrorCode sheet_failed{"sheet_failed", Kind::internal,
                                        "凭证未能打印成文件。请稍后重试，或联系管理员。",
                                        "The sheet could not be made. Retry, or tell the operator."};

}  // namespace jianghui::certificates
