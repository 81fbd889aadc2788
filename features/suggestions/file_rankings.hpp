#pragma once
// Rankings of workers and orders that files name: from the texts of two files to what is printed.

#include "features/codes/api.hpp"
#include "features/suggestions/model.hpp"

namespace jianghui::suggestions {

/// A file of records, one line of JSON each; `name` is what a fault calls it.
struct RecordFile {
    std::string name;
    std::string text;
};

/// What the codes of records mean: the program's own reference data.
struct RecordCodes {
    std::map<std::string, matching::Point> places;
    std::map<std::string, int> education;
    matching::Policy policy;
};
/// Fails with data_malformed and the like.
[[nodiscard]] Result<RecordCodes> load_record_codes(const std::string& folder);

/// The best `k` workers (WorkerRecord) for each order (OrderRecord), in the order of their file. Fails
/// with line_malformed, naming file, row and field.
[[nodiscard]] Result<FileRankings> rank_records(const RecordFile& workers, const RecordFile& orders,
                                                const RecordCodes& codes, std::size_t k, Date today);

}  // namespace jianghui::suggestions
