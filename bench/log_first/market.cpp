#include "bench/log_first/market.hpp"

#include <fmt/format.h>

namespace jianghui::log_first {
namespace {

/// What the product reads from data/parameters.csv (account_reverification_months).
constexpr int verification_months = 6;

orders::OrderRow made_up_order(std::int64_t number, const Beginning& beginning) {
    const Instant now{std::chrono::milliseconds(beginning.at_ms)};
    orders::OrderRow order;
    order.id = {number + 1};
    order.city = {"511500"};
    order.place = {"511502"};
    order.kind = orders::OrderKind::recruit;
    order.headcount = order.remaining = order.cap_per_agency = static_cast<int>(beginning.headcount);
    order.lot_max = 100;
    order.opens_at = now - std::chrono::hours(1);
    order.closes_at = now + std::chrono::hours(24 * 365);
    order.status = orders::OrderStatus::open;
    return order;
}

organisations::GateFacts made_up_agency(std::int64_t number, const Beginning& beginning) {
    const Instant now{std::chrono::milliseconds(beginning.at_ms)};
    organisations::GateFacts facts;
    facts.organisation.id = {number + 1};
    facts.organisation.kind = organisations::OrganisationKind::agency;
    facts.organisation.status = organisations::OrganisationStatus::verified;
    facts.organisation.verified_at = now;
    facts.organisation.capacity = std::int64_t{2'000'000'000};
    using organisations::CredentialKind;
    for (const auto kind :
         {CredentialKind::filing, CredentialKind::dispatch_licence, CredentialKind::licence}) {
        organisations::Credential credential;
        credential.id = {static_cast<std::int64_t>(facts.credentials.size()) + 3 * number + 1};
        credential.kind = kind;
        credential.issuing_place = {"511500"};
        credential.scope.push_back(orders::OrderKind::recruit);
        credential.valid_from_on = add_days(date_of(now), -365);
        facts.credentials.push_back(std::move(credential));
    }
    return facts;
}

std::uint64_t mixed(std::uint64_t value) {
    value ^= value >> 31;
    value *= 0x9E3779B97F4A7C15ULL;
    return value ^ (value >> 29);
}

}  // namespace

Market::Market(const Beginning& beginning) : headcount_(beginning.headcount) {
    for (std::int64_t i = 0; i < beginning.orders; ++i)
        orders_.push_back(made_up_order(i, beginning));
    for (std::int64_t i = 0; i < beginning.agencies; ++i)
        agencies_.push_back({made_up_agency(i, beginning)});
    // Growing a table of millions is a pause that everybody would feel; a day's keys are foreseen.
    answers_.reserve(4'000'000);
    shares_.reserve(4'000'000);
}

Answer Market::decide(const Grab& grab, std::int64_t position) {
    const Key key{grab.key_high, grab.key_low};
    if (const auto found = answers_.find(key); found != answers_.end())
        return {found->second, {}, true};
    if (grab.order < 0 || grab.order >= orders() || grab.agency < 0 || grab.agency >= agencies())
        return {0, "not_found"};
    auto& order = orders_[static_cast<std::size_t>(grab.order)];
    auto& agency = agencies_[static_cast<std::size_t>(grab.agency)];
    if (grab.order_version != 0 && grab.order_version != order.version) return {0, "order_newer"};
    const auto pair =
        static_cast<std::uint64_t>(grab.order) << 32 | static_cast<std::uint64_t>(grab.agency);
    const auto known = held_.find(pair);
    const int held = known == held_.end() ? 0 : known->second;
    const Instant at{std::chrono::milliseconds(grab.at_ms)};
    if (auto may = orders::may_take(order, grab.seats, held, at); !may)
        return {0, std::move(may).error().code};
    shares::GateQuestion question;
    question.kind = order.kind;
    question.needs = organisations::CredentialKind::licence;
    question.seats = grab.seats;
    question.today = date_of(at);
    question.verification_months = verification_months;
    question.agency_seats = agency.seats;
    if (auto gate = shares::judge(agency.facts, question); !gate)
        return {0, std::move(gate).error().code};
    order.remaining -= grab.seats;
    if (order.remaining == 0) order.status = orders::OrderStatus::filled;
    held_[pair] = held + grab.seats;
    agency.seats += grab.seats;
    answers_.emplace(key, position);
    shares_.push_back({grab.key_high, grab.key_low, static_cast<std::int32_t>(grab.order),
                       static_cast<std::int32_t>(grab.agency), grab.seats, grab.at_ms});
    return {position};
}

std::int64_t Market::share_of(std::uint64_t key_high, std::uint64_t key_low) const {
    const auto found = answers_.find(Key{key_high, key_low});
    return found == answers_.end() ? 0 : found->second;
}

std::uint64_t Market::digest() const {
    std::uint64_t sum = 1;
    const auto add = [&](auto value) { sum = mixed(sum + static_cast<std::uint64_t>(value)); };
    for (const auto& order : orders_) add(order.remaining);
    for (const auto& agency : agencies_) add(agency.seats);
    for (const auto& share : shares_) {
        add(share.key_high);
        add(share.key_low);
        add(share.order);
        add(share.agency);
        add(share.seats);
        add(share.at_ms);
    }
    return sum;
}

std::string Market::faults() const {
    std::vector<std::int64_t> taken(orders_.size());
    for (const auto& share : shares_) taken[static_cast<std::size_t>(share.order)] += share.seats;
    for (std::size_t i = 0; i < orders_.size(); ++i)
        if (orders_[i].remaining < 0 || taken[i] + orders_[i].remaining != headcount_)
            return fmt::format("order {}: {} taken, {} left of {}", i, taken[i],
                               orders_[i].remaining, headcount_);
    if (answers_.size() != shares_.size())
        return fmt::format("{} keys for {} shares", answers_.size(), shares_.size());
    return "";
}

}  // namespace jianghui::log_first
