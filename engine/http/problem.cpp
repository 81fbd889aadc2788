#include "engine/http/http.hpp"

namespace jianghui::http {

int status_of(Kind kind) {
    switch (kind) {
        case Kind::malformed: return 400;
        case Kind::unauthenticated: return 401;
        case Kind::forbidden: return 403;
        case Kind::not_found: return 404;
        case Kind::conflict: return 409;
        case Kind::gone: return 410;
        case Kind::precondition: return 412;
        case Kind::too_large: return 413;
        case Kind::invalid: return 422;
        case Kind::too_many: return 429;
        case Kind::unavailable: return 503;
        case Kind::internal: return 500;
    }
    return 500;
}

namespace {

/// The members that a problem and each of its single errors share.
void write_error(std::string& out, const Error& error) {
    out += "\"code\":";
    codec::write_string(out, error.code);
    out += ",\"message\":";
    codec::write(out, error.message);
    if (!error.path.empty()) {
        out += ",\"path\":";
        codec::write_string(out, error.path);
    }
    if (!error.nearest.empty()) {
        out += ",\"nearest\":";
        codec::write(out, error.nearest);
    }
    if (!error.facts.empty()) {
        out += ",\"facts\":{";
        bool first = true;
        for (const auto& [name, value] : error.facts) {
            if (!first) out += ',';
            first = false;
            codec::write_string(out, name);
            out += ':';
            codec::write_string(out, value);
        }
        out += '}';
    }
}

}  // namespace

namespace {

/// Everything of the body before the trace.
std::string body_without_trace(const Error& error) {
    std::string out;
    constexpr std::size_t most_are_shorter = 512;
    out.reserve(most_are_shorter);
    out = "{\"type\":\"about:blank\",\"title\":";
    codec::write_string(out, error.message.en);
    out += ",\"status\":" + std::to_string(status_of(error.kind)) + ",";
    write_error(out, error);
    if (!error.errors.empty()) {
        out += ",\"errors\":[";
        for (std::size_t i = 0; i < error.errors.size(); ++i) {
            if (i > 0) out += ',';
            out += '{';
            write_error(out, error.errors[i]);
            out += '}';
        }
        out += ']';
    }
    return out += ",\"trace\":";
}

bool is_same(const Error& a, const Error& b) {
    return a.kind == b.kind && a.code == b.code && a.message == b.message && a.path == b.path &&
           a.facts == b.facts && a.nearest == b.nearest && a.errors.empty() && b.errors.empty();
}

/// The same, from the last time when this thread wrote the very same refusal: when thousands are refused one
/// order, all hear the same words.
const std::string& remembered_body(const Error& error) {
    thread_local Error last;
    thread_local std::string body;
    if (body.empty() || !is_same(error, last)) {
        body = body_without_trace(error);
        last = error;
    }
    return body;
}

}  // namespace

Reply problem(const Error& error, std::string_view trace) {
    Reply reply;
    reply.status = status_of(error.kind);
    reply.content_type = "application/problem+json; charset=utf-8";
    const auto& before = remembered_body(error);
    reply.body.reserve(before.size() + trace.size() + 3);
    reply.body = before;
    codec::write_string(reply.body, trace);
    reply.body += '}';
    if (error.kind == Kind::unavailable) reply.headers.emplace_back("retry-after", "1");
    for (const auto& [name, value] : error.facts)
        if (name == "retry_after_seconds") reply.headers.emplace_back("retry-after", value);
    return reply;
}

}  // namespace jianghui::http
