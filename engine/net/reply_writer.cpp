#include "engine/net/reply_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace jianghui::net {
namespace {

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 201:
            return "Created";
        case 202:
            return "Accepted";
        case 204:
            return "No Content";
        case 304:
            return "Not Modified";
        case 307:
            return "Temporary Redirect";
        case 308:
            return "Permanent Redirect";
        case 400:
            return "Bad Request";
        case 401:
            return "Unauthorized";
        case 403:
            return "Forbidden";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 409:
            return "Conflict";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 413:
            return "Content Too Large";
        case 422:
            return "Unprocessable Content";
        case 429:
            return "Too Many Requests";
        case 500:
            return "Internal Server Error";
        case 503:
            return "Service Unavailable";
        default:
            return "Status";
    }
}

/// A token of RFC 9110 5.6.2, in lower case as all our header names are.
bool is_header_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool is_header_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte >= 0x20 && byte != 0x7f) || c == '\t';
    });
}

bool is_framing(std::string_view name) {
    return name == "content-length" || name == "transfer-encoding" || name == "connection" ||
           name == "date";
}

bool has(const http::Reply& reply, std::string_view wanted) {
    return std::any_of(reply.headers.begin(), reply.headers.end(),
                       [&](const auto& header) { return header.first == wanted; });
}

void add(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

/// Of a reply that has no headers of its own: most.
constexpr std::string_view all_defaults =
    "x-content-type-options: nosniff\r\nreferrer-policy: same-origin\r\n"
    "content-security-policy: default-src 'none'; frame-ancestors 'none'\r\n"
    "cache-control: no-store\r\n";

void add_defaults(std::string& out, const http::Reply& reply, const ReplyFrame& frame) {
    if (reply.headers.empty() && !frame.is_secure) {
        out += all_defaults;
        return;
    }
    out += "x-content-type-options: nosniff\r\nreferrer-policy: same-origin\r\n";
    if (!has(reply, "content-security-policy"))
        add(out, "content-security-policy", "default-src 'none'; frame-ancestors 'none'");
    if (!has(reply, "cache-control")) add(out, "cache-control", "no-store");
    if (frame.is_secure) add(out, "strict-transport-security", "max-age=31536000");
}

}  // namespace

void write_head(std::string& out, const http::Reply& reply, const ReplyFrame& frame) {
    out += "HTTP/1.1 ";
    out += fmt::format_int(reply.status).c_str();
    out += ' ';
    out += reason(reply.status);
    out += "\r\n";
    add(out, "date", frame.date);
    for (const auto& [name, value] : reply.headers)
        if (is_header_name(name) && is_header_value(value) && !is_framing(name))
            add(out, name, value);
    add_defaults(out, reply, frame);
    const bool has_content = reply.status != 204 && reply.status != 304;
    if (has_content && is_header_value(reply.content_type))
        add(out, "content-type", reply.content_type);
    if (has_content && !reply.stream)
        add(out, "content-length", fmt::format_int(reply.body.size()).c_str());
    if (!frame.keep_alive) {
        out += "connection: close\r\n";
    } else if (frame.is_old) {
        out += "connection: keep-alive\r\n";
    }
    out += "\r\n";
}

void write_reply(std::string& out, const http::Reply& reply, const ReplyFrame& frame) {
    write_head(out, reply, frame);
    if (!frame.is_head && reply.status != 204 && reply.status != 304) out += reply.body;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
    const auto trim = [](std::string_view text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
            text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
        return text;
    };
    while (!accept_encoding.empty()) {
        const auto comma = accept_encoding.find(',');
        const std::string_view entry = accept_encoding.substr(0, comma);
        accept_encoding = comma == std::string_view::npos ? "" : accept_encoding.substr(comma + 1);
        const auto semicolon = entry.find(';');
        if (trim(entry.substr(0, semicolon)) != coding) continue;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view weight = trim(entry.substr(semicolon + 1));
        return weight.rfind("q=0", 0) != 0 || weight.find_first_of("123456789") != weight.npos;
    }
    return false;
}

void compress(http::Reply& reply, std::string_view accept_encoding) {
    constexpr std::size_t worth_it = 2048;
    if (reply.stream || reply.body.size() < worth_it || has(reply, "content-encoding")) return;
    const std::string_view type = reply.content_type;
    if (type.rfind("application/json", 0) != 0 && type.rfind("application/problem+json", 0) != 0 &&
        type.rfind("text/", 0) != 0)
        return;
    reply.headers.emplace_back("vary", "Accept-Encoding");
    if (!accepts(accept_encoding, "gzip")) return;
    reply.body = http::gzip(reply.body);
    reply.headers.emplace_back("content-encoding", "gzip");
    // The ETag stays as it is: features compare it with If-Match as a version of the thing, and our
    // answers are not stored by caches (no-store, Vary).
}

std::string http_date(Instant at) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
        static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
        static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
        time.seconds().count());
}

}  // namespace jianghui::net
