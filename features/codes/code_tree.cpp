#include "features/codes/code_tree.hpp"

#include <algorithm>

namespace jianghui::codes {
namespace {

std::size_t common_beginning(std::string_view a, std::string_view b) {
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(ends.first - a.begin());
}

}  // namespace

Result<CodeTree> CodeTree::create(std::string_view file, std::vector<Entry> entries,
                                  const std::vector<std::int64_t>& lines) {
    ASSERT(entries.size() == lines.size());
    CodeTree tree;
    tree.entries_ = std::move(entries);
    for (std::size_t i = 0; i < tree.entries_.size(); ++i)
        if (!tree.at_.emplace(tree.entries_[i].code, i).second)
            return refuse(malformed(file, lines[i], {"代码重复", "the code occurs twice"}));
    for (std::size_t i = 0; i < tree.entries_.size(); ++i) {
        const Entry& entry = tree.entries_[i];
        const Entry* parent = entry.parent.empty() ? nullptr : tree.find(entry.parent);
        const int expected = parent == nullptr ? 1 : parent->level + 1;
        if ((!entry.parent.empty() && parent == nullptr) || entry.level != expected)
            return refuse(malformed(file, lines[i],
                                    {"上级不存在或层级不对", "no such parent, or a wrong level"}));
    }
    return tree;
}

const Entry* CodeTree::find(std::string_view code) const {
    const auto found = at_.find(code);
    return found == at_.end() ? nullptr : &entries_[found->second];
}

std::vector<std::string> CodeTree::path(const Entry& entry) const {
    std::vector<std::string> names;
    for (const Entry* at = &entry; at != nullptr; at = find(at->parent)) names.push_back(at->name);
    std::reverse(names.begin(), names.end());
    return names;
}

std::vector<std::string> CodeTree::nearest_codes(std::string_view typed) const {
    std::vector<std::string> codes;
    std::vector<std::string> by_name;
    for (const Entry& entry : entries_) {
        codes.push_back(entry.code);
        if (by_name.size() < 3 && typed.size() >= 6 && entry.name.find(typed) != std::string::npos)
            by_name.push_back(entry.code);
    }
    return by_name.empty() ? nearest_by_beginning(typed, codes) : by_name;
}

std::vector<std::string> nearest_by_beginning(std::string_view typed,
                                              const std::vector<std::string>& codes,
                                              std::size_t count) {
    std::size_t longest = 0;
    for (const auto& code : codes) longest = std::max(longest, common_beginning(typed, code));
    if (longest == 0) return {};
    std::vector<std::string> kin;
    for (const auto& code : codes)
        if (common_beginning(typed, code) == longest) kin.push_back(code);
    auto found = nearest(typed, kin, count);
    // Kin that are far by edits ("5105" against "510502") still are what was meant.
    for (const auto& code : kin) {
        if (found.size() >= count) break;
        if (std::find(found.begin(), found.end(), code) == found.end()) found.push_back(code);
    }
    return found;
}

}  // namespace jianghui::codes
