#include "features/privacy/erasing.hpp"

#include <algorithm>

#include "engine/app/field_keys.hpp"
#include "engine/crypto/crypto.hpp"
#include "features/codes/api.hpp"
#include "features/people/api.hpp"
#include "features/privacy/errors.hpp"
#include "features/privacy/queries.hpp"

namespace jianghui::privacy {
namespace {

constexpr int records_a_run = 100;
constexpr int years_without_parameter = 3;

const std::vector<app::PersonalDataPart>& parts_of(const app::Services& services) {
    return services.get<app::PersonalData>().parts;
}

/// The periods in force on a day.
PeriodOf periods_on(const app::Services& services, Date day) {
    return [&tables = services.get<codes::Tables>(), day](RetentionClass record) -> Period {
        const auto* parameter = tables.parameter(parameter_of(record), day);
        if (parameter == nullptr) return {years_without_parameter, ""};
        return {static_cast<int>(parameter->value), parameter->source};
    };
}

/// What each part would keep.
std::vector<Keeping> asked_of(const app::AboutPerson& about) {
    std::vector<Keeping> asked;
    for (const auto& part : parts_of(about.services))
        if (part.keeps)
            for (auto& kept : part.keeps(about))
                asked.push_back({part.name, std::move(kept), std::nullopt});
    return asked;
}

std::vector<app::Hindrance> hindrances(const app::AboutPerson& about) {
    std::vector<app::Hindrance> all;
    for (const auto& part : parts_of(about.services))
        if (part.hindrances)
            for (auto& one : part.hindrances(about)) all.push_back(std::move(one));
    return all;
}

std::vector<Text> emptied(const app::Services& services) {
    std::vector<Text> titles;
    for (const auto& part : parts_of(services))
        if (part.empty) titles.push_back(part.title);
    return titles;
}

std::string box_place(KeptId id) {
    return "kept_records.box:" + id.text();
}

void seal_away(app::Command& command, const RequestRow& request, const Keeping& keeping) {
    if (!keeping.until_on) return;  // An authority's register, in its place.
    KeptRow row{command.next_id<KeptId>(), request.city,        request.id, request.person,
                keeping.part,              keeping.kept.record, *keeping.until_on, ""};
    if (!keeping.kept.content.is_null())
        row.box = app::seal_field(command.services, box_place(row.id),
                                  codec::json::serialize(keeping.kept.content));
    command.db.execute(sql::insert_kept, store::members(row));
}

app::Command::About about_request(const PlaceCode& city, RequestId request, PersonId person) {
    return {city, "personal_data_request", request.number, {}, {}, person};
}

/// Has a part empty what it had left in its place.
void forget(app::Command& command, const std::string& name, PersonId person,
            RetentionClass record) {
    for (const auto& part : parts_of(command.services))
        if (part.name == name && part.forget) part.forget(command, person, record);
}

/// Deletes one sealed record, and closes its request with the last one.
void end_one(app::Command& command, const KeptRow& row) {
    if (row.box.empty()) forget(command, row.part, row.person, row.record);
    command.db.execute(sql::delete_kept, store::arguments("id", row.id, "city", row.city));
    const auto request = store::arguments("request", row.request);
    if (command.db.value<std::int64_t>(sql::count_kept, request).value_or(0) > 0) return;
    command.db.execute(sql::end_request, store::arguments("request", row.request, "today",
                                                          date_of(command.now)));
    command.record(kept_ended, about_request(row.city, row.request, row.person),
                   KeptEnded{row.person});
}

}  // namespace

std::vector<PartCopy> copies_of(const app::AboutPerson& about) {
    std::vector<PartCopy> copies;
    for (const auto& part : parts_of(about.services))
        copies.push_back({part.name, part.title, part.copy(about)});
    return copies;
}

ErasurePreview preview_of(const app::AboutPerson& about) {
    ErasurePreview preview;
    for (auto& one : hindrances(about))
        preview.hindrances.push_back({one.code, std::move(one.words), one.count});
    preview.goes = emptied(about.services);
    const Date today = date_of(about.now);
    const auto periods = periods_on(about.services, today);
    preview.kept = notices_of(keepings_of(asked_of(about), periods, today), periods);
    return preview;
}

Result<ErasureReceipt> erase(app::Command& command, PersonId id) {
    const auto person = people::find(command.db, id);
    if (!person || person->status == people::PersonStatus::restricted) return refuse(not_found);
    const app::AboutPerson about{command.db, command.services, command.caller, id, command.now};
    if (const auto found = hindrances(about); !found.empty()) {
        Error hindered = error(erasure_hindered);
        for (const auto& one : found)
            hindered.facts.emplace_back(one.code, std::to_string(one.count));
        return refuse(std::move(hindered));
    }
    const Date today = date_of(command.now);
    const auto periods = periods_on(command.services, today);
    auto asked = asked_of(about);
    const auto lapsed = lapsed_of(asked, periods, today);
    const auto kept = keepings_of(std::move(asked), periods, today);
    RequestRow request{command.next_id<RequestId>(), person->city, person->place, id,
                       RequestKind::erasure, command.now, {}, std::nullopt};
    request.kept = notices_of(kept, periods);
    for (const auto& one : kept) seal_away(command, request, one);
    for (const auto& part : parts_of(command.services))
        if (part.empty) part.empty(command, id);
    for (const auto& one : lapsed) forget(command, one.part, id, one.kept.record);
    const bool nothing_sealed =
        std::none_of(kept.begin(), kept.end(), [](const auto& one) { return one.until_on; });
    if (nothing_sealed) request.ended_on = today;
    command.db.execute(sql::insert_request, store::members(request));
    command.record(person_erased, about_request(request.city, request.id, id),
                   Erased{request.kept});
    return ErasureReceipt{request.id, request.at, emptied(command.services), request.kept};
}

Result<bool> end_retention(app::Command& command) {
    const auto due = command.db.all<KeptRow>(
        sql::due_kept, store::arguments("today", date_of(command.now), "limit", records_a_run));
    for (const auto& row : due) end_one(command, row);
    bool more = due.size() == records_a_run;
    for (const auto& part : parts_of(command.services))
        if (part.expire) more = part.expire(command) || more;
    return more;
}

Result<std::vector<OpenedRecord>> open_kept(app::Command& command, PersonId person,
                                            OpenPurpose purpose) {
    const auto rows =
        command.db.all<KeptRow>(sql::kept_of_person, store::arguments("person", person));
    if (rows.empty()) return refuse(nothing_kept);
    std::vector<OpenedRecord> opened;
    for (const auto& row : rows) {
        OpenedRecord one{row.part, row.record, row.until_on, nullptr};
        if (!row.box.empty()) {
            TRY(const auto text, app::open_field(command.services, box_place(row.id), row.box));
            TRY(one.content, codec::parse(text));
        }
        opened.push_back(std::move(one));
    }
    command.record(kept_opened,
                   {rows.front().city, "person", person.number, {}, {}, person},
                   KeptOpened{purpose, static_cast<std::int64_t>(rows.size())});
    return opened;
}

}  // namespace jianghui::privacy
