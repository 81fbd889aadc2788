// Any bytes as a CSV file: reading ends, row numbers rise, cells keep to their limits.
#include "features/imports/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    jianghui::imports::TableLimits limits;
    limits.cell_bytes_max = 64;
    limits.columns_max = 8;
    limits.rows_max = 1'000;
    auto reader = jianghui::imports::CsvReader::open(
        std::string(reinterpret_cast<const char*>(data), size), limits);
    std::int64_t last = 0;
    while (reader) {
        auto row = reader->next();
        if (!row || !*row) break;
        ASSERT((*row)->number > last && (*row)->cells.size() <= limits.columns_max);
        last = (*row)->number;
    }
    return 0;
}
