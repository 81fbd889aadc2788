// What is decided about an entry without a table.

#include "engine/registers/entry.hpp"

#include <algorithm>

namespace jianghui::registers {
namespace {

bool is_before(Date a, Date b) { return std::chrono::sys_days(a) < std::chrono::sys_days(b); }

bool holds_on(Date from, const std::optional<Date>& to, Date day) {
    return !is_before(day, from) && (!to || !is_before(*to, day));
}

bool recognises(const Recognition& recognition, const Entry& entry, const PlaceCode& place, Date day) {
    return recognition.register_id == entry.register_id && within(entry.place, recognition.origin) &&
           within(place, recognition.counts_in) &&
           (!recognition.standard || recognition.standard == entry.standard) &&
           (!recognition.entry || *recognition.entry == entry.id) &&
           holds_on(recognition.from_on, recognition.to_on, day);
}

}  // namespace

bool in_force_on(const Entry& entry, Date day) {
    return entry.status == EntryStatus::valid &&
           holds_on(entry.valid_from_on, entry.valid_to_on, day);
}

bool is_final(EntryStatus status) {
    return status != EntryStatus::valid && status != EntryStatus::suspended;
}

Result<EntryStatus> status_after(EntryStatus from, EntryStep step) {
    using S = EntryStatus;
    const auto refusal = [&] {
        return refuse(error(entry_status).with("status", std::string(codec::enum_text(from))));
    };
    if (is_final(from)) return refusal();
    switch (step) {
        case EntryStep::suspend:
            if (from == S::suspended) return refusal();
            return S::suspended;
        case EntryStep::restore:
            if (from == S::valid) return refusal();
            return S::valid;
        case EntryStep::revoke:
            return S::revoked;
        case EntryStep::withdraw:
            return S::withdrawn;
        case EntryStep::end:
            return S::ended;
        case EntryStep::expire:
            break;
    }
    return S::expired;
}

bool counts_in(const Entry& entry, const PlaceCode& place, Date day,
               const std::vector<Recognition>& recognitions) {
    if (entry.counts == Counts::everywhere || within(place, entry.place)) return true;
    return entry.counts == Counts::recognised &&
           std::any_of(recognitions.begin(), recognitions.end(), [&](const Recognition& one) {
               return recognises(one, entry, place, day);
           });
}

std::optional<Date> last_day(const std::optional<Validity>& validity, Date from) {
    if (validity && validity->months)
        return add_days(add_months(from, static_cast<int>(validity->months->value)), -1);
    if (validity && validity->days)
        return add_days(from, static_cast<int>(validity->days->value) - 1);
    return std::nullopt;
}

}  // namespace jianghui::registers
