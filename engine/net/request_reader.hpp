#pragma once
// Finds requests in a stream of bytes, with limits. Boost.Beast's parser does the reading; this
// face keeps its headers out of every other file, and lets tests and the fuzzer feed it without
// sockets.

#include <memory>
#include <string_view>

#include "engine/http/http.hpp"
#include "engine/net/net.hpp"

namespace jianghui::net {

class RequestReader {
  public:
    /// `limits` must live as long as the reader.
    explicit RequestReader(const Limits& limits);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    enum class State {
        needs_more,        ///< the bytes so far are fine, the request is not complete
        expects_continue,  ///< said once: the client waits for "100 Continue" before its body
        complete,          ///< take() has a request
        refused            ///< refusal() says why; the connection can only be closed
    };
    /// Reads as far as the end of one request and sets `taken` to the number of bytes used up; the
    /// others must be at the front of the next call. Not to be called again after `refused`, and
    /// after `complete` only when take() was called. O(bytes), also when they come one by one.
    State read(std::string_view bytes, std::size_t& taken);

    /// The complete request; the reader is ready for the next one.
    [[nodiscard]] http::Request take();
    /// Throws away what was read of a request, with its memory.
    void drop();
    /// malformed_request, http::malformed_target, http::method_not_allowed, header_too_large or
    /// app::body_too_large.
    [[nodiscard]] const Error& refusal() const;

    /// Whether the connection may go on after this request.
    [[nodiscard]] bool keep_alive() const;
    /// Whether the request is of HTTP/1.0, which knows no chunks and no interim replies.
    [[nodiscard]] bool is_old() const;
    /// Whether the header is complete and a body is being read.
    [[nodiscard]] bool in_body() const;
    /// A header of the request that is being read, named in small letters; "" when it has none.
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// Bytes of the body so far.
    [[nodiscard]] std::size_t body_size() const;

  private:
    class Parser;
    const Limits& limits_;
    std::unique_ptr<Parser> parser_;
};

}  // namespace jianghui::net
