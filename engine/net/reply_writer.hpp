#pragma once
// Replies as bytes of HTTP/1.1. Whatever a feature puts into a header cannot break out of it: a
// name or value with control characters is left out, never sent.

#include <string>
#include <string_view>

#include "engine/http/http.hpp"

namespace jianghui::net {

/// What the writer must know of the request and the connection.
struct ReplyFrame {
    bool is_head = false;  ///< answers HEAD: headers only
    bool keep_alive = true;
    bool is_old = false;         ///< HTTP/1.0
    bool is_secure = false;      ///< over TLS
    std::string_view date = {};  ///< the Date header's value
};

/// Appends the status line and headers; with Content-Length unless the reply is a stream. Adds the
/// security headers that the reply has not set itself, and `cache-control: no-store`.
void write_head(std::string& out, const http::Reply& reply, const ReplyFrame& frame);
/// write_head and the body.
void write_reply(std::string& out, const http::Reply& reply, const ReplyFrame& frame);

/// Whether an Accept-Encoding header allows the coding (RFC 9110 12.5.3: q=0 forbids).
[[nodiscard]] bool accepts(std::string_view accept_encoding, std::string_view coding);
/// Compresses bodies of text over 2 kB when the client takes gzip.
void compress(http::Reply& reply, std::string_view accept_encoding);

/// "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] std::string http_date(Instant at);

}  // namespace jianghui::net
