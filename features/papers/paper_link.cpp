#include "features/papers/api.hpp"
#include "features/papers/events.hpp"
#include "features/papers/queries.hpp"

namespace jianghui::papers {

std::string public_address(const store::Reader& reader) {
    return reader.value<std::string>(sql::address).value_or("");
}

Result<Done> set_public_address(app::Command& command, const std::string& address) {
    const std::string_view text(address);
    const auto host = text.starts_with("https://")  ? text.substr(8)
                      : text.starts_with("http://") ? text.substr(7)
                                                    : std::string_view();
    if (host.empty() || host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") !=
                            std::string_view::npos)
        return refuse(error(address_malformed).at("/address"));
    const std::string before = public_address(command.db);
    if (address == before) return Done{};
    (void)command.db.execute(sql::set_address, store::arguments("address", address, "at", command.now));
    // There is one, of the whole deployment.
    command.record(address_recorded, {PlaceCode{"000000"}, "public_address", 1},
                   AddressRecorded{address, before.empty() ? std::nullopt : std::optional(before)});
    return Done{};
}

PaperLink paper_link(const store::Reader& reader, const std::string& path,
                     const std::string& beside) {
    const auto address = public_address(reader);
    if (address.empty())
        return {"", "平台尚未登记公开网址，本页没有二维码（由安全管理员登记）。" + beside};
    return {address + path, beside};
}

}  // namespace jianghui::papers
