#include "features/cases/custody.hpp"

#include <algorithm>

namespace jianghui::cases {
namespace {

using procedures::CustodyLine;
using procedures::FileAct;

bool of_side(const std::optional<Actor>& by) {
    return by == Actor::applicant || by == Actor::party;
}

/// Sides see what was done in this case; a party of a confidential case not what the applicant read.
bool sees_act(const SeenCase& seen, const CustodyLine& line) {
    if (is_office(seen.relation)) return true;
    if (line.said.case_id && *line.said.case_id != seen.row.id) return false;
    return seen.relation != Relation::party || !seen.row.confidential ||
           line.said.by != Actor::applicant;
}

/// What acts are named from.
struct Names {
    const Sight& sight;
    const SeenCase& seen;
    std::shared_ptr<const procedures::Procedure> procedure;
    std::vector<procedures::StepRow> steps;
};

void name_step(const Names& names, CustodyAct& act, const CustodyLine& line) {
    if (act.other_case || !line.said.timeline) return;
    act.step = line.said.timeline;
    for (const auto& step : names.steps) {
        if (step.id != *line.said.timeline) continue;
        const auto* defined = step.step ? names.procedure->step(*step.step) : nullptr;
        act.step_title = defined != nullptr ? defined->title : Text{"发起", "Opened"};
    }
    const auto* form = line.said.form ? names.procedure->form(*line.said.form) : nullptr;
    if (form != nullptr) act.form_title = form->title;
}

CustodyAct act_view(const Names& names, const CustodyLine& line) {
    const auto& world = names.sight.services.get<procedures::World>();
    CustodyAct act;
    act.act = line.act;
    act.at = line.at;
    act.position = line.position;
    act.by = line.said.by;
    if (line.account)
        act.by_name = actor_name(names.sight, *line.account,
                                 line.said.place.has_value(), names.seen.relation);
    if (line.said.place) act.office = world.authority_name(*line.said.place);
    if (line.said.sent_to) act.sent_to = world.place_name(*line.said.sent_to);
    if (line.said.case_id && *line.said.case_id != names.seen.row.id)
        act.other_case = line.said.case_id;
    act.found = line.said.found;
    name_step(names, act, line);
    return act;
}

CustodyFile file_view(const Names& names, const procedures::FileRow& file) {
    CustodyFile view;
    view.id = file.id;
    view.name = file.name;
    view.bytes = file.bytes;
    view.digest = file.digest;
    view.by_name =
        actor_name(names.sight, file.account, !of_side(file.actor), names.seen.relation);
    view.handed_in_at = file.at;
    view.audience = file.audience;
    view.altered = file.altered_at.has_value();
    for (const auto& line : procedures::custody_of(names.sight.db, file.id))
        if (sees_act(names.seen, line)) view.acts.push_back(act_view(names, line));
    return view;
}

}  // namespace

Result<CustodyView> show_custody(app::Query& query, const FindCase& input) {
    TRY(const SeenCase seen, find_seen(query.db, query.caller, input.case_id));
    TRY(const auto procedure,
        query.services.get<procedures::Catalogue>().version(seen.row.procedure_id,
                                                            seen.row.definition_version));
    const Sight sight{query.db, query.services, query.caller, query.now};
    const Names names{sight, seen, procedure, procedures::steps_of(query.db, seen.row.id)};
    CustodyView view;
    view.case_id = seen.row.id;
    for (const auto& file : files_for(sight, seen)) view.files.push_back(file_view(names, file));
    return view;
}

Result<journal::Proof> prove_custody(app::Query& query, const FindCustodyAct& input) {
    TRY(const CustodyView view, show_custody(query, {input.case_id}));
    for (const auto& file : view.files)
        for (const auto& act : file.acts)
            if (act.position == input.position.value)
                return journal::prove(query.db, act.position);
    return refuse(not_found);
}

}  // namespace jianghui::cases
