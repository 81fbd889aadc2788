#include "features/entries/search.hpp"

#include <algorithm>

namespace jianghui::entries {
namespace {

constexpr std::int64_t batch = 200;

registers::EntryFilter filter_of(const Search& wanted) {
    registers::EntryFilter filter;
    filter.register_id = wanted.register_id;
    filter.place = wanted.place;
    filter.status = wanted.status;
    filter.organisation = wanted.organisation;
    filter.person = wanted.person;
    filter.q = wanted.q;
    filter.cursor = wanted.cursor;
    filter.limit = batch;
    return filter;
}

/// What the SQL of a list checks, for entries that were found another way.
bool fits(const Entry& entry, const Search& wanted) {
    return (!wanted.register_id || entry.register_id == *wanted.register_id) &&
           (!wanted.place || within(entry.place, *wanted.place)) &&
           (!wanted.status || entry.status == *wanted.status) &&
           (!wanted.organisation || entry.organisation == wanted.organisation) &&
           (!wanted.cursor || entry.id.number < wanted.cursor->number);
}

bool holds_on(const store::Reader& reader, const Entry& entry, const std::optional<Date>& day) {
    return !day || was_in_force(registers::history(reader, entry.id), *day);
}

/// Entries about organisations that the text names, newest first.
std::vector<Entry> by_subject(const store::Reader& reader, const Search& wanted) {
    std::vector<Entry> entries;
    if (!wanted.q || wanted.organisation || wanted.person) return entries;
    for (const auto organisation : organisations::named(reader, *wanted.q, names_max))
        for (auto& entry : registers::about(reader, organisation, wanted.register_id))
            if (fits(entry, wanted)) entries.push_back(std::move(entry));
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.id.number > b.id.number; });
    return entries;
}

/// The lists of `registers::list`, page after page, as one stream.
class Stream {
  public:
    Stream(const store::Reader& reader, registers::EntryFilter filter)
        : reader_(reader), filter_(std::move(filter)) {}
    /// The next entry, or nothing at the end.
    const Entry* peek() {
        if (at_ == page_.size() && !ended_) {
            page_ = registers::list(reader_, filter_);
            at_ = 0;
            ended_ = static_cast<std::int64_t>(page_.size()) < filter_.limit;
            if (!page_.empty()) filter_.cursor = page_.back().id;
        }
        return at_ < page_.size() ? &page_[at_] : nullptr;
    }
    Entry take() { return std::move(page_[at_++]); }

  private:
    const store::Reader& reader_;
    registers::EntryFilter filter_;
    std::vector<Entry> page_;
    std::size_t at_ = 0;
    bool ended_ = false;
};

}  // namespace

Found search(const store::Reader& reader, Lens& lens, const Search& wanted) {
    Found found;
    if (wanted.q && wanted.register_id && !wanted.cursor)
        if (auto exact = registers::find_by_number(reader, *wanted.register_id, *wanted.q)) {
            if (fits(*exact, wanted) && lens.sees(*exact) &&
                holds_on(reader, *exact, wanted.in_force_on))
                found.entries.push_back(std::move(*exact));
            return found;
        }
    auto named = by_subject(reader, wanted);
    Stream listed(reader, filter_of(wanted));
    std::size_t at = 0;
    std::optional<EntryId> last;
    for (std::size_t scanned = 0; scanned < scanned_max; ++scanned) {
        const Entry* text = listed.peek();
        const Entry* name = at < named.size() ? &named[at] : nullptr;
        if (text == nullptr && name == nullptr) return found;
        const bool take_name =
            name != nullptr && (text == nullptr || name->id.number > text->id.number);
        if (name != nullptr && text != nullptr && name->id == text->id) ++at;  // Both found it.
        Entry entry = take_name ? std::move(named[at++]) : listed.take();
        if (lens.sees(entry) && holds_on(reader, entry, wanted.in_force_on)) {
            if (found.entries.size() == wanted.limit) {
                found.next = found.entries.back().id;
                return found;
            }
            found.entries.push_back(entry);
        }
        last = entry.id;
    }
    found.next = last;
    return found;
}

std::vector<Entry> search_everywhere(const store::Reader& reader, Lens& lens,
                                     const std::vector<std::string>& within, const std::string& q,
                                     std::size_t limit) {
    std::vector<Entry> found;
    const auto add = [&](Entry entry) {
        if (found.size() < limit && lens.sees(entry)) found.push_back(std::move(entry));
    };
    for (const auto& id : within)
        if (auto entry = registers::find_by_number(reader, id, q)) add(std::move(*entry));
    for (const auto organisation : organisations::named(reader, q, subjects_max))
        for (auto& entry : registers::about(reader, organisation)) add(std::move(entry));
    return found;
}

}  // namespace jianghui::entries
