// Twenty thousand people of nobody's name: homes in the real counties, work that they can do.

#include <fmt/format.h>

#include "features/demo/members.hpp"

namespace jianghui::demo {
namespace {

std::string made_up_name(World& world) {
    static const std::vector<std::string> family{"王", "李", "张", "刘", "陈", "杨", "黄", "周",
                                                 "吴", "徐", "孙", "罗", "何", "曾", "邓", "唐",
                                                 "郑", "谢", "冯", "蒋", "彭", "曹", "袁", "钟"};
    static const std::vector<std::string> given{"伟", "芳", "敏", "静", "丽", "强", "磊", "军", "洋",
                                                "勇", "艳", "杰", "娟", "涛", "明", "超", "兰", "霞",
                                                "平", "刚", "桂", "英", "华", "建", "玉", "春", "秋",
                                                "红", "海", "燕"};
    return world.pick(family) + world.pick(given) + (world.chance(70) ? world.pick(given) : "");
}

/// As what kind of job seeker she is registered; one in six says nothing. From her number and age alone, so
/// that it takes no chance from what else happens in the demonstration.
std::optional<people::SeekerKind> seeker_kind_of(int number, int age) {
    static const std::vector<std::string> young{"graduate", "new_youth", "rural_local", "lost_job", "student"};
    static const std::vector<std::string> others{"lost_job", "rural_local", "rural_local", "employed",
                                                 "other_unemployed", "lost_job", "from_elsewhere"};
    if (number % 6 == 0) return std::nullopt;
    const auto& kinds = age < 25 ? young : others;
    return people::SeekerKind{kinds[static_cast<std::size_t>(number) % kinds.size()]};
}

people::NewPerson profile_of(World& world, const Human& human, int number) {
    const Trade& trade = trades()[human.trade];
    static const std::vector<std::string> educations{"primary", "junior", "junior", "junior",
                                                     "senior",  "senior", "vocational", "vocational",
                                                     "college"};
    people::NewPerson wanted;
    wanted.name.text = made_up_name(world);
    // Date and number together are unique: of every thousand, the dates are those of one rest.
    const Date born = add_days(date_of(world.end),
                               -(20 * 366 + 24 * world.between(0, 560) + number / 1000));
    wanted.id_number = synthetic_id_number(born, number);
    wanted.phone = synthetic_phone(number);
    wanted.place = human.place;
    auto education = world.pick(educations);
    if (world.tables().find_item("education_levels", education) == nullptr) education = "senior";
    wanted.education = people::EducationCode{education};
    wanted.seeker_kind = seeker_kind_of(number, age_on(born, date_of(world.end)));
    wanted.occupations.push_back(OccupationCode{std::string(trade.occupation)});
    const Trade& second = world.pick(trades());
    if (second.occupation != trade.occupation && world.chance(40))
        wanted.occupations.push_back(OccupationCode{std::string(second.occupation)});
    std::string_view skills = trade.skills;
    while (!skills.empty()) {
        const auto end = std::min(skills.find('|'), skills.size());
        if (world.chance(75))
            wanted.skills.push_back({{std::string(skills.substr(0, end))}, {world.between(0, 4)}});
        skills.remove_prefix(std::min(end + 1, skills.size()));
    }
    wanted.experience_years = Integer<0, 60>{world.between(0, 15)};
    if (human.certified && !trade.certificate.empty())
        wanted.certificates.push_back({{std::string(trade.certificate)},
                                       String<1, 60>{fmt::format("演示{:06}", number)},
                                       add_days(date_of(world.end), world.between(200, 1000))});
    wanted.pay_unit = trade.unit;
    wanted.pay_asked_fen =
        Fen{std::int64_t{100} * (trade.pay_min_yuan + world.between(-10, 5) * trade.pay_min_yuan / 100)};
    wanted.reach_km = Integer<0, 3000>{world.between(1, 12) * 10};
    return wanted;
}

void add_person(World& world, int number, std::size_t first_agency) {
    Human human;
    human.trade = world.random.below(trades().size());
    human.certified = world.chance(80);
    const bool own = first_agency < world.agencies.size();
    const bool by_agency = own || world.chance(85);
    std::size_t agency = own ? first_agency : world.random.below(world.agencies.size());
    if (!world.agencies[agency].active) agency = agency % 5;
    Party& of = world.agencies[agency];
    human.place = own || world.chance(60) ? world.any_county(
                      of.place.text.starts_with("50") ? of.place.text : of.place.text.substr(0, 4) + "00")
                                          : world.any_county(world.any_city());
    auto wanted = profile_of(world, human, number);
    if (by_agency) wanted.agency = of.id;
    const auto& registrar = by_agency ? of.caller : world.official_of(human.place);
    wanted.by_authority = !by_agency;
    human.id = world.act(registrar, [&](app::Command& command) {
        return people::register_person(command, wanted);
    });
    human.caller.role = access::Role::worker;
    human.caller.person = human.id;
    human.caller.place = human.place;
    human.pool = !by_agency || world.chance(45);
    const auto agree = [&](people::ConsentPurpose purpose) {
        world.act(human.caller, [&](app::Command& command) {
            return people::set_consent(command, human.id, purpose, true,
                                       people::ConsentChannel::demonstration);
        });
    };
    if (human.pool) agree(people::ConsentPurpose::public_pool);
    if (human.pool && world.chance(60)) agree(people::ConsentPurpose::contact);
    if (world.chance(70))
        world.act(world.official_of(human.place), [&](app::Command& command) {
            return people::verify(command, human.id);
        });
    if (by_agency) of.candidates.push_back(world.people.size());
    world.people.push_back(std::move(human));
}

/// Two of three say after five months that all is as it was: a registration counts for half a year.
void keep_registered(World& world, std::size_t index) {
    if (index % 3 == 0) return;
    constexpr int days = 150;
    world.at(world.now + std::chrono::hours(24 * days), [&world, index] {
        const auto& human = world.people[index];
        world.call(human.caller, "people.change", {{"person", human.id.text()}});
        keep_registered(world, index);
    });
}

}  // namespace

std::string synthetic_id_number(Date born, int number) {
    std::string text = fmt::format("519900{:04}{:02}{:02}{:03}", int(born.year()),
                                   unsigned(born.month()), unsigned(born.day()), number % 1000);
    return text + identity_check_character(text);
}

std::string synthetic_phone(int number) {
    return fmt::format("1540{:07}", number);
}

bool is_free(const Human& human, Date from, Date to) {
    for (const auto& [first, last] : human.busy)
        if (first <= to && from <= last) return false;
    return true;
}

void tell_people(World& world) {
    // Most in the first month, the others as the year goes by.
    const Instant begin = world.start + std::chrono::hours(72);
    const auto month = std::chrono::minutes(25 * 24 * 60);
    const int first = world.scale.people * 7 / 10;
    for (int number = 1; number <= world.scale.people; ++number) {
        const bool early = number <= first;
        const auto after = early ? month * number / first
                                 : month + (world.end - begin - month) *
                                               (number - first) / (world.scale.people - first + 1);
        // Each active agency has a few of its own before anybody is drawn by lot.
        const std::size_t own = number <= world.scale.people / 2 && number % 2 == 0
                                    ? static_cast<std::size_t>(number / 2) %
                                          static_cast<std::size_t>(world.scale.agencies)
                                    : static_cast<std::size_t>(-1);
        world.at(std::chrono::time_point_cast<Milliseconds>(begin + after),
                 [&world, number, own] {
                     add_person(world, number, own);
                     keep_registered(world, world.people.size() - 1);
                 });
    }
    // Those of the showcase sign in themselves; they are kept free for it.
    world.at(begin + month + std::chrono::hours(1), [&world] {
        for (int i = 1; i <= 3; ++i) {
            Human human;
            human.trade = 0;
            human.certified = true;
            human.reserved = true;
            human.pool = true;
            human.place = {i == 3 ? "510502" : "511502"};
            auto wanted = profile_of(world, human, world.scale.people + i);
            wanted.agency = world.agencies[1].id;
            human.id = world.act(world.agencies[1].caller, [&](app::Command& command) {
                return people::register_person(command, wanted);
            });
            human.caller = add_account(world, {fmt::format("worker-{}", i), wanted.name.text,
                                               access::Role::worker, human.place, {}, human.id});
            for (const auto purpose :
                 {people::ConsentPurpose::public_pool, people::ConsentPurpose::contact})
                world.act(human.caller, [&](app::Command& command) {
                    return people::set_consent(command, human.id, purpose, true,
                                               people::ConsentChannel::demonstration);
                });
            world.act(world.official_of(human.place), [&](app::Command& command) {
                return people::verify(command, human.id);
            });
            world.people.push_back(std::move(human));
        }
    });
}

}  // namespace jianghui::demo
