// Any text as pay: what is understood is in order, and reads back from its canonical spelling.
#include "features/imports/salary.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    namespace imports = jianghui::imports;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto read = imports::parse_salary(text, imports::salary_hint(text.substr(0, size / 2)));
    if (!read) return 0;
    ASSERT(!read->min || !read->max || *read->min <= *read->max);
    const auto again = imports::parse_salary(imports::salary_text(*read));
    ASSERT(again && again->min == read->min && again->max == read->max);
    ASSERT(again->unit == read->unit || (!read->min && !read->max));
    ASSERT(again->negotiable == read->negotiable);
    return 0;
}
