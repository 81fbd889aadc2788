// Shared staff: a loan that runs, with its months paid, late and confirmed; one to sign, one to
// answer, and posts on the board.

#include <algorithm>

#include <fmt/format.h>

#include "features/demo/members.hpp"
#include "features/lending/api.hpp"

namespace jianghui::demo {
namespace {

constexpr std::size_t yibin = 0;
constexpr std::size_t luzhou = 1;
constexpr std::size_t neijiang = 2;
constexpr std::size_t zigong = 3;

Instant days_before_end(const World& world, int days) {
    return world.end - std::chrono::hours(24 * days);
}

/// Somebody who works for the lender: with an account, and seen by an official.
struct Lent {
    access::Caller caller;
    std::string name;
    std::string id_number;
};

Lent add_lent(World& world, int number, const char* name) {
    Lent lent;
    lent.name = name;
    lent.id_number = synthetic_id_number(*parse_date("1992-03-07"), 900 + number);
    people::NewPerson wanted;
    wanted.name.text = name;
    wanted.id_number = lent.id_number;
    wanted.phone = synthetic_phone(9'000'000 + number);
    wanted.place = world.employers[yibin].place;
    wanted.by_authority = true;
    const auto& official = world.official_of(wanted.place);
    const auto id = world.act(official, [&](app::Command& command) {
        return people::register_person(command, wanted);
    });
    lent.caller = add_account(world, {fmt::format("worker-lent-{}", number), name,
                                      access::Role::worker, wanted.place, {}, id});
    world.act(official, [&](app::Command& command) { return people::verify(command, id); });
    return lent;
}

lending::PostRow post(World& world, std::size_t employer, lending::PostKind kind, int people,
                      int days, const char* asks) {
    const auto& party = world.employers[employer];
    lending::CreatePost wanted;
    wanted.kind = kind;
    wanted.occupation = {"6-02-06-03"};
    wanted.place = party.place;
    wanted.people = {people};
    wanted.starts_on = add_days(world.today(), 3);
    wanted.ends_on = add_days(world.today(), days);
    wanted.wage_fen = Fen{520000};
    wanted.asks = {asks};
    return world.act(party.caller, [&](app::Command& command) {
        return lending::post(command, wanted);
    });
}

lending::ProposalRow propose(World& world, std::size_t employer, const lending::PostRow& to,
                             int people, const char* message) {
    lending::Propose wanted;
    wanted.post = to.id;
    wanted.people = {people};
    wanted.starts_on = to.starts_on;
    wanted.ends_on = to.ends_on;
    wanted.message = Sentence{message};
    return world.act(world.employers[employer].caller, [&](app::Command& command) {
        return lending::propose(command, wanted);
    });
}

lending::AgreementRow draft(World& world, const lending::ProposalRow& proposal,
                            const Lent& worker) {
    lending::DraftAgreement terms;
    terms.proposal = proposal.id;
    terms.worker_name = {worker.name};
    terms.id_number = {worker.id_number};
    terms.contract_ends_on = add_days(proposal.ends_on, 400);
    terms.starts_on = proposal.starts_on;
    terms.ends_on = proposal.ends_on;
    terms.work = {"上甑、摘酒"};
    terms.address = {"工业大道 2 号酿造车间"};
    terms.wage_fen = {520000};
    terms.insurance_fen = {138000};
    terms.costs = lending::Costs{{{"餐费"}, {30000}}, {{"交通"}, {12000}}};
    terms.borrower_pays_fen = {700000};
    terms.injury_borrower_percent = {80};
    return world.act(world.employers[yibin].caller, [&](app::Command& command) {
        return lending::draft(command, terms);
    });
}

void sign(World& world, lending::AgreementId id, lending::Party party, const access::Caller& who) {
    world.act(who, [&](app::Command& command) {
        const auto row = lending::find_agreement(command.db, id);
        return lending::sign(command, *row, party,
                             {id, {row->digest}, lending::WorkRelation::labor_contract});
    });
}

/// Records the months that are over: all of them, or only the first.
void settle(World& world, lending::AgreementId id, const access::Caller& worker, bool all) {
    const auto agreement = lending::find_agreement(world.db(), id);
    const auto pay = [&world, &agreement](const lending::SettlementRow& month, Fen amount) {
        return multiply(amount, month.expected_wage_fen.value, agreement->wage_fen.value);
    };
    for (const auto& month : lending::settlements_of(world.db(), id)) {
        if (month.to_on >= world.today()) return;
        const Date paid_on = world.today();
        lending::BorrowerPaid in{month.id, pay(month, {690000}), paid_on, {"演示借入付款"}};
        const lending::PassedOn out{month.id, month.expected_wage_fen, pay(month, {138000}),
                                    pay(month, {42000}), paid_on, {"演示工资流水"}};
        world.act(world.employers[luzhou].caller, [&](app::Command& command) {
            return lending::record_borrower_paid(command, month, in);
        });
        const auto paid = lending::settlements_of(world.db(), id);
        const auto now = *std::find_if(paid.begin(), paid.end(),
                                       [&](const auto& each) { return each.id == month.id; });
        const auto passed = world.act(world.employers[yibin].caller, [&](app::Command& command) {
            return lending::record_passed_on(command, now, out);
        });
        if (!all) world.act(worker, [&](app::Command& command) {
            return lending::confirm_wage(command, passed);
        });
        if (!all) return;
    }
}

void tell_running(World& world) {
    world.at(days_before_end(world, 90), [&world] {
        const auto shortage = post(world, luzhou, lending::PostKind::shortage, 3, 120,
                                   "旺季酿造缺人，有经验者优先安排，包工作餐");
        const auto proposal = propose(world, yibin, shortage, 2, "我厂检修停产，可借出两名熟练工");
        const auto accepted = world.act(world.employers[luzhou].caller, [&](app::Command& command) {
            return lending::accept(command, proposal);
        });
        for (int i = 1; i <= 2; ++i) {
            const auto lent = add_lent(world, i, i == 1 ? "罗远航" : "钟秀禾");
            const auto id = draft(world, accepted, lent).id;
            sign(world, id, lending::Party::worker, lent.caller);
            sign(world, id, lending::Party::lender, world.employers[yibin].caller);
            sign(world, id, lending::Party::borrower, world.employers[luzhou].caller);
            // The first one's months are all passed on and wait for her word; of the other only the
            // first was, and the next one is late.
            const auto worker = lent.caller;
            world.at(days_before_end(world, i == 1 ? 2 : 55), [&world, id, worker, i] {
                settle(world, id, worker, i == 1);
            });
        }
    });
}

void tell_waiting(World& world) {
    world.at(days_before_end(world, 1), [&world] {
        const auto surplus = post(world, yibin, lending::PostKind::surplus, 4, 80,
                                  "检修期间可借出酿造工，均有岗位经验");
        (void)propose(world, neijiang, surplus, 2, "本厂新窖投产，缺熟练工");
        const auto shortage = post(world, zigong, lending::PostKind::shortage, 5, 60,
                                   "能适应倒班，提供住宿");
        const auto proposal = propose(world, yibin, shortage, 1, "可借出一名");
        const auto accepted = world.act(world.employers[zigong].caller, [&](app::Command& command) {
            return lending::accept(command, proposal);
        });
        const auto id = draft(world, accepted, add_lent(world, 3, "谢春江")).id;
        sign(world, id, lending::Party::lender, world.employers[yibin].caller);
        (void)post(world, neijiang, lending::PostKind::shortage, 6, 70, "会上甑摘酒");
    });
}

}  // namespace

void tell_lending(World& world) {
    tell_running(world);
    tell_waiting(world);
}

}  // namespace jianghui::demo
