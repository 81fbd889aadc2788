#include "features/certificates/issue.hpp"

#include <algorithm>

#include "engine/registers/catalogue.hpp"
#include "features/certificates/errors.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::certificates {
namespace {

namespace json = codec::json;

std::string name_of_place(const app::Services& services, const PlaceCode& place) {
    if (place == deployment) return "江汇";
    return services.get<codes::Tables>().place_name(place);
}

IssuerName issuer_name(const app::Services& services, const IssuerKeyRow& row) {
    return {row.place, name_of_place(services, row.place), row.p256};
}

/// The key of the place, made through the write lane when there is none. A query has one snapshot,
/// so what was written is handed out of the transaction.
Result<IssuerKeyRow> key_for(app::Query& query, const PlaceCode& place) {
    if (auto row = key_in_use(query.db, place)) return *row;
    const auto& keyring = query.services.get<crypto::Keyring>();
    IssuerKeyRow made;
    const auto outcome =
        query.services.get<store::Store>().write([&](store::Transaction& transaction) {
            made = made_key(transaction, keyring, place, query.now);
            return true;
        });
    if (outcome != store::Work::Outcome::committed) return refuse(internal_error);
    return made;
}

Result<StatusPlaceRow> status_place_for(app::Query& query, const registers::Entry& entry,
                                        std::int64_t content) {
    if (auto row = find_status_place(query.db, entry, content)) return *row;
    StatusPlaceRow given;
    const auto outcome =
        query.services.get<store::Store>().write([&](store::Transaction& transaction) {
            given = given_status_place(transaction, entry, content, query.now);
            return true;
        });
    if (outcome != store::Work::Outcome::committed) return refuse(internal_error);
    return given;
}

Result<json::object> signed_by(const app::Query& query, const IssuerKeyRow& row,
                               json::object document) {
    TRY(const auto keys, opened(query.services.get<crypto::Keyring>(), row));
    return secured(std::move(document), keys, query.now);
}

Holder holder_of(app::Query& query, const registers::Entry& entry, Copy copy) {
    Holder holder;
    if (entry.organisation) {
        holder.kind = "organisation";
        if (const auto found = organisations::find(query.db, *entry.organisation)) {
            holder.name = found->name;
            holder.place = found->place.text;
            if (copy == Copy::parties || !organisations::is_sole_trader(found->credit_code))
                holder.credit_code = found->credit_code.text;
        }
    } else if (entry.person) {
        holder.kind = "person";
        if (const auto found = people::find(query.db, *entry.person))
            holder.name =
                copy == Copy::parties ? found->name : people::masked_name(found->name);
    } else if (entry.subject_place) {
        holder.kind = "place";
        holder.name = name_of_place(query.services, *entry.subject_place);
        holder.place = entry.subject_place->text;
    } else {
        holder.kind = "none";
    }
    return holder;
}

Text title_of_code(const codes::Tables& tables, const registers::Field& field,
                   std::string_view code) {
    const std::string text(code);
    const auto both = [](const std::string& name) { return Text{name, name}; };
    switch (field.type) {
        case registers::FieldType::place:
            if (const auto* place = tables.find_place(PlaceCode{text})) return both(place->name);
            break;
        case registers::FieldType::occupation:
            if (const auto* found = tables.find_occupation(OccupationCode{text}))
                return both(found->name);
            break;
        case registers::FieldType::industry:
            if (const auto* found = tables.find_industry(IndustryCode{text}))
                return both(found->name);
            break;
        default:
            if (field.table)
                if (const auto* item = tables.find_item(field.table->text, code))
                    return {item->zh, item->en};
    }
    return both(text);
}

}  // namespace

std::optional<Copy> copy_of(const app::Caller& caller, const registers::Register& definition,
                            const registers::Entry& entry) {
    const bool is_subject =
        (caller.organisation && entry.organisation == caller.organisation) ||
        (caller.person && entry.person == caller.person);
    if (is_subject || caller.supervises(entry.place)) return Copy::parties;
    return definition.published ? std::optional(Copy::everybody) : std::nullopt;
}

Result<json::object> certificate_of(app::Query& query, registers::EntryId id,
                                    std::optional<Copy> wanted) {
    const auto entry = registers::find(query.db, id);
    if (!entry) return refuse(not_found);
    TRY(const auto definition,
        query.services.get<registers::Catalogue>().version(entry->register_id,
                                                           entry->definition_version));
    const auto most = copy_of(query.caller, *definition, *entry);
    if (!most) return refuse(not_found);
    if (!definition->certificate.value_or(false)) return refuse(no_certificate);
    if (wanted == Copy::parties && most == Copy::everybody) return refuse(certificate_audience);
    if (!registers::in_force_on(*entry, date_of(query.now))) return refuse(entry_not_in_force);
    const Copy copy = wanted.value_or(*most);
    const auto contents = contents_of(registers::history(query.db, id));
    const std::int64_t content = contents.empty() ? 1 : contents.back();
    TRY(const auto key, key_for(query, entry->place));
    TRY(const auto status, status_place_for(query, *entry, content));
    const auto& tables = query.services.get<codes::Tables>();
    return signed_by(
        query, key,
        certificate_document(
            *definition, *entry, content,
            copy == Copy::parties ? registers::Audience::parties : registers::Audience::everybody,
            holder_of(query, *entry, copy), issuer_name(query.services, key),
            {status.base, status.list_index},
            [&](const registers::Field& field, std::string_view code) {
                return title_of_code(tables, field, code);
            }));
}

Result<json::object> status_list_of(app::Query& query, const StatusList& list, Purpose purpose,
                                    std::optional<Date> on) {
    TRY(const auto key, key_for(query, list.place));
    const Instant as_of = on ? std::min(query.now, end_of(*on)) : query.now;
    return signed_by(query, key,
                     status_document(list.base, purpose,
                                     changes_of_list(query.db, list, purpose),
                                     issuer_name(query.services, key), as_of));
}

TrustedIssuer line_of(const app::Services& services, const IssuerKeyRow& row) {
    TrustedIssuer line{row.place.text, name_of_place(services, row.place),
                       row.sm2,   row.p256,
                       row.since, row.until,
                       row.distrusted_at, {}};
    if (row.place == deployment) return line;
    const auto level = registers::level_of(row.place);
    for (const auto& each : services.get<registers::Catalogue>().all()) {
        const auto& levels = each->issuer.levels;
        if (each->certificate.value_or(false) &&
            std::find(levels.begin(), levels.end(), level) != levels.end())
            line.registers.push_back(each->id.text);
    }
    return line;
}

Result<json::object> issuers_of(app::Query& query) {
    TRY(const auto root, key_for(query, deployment));
    auto rows = all_keys(query.db);
    if (std::none_of(rows.begin(), rows.end(),
                     [&](const auto& row) { return row.p256 == root.p256; }))
        rows.insert(rows.begin(), root);
    std::vector<TrustedIssuer> lines;
    for (const auto& row : rows) lines.push_back(line_of(query.services, row));
    return signed_by(query, root,
                     issuers_document(lines, issuer_name(query.services, root), query.now));
}

}  // namespace jianghui::certificates
