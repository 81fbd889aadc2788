// Procedures and the steps of cases.

#include "features/cases/endpoints.hpp"

#include <algorithm>

#include "engine/access/access.hpp"
#include "engine/app/slow_change.hpp"
#include "engine/procedures/looking.hpp"
#include "features/cases/queries.hpp"

namespace jianghui::cases {
namespace {

Sight sight_of(const app::Query& query) {
    return {query.db, query.services, query.caller, query.now};
}
Sight sight_of(const app::Command& command) {
    return {command.db, command.services, command.caller, command.now};
}

procedures::Looking looking(const app::Query& query) {
    return {query.db, query.services, query.now};
}

Result<codec::json::object> object_of(const codec::json::value& values) {
    if (!values.is_object()) return refuse(error(codec::wrong_type).at("/values"));
    return values.get_object();
}

Result<procedures::StepWanted> wanted_of(const TakeStep& input) {
    procedures::StepWanted wanted;
    wanted.step = input.step.text;
    if (input.values) {
        TRY(wanted.values, object_of(*input.values));
    }
    if (input.reason) wanted.reason = input.reason->text;
    wanted.for_colleague = input.for_colleague;
    return wanted;
}

void fill_summary(const Sight& sight, const procedures::Procedure& procedure,
                  ProcedureSummary& view) {
    view.id = procedure.id.text;
    view.version = procedure.version.value;
    view.title = procedure.title;
    view.about = procedure.about;
    view.basis = procedure.basis;
    view.opened_by = procedure.opened_by;
    if (procedure.standard_register) view.standard_register = procedure.standard_register->text;
    view.may_open = procedures::may_open(procedure, sight.caller);
    view.may_assist = procedures::may_assist(procedure, sight.caller);
    view.confirmed = is_confirmed(sight, procedure);
}

/// The case as it is after a change, for whoever made it.
Result<CaseView> view_again(app::Command& command, CaseId id) {
    TRY(const SeenCase seen, find_seen(command.db, command.caller, id));
    return view_of(sight_of(command), seen);
}

}  // namespace

Result<app::Page<ProcedureSummary>> list_procedures(app::Query& query, const app::Empty&) {
    app::Page<ProcedureSummary> page;
    for (const auto& procedure : query.services.get<procedures::Catalogue>().all()) {
        page.items.emplace_back();
        fill_summary(sight_of(query), *procedure, page.items.back());
    }
    return page;
}

Result<ProcedureView> show_procedure(app::Query& query, const FindProcedure& input) {
    const auto& catalogue = query.services.get<procedures::Catalogue>();
    TRY(const auto procedure, input.version
                                  ? catalogue.version(input.procedure.text, input.version->value)
                                  : catalogue.current(input.procedure.text));
    ProcedureView view;
    fill_summary(sight_of(query), *procedure, view);
    view.handled = procedure->handled;
    view.party = procedure->party;
    view.confidential = procedure->confidential;
    view.forms = procedure->forms;
    view.states = procedure->states;
    view.steps = procedure->steps;
    view.clocks = procedure->clocks;
    view.documents = procedure->documents;
    view.opening = procedure->forms[0];
    return view;
}

Result<CaseView> show_case(app::Query& query, const FindCase& input) {
    TRY(const SeenCase seen, find_seen(query.db, query.caller, input.case_id));
    return view_of(sight_of(query), seen);
}

Result<CaseView> open_case(app::Command& command, const OpenCase& input) {
    TRY(const auto values, object_of(input.values));
    TRY(const auto row, procedures::open(command, {input.procedure.text, values,
                                                   input.organisation, input.person}));
    return view_again(command, row.id);
}

void look_before_opening(app::Query& query, const OpenCase& input) {
    procedures::look_before_opening(looking(query), query.caller, input.values);
}

void look_before_step(app::Query& query, const TakeStep& input) {
    const auto seen = find_seen(query.db, query.caller, input.case_id);
    const auto wanted = wanted_of(input);
    if (seen && wanted) procedures::look_before_step(looking(query), query.caller, seen->row, *wanted);
}

Result<CaseView> take_step(app::Command& command, const TakeStep& input) {
    TRY(const SeenCase seen, find_seen(command.db, command.caller, input.case_id));
    TRY(const auto wanted, wanted_of(input));
    TRY_DO(procedures::take(command, seen.row, wanted));
    return view_again(command, input.case_id);
}

Result<CaseView> add_comment(app::Command& command, const AddComment& input) {
    TRY(const SeenCase seen, find_seen(command.db, command.caller, input.case_id));
    TRY_DO(procedures::comment(command, seen.row, seen.relation, input.text.text, input.audience));
    return view_again(command, input.case_id);
}

Result<CaseView> assign_case(app::Command& command, const AssignCase& input) {
    TRY(const SeenCase seen, find_seen(command.db, command.caller, input.case_id));
    if (seen.relation != Relation::office) return refuse(not_allowed);
    TRY_DO(procedures::assign(command, seen.row, input.account));
    return view_again(command, input.case_id);
}

Result<std::vector<CaseOfficer>> list_officers(app::Query& query, const FindCase& input) {
    TRY(const SeenCase seen, find_seen(query.db, query.caller, input.case_id));
    if (seen.relation != Relation::office) return refuse(not_allowed);
    constexpr int accounts_max = 500;
    const auto [from, to] = codes_within(seen.row.place);
    std::vector<CaseOfficer> officers;
    for (const auto role : {access::Role::official, access::Role::inspector}) {
        access::AccountFilter filter;
        filter.role = role;
        filter.status = access::AccountStatus::active;
        for (const auto& account :
             access::list_accounts(query.db, query.services.get<access::Vault>(), filter,
                                   AccountId{}, accounts_max)) {
            if (account.place != seen.row.place) continue;
            const auto open = query.db.value<std::int64_t>(
                sql::count_officer_cases,
                store::arguments("officer", account.account, "from", from, "to", to));
            officers.push_back({account.account, account.name, open.value_or(0)});
        }
    }
    return officers;
}

Result<bool> ring_clocks(const app::Services& services) {
    constexpr int a_run = 100;
    const Instant now = services.get<Clock>().now();
    const bool any = services.get<store::Store>().read([&](store::Reader& reader) {
        return procedures::look_before_clocks({reader, services, now}, a_run);
    });
    if (!any) return false;
    return app::in_lane<bool>(services, {}, now, [](app::Command& command) {
        return procedures::run_clocks(command, a_run);
    });
}

Result<bool> tidy_files(app::Command& command) {
    constexpr int a_run = 100;
    return procedures::forget_files(command, a_run);
}

Result<bool> note_suspect_files(const app::Services& services) {
    const Instant now = services.get<Clock>().now();
    const auto looked = services.get<store::Store>().read([&](store::Reader& reader) {
        return procedures::look_at_suspects({reader, services, now});
    });
    if (looked.empty()) return false;
    const auto noted = app::in_lane<Done>(services, {}, now, [&](app::Command& command) -> Result<Done> {
        for (const auto& one : looked) procedures::note_condition(command, one.file, one.content);
        return Done{};
    });
    if (!noted)
        for (const auto& one : looked) services.get<procedures::SuspectFiles>().add(one.file.id);
    TRY_DO(noted);
    return false;
}

}  // namespace jianghui::cases
