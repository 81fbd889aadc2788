#pragma once
// The public header of engine/http: requests and replies as plain values, problem documents, the
// router. No sockets here: engine/net moves these values over the wire, tests make them by hand.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"

namespace jianghui::http {

enum class Method { get, head, post, patch, put, del };
/// "GET" …; DELETE is `del`.
[[nodiscard]] std::string_view method_text(Method method);

/// Header names are lower case.
using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
    Method method = Method::get;
    std::string path;         ///< decoded, without the query
    codec::Parameters query;  ///< decoded, in order
    Headers headers;
    std::string body;
    std::string remote;  ///< the peer's address, for rate limits; never logged with content
    /// The header's value, or "".
    [[nodiscard]] std::string_view header(std::string_view name) const;
    /// Whether its If-None-Match names the tag, quotes included (RFC 9110 13.1.2: weak comparison): who
    /// asks has it already, and 304 is the answer.
    [[nodiscard]] bool knows(std::string_view tag) const;
    /// The cookie's value, or "".
    [[nodiscard]] std::string_view cookie(std::string_view name) const;
};

/// A reply that goes on: server-sent events. Called from the connection's thread only, but for
/// the wake function, which may be called from any thread.
class Stream {
  public:
    virtual ~Stream() = default;
    /// What is to be sent now; empty when there is nothing yet.
    virtual std::string take() = 0;
    /// `wake` is to be called whenever take() may have something. Called once, before take().
    virtual void on_ready(std::function<void()> wake) = 0;
    /// Whether nothing will come any more; asked when take() gave nothing. The connection is then
    /// closed.
    [[nodiscard]] virtual bool ended() const { return false; }
};

struct Reply {
    int status = 200;
    std::string content_type = "application/json; charset=utf-8";
    Headers headers;
    std::string body;
    std::shared_ptr<Stream> stream;
};

/// The status of an error kind: the only mapping there is.
[[nodiscard]] int status_of(Kind kind);
/// The error as an RFC 9457 problem document.
[[nodiscard]] Reply problem(const Error& error, std::string_view trace);

/// Splits and decodes a request target ("/a/b?x=1&y=%E4"). Fails with malformed_target.
struct Target {
    std::string path;
    codec::Parameters query;
};
inline constexpr ErrorCode malformed_target{"malformed_target", Kind::malformed,
                                            "网址不合法。请检查编码。",
                                            "The address is malformed. Check its encoding."};
[[nodiscard]] Result<Target> parse_target(std::string_view target);
/// A file to be saved, under a name of any letters.
[[nodiscard]] Reply attachment(std::string body, std::string content_type, std::string_view name);
/// The same for what somebody sent in, or what is for the caller alone: wherever it is opened, it runs
/// nothing and reaches nothing, and no cache keeps it.
[[nodiscard]] Reply untrusted_attachment(std::string body, std::string content_type,
                                         std::string_view name);

/// Percent-decoding; nothing when malformed or not UTF-8.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);
/// Percent-encodes everything but unreserved characters.
[[nodiscard]] std::string percent_encode(std::string_view text);

inline constexpr ErrorCode no_such_path{"no_such_path", Kind::not_found,
                                        "没有这个接口。请查看 /api/v1/openapi.json。",
                                        "There is no such path. See /api/v1/openapi.json."};
inline constexpr ErrorCode method_not_allowed{"method_not_allowed", Kind::malformed,
                                              "此地址不支持该方法。",
                                              "This path does not support that method."};

/// Finds the route of a method and path. Patterns are "/orders/{order}/shares"; literal segments win
/// over parameters. O(segments) map look-ups.
class Router {
  public:
    /// Adds a route number. Requires a pattern that is not yet there for the method.
    void add(Method method, std::string_view pattern, std::size_t route);
    struct Match {
        std::size_t route = 0;
        codec::Parameters parameters;
    };
    /// Fails with no_such_path or method_not_allowed.
    [[nodiscard]] Result<Match> find(Method method, std::string_view path) const;

  private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
        std::string parameter;
        std::unique_ptr<Node> any;
        std::vector<std::pair<Method, std::size_t>> routes;
    };
    Node root_;
};

/// gzip at a middling level, for replies over a few kilobytes.
[[nodiscard]] std::string gzip(std::string_view body);

}  // namespace jianghui::http
