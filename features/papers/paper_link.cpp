#include "features/papers/api.hpp"
#include "features/papers/queries.hpp"

namespace jianghui::papers {

std::string public_address(const store::Reader& reader) {
    return reader.value<std::string>(sql::address).value_or("");
}

PaperLink paper_link(const store::Reader& reader, const std::string& path,
                     const std::string& beside) {
    const auto address = public_address(reader);
    if (address.empty())
        return {"", "平台尚未登记公开网址，本页没有二维码（由安全管理员登记）。" + beside};
    return {address + path, beside};
}

}  // namespace jianghui::papers
