#include "features/accounts/api.hpp"
#include "features/accounts/token.hpp"

namespace jianghui::accounts {
namespace {

constexpr std::string_view sign_in_path = "/api/v1/sessions";

bool is_write(http::Method method) {
    return method != http::Method::get && method != http::Method::head;
}

/// The session of the token, from the cache or the database.
std::optional<access::Session> look_up(const app::Services& services, std::string_view token,
                                       Instant now) {
    auto& cache = services.get<access::SessionCache>();
    if (auto known = cache.find(token, now)) return known;
    const auto ticket = cache.ticket();
    auto session = services.get<store::Store>().read(
        [&](store::Reader& reader) { return access::find_session(reader, token, now); });
    if (session) cache.put(token, *session, now, ticket);
    return session;
}

}  // namespace

SentToken sent_token(const http::Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = request.header("authorization");
    if (header.size() > scheme.size() && header.substr(0, scheme.size()) == scheme)
        return {header.substr(scheme.size()), true};
    return {request.cookie(session_cookie), false};
}

Result<access::Caller> authenticate(const app::Services& services, const http::Request& request,
                                    Instant now) {
    // A page elsewhere must not sign its visitor in, as somebody whose account it reads later.
    if (request.path == sign_in_path && request.header("sec-fetch-site") == "cross-site" &&
        is_write(request.method))
        return refuse(access::csrf_missing);
    const auto [token, is_bearer] = sent_token(request);
    if (token.empty()) return access::Caller{};
    const auto session = look_up(services, token, now);
    if (!session)
        return is_bearer ? Result<access::Caller>(refuse(app::not_signed_in))
                         : Result<access::Caller>(access::Caller{});
    if (is_bearer || !is_write(request.method)) return session->caller;
    if (access::csrf_matches(services.get<access::Vault>(), token, request.header("x-csrf-token")))
        return session->caller;
    // Signing in anew needs no page that knows the old session.
    if (request.path == sign_in_path) return access::Caller{};
    return refuse(access::csrf_missing);
}

}  // namespace jianghui::accounts
