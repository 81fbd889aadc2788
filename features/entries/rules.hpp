#pragma once
// Who sees what of an entry, where it counts and why, which reason fits which act. Pure.

#include "engine/access/caller.hpp"
#include "features/entries/model.hpp"

namespace jianghui::entries {

/// Whether the entry is about the caller: her organisation, or herself.
[[nodiscard]] bool is_subject(const access::Caller& caller, const Entry& entry);

/// As whom the caller reads the entry. Who supervises its place reads as an official; its subject
/// as a party; an authority elsewhere as a party where the entry counts in its place
/// (`counts_here`), because it has to supervise it there.
[[nodiscard]] Audience audience_of(const access::Caller& caller, const Entry& entry,
                                   bool counts_here);

/// Whether a reader of that audience sees the entry at all. The public sees published registers;
/// of lists with consequences (an exclusion, a warning) only what holds now: what was taken off a
/// list is not held against anybody (domain.md 2.3, 2.6).
[[nodiscard]] bool is_shown(const Entry& entry, bool published, Audience audience);

/// Whether the caller, an official, may act on entries that the place issued.
[[nodiscard]] bool may_act(const access::Caller& caller, const PlaceCode& place);

/// What may be done to an entry of that status by whom may act; never `expire`, which is the clock's.
[[nodiscard]] std::vector<EntryStep> steps_from(EntryStatus status);

/// Whether a step waits for a second official: what closes or opens the gate to whom the entry bars does, and
/// whatever takes an entry away for good.
[[nodiscard]] bool is_by_two(const Entry& entry, EntryStep step);
/// Whether new values or dates under that definition do.
[[nodiscard]] bool is_changed_by_two(const Entry& entry, const Register& definition);

/// The reasons that fit a step, for forms and refusals.
[[nodiscard]] std::vector<EntryReason> reasons_of(EntryStep step);

/// Fails with entry_reason_unfit (and the reasons that fit) or entry_note_missing.
[[nodiscard]] Result<Done> check_reason(EntryStep step, EntryReason reason,
                                        const std::optional<Sentence>& note);

/// Whether the entry was in force on a day, by its versions (oldest first): the last one made by the
/// end of that day was valid, and the day lies within its dates. The first one holds from its first
/// day on, also when it was entered later (an imported register).
[[nodiscard]] bool was_in_force(const std::vector<registers::EntryVersion>& versions, Date day);

/// Why the entry counts in the place on the day, and by which recognition.
struct Counting {
    bool counts = false;
    CountsWhy why = CountsWhy::not_recognised;
    std::optional<EntryId> recognition;
    bool operator==(const Counting&) const = default;
};
[[nodiscard]] Counting counting(const Entry& entry, const PlaceCode& place, Date day,
                                const std::vector<registers::Recognition>& recognitions);

/// The fields that have another value than in the version before, of those that the reader may see.
[[nodiscard]] std::vector<std::string> changed_fields(const registers::Fields& fields,
                                                      const codec::json::value& before,
                                                      const codec::json::value& after,
                                                      Audience reader);

/// The fields that a reader may see.
[[nodiscard]] registers::Fields fields_for(const registers::Fields& fields, Audience reader);

}  // namespace jianghui::entries
