// jianghui rank --order ID|--person ID -k 50

#include <fmt/format.h>

#include "engine/app/app.hpp"
#include "features/suggestions/endpoints.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/suggest.hpp"

namespace jianghui::suggestions {
namespace {

/// One line per item, its parts below, and what became of the others.
template <class T, class NameOf>
std::string words_of(const Suggestions<T>& said, NameOf name_of) {
    std::string out;
    int number = 0;
    for (const auto& item : said.items) {
        out += fmt::format("{:>3}  {:>4}  {}\n", ++number, item.score, name_of(item));
        for (const auto& part : item.parts.views())
            out += fmt::format("           {:>3}/{:<3} {}  {}\n", part.points, part.max,
                               part.reason.zh, part.reason.en);
    }
    out += fmt::format("{} considered\n", said.considered);
    for (const auto& removed : said.removed)
        out += fmt::format("{:>6}  {}  {}\n", removed.count, removed.reason.zh, removed.reason.en);
    if (said.what_counts) out += said.what_counts->zh + "\n" + said.what_counts->en + "\n";
    if (said.why_empty) out += said.why_empty->zh + "\n" + said.why_empty->en + "\n";
    if (said.advice) out += said.advice->zh + "\n" + said.advice->en + "\n";
    if (!out.empty()) out.pop_back();
    return out;
}

Result<app::Printed> rank_people(const store::Reader& reader, const app::Services& services,
                                 OrderId id, std::size_t k) {
    const auto order = orders::find(reader, id);
    if (!order) return refuse(error(not_found).at("/order"));
    const auto names_of = [&](const std::vector<PersonId>& ids) {
        std::vector<std::optional<people::Reference>> named;
        for (const auto person : ids) {
            const auto found = people::find(reader, person);
            named.push_back(found ? std::optional(people::Reference{
                                        person, people::masked_name(found->name)})
                                  : std::nullopt);
        }
        return named;
    };
    const Date today = date_of(services.get<Clock>().now());
    TRY(const auto said, candidates_of(services, *order, k, today, {}, names_of));
    return app::Printed{words_of(said,
                                 [](const CandidateView& item) {
                                     return item.person.id.text() + "  " + item.person.name;
                                 }),
                        codec::encode(said)};
}

Result<app::Printed> rank_orders(const store::Reader& reader, const app::Services& services,
                                 PersonId id, std::size_t k) {
    const auto person = people::find(reader, id);
    if (!person) return refuse(error(not_found).at("/person"));
    const Date today = date_of(services.get<Clock>().now());
    TRY(const auto said, matches_of(reader, services, *person, k, today));
    return app::Printed{words_of(said,
                                 [](const MatchView& item) {
                                     return item.order.id.text() + "  " + item.order.title;
                                 }),
                        codec::encode(said)};
}

}  // namespace

Result<app::Printed> rank(app::App& app, const Rank& input) {
    if (input.order.has_value() == input.person.has_value()) return refuse(rank_needs_one);
    const std::size_t k = input.k ? static_cast<std::size_t>(input.k->value) : 50;
    const auto& services = app.services();
    return services.get<store::Store>().read(
        [&](store::Reader& reader) -> Result<app::Printed> {
            return input.order ? rank_people(reader, services, *input.order, k)
                               : rank_orders(reader, services, *input.person, k);
        });
}

}  // namespace jianghui::suggestions
