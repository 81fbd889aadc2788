#pragma once
// The session token that a request carries.

#include <string_view>

#include "engine/http/http.hpp"

namespace jianghui::accounts {

/// A token as sent; empty when there is none. Valid as long as the request.
struct SentToken {
    std::string_view token;
    bool is_bearer = false;
};

/// From `Authorization: Bearer`, else from the cookie.
[[nodiscard]] SentToken sent_token(const http::Request& request);

}  // namespace jianghui::accounts
