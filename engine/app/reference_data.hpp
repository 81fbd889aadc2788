#pragma once
// Where the reference data of the program lies (the folder data/: places, occupations, parameters …);
// provided by the composition before the features start.

#include <string>

namespace jianghui::app {

struct ReferenceData {
    std::string folder;
};

/// The data folder, for what a command of the command line writes beside the database.
struct DataPlace {
    std::string folder;
};

}  // namespace jianghui::app
