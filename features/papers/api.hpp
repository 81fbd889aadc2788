#pragma once
// Where a reader of paper finds this platform.

#include <string>

#include "engine/app/context.hpp"
#include "features/papers/errors.hpp"

namespace jianghui::papers {

/// The public address, "https://HOST"; empty when none was recorded.
[[nodiscard]] std::string public_address(const store::Reader& reader);
/// Records it, with an event; nothing when it is the one that is recorded. Fails with address_malformed.
[[nodiscard]] Result<Done> set_public_address(app::Command& command, const std::string& address);

/// What a printed page says of where it is found.
struct PaperLink {
    std::string address;  ///< what its QR code holds; "" makes none
    std::string beside;   ///< what stands beside the code, or says why there is none
};
/// The page at `path` ("/lists/…") below the recorded public address; without one, no code and a sentence that says
/// so. Never from what the caller sends: her Host header would send readers of the paper wherever she likes.
[[nodiscard]] PaperLink paper_link(const store::Reader& reader, const std::string& path,
                                   const std::string& beside);

}  // namespace jianghui::papers
