#include "engine/net/request_reader.hpp"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include "engine/app/app.hpp"

namespace jianghui::net {
namespace {

namespace beast = boost::beast;
using beast::http::field;
using beast::http::verb;

std::optional<http::Method> method_of(verb method) {
    switch (method) {
        case verb::get:
            return http::Method::get;
        case verb::head:
            return http::Method::head;
        case verb::post:
            return http::Method::post;
        case verb::patch:
            return http::Method::patch;
        case verb::put:
            return http::Method::put;
        case verb::delete_:
            return http::Method::del;
        default:
            return std::nullopt;
    }
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

}  // namespace

/// Reads one request at a time; made anew for each, since Beast's parser cannot be reset.
class RequestReader::Parser final : public beast::http::basic_parser<true> {
  public:
    explicit Parser(const Limits& limits) : limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.header_max));
        eager(true);
    }

    http::Request request;
    std::optional<Error> refusal;
    bool waits_for_continue = false;
    bool old = false;

    /// What Beast's error means to the client, unless a callback has said it already.
    void refuse_for(const beast::error_code& code) {
        if (refusal) return;
        if (code == beast::http::error::header_limit) {
            refusal = error(header_too_large);
        } else if (code == beast::http::error::body_limit) {
            refusal = error(app::body_too_large).with("bytes_max", std::to_string(body_max_));
        } else {
            refusal = error(malformed_request);
        }
    }

  private:
    void fail(Error why, beast::error_code& code) {
        refusal = std::move(why);
        code = beast::http::error::bad_value;
    }

    void on_request_impl(verb method, beast::string_view, beast::string_view target, int version,
                         beast::error_code& code) override {
        const auto known = method_of(method);
        if (!known) return fail(error(http::method_not_allowed), code);
        request.method = *known;
        old = version < 11;
        auto parsed = http::parse_target(view(target));
        if (!parsed) return fail(std::move(parsed).error(), code);
        request.path = std::move(parsed->path);
        request.headers.reserve(headers_of_most);
        request.query = std::move(parsed->query);
        const bool is_upload = std::any_of(
            limits_.upload_prefixes.begin(), limits_.upload_prefixes.end(),
            [&](const std::string& prefix) {
                return request.path.compare(0, prefix.size(), prefix) == 0 &&
                       (request.path.size() == prefix.size() || request.path[prefix.size()] == '/');
            });
        body_max_ = is_upload ? limits_.upload_max : limits_.body_max;
        body_limit(body_max_);
    }

    void on_response_impl(int, beast::string_view, int, beast::error_code& code) override {
        code = beast::http::error::bad_version;
    }

    void on_field_impl(field name, beast::string_view text, beast::string_view value,
                       beast::error_code& code) override {
        if (header_is_complete_) return;  // A trailer: allowed, and of no use to us.
        if (request.headers.size() == limits_.header_count_max)
            return fail(error(header_too_large), code);
        if (name == field::host) ++hosts_;
        // Anything but one "chunked" would leave it open where the body ends (request smuggling).
        if (name == field::transfer_encoding && (old || !beast::iequals(value, "chunked")))
            return fail(error(malformed_request), code);
        if (name == field::expect) {
            if (!beast::iequals(value, "100-continue")) return fail(error(malformed_request), code);
            waits_for_continue = !old;
        }
        auto& header =
            request.headers.emplace_back(std::string(view(text)), std::string(view(value)));
        for (char& c : header.first)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }

    void on_header_impl(beast::error_code& code) override {
        header_is_complete_ = true;
        if (hosts_ > 1 || (hosts_ == 0 && !old)) fail(error(malformed_request), code);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t>& length,
                           beast::error_code&) override {
        // A promise of much is believed only as it comes.
        if (length) request.body.reserve(std::min<std::size_t>(*length, limits_.body_max));
    }
    std::size_t on_body_impl(beast::string_view bytes, beast::error_code&) override {
        request.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes,
                                   beast::error_code&) override {
        request.body.append(bytes.data(), bytes.size());
        return bytes.size();
    }
    void on_finish_impl(beast::error_code&) override {}

    static constexpr std::size_t headers_of_most = 8;
    const Limits& limits_;
    int hosts_ = 0;
    bool header_is_complete_ = false;
    std::uint64_t body_max_ = 0;  ///< of this request
};

RequestReader::RequestReader(const Limits& limits) : limits_(limits) {}
RequestReader::~RequestReader() = default;

RequestReader::State RequestReader::read(std::string_view bytes, std::size_t& taken) {
    taken = 0;
    if (bytes.empty()) return State::needs_more;
    if (!parser_) {
        // RFC 9112 2.2: empty lines before a request are skipped.
        while (taken < bytes.size() && (bytes[taken] == '\r' || bytes[taken] == '\n')) ++taken;
        if (taken == bytes.size()) return State::needs_more;
        parser_ = std::make_unique<Parser>(limits_);
    }
    beast::error_code code;
    while (taken < bytes.size() && !parser_->is_done()) {
        // Beast 1.81 asserts that the last chunk is not looked at twice with less than its least
        // length; nothing shorter can end a chunked body, so shorter bytes wait.
        constexpr std::size_t last_chunk_min = std::string_view("0\r\n\r\n").size();
        if (parser_->is_header_done() && parser_->chunked() &&
            bytes.size() - taken < last_chunk_min)
            break;
        const std::size_t used = parser_->put(
            boost::asio::const_buffer(bytes.data() + taken, bytes.size() - taken), code);
        taken += used;
        if (code) break;
        if (used == 0) break;
    }
    if (code && code != beast::http::error::need_more) {
        parser_->refuse_for(code);
        return State::refused;
    }
    if (parser_->is_done()) return State::complete;
    // The parser keeps what it has not understood in our buffer. A chunk's header or the trailers
    // have no limit of their own.
    if (bytes.size() - taken > limits_.header_max) {
        parser_->refusal = error(header_too_large);
        return State::refused;
    }
    if (parser_->waits_for_continue && parser_->is_header_done()) {
        parser_->waits_for_continue = false;
        if (parser_->request.body.empty()) return State::expects_continue;
    }
    return State::needs_more;
}

http::Request RequestReader::take() {
    ASSERT(parser_ && parser_->is_done());
    http::Request request = std::move(parser_->request);
    parser_.reset();
    return request;
}

void RequestReader::drop() {
    parser_.reset();
}

const Error& RequestReader::refusal() const {
    ASSERT(parser_ && parser_->refusal);
    return *parser_->refusal;
}

bool RequestReader::keep_alive() const {
    return parser_ && parser_->keep_alive();
}
bool RequestReader::is_old() const {
    return parser_ && parser_->old;
}
bool RequestReader::in_body() const {
    return parser_ && parser_->is_header_done();
}
std::string_view RequestReader::header(std::string_view name) const {
    return parser_ ? parser_->request.header(name) : std::string_view();
}
std::size_t RequestReader::body_size() const {
    return parser_ ? parser_->request.body.size() : 0;
}

}  // namespace jianghui::net
