// Any bytes as a definition file: reading ends with faults that have a place, or with a register
// that says the same when it is written and read again.
#include "features/definitions/api.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace jianghui;
    static const auto shipped =
        definitions::read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
    const auto read = registers::read_definition<registers::Register>(
        {reinterpret_cast<const char*>(data), size}, "x.toml",
        [&](const registers::Register& definition) {
            return registers::faults_of(definition, *shipped.codes);
        });
    if (!read) {
        ASSERT(!read.error().path.empty() || !read.error().errors.empty());
        return 0;
    }
    const std::string written = codec::encode(*read);
    const auto again = codec::decode<registers::Register>(written);
    ASSERT(again.has_value() && codec::encode(*again) == written);
    return 0;
}
