#include "features/entries/lens.hpp"

#include "engine/access/access.hpp"
#include "features/codes/api.hpp"
#include "features/entries/confirmation.hpp"
#include "features/entries/value_names.hpp"
#include "features/people/api.hpp"

namespace jianghui::entries {

std::string place_name(const app::Services& services, const PlaceCode& place) {
    return services.get<codes::Tables>().place_name(place);
}

std::vector<PlaceCode> region_cities(const app::Services& services) {
    std::vector<PlaceCode> cities;
    for (const auto* place : services.get<codes::Tables>().region()) cities.push_back(place->code);
    return cities;
}

const std::vector<registers::Recognition>& Lens::recognitions(const std::string& of) {
    const auto known = recognitions_.find(of);
    if (known != recognitions_.end()) return known->second;
    return recognitions_[of] = registers::recognitions_of(reader_, of, date_of(now_));
}

Audience Lens::audience(const Entry& entry) {
    const bool counts_here =
        caller_.in_office() && !caller_.supervises(entry.place) &&
        counting(entry, caller_.place, date_of(now_),
                 entry.counts == registers::Counts::recognised
                     ? recognitions(entry.register_id)
                     : std::vector<registers::Recognition>{})
            .counts;
    return audience_of(caller_, entry, counts_here);
}

bool Lens::sees(const Entry& entry) {
    const auto definition = catalogue_.current(entry.register_id);
    return is_shown(entry, definition && (*definition)->published, audience(entry));
}

Result<Entry> Lens::find(EntryId id) {
    auto entry = registers::find(reader_, id);
    if (!entry || !sees(*entry)) return refuse(not_found);
    return std::move(*entry);
}

SubjectView Lens::subject(const Entry& entry, Audience audience) {
    SubjectView view;
    if (entry.organisation) {
        view.kind = registers::Subject::organisation;
        view.organisation = entry.organisation;
        const auto found = organisations::find(reader_, *entry.organisation);
        if (!found) return view;
        view.name = found->name;
        if (audience != Audience::everybody || !organisations::is_sole_trader(found->credit_code))
            view.credit_code = found->credit_code;
    } else if (entry.person) {
        view.kind = registers::Subject::person;
        if (const auto person = people::find(reader_, *entry.person))
            view.name = audience == Audience::everybody ? people::masked_name(person->name)
                                                        : person->name;
        if (audience != Audience::everybody) view.person = entry.person;
    } else if (entry.subject_place) {
        view.kind = registers::Subject::place;
        view.place = entry.subject_place;
        view.name = place_name(services_, *entry.subject_place);
    }
    return view;
}

EntryView Lens::view(const Entry& entry) {
    EntryView view;
    view.id = entry.id;
    view.register_id = entry.register_id;
    view.version = entry.version;
    view.number = entry.number;
    view.place = entry.place;
    view.place_name = place_name(services_, entry.place);
    view.status = entry.status;
    view.in_force = registers::in_force_on(entry, date_of(now_));
    view.valid_from_on = entry.valid_from_on;
    view.valid_to_on = entry.valid_to_on;
    view.audience = audience(entry);
    view.subject = subject(entry, view.audience);
    view.issued_at = entry.issued_at;
    view.changed_at = entry.changed_at;
    codec::json::object shown, names;
    if (const auto definition = catalogue_.version(entry.register_id, entry.definition_version)) {
        view.register_title = (*definition)->title;
        shown = registers::shown_to((*definition)->fields, entry.values.as_object(), view.audience);
        names = names_of(reader_, services_, caller_, (*definition)->fields, shown);
    }
    view.values = std::move(shown);
    view.names = std::move(names);
    return view;
}

std::vector<HistoryView> Lens::history(const Entry& entry, const registers::Fields& fields,
                                       Audience audience) {
    std::vector<HistoryView> lines;
    const auto versions = registers::history(reader_, entry.id);
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const auto& version = versions[i];
        HistoryView line;
        line.version = version.version;
        line.status = version.status;
        line.reason = version.reason;
        line.at = version.at;
        line.by_clock = !version.by.has_value();
        line.valid_from_on = version.valid_from_on;
        line.valid_to_on = version.valid_to_on;
        if (i > 0)
            line.changed =
                changed_fields(fields, versions[i - 1].values, version.values, audience);
        if (audience != Audience::everybody) {
            line.note = version.note;
            line.case_id = version.case_id;
        }
        if (audience == Audience::officials && version.by)
            line.by = access::account_name(reader_, *version.by);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<CountsIn> Lens::counts_in(const Entry& entry) {
    std::vector<CountsIn> places;
    for (const auto& city : region_cities(services_)) {
        const Counting found =
            counting(entry, city, date_of(now_), recognitions(entry.register_id));
        places.push_back({city, place_name(services_, city), found.counts, found.why,
                          found.recognition});
    }
    return places;
}

std::optional<ProposalView> Lens::proposal(const Entry& entry, const registers::Fields& fields) {
    const auto waiting = registers::proposal_of(reader_, entry.id);
    if (!waiting) return std::nullopt;
    ProposalView view;
    view.act = waiting->act;
    codec::json::object shown, names;
    if (waiting->act == registers::ProposedAct::change) {
        view.valid_to_on = waiting->valid_to_on || waiting->no_end ? waiting->valid_to_on : entry.valid_to_on;
        shown = registers::shown_to(fields, waiting->values.as_object(), Audience::officials);
        names = names_of(reader_, services_, caller_, fields, shown);
    }
    view.values = std::move(shown);
    view.names = std::move(names);
    view.reason = waiting->reason;
    view.note = waiting->note;
    view.at = waiting->proposed_at;
    view.mine = waiting->proposed_by == caller_.account;
    view.by = access::account_name(reader_, waiting->proposed_by);
    return view;
}

Result<EntryDetail> Lens::detail(const Entry& entry) {
    TRY(const auto definition, catalogue_.version(entry.register_id, entry.definition_version));
    TRY(const auto current, catalogue_.current(entry.register_id));
    EntryDetail detail;
    static_cast<EntryView&>(detail) = view(entry);
    detail.definition_version = entry.definition_version;
    detail.fields = fields_for(definition->fields, detail.audience);
    detail.about = definition->subject;
    detail.gate = entry.gate;
    detail.counts = entry.counts;
    detail.standard = entry.standard;
    detail.confirmed = is_confirmed(reader_, *definition);
    detail.certificate = definition->certificate.value_or(false);
    if (detail.audience != Audience::everybody) detail.case_id = entry.case_id;
    detail.history = history(entry, definition->fields, detail.audience);
    detail.counts_in = counts_in(entry);
    if (may_act(caller_, entry.place)) {
        detail.may = steps_from(entry.status);
        detail.proposal = proposal(entry, current->fields);
        if (detail.proposal)  // One at a time.
            std::erase_if(detail.may, [&](EntryStep step) { return is_by_two(entry, step); });
        detail.may_change = current->direct.value_or(false) && !registers::is_final(entry.status) &&
                            !(detail.proposal && is_changed_by_two(entry, *current));
    }
    detail.may_open = detail.audience != Audience::everybody;
    return detail;
}

}  // namespace jianghui::entries
