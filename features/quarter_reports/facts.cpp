#include "features/quarter_reports/facts.hpp"

#include <algorithm>
#include <unordered_map>

#include "features/orders/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::quarter_reports {
namespace {

/// The post of a record. Of several orders that are one fact the newest says what is asked for.
Post post_of(const store::Reader& reader, const statistics::RecordRow& record,
             std::map<OrganisationId, CreditCode>& codes) {
    Post post;
    post.place = record.place;
    post.occupation = record.occupation;
    post.industry = record.industry;
    post.amount = record.amount;
    const auto order = orders::find(reader, OrderId{record.subject});
    if (!order) return post;
    post.employer = order->employer;
    post.education = order->education.value_or("");
    for (const auto& skill : order->skills)
        if (skill.level)
            post.skill_level = std::max(post.skill_level, static_cast<int>(skill.level->value));
    const auto [known, is_new] = codes.try_emplace(order->employer);
    if (is_new)
        if (const auto employer = organisations::find(reader, order->employer))
            known->second = employer->credit_code;
    post.employer_code = known->second;
    return post;
}

std::vector<Seeker> seekers_of(const store::Reader& reader, const app::Services& services,
                               const std::vector<statistics::RecordRow>& records) {
    std::vector<Seeker> seekers;
    std::unordered_map<std::int64_t, std::size_t> index;
    for (const auto& record : records) {
        index[record.subject] = seekers.size();
        seekers.push_back({record.place, record.occupation, {PersonId{record.subject}, {}, {}, {}, 0, {}}});
    }
    if (services.has<TraitsOfPeople>())
        services.get<TraitsOfPeople>().each(
            reader, [&](PersonId person) { return index.count(person.number) > 0; },
            [&](const PersonTraits& traits) {
                seekers[index.at(traits.id.number)].traits = traits;
            });
    return seekers;
}

}  // namespace

int period_of(const ReportRow& report) {
    const auto period = statistics::parse_period(statistics::PeriodKind::quarter, report.period);
    ASSERT(period.has_value());
    return *period;
}

Result<MeasurePair> measures_now(const app::Services& services) {
    const auto& measures = services.get<statistics::Measures>();
    MeasurePair pair;
    TRY(pair.demand, measures.current("demand"));
    TRY(pair.supply, measures.current("supply"));
    if (pair.demand->period != statistics::PeriodKind::quarter ||
        pair.supply->period != statistics::PeriodKind::quarter)
        return refuse(error(statistics::period_malformed).at("/period"));
    return pair;
}

Result<MeasurePair> measures_of(const app::Services& services, const ReportRow& report) {
    const auto& measures = services.get<statistics::Measures>();
    MeasurePair pair;
    TRY(pair.demand, measures.version("demand", report.demand_formula));
    TRY(pair.supply, measures.version("supply", report.supply_formula));
    return pair;
}

std::vector<statistics::RecordRow> records_of(const store::Reader& reader,
                                              const statistics::Measure& measure,
                                              const ReportRow& report) {
    auto records =
        statistics::all_records(reader, measure, {period_of(report), report.place, report.position});
    std::erase_if(records, [&](const auto& record) {
        return std::none_of(report.included.begin(), report.included.end(),
                            [&](const auto& place) { return within(record.place, place); });
    });
    return records;
}

Tally tally_of(const store::Reader& reader, const app::Services& services,
               const MeasurePair& measures, const ReportRow& report) {
    std::vector<Post> posts;
    std::map<OrganisationId, CreditCode> codes;
    for (const auto& record : records_of(reader, *measures.demand, report))
        posts.push_back(post_of(reader, record, codes));
    const auto seekers =
        seekers_of(reader, services, records_of(reader, *measures.supply, report));
    const Date last_day = add_days(
        date_of(statistics::beginning_of(statistics::PeriodKind::quarter, period_of(report) + 1)),
        -1);
    return tally(services.get<codes::Tables>(), posts, seekers, !report.place, last_day);
}

}  // namespace jianghui::quarter_reports
