// Any bytes as the file of `jianghui stable`: a fault names its place, both matchings are stable (print_stable
// asserts so) and JSON.
#include "engine/codec/codec.hpp"
#include "engine/http/http.hpp"
#include "features/allocation/errors.hpp"
#include "features/allocation/stable_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace jianghui;
    const auto named =
        allocation::read_stable_problem(std::string(reinterpret_cast<const char*>(data), size));
    if (!named) {
        ASSERT(named.error().code == allocation::stable_file_malformed.code);
        ASSERT(!named.error().message.zh.empty() && !named.error().message.en.empty());
        ASSERT(codec::parse(http::problem(named.error(), "0000000000000000").body).has_value());
        return 0;
    }
    ASSERT(codec::parse(allocation::print_stable(*named).json).has_value());
    return 0;
}
