#include "engine/codec/fault.hpp"

#include <fmt/format.h>

namespace jianghui::codec {

std::string Path::text() const {
    if (parent == nullptr && name.empty() && index < 0) return "";
    std::string own = "/";
    if (index >= 0) {
        own += std::to_string(index);
    } else {
        for (const char c : name) {
            if (c == '~') {
                own += "~0";
            } else if (c == '/') {
                own += "~1";
            } else {
                own += c;
            }
        }
    }
    return parent == nullptr ? own : parent->text() + own;
}

void Faults::add(Error fault) {
    constexpr std::size_t faults_max = 20;
    if (found_.size() < faults_max) found_.push_back(std::move(fault));
}

Error Faults::take() {
    ASSERT(!found_.empty());
    if (found_.size() == 1) return std::move(found_.front());
    Error all = error(malformed_request);
    all.errors = std::move(found_);
    return all;
}

Error wrong(const Path& path, std::string_view zh, std::string_view en) {
    return error(wrong_type, {fmt::format("此处应为{}。", zh), fmt::format("Expected {}.", en)})
        .at(path.text());
}

Error outside(const Path& path, std::string zh, std::string en) {
    return error(out_of_range, {std::move(zh), std::move(en)}).at(path.text());
}

}  // namespace jianghui::codec
