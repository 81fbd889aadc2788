// Any bytes from a socket, in pieces of any size: requests are read or refused, the same ones however
// the bytes were cut, and never more is kept than the limits allow.
#include <vector>

#include "engine/net/request_reader.hpp"

namespace {

using namespace jianghui;

net::Limits small_limits() {
    net::Limits limits;
    limits.header_max = 1'024;
    limits.header_count_max = 16;
    limits.body_max = 512;
    limits.upload_max = 2'048;
    limits.upload_prefixes = {"/api/v1/imports"};
    return limits;
}

struct Seen {
    std::vector<http::Request> requests;
    std::string refusal;  ///< code; "" when none
};

/// Feeds the bytes as a connection does: what was not taken comes again with what follows.
Seen read_all(std::string_view bytes, std::size_t piece) {
    static const net::Limits limits = small_limits();
    net::RequestReader reader(limits);
    Seen seen;
    std::size_t begin = 0;
    std::size_t end = 0;
    while (end < bytes.size()) {
        end = std::min(bytes.size(), end + piece);
        while (begin < end) {
            std::size_t taken = 0;
            const auto state = reader.read(bytes.substr(begin, end - begin), taken);
            ASSERT(taken <= end - begin);
            begin += taken;
            if (state == net::RequestReader::State::refused) {
                seen.refusal = reader.refusal().code;
                return seen;
            }
            ASSERT(reader.body_size() <= limits.upload_max);
            if (state == net::RequestReader::State::expects_continue) continue;
            if (state == net::RequestReader::State::needs_more) break;
            (void)reader.keep_alive();
            seen.requests.push_back(reader.take());
            ASSERT(seen.requests.back().headers.size() <= limits.header_count_max);
        }
    }
    return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto whole = read_all(bytes, std::max<std::size_t>(1, bytes.size()));
    const auto pieces = read_all(bytes, 1 + data[0] % 64);
    // A limit may be met sooner in one piece than in another; what was read before is the same.
    const auto both = std::min(whole.requests.size(), pieces.requests.size());
    for (std::size_t i = 0; i < both; ++i) {
        ASSERT(whole.requests[i].method == pieces.requests[i].method);
        ASSERT(whole.requests[i].path == pieces.requests[i].path);
        ASSERT(whole.requests[i].headers == pieces.requests[i].headers);
        ASSERT(whole.requests[i].body == pieces.requests[i].body);
    }
    if (whole.refusal.empty() && pieces.refusal.empty())
        ASSERT(whole.requests.size() == pieces.requests.size());
    return 0;
}
