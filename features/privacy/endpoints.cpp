#include "features/privacy/endpoints.hpp"

#include "engine/app/page.hpp"
#include "engine/app/slow_change.hpp"
#include "features/accounts/api.hpp"
#include "features/codes/api.hpp"
#include "features/people/api.hpp"
#include "features/privacy/erasing.hpp"
#include "features/privacy/queries.hpp"

namespace jianghui::privacy {
namespace {

/// She herself, nobody else.
Result<people::Person> find_herself(const app::Query& query, PersonId person) {
    if (!query.caller.is(app::Role::worker) || query.caller.person != person)
        return refuse(not_found);
    auto found = people::find(query.db, person);
    if (!found) return refuse(not_found);
    return *std::move(found);
}

app::AboutPerson about(const app::Query& query, PersonId person) {
    return {query.db, query.services, query.caller, person, query.now};
}

RequestView view(const app::Services& services, const RequestRow& row) {
    RequestView shown{row.id, row.person, row.kind, row.at, row.place, "", row.kept, row.ended_on};
    const auto* place = services.get<codes::Tables>().find_place(row.place);
    if (place != nullptr) shown.place_name = place->name;
    return shown;
}

/// Keeps that a copy was made: a reading like any other.
Result<RequestId> record_copy(app::Command& command, const people::Person& person,
                              const std::vector<PartCopy>& parts) {
    RequestRow row{command.next_id<RequestId>(), person.city, person.place, person.id,
                   RequestKind::copy, command.now, {}, std::nullopt};
    command.db.execute(sql::insert_request, store::members(row));
    CopyMade made;
    for (const auto& part : parts) made.parts.push_back(part.name);
    command.record(copy_made,
                   {row.city, "personal_data_request", row.id.number, {}, {}, person.id}, made);
    access::record_sensitive_read(command.db, {command.caller, command.now}, person.city, person.id,
                                  made.parts, "own_copy");
    return row.id;
}

}  // namespace

Result<PersonalCopy> make_copy(app::Query& query, const ProvePassword& input) {
    TRY(const auto person, find_herself(query, input.person));
    TRY_DO(accounts::confirm_password(query, input.password.text));
    auto parts = copies_of(about(query, person.id));
    TRY(const auto request, app::in_lane<RequestId>(query, [&](app::Command& command) {
            return record_copy(command, person, parts);
        }));
    return PersonalCopy{"jianghui-personal-data-1", request, person.id, query.now,
                        std::move(parts)};
}

Result<ErasurePreview> preview_erasure(app::Query& query, const FindPerson& input) {
    TRY_DO(find_herself(query, input.person));
    return preview_of(about(query, input.person));
}

Result<ErasureReceipt> erase_herself(app::Query& query, const ProvePassword& input) {
    TRY_DO(find_herself(query, input.person));
    TRY_DO(accounts::confirm_password(query, input.password.text));
    auto receipt = app::in_lane<ErasureReceipt>(
        query, [&](app::Command& command) { return erase(command, input.person); });
    query.services.get<access::SessionCache>().forget(query.caller.account);
    return receipt;
}

Result<app::Page<RequestView>> own_requests(app::Query& query, const FindPerson& input) {
    TRY_DO(find_herself(query, input.person));
    app::Page<RequestView> page;
    for (const auto& row : query.db.all<RequestRow>(sql::requests_of_person,
                                                    store::arguments("person", input.person)))
        page.items.push_back(view(query.services, row));
    return page;
}

Result<app::Page<RequestView>> list_requests(app::Query& query, const ListRequests& input) {
    const std::size_t limit = app::limit_of(input.limit);
    const auto [from, to] = query.caller.seen_range();
    const auto rows = query.db.all<RequestRow>(
        sql::list_requests,
        store::arguments("place_from", from, "place_to", to, "kind", input.kind, "cursor",
                         input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit,
                        [&](const auto& row) { return view(query.services, row); });
}

}  // namespace jianghui::privacy
