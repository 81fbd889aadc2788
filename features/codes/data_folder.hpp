#pragma once
// Where the reference data of the program lies; provided by main before the features start.

#include <string>

namespace jianghui::codes {

struct DataFolder {
    std::string path;
};

}  // namespace jianghui::codes
