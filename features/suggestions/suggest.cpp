#include "features/suggestions/suggest.hpp"

#include "features/seats/api.hpp"

namespace jianghui::suggestions {

std::vector<PartView> parts_of(const SaidParts::Found& found, const matching::Names& names) {
    std::vector<PartView> parts;
    parts.reserve(found.size());
    for (const auto& part : found)
        parts.push_back(
            {part.code, part.points, part.points_max, matching::reason(part, names)});
    return parts;
}

std::vector<PartView> SaidParts::views() const {
    return parts_of(found_, *names_);
}

void SaidParts::write(std::string& out) const {
    constexpr std::string_view before_code = R"({"code":")";
    constexpr std::string_view before_points = R"(","points":)";
    constexpr std::string_view before_max = R"(,"max":)";
    constexpr std::string_view before_reason = R"(,"reason":)";
    constexpr std::size_t long_reason = 240;
    Text reason;
    reason.zh.reserve(long_reason);
    reason.en.reserve(long_reason);
    char between = '[';
    for (const auto& part : found_) {
        out += between;
        between = ',';
        out += before_code;
        out += matching::code(part.code);
        out += before_points;
        codec::write_integer(out, part.points);
        out += before_max;
        codec::write_integer(out, part.points_max);
        out += before_reason;
        matching::say_reason(part, *names_, reason);
        codec::write(out, reason);
        out += '}';
    }
    out += ']';
}

Result<Candidates> candidates_of(const app::Services& services, const orders::OrderRow& row,
                                 std::size_t k, Date today, const Pool::Admission& admitted,
                                 const NamesOf& names_of) {
    const auto& pool = services.get<Pool>();
    TRY(const auto order, order_of(row, {}, today, pool.dictionary(services)));
    TRY(auto ranking, pool.rank_workers(order, k, today, admitted));
    Candidates said;
    said.position = ranking.position;
    account(ranking, said);
    std::vector<PersonId> people;
    for (const auto& item : ranking.items) people.push_back({item.id});
    auto named = names_of(people);
    said.items.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        // Who was erased within the last second is left out: the index learns it a moment later.
        if (named[i])
            said.items.push_back({*std::move(named[i]), ranking.items[i].score,
                                  {std::move(ranking.items[i].parts), pool.index().names()}});
    }
    return said;
}

Result<Matches> matches_of(const store::Reader& reader, const app::Services& services,
                           const people::Person& person, std::size_t k, Date today) {
    const auto& pool = services.get<Pool>();
    const auto busy = seats::busy_days(reader, person.city, person.id, today);
    TRY(const auto worker, worker_of(person, busy, pool.dictionary(services)));
    TRY(auto ranking, pool.rank_orders(worker, k, today));
    Matches said;
    said.position = ranking.position;
    account(ranking, said, matching::Sought::orders);
    for (auto& item : ranking.items)
        // An order that was closed within the last second is left out.
        if (const auto order = orders::find(reader, OrderId{item.id}))
            said.items.push_back({orders::view(reader, services, *order), item.score,
                                  {std::move(item.parts), pool.index().names()}});
    return said;
}

}  // namespace jianghui::suggestions
