#include "features/people/endpoints.hpp"

#include "engine/app/page.hpp"
#include "features/people/change_events.hpp"
#include "features/people/codes_check.hpp"
#include "features/people/consent_texts.hpp"
#include "features/people/sealed.hpp"
#include "features/people/view.hpp"

namespace jianghui::people {
namespace {

bool is_herself(const app::Caller& caller, PersonId person) {
    return caller.is(app::Role::worker) && caller.person == person;
}

/// What a call about one person begins with: her row and how the caller stands to her.
struct Met {
    PersonRow row;
    Standing standing{};
    Sight sight = Sight::nothing;
};
/// Works for Query and Command. Fails with not_found when the caller sees nothing of her.
template <class Context>
Result<Met> meet(const Context& context, PersonId person) {
    auto row = find_row(context.db, person);
    if (!row) return refuse(not_found);
    Met met{std::move(*row)};
    met.standing = standing_of(context.db, context.services, context.caller, person, context.now);
    met.sight = may_see(context.caller, met.row, met.standing);
    if (met.sight == Sight::nothing) return refuse(not_found);
    return met;
}

template <class Context>
PersonView shown(const Context& context, const Met& met) {
    const Eye eye{met.sight, is_herself(context.caller, met.row.id),
                  context.caller.supervises(met.row.place), met.standing.own_candidate};
    return view(context.services, met.row, eye);
}

/// The person herself, for what only she may do.
Result<PersonRow> find_herself(const store::Reader& reader, const app::Caller& caller,
                               PersonId person) {
    if (!is_herself(caller, person)) return refuse(not_found);
    auto row = find_row(reader, person);
    if (!row) return refuse(not_found);
    return std::move(*row);
}

/// The place codes that lie within a place, by the digits.
std::pair<std::string, std::string> range_of(const PlaceCode& place) {
    const std::string& text = place.text;
    if (text.ends_with("0000")) return {text, text.substr(0, 2) + "9999"};
    if (text.ends_with("00")) return {text, text.substr(0, 4) + "99"};
    return {text, text};
}

Result<Filter> filter_of(const app::Query& query, const ListPeople& input) {
    Filter filter;
    if (input.place) {
        TRY_DO(check_place(query.services, *input.place));
        filter.place = range_of(*input.place);
    }
    if (input.occupation)
        TRY_DO(check_occupation(query.services, *input.occupation, "/occupation"));
    filter.occupation = input.occupation;
    if (input.q) filter.q = input.q->text;
    filter.cursor = input.cursor;
    if (query.caller.is(app::Role::agency)) {
        filter.agency = query.caller.organisation;
        filter.mine = input.mine.value_or(false);
        const auto agency = organisations::find(query.db, query.caller.organisation);
        filter.sees_pool = agency && organisations::may_act_on(*agency, date_of(query.now));
    } else {
        if (input.mine.value_or(false)) return refuse(error(not_allowed).at("/mine"));
        filter.supervised = range_of(query.caller.place);
    }
    return filter;
}

}  // namespace

Result<app::Page<PersonView>> list_all(app::Query& query, const ListPeople& input) {
    TRY(Filter filter, filter_of(query, input));
    const std::size_t limit = app::limit_of(input.limit);
    filter.limit = static_cast<std::int64_t>(limit) + 1;
    return app::page_of(list(query.db, filter), limit, [&](const auto& row) {
        const Standing standing{row.own_candidate, false, filter.sees_pool};
        const Eye eye{may_see(query.caller, row, standing), false,
                      query.caller.supervises(row.place), row.own_candidate};
        ASSERT(eye.sight != Sight::nothing);
        return view(query.services, row, eye);
    });
}

Result<PersonView> show(app::Query& query, const FindPerson& input) {
    TRY(const Met met, meet(query, input.person));
    return shown(query, met);
}

Result<PersonView> add(app::Command& command, const AddPerson& input) {
    const auto agency = organisations::find(command.db, command.caller.organisation);
    if (!agency || !organisations::may_act_on(*agency, date_of(command.now)))
        return refuse(organisations::organisation_not_active);
    NewPerson wanted;
    apply(input, wanted);
    wanted.name = input.name;
    wanted.id_number = input.id_number.text;
    if (input.phone) wanted.phone = input.phone->text;
    wanted.place = input.place;
    wanted.agency = command.caller.organisation;
    TRY(const PersonId person, register_person(command, wanted));
    TRY(const Met met, meet(command, person));
    return shown(command, met);
}

Result<PersonView> change(app::Command& command, const ChangePerson& input) {
    TRY(Met met, meet(command, input.person));
    TRY_DO(may_change(command.caller, met.row, met.standing));
    const Person before = met.row;
    apply(input, met.row);
    for (const auto field : input.clear.value_or(List<Clearable, 6>{})) clear(field, met.row);
    if (input.place) {
        TRY_DO(check_place(command.services, *input.place));
        if (input.place->text.ends_with("0000")) return refuse(error(home_too_wide).at("/place"));
        met.row.place = *input.place;
    }
    TRY_DO(check_profile(met.row));
    TRY_DO(check_codes(command.services, met.row));
    auto fields = changed_fields(before, met.row);
    if (input.phone) {
        TRY(const std::string phone, accept_phone(input.phone->text));
        met.row.phone_box = sealed(command.services, Sensitive::phone, met.row.id, phone);
        fields.emplace_back("phone");
    }
    // Saying that all is as it was is news, too: the entry is fresh again.
    met.row.confirmed_at = command.now;
    met.row.changed_at = command.now;
    update(command.db, met.row);
    const Origin origin = command.caller.organisation ? Origin::agency : Origin::herself;
    command.record(person_changed, about(met.row, command.caller.organisation),
                   FieldsChanged{origin, fields, met.row.place, first_occupation(met.row)});
    return shown(command, met);
}

Result<PersonView> approve(app::Command& command, const FindPerson& input) {
    TRY(const Met met, meet(command, input.person));
    if (!command.caller.acts_in(met.row.place)) return refuse(not_allowed);
    TRY_DO(verify(command, input.person));
    return meet(command, input.person).map([&](const Met& now) { return shown(command, now); });
}

Result<Consent> consent(app::Command& command, const GiveConsent& input) {
    TRY_DO(find_herself(command.db, command.caller, input.person));
    TRY_DO(set_consent(command, input.person, input.purpose, input.granted));
    const auto entry = latest_consent(command.db, input.person, input.purpose);
    ASSERT(entry.has_value());
    return *entry;
}

Result<app::Page<Consent>> consents(app::Query& query, const FindPerson& input) {
    TRY_DO(find_herself(query.db, query.caller, input.person));
    return app::Page<Consent>{consents_of(query.db, input.person), std::nullopt};
}

Result<RevealedPerson> reveal(app::Command& command, const RevealPerson& input) {
    TRY(const Met met, meet(command, input.person));
    TRY(const Opened open, may_reveal(command.caller, met.row, met.standing, input.purpose));
    std::optional<ConsentId> entry;
    if (open.basis == LegalBasis::consent) {
        // Not the row's word for it but the ledger's.
        const auto given = latest_consent(command.db, input.person, ConsentPurpose::contact);
        if (!given || !given->granted) return refuse(reading_without_basis);
        entry = given->id;
    }
    RevealedPerson revealed;
    // Who is told the phone alone goes on knowing her by her masked name.
    const bool named = open.id_number || met.sight == Sight::full;
    revealed.name = named ? met.row.name : masked_name(met.row.name);
    std::vector<std::string> fields;
    if (open.phone && met.row.phone_box) {
        TRY(revealed.phone,
            opened(command.services, Sensitive::phone, input.person, *met.row.phone_box));
        fields.emplace_back("phone");
    }
    if (open.id_number) {
        TRY(revealed.id_number,
            opened(command.services, Sensitive::id_number, input.person, met.row.id_number_box));
        fields.emplace_back("id_number");
    }
    if (is_herself(command.caller, input.person)) return revealed;
    ReadRow read;
    read.id = command.next_id<ReadId>();
    read.purpose = input.purpose;
    read.fields = fields;
    read.role = command.caller.role;
    if (command.caller.organisation) read.organisation = command.caller.organisation;
    read.place = command.caller.place;
    read.at = command.now;
    read.basis = open.basis;
    read.consent = entry;
    insert_read(command.db, met.row, read, command.caller.account);
    command.record(person_revealed, about(met.row, command.caller.organisation),
                   Revealed{input.purpose, fields, open.basis});
    return revealed;
}

Result<app::Page<ReadView>> reads(app::Query& query, const ListReads& input) {
    TRY_DO(find_herself(query.db, query.caller, input.person));
    const std::size_t limit = app::limit_of(input.limit);
    app::Page<ReadView> page;
    const auto rows =
        reads_of(query.db, input.person, input.cursor, static_cast<std::int64_t>(limit) + 1);
    for (std::size_t i = 0; i < rows.size() && i < limit; ++i)
        page.items.push_back(read_view(query.db, query.services, rows[i]));
    if (rows.size() > limit) page.next = rows[limit - 1].id.text();
    return page;
}

Result<app::Page<AuditedReadView>> audit_reads(app::Query& query, const AuditReads& input) {
    const std::size_t limit = app::limit_of(input.limit);
    const auto rows = all_reads(query.db, input.organisation, input.account, input.person,
                                input.cursor, static_cast<std::int64_t>(limit) + 1);
    return app::page_of(rows, limit, [&](const auto& row) {
        AuditedReadView shown;
        static_cast<ReadView&>(shown) = read_view(query.db, query.services, row);
        shown.id = row.id;
        shown.person = row.person;
        shown.account = row.account;
        return shown;
    });
}

Result<app::Page<ConsentQuestion>> questions(app::Query& query, const FindPerson& input) {
    TRY_DO(find_herself(query.db, query.caller, input.person));
    app::Page<ConsentQuestion> page;
    for (const auto purpose : {ConsentPurpose::public_pool, ConsentPurpose::contact})
        page.items.push_back(question_view(
            query.services.get<ConsentTexts>().of(purpose, date_of(query.now)),
            latest_consent(query.db, input.person, purpose)));
    return page;
}

Result<app::Page<CandidacyView>> candidacies(app::Query& query, const FindPerson& input) {
    TRY_DO(find_herself(query.db, query.caller, input.person));
    app::Page<CandidacyView> page;
    for (const auto& candidacy : candidacies_of(query.db, input.person))
        if (auto agency = organisations::find_reference(query.db, candidacy.agency))
            page.items.push_back({std::move(*agency), candidacy.added_at});
    return page;
}

Result<app::Empty> end(app::Command& command, const EndCandidacy& input) {
    TRY(const Met met, meet(command, input.person));
    const bool own =
        command.caller.is(app::Role::agency) && command.caller.organisation == input.organisation;
    if (!own && !is_herself(command.caller, input.person)) return refuse(not_allowed);
    if (!end_candidacy(command.db, input.organisation, met.row)) return refuse(not_found);
    command.record(candidacy_ended, about(met.row, input.organisation));
    return app::Empty{};
}

}  // namespace jianghui::people
