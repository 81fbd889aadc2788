// Readings of a person's sensitive values that another feature holds.

#include "features/people/api.hpp"
#include "features/people/store.hpp"

namespace jianghui::people {

void note_read(app::Command& command, PersonId id, RevealPurpose purpose,
               std::vector<std::string> fields, LegalBasis basis) {
    if (command.caller.person == id) return;
    const auto person = find(command.db, id);
    if (!person) return;
    ReadRow read;
    read.id = command.next_id<ReadId>();
    read.purpose = purpose;
    read.fields = std::move(fields);
    read.role = command.caller.role;
    if (command.caller.organisation) read.organisation = command.caller.organisation;
    read.place = command.caller.place;
    read.at = command.now;
    read.basis = basis;
    insert_read(command.db, *person, read, command.caller.account);
}

RevealPurpose reveal_purpose(registers::SealedPurpose purpose) {
    return purpose == registers::SealedPurpose::verification ? RevealPurpose::identity_check
                                                             : RevealPurpose::public_duty;
}

}  // namespace jianghui::people
