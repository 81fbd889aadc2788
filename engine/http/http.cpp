#include "engine/http/http.hpp"

#include <zlib.h>

#include <algorithm>

namespace jianghui::http {

std::string_view method_text(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::patch: return "PATCH";
        case Method::put: return "PUT";
        case Method::del: return "DELETE";
    }
    return "GET";
}

std::string_view Request::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (key == name) return value;
    return {};
}

bool Request::knows(std::string_view tag) const {
    const auto known = header("if-none-match");
    return known == "*" || known.find(tag) != std::string_view::npos;
}

std::string_view Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        auto end = rest.find(';');
        std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && pair.substr(0, equals) == name)
            return pair.substr(equals + 1);
    }
    return {};
}

namespace {

/// Printable ASCII without anything to decode: what nearly every target is.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return c > ' ' && c <= '~' && c != '%' && c != '+'; });
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    if (is_plain(text)) return std::string(text);
    const auto digit = [](char c) -> int {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        if (c >= 'A' && c <= 'F') return c - 'A' + 10;
        return -1;
    };
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = digit(text[i + 1]);
            const int low = digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plus_is_space ? ' ' : text[i];
        }
    }
    if (!code_points(out) || out.find('\0') != std::string::npos) return std::nullopt;
    return out;
}

std::string percent_encode(std::string_view text) {
    static constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.' || c == '~') {
            out += c;
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
    return out;
}

Result<Target> parse_target(std::string_view target) {
    constexpr std::size_t parameters_max = 50;
    if (target.empty() || target.front() != '/') return refuse(malformed_target);
    const auto question = target.find('?');
    auto path = percent_decode(target.substr(0, question), false);
    if (!path) return refuse(malformed_target);
    Target result{*std::move(path), {}};
    if (question == std::string_view::npos) return result;
    std::string_view rest = target.substr(question + 1);
    while (!rest.empty()) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto key = percent_decode(pair.substr(0, equals), true);
        const auto value = equals == std::string_view::npos
                               ? std::optional<std::string>("")
                               : percent_decode(pair.substr(equals + 1), true);
        if (!key || !value || result.query.size() == parameters_max)
            return refuse(malformed_target);
        result.query.emplace_back(*key, *value);
    }
    return result;
}

std::string gzip(std::string_view body) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;
    ASSERT(deflateInit2(&stream, 5, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&stream, body.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

Reply attachment(std::string body, std::string content_type, std::string_view name) {
    Reply reply;
    reply.content_type = std::move(content_type);
    reply.headers.emplace_back("content-disposition",
                               "attachment; filename*=UTF-8''" + percent_encode(name));
    reply.body = std::move(body);
    return reply;
}

Reply untrusted_attachment(std::string body, std::string content_type, std::string_view name) {
    Reply reply = attachment(std::move(body), std::move(content_type), name);
    reply.headers.emplace_back("content-security-policy", "sandbox; default-src 'none'");
    reply.headers.emplace_back("cache-control", "private, no-store");
    return reply;
}

}  // namespace jianghui::http
