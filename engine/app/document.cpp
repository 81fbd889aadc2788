#include "engine/app/document.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace jianghui::app {

Result<std::string> read_document(const std::string& file) {
    if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream in(file, std::ios::binary);
    if (!in) return refuse(not_found);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace jianghui::app
