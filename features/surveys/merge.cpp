#include "features/surveys/merge.hpp"

namespace jianghui::surveys {

Merged merge(std::vector<Version>& known, Version incoming) {
    bool newer_known = false;
    for (const auto& one : known) {
        if (one.client != incoming.client) continue;
        if (one.version == incoming.version)
            return one.content == incoming.content ? Merged::same : Merged::reused;
        newer_known = newer_known || one.version > incoming.version;
    }
    incoming.standing = newer_known ? Standing::past : Standing::head;
    if (!newer_known)
        for (auto& one : known)
            if (one.client == incoming.client) one.standing = Standing::past;
    known.push_back(std::move(incoming));
    return newer_known ? Merged::older : Merged::added;
}

Agreement agreement_of(const std::vector<Version>& known) {
    const Version* first = nullptr;
    for (const auto& one : known) {
        if (one.standing != Standing::head) continue;
        if (first != nullptr && first->content != one.content) return Agreement::conflict;
        first = &one;
    }
    return first == nullptr ? Agreement::none : Agreement::agreed;
}

}  // namespace jianghui::surveys
