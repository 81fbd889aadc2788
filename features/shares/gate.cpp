#include "features/shares/gate.hpp"

#include <algorithm>

#include "engine/registers/registers.hpp"
#include "features/codes/api.hpp"
#include "features/shares/api.hpp"
#include "features/shares/rules.hpp"
#include "features/shares/store.hpp"

namespace jianghui::shares {
namespace {

/// The credential that an order of this kind needs (data/order_kinds.csv, CORRECTIONS 1). A kind
/// without one in the data needs the licence: the strictest.
organisations::CredentialKind credential_needed(const codes::Tables& tables,
                                                orders::OrderKind kind) {
    return codec::parse_enum<organisations::CredentialKind>(
               tables.credential_for(codec::enum_text(kind)))
        .value_or(organisations::CredentialKind::licence);
}

GateQuestion gate_question(const app::Services& services, const orders::OrderRow& order,
                           const AgencyTotals& totals, Instant now) {
    const auto& tables = services.get<codes::Tables>();
    GateQuestion question;
    question.kind = order.kind;
    question.needs = credential_needed(tables, order.kind);
    question.place = order.place;
    question.today = date_of(now);
    question.verification_months = static_cast<int>(
        tables.parameter_or("account_reverification_months", question.today, 6));
    question.agency_seats = totals.seats;
    question.open_defaults = totals.open_defaults;
    return question;
}

/// Whether credentials of that kind count in every place, as their register says.
bool counts_everywhere(const app::Services& services, organisations::CredentialKind needs) {
    const auto effect = codec::parse_enum<registers::GateEffect>(codec::enum_text(needs));
    const auto definition = services.get<registers::Catalogue>().find_if(
        [&](const registers::Register& one) { return one.gate_effect() == effect; });
    return definition && definition->counts == registers::Counts::everywhere;
}

/// Those of the kind needed that do not count in the order's place. Asks the registers only for
/// credentials of another place.
std::vector<CredentialId> counting_elsewhere(const store::Reader& reader,
                                             const organisations::GateFacts& facts,
                                             const GateQuestion& question) {
    std::vector<CredentialId> elsewhere;
    for (const auto& credential : facts.credentials) {
        if (credential.kind != question.needs ||
            within(question.place, credential.issuing_place) ||
            !organisations::in_force_on(credential, question.today))
            continue;
        const auto entry = registers::find(reader, registers::EntryId{credential.id.number});
        if (!entry || !registers::counts_now(reader, *entry, question.place, question.today))
            elsewhere.push_back(credential.id);
    }
    return elsewhere;
}

}  // namespace

std::optional<AtGate> at_gate(const store::Reader& reader, const app::Services& services,
                              const orders::OrderRow& order, OrganisationId agency, Instant now) {
    auto facts = organisations::gate_facts(reader, agency);
    if (!facts) return std::nullopt;
    const auto totals = totals_of(reader, agency);
    return at_gate(reader, std::move(*facts), totals, services, order, now);
}

AtGate at_gate(const store::Reader& reader, organisations::GateFacts facts,
               const AgencyTotals& totals, const app::Services& services,
               const orders::OrderRow& order, Instant now) {
    auto question = gate_question(services, order, totals, now);
    question.counts_everywhere = counts_everywhere(services, question.needs);
    if (!question.counts_everywhere)
        question.elsewhere = counting_elsewhere(reader, facts, question);
    return {std::move(facts), std::move(question)};
}

Result<Gate> pass_gate(const store::Reader& reader, const app::Services& services,
                       const orders::OrderRow& order, OrganisationId agency, int seats,
                       Instant now) {
    auto asking = at_gate(reader, services, order, agency, now);
    if (!asking) return refuse(organisation_unverified);
    asking->question.seats = seats;
    return judge(asking->facts, asking->question);
}

Result<std::vector<GateFact>> pass_tiers(const store::Reader& reader,
                                         const app::Services& services,
                                         const orders::OrderRow& order,
                                         const organisations::GateFacts& facts, Instant at) {
    if (order.tiers.empty() || !orders::first_come(order)) return std::vector<GateFact>();
    const auto& rule = services.get<TierRule>();
    if (!rule.ask) return std::vector<GateFact>();
    return rule.ask(reader, services, order, facts, at);
}

namespace {

/// When a refusal says that it ends.
std::optional<Instant> opens_at(const Error& refusal) {
    if (refusal.code != tier_not_open.code) return std::nullopt;
    for (const auto& [name, value] : refusal.facts)
        if (name == "opens_at") return parse_instant(value);
    return std::nullopt;
}

}  // namespace

Result<int> room_of(const store::Reader& reader, const app::Services& services,
                    const orders::OrderRow& order, OrganisationId agency, int seats,
                    Instant now) {
    auto asking = at_gate(reader, services, order, agency, now);
    if (!asking) return refuse(organisation_unverified);
    auto& question = asking->question;
    question.seats = seats;
    if (const auto capacity = asking->facts.organisation.capacity) {
        const int free = static_cast<int>(*capacity) - question.agency_seats;
        question.seats = std::clamp(free, 1, seats);  // Without room the gate refuses one seat.
    }
    TRY_DO(judge(asking->facts, question));
    return question.seats;
}

GateAnswer ask_gate(const store::Reader& reader, const app::Services& services,
                    const orders::OrderRow& order, OrganisationId agency, Instant now) {
    const int held = agency_seats_of_order(reader, order.id, agency);
    GateAnswer answer;
    answer.max_seats = orders::most_seats(order, order.lot_max, held);
    answer.min_seats = orders::least_seats(order);
    const int seats = answer.min_seats;
    const auto add = [&](const Error& refusal) {
        answer.refusals.push_back(
            {refusal.code, refusal.message, what_satisfies(refusal.code), opens_at(refusal)});
    };
    if (const auto may = orders::may_take(order, seats, held, now); !may) add(may.error());
    if (const auto gate = pass_gate(reader, services, order, agency, seats, now); !gate) {
        if (gate.error().errors.empty()) add(gate.error());
        for (const auto& single : gate.error().errors) add(single);
    }
    if (!order.tiers.empty()) {
        const auto facts = organisations::gate_facts(reader, agency);
        if (facts)
            if (const auto tiers = pass_tiers(reader, services, order, *facts, now); !tiers)
                add(tiers.error());
    }
    answer.allowed = answer.refusals.empty();
    if (!answer.allowed) answer.max_seats = 0;
    return answer;
}

bool may_grab(const store::Reader& reader, const app::Services& services,
              const orders::OrderRow& order, OrganisationId agency, Instant now) {
    return ask_gate(reader, services, order, agency, now).allowed;
}

}  // namespace jianghui::shares
