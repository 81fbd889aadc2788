// Posts and proposals: the acts of api.hpp.

#include "features/codes/api.hpp"
#include "features/lending/api.hpp"
#include "features/lending/events.hpp"
#include "features/lending/record.hpp"
#include "features/lending/rules.hpp"
#include "features/lending/store.hpp"

namespace jianghui::lending {
namespace {

/// What is asked of workers stands in public: the words of the post check hold here, too.
Result<Done> words_fit(const app::Command& command, const std::string& asks) {
    const auto& rules = command.services.get<codes::Tables>().post_rules();
    for (const auto& hit : orders::find_words(asks, rules))
        if (hit.rule->severity == codes::Severity::block)
            return refuse(error(lending_words)
                              .at("/asks")
                              .with("words", hit.words)
                              .with("basis", hit.rule->basis));
    return Done{};
}

Result<Done> codes_exist(const app::Command& command, const CreatePost& wanted) {
    const auto& tables = command.services.get<codes::Tables>();
    if (wanted.occupation.text.size() != 10 ||
        tables.find_occupation(wanted.occupation) == nullptr)
        return refuse(error(unknown_code).at("/occupation").near(
            tables.nearest_occupations(wanted.occupation.text)));
    if (tables.find_place(wanted.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(wanted.place.text)));
    return Done{};
}

Result<organisations::Organisation> own(const app::Command& command) {
    auto found = organisations::find(command.db, command.caller.organisation);
    if (!found) return refuse(not_allowed);
    return std::move(*found);
}

/// The place of work: the shortage's own, or what the borrower says.
Result<PlaceCode> work_place(const app::Command& command, const PostRow& post,
                             const Propose& wanted, const organisations::Organisation& borrower) {
    if (post.kind == PostKind::shortage) return post.place;
    const PlaceCode place = wanted.place.value_or(borrower.place);
    if (command.services.get<codes::Tables>().find_place(place) == nullptr)
        return refuse(error(unknown_code).at("/place"));
    return place;
}

Result<Done> own_post_fits(const app::Command& command, const PostRow& post,
                           const Propose& wanted) {
    if (!wanted.own_post) return Done{};
    const auto mine = find_post(command.db, *wanted.own_post);
    if (!mine || mine->organisation != command.caller.organisation || mine->kind == post.kind ||
        mine->status != PostStatus::open)
        return refuse(error(lending_own_post_wrong).at("/own_post"));
    if (mine->people - mine->taken < wanted.people)
        return refuse(error(lending_too_many).at("/people"));
    return Done{};
}

Result<Done> proposal_fits(const app::Command& command, const PostRow& post,
                           const Propose& wanted) {
    if (post.status != PostStatus::open) return refuse(lending_post_over);
    if (wanted.people > post.people - post.taken)
        return refuse(error(lending_too_many)
                          .at("/people")
                          .with("left", std::to_string(post.people - post.taken)));
    TRY_DO(period_fits(wanted.starts_on, wanted.ends_on, date_of(command.now),
                       parameter(command, "lending_days_max", 365)));
    if (wanted.starts_on < post.starts_on || wanted.ends_on > post.ends_on)
        return refuse(error(lending_period, {"借用期限须在所选信息的起止日期之内。",
                                             "The loan must lie within the post's period."})
                          .at("/ends_on"));
    return own_post_fits(command, post, wanted);
}

Result<Done> take(app::Command& command, PostId id, int people) {
    if (!take_people(command.db, id, people, command.now)) {
        const auto post = find_post(command.db, id);
        return refuse(post && post->status == PostStatus::open ? lending_too_many
                                                               : lending_post_over);
    }
    record(command, post_changed, *find_post(command.db, id));
    return Done{};
}

}  // namespace

Result<PostRow> post(app::Command& command, const CreatePost& wanted) {
    const Date today = date_of(command.now);
    TRY(const auto enterprise, own(command));
    TRY_DO(may_take_part(enterprise, today));
    TRY_DO(codes_exist(command, wanted));
    TRY_DO(period_fits(wanted.starts_on, wanted.ends_on, today,
                       parameter(command, "lending_days_max", 365)));
    if (wanted.wage_fen) TRY_DO(amount_fits(*wanted.wage_fen, "/wage_fen"));
    TRY_DO(words_fit(command, wanted.asks.text));
    PostRow row;
    row.id = command.next_id<PostId>();
    row.city = city_of(wanted.place);
    row.organisation = enterprise.id;
    row.kind = wanted.kind;
    row.occupation = wanted.occupation;
    row.place = wanted.place;
    row.people = static_cast<int>(wanted.people.value);
    row.starts_on = wanted.starts_on;
    row.ends_on = wanted.ends_on;
    row.shift = wanted.shift.value_or(Shift::day);
    row.wage_fen = wanted.wage_fen;
    row.asks = wanted.asks.text;
    row.created_at = command.now;
    row.created_by = command.caller.account;
    row.changed_at = command.now;
    insert(command.db, row);
    record(command, post_opened, row);
    return row;
}

Result<ProposalRow> propose(app::Command& command, const Propose& wanted) {
    const auto found = find_post(command.db, wanted.post);
    if (!found) return refuse(not_found);
    TRY(const auto me, own(command));
    const auto other = organisations::find(command.db, found->organisation);
    ASSERT(other.has_value());
    const bool i_lend = found->kind == PostKind::shortage;
    const auto& lender = i_lend ? me : *other;
    const auto& borrower = i_lend ? *other : me;
    TRY_DO(parties_fit(lender, borrower, date_of(command.now)));
    TRY_DO(proposal_fits(command, *found, wanted));
    TRY(const PlaceCode place, work_place(command, *found, wanted, borrower));
    ProposalRow row;
    row.id = command.next_id<ProposalId>();
    row.city = found->city;
    row.post_id = found->id;
    row.own_post_id = wanted.own_post;
    row.lender = lender.id;
    row.borrower = borrower.id;
    row.proposed_by = me.id;
    row.asked = other->id;
    row.people = static_cast<int>(wanted.people.value);
    row.occupation = found->occupation;
    row.place = place;
    row.starts_on = wanted.starts_on;
    row.ends_on = wanted.ends_on;
    row.message = wanted.message ? wanted.message->text : "";
    row.answer_until_at = answer_until(
        command.now, parameter(command, "lending_answer_hours", 72), wanted.starts_on);
    row.created_at = command.now;
    row.created_by = command.caller.account;
    row.changed_at = command.now;
    if (!insert(command.db, row)) return refuse(lending_proposed_already);
    record(command, proposal_made, row);
    return row;
}

Result<ProposalRow> accept(app::Command& command, const ProposalRow& before) {
    if (before.status != ProposalStatus::waiting || command.now >= before.answer_until_at)
        return refuse(lending_proposal_over);
    const auto lender = organisations::find(command.db, before.lender);
    const auto borrower = organisations::find(command.db, before.borrower);
    TRY_DO(parties_fit(*lender, *borrower, date_of(command.now)));
    TRY_DO(take(command, before.post_id, before.people));
    if (before.own_post_id) TRY_DO(take(command, *before.own_post_id, before.people));
    return end(command, before, ProposalStatus::accepted, {});
}

Result<ProposalRow> end(app::Command& command, const ProposalRow& before, ProposalStatus status,
                        std::string_view reason) {
    ProposalRow row = before;
    row.status = status;
    row.reason = reason;
    row.changed_at = command.now;
    if (before.status != ProposalStatus::waiting || !end(command.db, row))
        return refuse(lending_proposal_over);
    const auto& kind = status == ProposalStatus::accepted   ? proposal_accepted
                       : status == ProposalStatus::declined ? proposal_declined
                       : status == ProposalStatus::lapsed   ? proposal_lapsed
                                                            : proposal_withdrawn;
    record(command, kind, row);
    return row;
}

}  // namespace jianghui::lending
