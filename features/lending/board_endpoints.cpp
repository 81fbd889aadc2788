// The API calls of posts and proposals.

#include <algorithm>

#include "engine/app/page.hpp"
#include "features/lending/api.hpp"
#include "features/lending/endpoints.hpp"
#include "features/lending/events.hpp"
#include "features/lending/legal_rules.hpp"
#include "features/lending/queries.hpp"
#include "features/lending/record.hpp"
#include "features/lending/rules.hpp"
#include "features/lending/store.hpp"
#include "features/lending/view.hpp"

namespace jianghui::lending {
namespace {

constexpr std::size_t matches_max = 20;

/// A proposal of the caller's enterprise, or nothing for everybody else.
Result<ProposalRow> find_own(const store::Reader& reader, const app::Caller& caller,
                             ProposalId id) {
    auto row = find_proposal(reader, id);
    const bool mine = row && caller.organisation &&
                      (row->lender == caller.organisation || row->borrower == caller.organisation);
    if (!mine) return refuse(not_found);
    return std::move(*row);
}

Result<ProposalView> answered(const app::Command& command, const Result<ProposalRow>& row) {
    if (!row) return refuse(row.error());
    return shown(command, *row);
}

}  // namespace

Result<PostView> create_post(app::Command& command, const CreatePost& input) {
    TRY(const auto row, post(command, input));
    return shown(command, row);
}

Result<PostView> close_post(app::Command& command, const FindPost& input) {
    const auto row = find_post(command.db, input.post);
    if (!row || row->organisation != command.caller.organisation) return refuse(not_found);
    if (!end(command.db, row->id, PostStatus::closed, command.now))
        return refuse(lending_post_over);
    const auto after = find_post(command.db, row->id);
    record(command, post_changed, *after);
    return shown(command, *after);
}

Result<PostView> show_post(app::Query& query, const FindPost& input) {
    const auto row = find_post(query.db, input.post);
    if (!row) return refuse(not_found);
    return view(query, *row);
}

Result<app::Page<PostView>> list_posts(app::Query& query, const ListPosts& input) {
    const int limit = app::limit_of(input.limit);
    std::optional<OrganisationId> mine;
    if (input.mine.value_or(false) && query.caller.organisation) mine = query.caller.organisation;
    std::optional<std::string> below;
    if (input.occupation) below = input.occupation->text + "-%";
    std::optional<PlaceCode> from, to;
    if (input.place) std::tie(from, to) = codes_within(*input.place);
    const auto rows = query.db.all<PostRow>(
        sql::list_posts,
        store::arguments("cursor", input.cursor, "kind", input.kind, "organisation", mine,
                         "occupation", input.occupation, "below", below, "place_from", from,
                         "place_to", to, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) { return view(query, row); });
}

Result<std::vector<MatchView>> match_post(app::Query& query, const FindPost& input) {
    const auto row = find_post(query.db, input.post);
    if (!row) return refuse(not_found);
    std::vector<std::pair<Fit, PostRow>> found;
    if (row->status == PostStatus::open)
        for (const auto& other : candidates(query.db, *row))
            if (const auto fit = fit_of(*row, other)) found.emplace_back(*fit, other);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
    if (found.size() > matches_max) found.resize(matches_max);
    std::vector<MatchView> shown_matches;
    for (const auto& [fit, other] : found) shown_matches.push_back({view(query, other), fit});
    return shown_matches;
}

Result<std::vector<RuleView>> list_rules(app::Query& /*query*/, const app::Empty& /*input*/) {
    std::vector<RuleView> rules;
    for (const auto& rule : legal_rules)
        rules.push_back({std::string(rule.code->code), std::string(rule.basis),
                         std::string(rule.code->zh), std::string(rule.code->en)});
    return rules;
}

Result<ProposalView> make_proposal(app::Command& command, const Propose& input) {
    return answered(command, propose(command, input));
}

Result<ProposalView> accept_proposal(app::Command& command, const FindProposal& input) {
    TRY(const auto row, find_own(command.db, command.caller, input.proposal));
    if (row.asked != command.caller.organisation) return refuse(not_allowed);
    return answered(command, accept(command, row));
}

Result<ProposalView> decline_proposal(app::Command& command, const DeclineProposal& input) {
    TRY(const auto row, find_own(command.db, command.caller, input.proposal));
    if (row.asked != command.caller.organisation) return refuse(not_allowed);
    return answered(command, end(command, row, ProposalStatus::declined, input.reason.text));
}

Result<ProposalView> withdraw_proposal(app::Command& command, const FindProposal& input) {
    TRY(const auto row, find_own(command.db, command.caller, input.proposal));
    if (row.proposed_by != command.caller.organisation) return refuse(not_allowed);
    return answered(command, end(command, row, ProposalStatus::withdrawn, {}));
}

Result<ProposalView> show_proposal(app::Query& query, const FindProposal& input) {
    TRY(const auto row, find_own(query.db, query.caller, input.proposal));
    return view(query, row);
}

Result<app::Page<ProposalView>> list_proposals(app::Query& query, const ListProposals& input) {
    const int limit = app::limit_of(input.limit);
    const auto rows = query.db.all<ProposalRow>(
        sql::list_proposals,
        store::arguments("organisation", query.caller.organisation, "status", input.status,
                         "cursor", input.cursor, "limit", limit + 1));
    return app::page_of(rows, limit, [&](const auto& row) { return view(query, row); });
}

}  // namespace jianghui::lending
