#pragma once
// The file of `jianghui stable` and its answer.
//
//   {"residents": {"574": ["NRS", "HEP"], …},
//    "hospitals": {"NRS": {"capacity": 4, "prefs": ["574", …]}, …}}

#include <string>
#include <string_view>
#include <vector>

#include "engine/app/feature.hpp"
#include "engine/matching/allocating.hpp"

namespace jianghui::allocation {

struct NamedStableProblem {
    matching::StableProblem problem;
    std::vector<std::string> residents;  ///< in ascending byte order
    std::vector<std::string> hospitals;
};

/// Reads the file, with or without a byte-order mark. Fails with stable_file_malformed: for what is no JSON or
/// names a resident or hospital twice the path is "/LINE/COLUMN", else a JSON pointer: a name that its side lacks,
/// a name twice in a list, a capacity below 0. Members that are not needed may stand beside.
[[nodiscard]] Result<NamedStableProblem> read_stable_problem(std::string_view text);

/// Both extreme matchings, how many found a place, and the sums of the residents' ranks (the first of
/// a list is 1).
[[nodiscard]] app::Printed print_stable(const NamedStableProblem& named);

}  // namespace jianghui::allocation
