#include "engine/app/reference_folder.hpp"

#include <filesystem>

namespace jianghui::app {

std::string default_reference_folder() {
    namespace fs = std::filesystem;
    std::error_code unknown;
    const fs::path program = fs::read_symlink("/proc/self/exe", unknown);
    // bin/jianghui, or build/PRESET/bin and build/PRESET/tests of a checkout.
    for (const char* below : {"../share/jianghui/data", "../../../data"})
        if (auto folder = (program.parent_path() / below).lexically_normal();
            fs::is_regular_file(folder / "places.csv", unknown))
            return folder.string();
    return "data";
}

}  // namespace jianghui::app
