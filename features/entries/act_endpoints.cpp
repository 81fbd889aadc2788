// What officials of the issuing place do to entries, and the opening of sealed values.

#include "engine/access/access.hpp"
#include "features/entries/endpoints.hpp"
#include "features/entries/errors.hpp"
#include "features/entries/lens.hpp"
#include "features/people/api.hpp"

namespace jianghui::entries {
namespace {

Lens lens_of(const app::Command& command) {
    return {command.db, command.services, command.caller, command.now};
}

Result<EntryDetail> shown(const app::Command& command, const Entry& entry) {
    return lens_of(command).detail(entry);
}

/// The entry when the caller may act on it. Fails with not_found when he does not see it.
Result<Entry> find_in_charge(const app::Command& command, EntryId id) {
    TRY(Entry entry, lens_of(command).find(id));
    if (!may_act(command.caller, entry.place)) return refuse(not_allowed);
    return entry;
}

Result<codec::json::object> object_of(const codec::json::value& values) {
    if (values.is_object()) return values.get_object();
    return refuse(codec::wrong(codec::Path{nullptr, "values"}, "对象", "an object"));
}

Result<std::shared_ptr<const Register>> direct_register(const app::Command& command,
                                                        std::string_view id) {
    TRY(auto definition, command.services.get<registers::Catalogue>().current(id));
    if (!definition->direct.value_or(false)) return refuse(register_by_procedure);
    return definition;
}

/// Waits for a second official.
Result<EntryDetail> propose(app::Command& command, const StepOfEntry& input, EntryStep step) {
    TRY(const Entry entry, find_in_charge(command, input.entry));
    TRY_DO(check_reason(step, input.reason, input.note));
    std::optional<std::string> note;
    if (input.note) note = input.note->text;
    TRY_DO(registers::propose(command, entry.id, registers::act_of(step), input.reason, std::move(note)));
    return shown(command, entry);
}

Result<EntryDetail> take(app::Command& command, const StepOfEntry& input, EntryStep step) {
    TRY_DO(find_in_charge(command, input.entry));
    TRY_DO(check_reason(step, input.reason, input.note));
    registers::StepTaken taken{step, input.reason, {}, {}};
    if (input.note) taken.note = input.note->text;
    TRY(const Entry entry, registers::take(command, input.entry, taken));
    return shown(command, entry);
}

Result<EntryDetail> take_or_propose(app::Command& command, const StepOfEntry& input, EntryStep step) {
    TRY(const Entry entry, find_in_charge(command, input.entry));
    return is_by_two(entry, step) ? propose(command, input, step) : take(command, input, step);
}

Result<registers::Proposal> find_proposal(const app::Command& command, EntryId id) {
    TRY_DO(find_in_charge(command, id));
    auto proposal = registers::proposal_of(command.db, id);
    if (!proposal) return refuse(registers::proposal_over);
    return std::move(*proposal);
}

}  // namespace

Result<EntryDetail> approve_proposal(app::Command& command, const FindEntry& input) {
    TRY(const auto proposal, find_proposal(command, input.entry));
    TRY_DO(registers::approve(command, proposal));
    TRY(const Entry entry, registers::carry_out(command, proposal));
    return shown(command, entry);
}

Result<EntryDetail> decline_proposal(app::Command& command, const FindEntry& input) {
    TRY(const auto proposal, find_proposal(command, input.entry));
    TRY_DO(registers::decline(command, proposal));
    TRY(const Entry entry, lens_of(command).find(input.entry));
    return shown(command, entry);
}

Result<EntryDetail> issue_entry(app::Command& command, const IssueEntry& input) {
    TRY(const auto definition, direct_register(command, input.register_id.text));
    if (!may_act(command.caller, input.place)) return refuse(not_allowed);
    if (definition->bars()) return refuse(listing_by_two);
    registers::NewEntry wanted;
    wanted.place = input.place;
    wanted.organisation = input.organisation;
    wanted.person = input.person;
    wanted.subject_place = input.subject_place;
    wanted.number = input.number;
    wanted.valid_from_on = input.valid_from_on;
    wanted.valid_to_on = input.valid_to_on;
    TRY(wanted.values, object_of(input.values));
    if (wanted.organisation && !organisations::find_reference(command.db, *wanted.organisation))
        return refuse(error(not_found).at("/organisation"));
    TRY(const Entry entry, registers::issue(command, *definition, wanted));
    return shown(command, entry);
}

Result<EntryDetail> change_entry(app::Command& command, const ChangeEntry& input) {
    TRY(const Entry before, find_in_charge(command, input.entry));
    TRY(const auto definition, direct_register(command, before.register_id));
    registers::Change change;
    TRY(change.values, object_of(input.values));
    change.valid_to_on = input.valid_to_on;
    change.no_end = input.no_end.value_or(false);
    change.reason = input.reason;
    if (input.note) change.note = input.note->text;
    if (is_changed_by_two(before, *definition)) {
        TRY_DO(registers::propose_change(command, *definition, input.entry, change));
        return shown(command, before);
    }
    TRY(const Entry entry, registers::change(command, *definition, input.entry, change));
    return shown(command, entry);
}

Result<EntryDetail> suspend_entry(app::Command& command, const StepOfEntry& input) {
    return take_or_propose(command, input, EntryStep::suspend);
}

Result<EntryDetail> restore_entry(app::Command& command, const StepOfEntry& input) {
    return take_or_propose(command, input, EntryStep::restore);
}

Result<EntryDetail> revoke_entry(app::Command& command, const StepOfEntry& input) {
    return take_or_propose(command, input, EntryStep::revoke);
}

Result<EntryDetail> withdraw_entry(app::Command& command, const StepOfEntry& input) {
    return take_or_propose(command, input, EntryStep::withdraw);
}

Result<EntryDetail> end_entry(app::Command& command, const StepOfEntry& input) {
    return take_or_propose(command, input, EntryStep::end);
}

Result<OpenedValue> open_value(app::Command& command, const OpenSealed& input) {
    Lens lens = lens_of(command);
    TRY(const Entry entry, lens.find(input.entry));
    const Audience audience = lens.audience(entry);
    TRY(const auto definition, command.services.get<registers::Catalogue>().version(
                                   entry.register_id, entry.definition_version));
    const auto* field = definition->field(input.field.text);
    if (field == nullptr || !field->is_sealed()) return refuse(error(not_found).at("/field"));
    if (audience == Audience::everybody || field->read_by() > audience) return refuse(not_allowed);
    TRY(std::string value, registers::open_sealed(command, input.entry, input.field.text,
                                                  codec::enum_text(input.purpose)));
    // The register is an authority's; others than herself open nothing of a person but by its task.
    if (entry.person)
        people::note_read(command, *entry.person, people::reveal_purpose(input.purpose),
                          {entry.register_id + "." + input.field.text},
                          people::LegalBasis::statutory_duty);
    return OpenedValue{input.field.text, std::move(value)};
}

}  // namespace jianghui::entries
