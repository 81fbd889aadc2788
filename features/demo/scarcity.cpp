// Work for which there are hardly any people: posts that stay open all quarter, so that the shortage
// catalogue has something to say and warnings come.

#include <fmt/format.h>

#include "features/demo/members.hpp"
#include "features/demo/quarters.hpp"

namespace jianghui::demo {
namespace {

struct Scarce {
    std::size_t employer;
    std::string_view occupation;
    std::string_view title;
    std::string_view description;
    int headcount;
    int seekers;  ///< who look for this work, each quarter
    int pay_min_yuan;
    int pay_max_yuan;
    int quarters;  ///< so many before the last day's are short
};

constexpr Scarce scarce[] = {
    {0, "6-31-07-03", "工业机器人系统操作员", "包装线机器人上下料、点检和换型，提供岗前培训。", 120, 14, 6500, 8200, 3},
    {1, "6-31-01-03", "电工", "厂区配电巡检、设备检修，须能读图。", 46, 12, 5800, 7200, 2},
    {2, "6-18-01-07", "多工序数控机床操作调整工", "加工中心操作、对刀和首件检验。", 40, 11, 6200, 7800, 2},
};

/// Days from the beginning of a quarter: when a post opens, and when its work would begin.
constexpr int opens_after = 4;
constexpr int begins_after = 84;

void ask_for(World& world, const Scarce& work, Instant quarter) {
    const auto& employer = world.employers[work.employer];
    orders::CreateOrder wanted;
    wanted.title.text = work.title;
    wanted.description = Paragraph{std::string(work.description)};
    wanted.occupation.text = work.occupation;
    wanted.headcount.value = work.headcount;
    wanted.place = employer.place;
    wanted.address = String<0, 200>{"工业大道 8 号"};
    wanted.kind = orders::OrderKind::recruit;
    wanted.starts_on = add_days(date_of(quarter), begins_after);
    wanted.ends_on = add_days(date_of(quarter), begins_after + 89);
    wanted.closes_at = start_of(*wanted.starts_on);  // Else a post closes after a month, and is short of nobody any more.
    wanted.shift = orders::Shift::rotating;
    wanted.hours_per_day_tenths = Integer<5, 240>{80};
    wanted.pay_unit = orders::PayUnit::month;
    wanted.pay_min_fen = Fen{std::int64_t{100} * work.pay_min_yuan};
    wanted.pay_max_fen = Fen{std::int64_t{100} * work.pay_max_yuan};
    wanted.service_fee_fen = Fen{20'000};
    const auto drafted = world.act(employer.caller, [&](app::Command& command) {
        return orders::create_draft(command, employer.id, wanted);
    });
    (void)world.act(employer.caller, [&](app::Command& command) {
        return orders::publish_draft(command, drafted);
    });
}

/// Younger than all others of the demo, so that their numbers are nobody else's.
void seek(World& world, const Scarce& work, int number) {
    people::NewPerson wanted;
    static const char* const names[] = {"田", "白", "秦", "江", "史", "顾", "侯", "邵", "孟", "龙", "万", "段"};
    wanted.name.text = std::string(names[number % 12]) + (number % 2 == 0 ? "立新" : "晓川");
    const Date born = add_days(date_of(world.end), -(6800 + number % 400));
    wanted.id_number = synthetic_id_number(born, number);
    wanted.phone = synthetic_phone(9'200'000 + number);
    wanted.place = world.employers[work.employer].place;
    wanted.by_authority = true;
    wanted.occupations.push_back(OccupationCode{std::string(work.occupation)});
    (void)world.act(world.official_of(wanted.place), [&](app::Command& command) {
        return people::register_person(command, wanted);
    });
}

}  // namespace

void tell_scarcity(World& world) {
    int number = 0;
    for (const auto& work : scarce)
        for (int back = work.quarters; back >= 0; --back) {
            const Instant quarter = beginning_of_quarter(quarter_before_end(world, back));
            const Instant opens = quarter + std::chrono::hours(24 * opens_after + 10);
            world.at(opens, [&world, &work, quarter] { ask_for(world, work, quarter); });
            // A registration counts for half a year: these look for work in every quarter that is short.
            if ((work.quarters - back) % 2 != 0) continue;
            for (int i = 0; i < work.seekers; ++i, ++number)
                world.at(opens + std::chrono::hours(24 + i), [&world, &work, number] {
                    seek(world, work, number);
                });
        }
}

}  // namespace jianghui::demo
