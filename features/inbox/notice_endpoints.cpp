// What somebody is told: written by a job from the journal, named when it is read.

#include <algorithm>
#include <iterator>

#include "engine/app/page.hpp"
#include "engine/procedures/procedures.hpp"
#include "features/inbox/endpoints.hpp"
#include "features/inbox/queries.hpp"
#include "features/inbox/rules.hpp"
#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::inbox {
namespace {

constexpr std::string_view reader_name = "notices";
constexpr int batch = 500;

/// Whose notices the caller reads, as arguments of the queries.
store::Arguments reader_of(const app::Caller& caller) {
    std::optional<PlaceCode> from, to, desk;
    if (caller.in_office() && caller.place) {
        std::tie(from, to) = codes_within(caller.place);
        desk = caller.place;
    }
    return store::arguments("account", caller.account, "person", caller.person, "organisation",
                            caller.organisation, "office_from", from, "office_to", to, "desk", desk);
}

template <class... A>
store::Arguments with(store::Arguments arguments, const A&... more) {
    store::detail::append(arguments, more...);
    return arguments;
}

/// What a case is a run of: "" when its definition is not there any more.
Text procedure_of(const store::Reader& reader, const app::Services& services, SubjectId subject) {
    const auto found = procedures::find_case(reader, {subject.number});
    if (!found || !services.has<procedures::Catalogue>()) return {};
    const auto definition = services.get<procedures::Catalogue>().version(
        found->procedure_id, found->definition_version);
    return definition ? (*definition)->title : Text{};
}

NoticeView view(const store::Reader& reader, const app::Services& services, const NoticeRow& row) {
    Names names;
    if (row.order_id)
        if (const auto order = orders::find(reader, *row.order_id)) names.order = order->title;
    if (row.other)
        if (const auto other = organisations::find_reference(reader, *row.other))
            names.who = other->name;
    if (row.kind.rfind("case.", 0) == 0)
        names.procedure = procedure_of(reader, services, row.subject);
    return {row.id, row.kind, title_of(row, names), row.at, row.read_at, link_of(row)};
}

/// The offices within the caller's place that are told anything.
std::vector<PlaceCode> offices_of(const app::Query& query) {
    const auto [from, to] = codes_within(query.caller.place);
    std::vector<PlaceCode> offices;
    PlaceCode after;
    while (const auto next = query.db.value<PlaceCode>(
               sql::next_office, store::arguments("office_from", from, "office_to", to, "after",
                                                  after))) {
        offices.push_back(*next);
        after = *next;
    }
    return offices;
}

/// The newest of what the caller is told.
std::vector<NoticeRow> rows_of(const app::Query& query, const store::Arguments& page,
                               std::size_t limit) {
    const auto read = [&](const store::Statement& statement, std::string_view name,
                          const auto& reader) {
        return query.db.all<NoticeRow>(
            statement, with(page, "account", query.caller.account, name, reader));
    };
    if (query.caller.person)
        return read(sql::list_notices_of_person, "person", query.caller.person);
    std::vector<NoticeRow> rows;
    if (query.caller.organisation)
        rows = read(sql::list_notices_of_organisation, "organisation", query.caller.organisation);
    const auto add = [&](std::vector<NoticeRow> more) {
        std::move(more.begin(), more.end(), std::back_inserter(rows));
    };
    if (query.caller.in_office() && query.caller.place) {
        for (const auto& office : offices_of(query))
            add(read(sql::list_notices_of_office, "office", office));
        add(read(sql::list_notices_of_desk, "desk", query.caller.place));
        add(query.db.all<NoticeRow>(sql::list_notices_of_account,
                                    with(page, "account", query.caller.account)));
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return b.id < a.id; });
    if (rows.size() > limit) rows.resize(limit);
    return rows;
}

}  // namespace

Result<app::Page<NoticeView>> list_notices(app::Query& query, const ListNotices& input) {
    const std::size_t limit = app::limit_of(input.limit);
    const std::optional<bool> unread =
        input.unread.value_or(false) ? std::optional(true) : std::nullopt;
    const auto rows = rows_of(query, store::arguments("cursor", input.cursor, "unread", unread,
                                                      "limit", limit + 1),
                              limit + 1);
    return app::page_of(rows, limit, [&](const auto& row) {
        return view(query.db, query.services, row);
    });
}

Result<NoticeView> read_notice(app::Command& command, const FindNotice& input) {
    const auto find = [&] {
        return command.db.one<NoticeRow>(
            sql::find_notice, with(reader_of(command.caller), "notice", input.notice));
    };
    if (!find()) return refuse(not_found);
    command.db.execute(sql::read_notice,
                       store::arguments("account", command.caller.account, "notice", input.notice,
                                        "now", command.now));
    return view(command.db, command.services, *find());
}

Result<bool> write_notices(app::Command& command) {
    const auto next = command.services.get<ToldNext>().ahead.take_next(command.db, command.services.get<store::Store>(), reader_name,
                                                                      batch, is_told);
    std::vector<store::Arguments> rows;
    for (const auto& event : next.taken.events)
        for (auto& notice : notices_of(event)) {
            notice.id = command.next_id<NoticeId>();
            rows.push_back(store::members(notice));
        }
    if (!rows.empty()) command.db.execute_all(sql::insert_notice, rows);
    return next.taken.may_be_more;
}

}  // namespace jianghui::inbox
