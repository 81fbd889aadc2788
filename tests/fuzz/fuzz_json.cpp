// Any bytes as the body, path and query of a request: it is read or refused with a fault that has a
// code and a message; what was read is written and read again as the same document.
#include "engine/codec/codec.hpp"
#include "engine/http/http.hpp"
#include "features/orders/model.hpp"

namespace {

using namespace jianghui;

/// A refusal says what is wrong, in both languages, in UTF-8 that a problem document can carry.
void check_refusal(const Error& refusal) {
    ASSERT(!refusal.code.empty());
    ASSERT(!refusal.message.zh.empty() && !refusal.message.en.empty());
    const auto problem = http::problem(refusal, "0000000000000000");
    ASSERT(problem.status >= 400);
    ASSERT(codec::parse(problem.body).has_value());
}

template <class T>
void try_body(std::string_view text) {
    const auto read = codec::decode<T>(text);
    if (!read) return check_refusal(read.error());
    const auto written = codec::encode(*read);
    const auto again = codec::decode<T>(written);
    ASSERT(again.has_value());
    ASSERT(codec::encode(*again) == written);
}

void try_query(std::string_view text) {
    const auto target = http::parse_target("/api/v1/orders?" + std::string(text));
    if (!target) return check_refusal(target.error());
    const auto read = codec::decode_request<orders::ListOrders>({}, target->query, nullptr);
    if (!read) check_refusal(read.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try_body<orders::CreateOrder>(text);
    try_body<orders::ChangeOrder>(text);
    try_query(text);
    return 0;
}
