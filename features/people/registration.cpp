// The writing functions of api.hpp: registering, finding the same person again, binding an account.

#include "features/people/change_events.hpp"
#include "features/people/codes_check.hpp"
#include "features/people/consent_texts.hpp"
#include "features/people/rules.hpp"
#include "features/people/sealed.hpp"
#include "features/people/store.hpp"

namespace jianghui::people {
namespace {

/// Everything about a registration that can be checked before anything is looked up.
Result<Accepted> accept_with_codes(const app::Services& services, const NewPerson& wanted,
                                   Instant now) {
    const Date today = date_of(now);
    TRY(Accepted accepted, accept(wanted, today, working_age_on(services, today)));
    TRY_DO(check_place(services, wanted.place));
    TRY_DO(check_codes(services, wanted));
    return accepted;
}

PersonRow new_row(app::Command& command, const NewPerson& wanted, const Accepted& accepted) {
    PersonRow row;
    static_cast<Profile&>(row) = wanted;
    row.id = command.next_id<PersonId>();
    row.city = accepted.city;
    row.place = wanted.place;
    row.name = wanted.name.text;
    row.born = accepted.identity.born;
    row.id_number_box =
        sealed(command.services, Sensitive::id_number, row.id, accepted.identity.text);
    if (accepted.phone)
        row.phone_box = sealed(command.services, Sensitive::phone, row.id, *accepted.phone);
    row.confirmed_at = command.now;
    row.registered_at = command.now;
    row.changed_at = command.now;
    return row;
}

void add_agency(app::Command& command, OrganisationId agency, const Person& person) {
    if (add_candidacy(command.db, agency, person, command.caller.account, command.now))
        command.record(candidacy_added, about(person, agency));
}

Known known_of(const store::Reader& reader, const PersonRow& row, const NewPerson& wanted) {
    Known known{row};
    known.own_candidate = wanted.agency && is_candidate_of(reader, *wanted.agency, row.id);
    known.has_phone = row.phone_box.has_value();
    return known;
}

bool same_phone(const app::Services& services, const PersonRow& row,
                const std::optional<std::string>& phone) {
    if (!row.phone_box || !phone) return row.phone_box.has_value() == phone.has_value();
    const auto kept = opened(services, Sensitive::phone, row.id, *row.phone_box);
    return kept && *kept == *phone;
}

/// A further registration of a person who is there.
Result<UpsertOutcome> join_known(app::Command& command, PersonId person, const NewPerson& wanted,
                                 const Accepted& accepted) {
    auto row = find_row(command.db, person);
    ASSERT(row.has_value());
    TRY(const Joined joined, join(known_of(command.db, *row, wanted), wanted));
    auto fields = changed_fields(*row, joined.person);
    if (joined.takes_phone && !same_phone(command.services, *row, accepted.phone)) {
        fields.emplace_back("phone");
        row->phone_box.reset();
        if (accepted.phone)
            row->phone_box = sealed(command.services, Sensitive::phone, person, *accepted.phone);
    }
    if (!fields.empty()) {
        static_cast<Person&>(*row) = joined.person;
        row->confirmed_at = command.now;
        row->changed_at = command.now;
        update(command.db, *row);
        command.record(person_changed, about(*row, wanted.agency.value_or(OrganisationId{})),
                       FieldsChanged{origin_of(wanted), fields, row->place,
                                     first_occupation(*row)});
    }
    if (joined.adds_candidacy) add_agency(command, *wanted.agency, *row);
    const bool updated = !fields.empty() || joined.adds_candidacy;
    return UpsertOutcome{person, updated ? Upserted::updated : Upserted::unchanged};
}

}  // namespace

std::vector<std::string> changed_fields(const Person& before, const Person& after) {
    std::vector<std::string> fields;
    if (before.place != after.place) fields.emplace_back("place");
    boost::mp11::mp_for_each<codec::Members<Profile>>([&](auto member) {
        if (!(before.*member.pointer == after.*member.pointer)) fields.emplace_back(member.name);
    });
    return fields;
}

Result<UpsertOutcome> upsert_person(app::Command& command, const NewPerson& wanted) {
    TRY(const Accepted accepted, accept_with_codes(command.services, wanted, command.now));
    const std::string index = id_number_index(command.services, accepted.identity.text);
    if (const auto person = person_of_number(command.db, index))
        return join_known(command, *person, wanted, accepted);
    const PersonRow row = new_row(command, wanted, accepted);
    if (!take_number(command.db, index, row)) {
        // Another process registered the same person a moment ago.
        const auto person = person_of_number(command.db, index);
        ASSERT(person.has_value());
        return join_known(command, *person, wanted, accepted);
    }
    insert(command.db, row);
    command.record(person_registered, about(row, wanted.agency.value_or(OrganisationId{})),
                   Registered{origin_of(wanted), row.place, first_occupation(row)});
    if (wanted.agency) add_agency(command, *wanted.agency, row);
    return UpsertOutcome{row.id, Upserted::added};
}

Result<PersonId> register_person(app::Command& command, const NewPerson& wanted) {
    TRY(const UpsertOutcome outcome, upsert_person(command, wanted));
    return outcome.person;
}

Result<Upserted> check_person(const store::Reader& reader, const app::Services& services,
                              Instant now, const NewPerson& wanted) {
    TRY(const Accepted accepted, accept_with_codes(services, wanted, now));
    const auto person = person_of_number(reader, id_number_index(services, accepted.identity.text));
    if (!person) return Upserted::added;
    const auto row = find_row(reader, *person);
    ASSERT(row.has_value());
    TRY(const Joined joined, join(known_of(reader, *row, wanted), wanted));
    const bool new_phone = joined.takes_phone && !same_phone(services, *row, accepted.phone);
    return joined.changed || new_phone || joined.adds_candidacy ? Upserted::updated
                                                                : Upserted::unchanged;
}

std::optional<PersonId> find_by_id_number(const store::Reader& reader,
                                          const app::Services& services,
                                          std::string_view id_number) {
    return person_of_number(reader, id_number_index(services, normalised_id_number(id_number)));
}

Result<Done> link_account(app::Command& command, PersonId id, AccountId account) {
    const auto person = find(command.db, id);
    if (!person) return refuse(not_found);
    if (person->status == PersonStatus::restricted) return refuse(person_restricted);
    if (!link_account(command.db, *person, account, command.now)) return refuse(person_has_account);
    command.record(person_account_linked, about(*person));
    return Done{};
}

Result<Done> verify(app::Command& command, PersonId id) {
    const auto person = find(command.db, id);
    if (!person) return refuse(not_found);
    if (!verify_person(command.db, *person, command.caller.account, command.now))
        return refuse(person_verified_already);
    command.record(person_verified, about(*person));
    return Done{};
}

Result<Done> set_consent(app::Command& command, PersonId id, ConsentPurpose purpose, bool granted,
                         ConsentChannel channel) {
    const auto person = find(command.db, id);
    if (!person) return refuse(not_found);
    if (granted && person->status == PersonStatus::restricted) return refuse(person_restricted);
    const bool present =
        purpose == ConsentPurpose::public_pool ? person->public_pool : person->contact;
    const bool asked_before = latest_consent(command.db, id, purpose).has_value();
    if (present == granted && (granted || asked_before)) return Done{};
    const auto& text = command.services.get<ConsentTexts>().of(purpose, date_of(command.now));
    const bool refused = !granted && !present;
    add_consent(command.db, *person,
                Consent{command.next_id<ConsentId>(), purpose, granted, refused, command.now,
                        text.version, text.data_classes, text.recipient, LegalBasis::consent,
                        channel},
                command.caller.account);
    const auto& kind = granted ? consent_given : refused ? consent_refused : consent_withdrawn;
    command.record(kind, about(*person), ConsentChanged{purpose, text.version, channel});
    return Done{};
}

}  // namespace jianghui::people
