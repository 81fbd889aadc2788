#include "engine/app/document.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

namespace jianghui::app {

Result<std::string> read_document(const std::string& file) {
    if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream in(file, std::ios::binary);
    if (!in) return refuse(not_found);
    std::string bytes;
    in.seekg(0, std::ios::end);
    if (const auto size = in.tellg(); size > 0) bytes.resize(static_cast<std::size_t>(size));
    if (bytes.empty() || !in.seekg(0)) {  // a pipe or the like has no size
        in.clear();
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

}  // namespace jianghui::app
