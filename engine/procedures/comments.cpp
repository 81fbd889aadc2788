// Comments, and who looks after a case.

#include "engine/access/access.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/telling.hpp"

namespace jianghui::procedures {

using access::Role;

Actor actor_of(Relation relation, const access::Caller& caller) {
    const bool inspector = caller.is(Role::inspector);
    switch (relation) {
        case Relation::applicant: return Actor::applicant;
        case Relation::party: return Actor::party;
        case Relation::office: return inspector ? Actor::inspector : Actor::official;
        case Relation::counterpart:
            return inspector ? Actor::counterpart_inspector : Actor::counterpart_official;
    }
    return Actor::applicant;
}

Result<Done> comment(app::Command& command, const CaseRow& row, Relation relation,
                     const std::string& text, CaseAudience audience) {
    const bool office = relation == Relation::office || relation == Relation::counterpart;
    CommentRow added;
    added.id = command.next_id<CaseCommentId>();
    added.city = row.city;
    added.case_id = row.id;
    added.account = command.caller.account;
    added.actor = actor_of(relation, command.caller);
    added.audience = office ? audience : CaseAudience::parties;
    added.text = text;
    added.at = command.now;
    command.db.execute(sql::insert_case_comment, store::members(added));
    CaseChange change = change_of(row);
    change.by = added.actor;
    record(command, case_commented, row, change);
    tell(command, case_comment_told, row, change,
         comment_told(row, relation, added.audience, command.caller));
    return Done{};
}

Result<Done> assign(app::Command& command, const CaseRow& row, std::optional<AccountId> officer) {
    if (row.closed_at) return refuse(case_closed);
    if (officer) {
        const auto account = access::find_account(command.db, command.services.get<access::Vault>(),
                                                  *officer);
        access::Caller colleague;
        if (account) {
            colleague.role = account->role;
            colleague.place = account->place;
        }
        if (!account || account->status != access::AccountStatus::active ||
            !colleague.supervises(row.place))
            return refuse(error(officer_elsewhere).at("/account"));
    }
    command.db.execute(sql::set_case_officer,
                       store::arguments("officer", officer, "now", command.now, "case_id", row.id));
    CaseChange change = change_of(row);
    // Who takes a case herself knows.
    if (officer && *officer != command.caller.account) change.account = officer;
    record(command, case_assigned, row, change);
    return Done{};
}

}  // namespace jianghui::procedures
