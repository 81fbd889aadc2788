#include "engine/app/document.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace jianghui::app {
namespace {

tl::unexpected<Error> unreadable(const std::string& file) {
    return refuse(error(not_found, {"读不到文件 " + file + "。请核对路径和权限。",
                                    "The file " + file + " cannot be read. Check its path and who may read it."}));
}

}  // namespace

Result<std::string> read_document(const std::string& file) {
    if (file == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::ifstream in(file, std::ios::binary);
    std::error_code unknown;
    if (!in || std::filesystem::is_directory(file, unknown)) return unreadable(file);
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
