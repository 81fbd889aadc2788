#include "engine/app/feature.hpp"

#include "features/lending/endpoints.hpp"
#include "features/lending/errors.hpp"
#include "features/lending/events.hpp"
#include "features/lending/personal_data.hpp"

namespace jianghui::lending {
namespace {

using app::Role;

const app::Roles employer{Role::employer};
const app::Roles worker{Role::worker};
const app::Roles parties{Role::employer, Role::worker};
const app::Roles readers{Role::employer, Role::worker, Role::official, Role::inspector};

std::vector<app::Route> board_routes() {
    return {
        app::query("GET /lending/rules", app::anybody, "lending.rules",
                   {"共享用工规则", "Rules of shared staff"}, list_rules),
        app::query("GET /lending/posts", app::anybody, "lending.board",
                   {"余缺信息列表", "The board of surplus and shortage"}, list_posts),
        app::query("GET /lending/posts/{post}", app::anybody, "lending.board",
                   {"查看余缺信息", "Show a post"}, show_post),
        app::query("GET /lending/posts/{post}/matches", app::anybody, "lending.board",
                   {"可以对接的信息", "Posts that fit"}, match_post),
        app::command("POST /lending/posts", employer, "lending.post",
                     {"发布余缺信息", "Post surplus or shortage"}, create_post)
            .needs_key(),
        app::command("POST /lending/posts/{post}/close", employer, "lending.post",
                     {"关闭余缺信息", "Close a post"}, close_post)
            .changes(),
        app::command("POST /lending/posts/{post}/proposals", employer, "lending.propose",
                     {"提议共享用工", "Propose a loan"}, make_proposal)
            .needs_key(),
        app::query("GET /lending/proposals", employer, "lending.proposals",
                   {"共享用工提议列表", "List proposals"}, list_proposals),
        app::query("GET /lending/proposals/{proposal}", employer, "lending.proposals",
                   {"查看提议", "Show a proposal"}, show_proposal),
        app::command("POST /lending/proposals/{proposal}/accept", employer, "lending.answer",
                     {"接受提议", "Accept a proposal"}, accept_proposal)
            .changes(),
        app::command("POST /lending/proposals/{proposal}/decline", employer, "lending.answer",
                     {"谢绝提议", "Decline a proposal"}, decline_proposal)
            .changes(),
        app::command("POST /lending/proposals/{proposal}/withdraw", employer, "lending.propose",
                     {"撤回提议", "Withdraw a proposal"}, withdraw_proposal)
            .changes(),
    };
}

std::vector<app::Route> agreement_routes() {
    return {
        app::command("POST /lending/proposals/{proposal}/agreements", employer, "lending.draft",
                     {"拟三方协议", "Draft an agreement"}, draft_agreement)
            .needs_key(),
        app::query("GET /lending/agreements", readers, "lending.agreements",
                   {"三方协议列表", "List agreements"}, list_agreements),
        app::query("GET /lending/agreements/{agreement}", readers, "lending.agreements",
                   {"查看三方协议", "Show an agreement"}, show_agreement),
        app::query("GET /lending/agreements/{agreement}/text", parties, "lending.text",
                   {"协议全文", "The text of an agreement"}, show_text),
        app::command("POST /lending/agreements/{agreement}/sign", parties, "lending.sign",
                     {"签署三方协议", "Sign an agreement"}, sign_agreement)
            .changes(),
        app::command("POST /lending/agreements/{agreement}/refuse", worker, "lending.refuse",
                     {"不同意借用", "Refuse to be lent"}, refuse_agreement)
            .changes(),
        app::command("POST /lending/agreements/{agreement}/withdraw", employer, "lending.draft",
                     {"撤回三方协议", "Withdraw an agreement"}, withdraw_agreement)
            .changes(),
        app::command("POST /lending/agreements/{agreement}/end", parties, "lending.end",
                     {"提前结束借用", "End a loan early"}, end_agreement)
            .changes(),
        app::command("POST /lending/settlements/{settlement}/borrower-paid", employer,
                     "lending.settle", {"登记借入单位付款", "Record the borrower's payment"},
                     borrower_pays)
            .changes(),
        app::command("POST /lending/settlements/{settlement}/passed-on", employer,
                     "lending.settle", {"登记转付工资和费用", "Record what was passed on"},
                     lender_passes_on)
            .changes(),
        app::command("POST /lending/settlements/{settlement}/confirm", worker, "lending.confirm",
                     {"确认借用期间工资到账", "Confirm the wage of a loan"}, worker_confirms)
            .changes(),
    };
}

}  // namespace

app::Feature feature() {
    app::Feature feature;
    feature.name = "lending";
    feature.routes = board_routes();
    for (auto& route : agreement_routes()) feature.routes.push_back(std::move(route));
    feature.jobs = {{"lending.expire_posts", std::chrono::minutes(1), expire_posts},
                    {"lending.lapse_proposals", std::chrono::seconds(10), lapse_proposals},
                    {"lending.lapse_agreements", std::chrono::seconds(10), lapse_agreements},
                    {"lending.end_agreements", std::chrono::minutes(1), end_agreements},
                    {"lending.warn_overdue", std::chrono::minutes(5), warn_overdue}};
    feature.errors = {
        &lending_profit,          &lending_beyond_contract,  &lending_dispatched,
        &lending_relent,          &lending_no_labour_relation, &lending_part_time,
        &lending_too_young,
        &lending_minor_unchecked, &lending_minor_work,       &lending_overlap,
        &lending_same_party,      &lending_not_enterprise,   &lending_unverified,
        &lending_excluded,        &lending_below_minimum,    &lending_uninsured,
        &lending_unidentified,    &lending_relation_differs, &lending_period,
        &lending_words,           &lending_wage_wrong,       &lending_post_over,
        &lending_own_post_wrong,  &lending_too_many,         &lending_proposed_already,
        &lending_proposal_over,   &lending_not_accepted,     &lending_named_already,
        &lending_all_named,       &lending_status_conflict,  &lending_sign_over,
        &lending_digest_differs,  &lending_worker_first,     &lending_text_closed,
        &lending_paid_on_wrong,   &lending_settled};
    feature.events = {
        &post_opened,        &post_changed,       &proposal_made,      &proposal_accepted,
        &proposal_declined,  &proposal_lapsed,    &proposal_withdrawn, &agreement_proposed,
        &agreement_signed,   &agreement_in_force, &agreement_refused,  &agreement_withdrawn,
        &agreement_lapsed,   &agreement_ended,    &agreement_ended_early, &borrower_paid,
        &wage_passed_on,     &wage_confirmed,     &settlement_overdue};
    feature.inbox = inbox_sources();
    feature.personal_data = personal_data();
    return feature;
}

}  // namespace jianghui::lending
