// Employers and agencies: registered, verified, licensed, verified again every five months; some
// wait, are refused, suspended or excluded.

#include <iterator>

#include <fmt/format.h>

#include "engine/registers/registers.hpp"
#include "features/demo/members.hpp"

namespace jianghui::demo {
namespace {

using organisations::OrganisationKind;

/// Pairs of the sexagenary cycle: plain, pronounceable and of no real company in these trades.
std::string cycle_name(int number) {
    static const char* const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    static const char* const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                           "午", "未", "申", "酉", "戌", "亥"};
    return std::string(stems[number % 10]) + branches[number % 12];
}

/// Who answers for an organisation: nobody real is called after a pair of the cycle, and a reader sees that.
std::string contact_name(int number) {
    static const char* const families[] = {"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨", "朱"};
    return families[static_cast<std::size_t>(number) % std::size(families)] + cycle_name(number + 17);
}

std::string short_city(const PlaceCode& county) {
    static const std::map<std::string, std::string> names{
        {"511500", "宜宾"}, {"510500", "泸州"}, {"511000", "内江"}, {"510300", "自贡"},
        {"500116", "江津"}, {"500118", "永川"}, {"500153", "荣昌"}};
    const auto city = names.find(county.text.substr(0, 4) + "00");
    return city != names.end() ? city->second : names.at(county.text);
}

struct Planned {
    OrganisationKind kind;
    PlaceCode county;
    std::string name;
    std::string_view industry;
    std::string account;
    bool signs_in = false;
};

Party register_party(World& world, const Planned& planned, int number) {
    organisations::NewOrganisation wanted;
    wanted.kind = planned.kind;
    wanted.name.text = planned.name;
    wanted.credit_code = credit_code(number);
    wanted.place = planned.county;
    wanted.industry = IndustryCode{std::string(planned.industry)};
    wanted.address.text = fmt::format("工业大道 {} 号", 1 + number % 200);
    wanted.contact_name = String<1, 50>{contact_name(number)};
    wanted.contact_phone = fmt::format("0830-00{:05}", number);
    const bool agency = planned.kind == OrganisationKind::agency;
    if (agency) wanted.capacity = world.between(3, 12) * 100;
    Party party;
    party.id = world.act(access::Caller{}, [&](app::Command& command) {
        return organisations::register_organisation(command, wanted);
    });
    party.name = planned.name;
    party.place = planned.county;
    party.industry = planned.industry;
    party.caller =
        add_account(world, {planned.account, contact_name(number), agency ? access::Role::agency
                                                              : access::Role::employer,
                            planned.county, party.id, {}, planned.name, planned.signs_in});
    return party;
}

void verify(World& world, const Party& party) {
    world.act(world.official_of(party.place), [&](app::Command& command) {
        return organisations::verify(command, party.id);
    });
}

/// Again every five months: half a year is the limit.
void keep_verified(World& world, const Party& party) {
    verify(world, party);
    world.at(world.now + std::chrono::hours(24 * 150),
             [&world, party] { keep_verified(world, party); });
}

void license(World& world, const Party& party, Date until) {
    using K = organisations::OrderKind;
    const auto issue = [&](organisations::CredentialKind kind, const char* letter,
                           std::vector<K> scope) {
        organisations::NewCredential wanted;
        wanted.kind = kind;
        wanted.number.text = fmt::format("演示{}{}", letter, party.id.text());
        wanted.issuing_place = party.place.text.starts_with("50") ? party.place : city_of(party.place);
        for (const K of_order : scope) wanted.scope.push_back(of_order);
        wanted.valid_from_on = add_days(world.today(), -world.between(20, 700));
        if (kind != organisations::CredentialKind::filing) wanted.valid_to_on = until;
        world.act(world.official_of(party.place), [&](app::Command& command) {
            return organisations::issue_credential(command, party.id, wanted);
        });
    };
    issue(organisations::CredentialKind::licence, "许", {K::recruit, K::search});
    issue(organisations::CredentialKind::filing, "备",
          {K::outsource, K::flex, K::lend, K::train, K::assess, K::procure});
    issue(organisations::CredentialKind::dispatch_licence, "派", {K::dispatch});
}

/// Every place of the region recognises the filings of the others, from the first day on.
void recognise_filings(World& world, const std::vector<PlaceCode>& counties) {
    for (const PlaceCode& county : counties)
        for (const PlaceCode& from : counties) {
            if (city_of(from) == city_of(county)) continue;
            registers::NewEntry wanted;
            wanted.place = city_of(county);
            wanted.valid_from_on = world.today();
            wanted.values = {{"register", "hr_service_filing"},
                             {"origin", city_of(from).text},
                             {"counts_in", codec::json::array{city_of(county).text}},
                             {"basis", "川南渝西人力资源协同发展联盟备案互认（演示）"}};
            world.act(world.official_of(county), [&](app::Command& command) -> Result<Done> {
                TRY(const auto definition,
                    command.services.get<registers::Catalogue>().current(
                        registers::recognition_register));
                TRY_DO(registers::issue(command, *definition, wanted));
                return Done{};
            });
        }
}

void punish(World& world, const Party& party, int way) {
    const auto& official = world.official_of(party.place);
    // Whoever excludes needs a colleague: the province's official decides.
    const auto& colleague = world.officials.at(party.place.text.substr(0, 2) + "0000");
    if (way == 0 || colleague.account == official.account) {
        world.call(official, "organisations.suspend", {{"organisation", party.id.text()}},
                   R"({"reason_code":"false_posts","reason":"发布的岗位与实际不符"})");
    } else {
        world.call(official, "organisations.exclude", {{"organisation", party.id.text()}},
                   R"({"reason_code":"unpaid_wages"})");
        world.call(colleague, "organisations.decide_exclusion", {{"organisation", party.id.text()}});
    }
}

/// What becomes of the n-th of its kind. The first ones, whom the story needs, are always good.
void begin_party(World& world, const Planned& planned, int number, int of_kind, int safe) {
    Party party = register_party(world, planned, number);
    const bool agency = planned.kind == OrganisationKind::agency;
    const int fate = of_kind < safe ? 99 : (of_kind - safe) % 20;
    party.active = fate >= (agency ? 5 : 2);
    auto& all = agency ? world.agencies : world.employers;
    all.push_back(party);
    if (fate == 0) {  // Turned away.
        world.in(24 * 60, [&world, party] {
            world.call(world.official_of(party.place), "organisations.refuse",
                       {{"organisation", party.id.text()}},
                       R"({"reason_code":"incomplete_documents","reason":"缺少营业执照"})");
        });
        return;
    }
    world.in(world.between(60, 20 * 60), [&world, party, agency, fate] {
        if (party.active) {
            keep_verified(world, party);
        } else {
            verify(world, party);
        }
        const Date last = date_of(world.end);
        if (agency) license(world, party, add_days(last, fate == 4 ? -40 : 900));
        if (!party.active && fate < 4)
            world.in(world.between(30, 200) * 24 * 60,
                     [&world, party, fate] { punish(world, party, fate % 2); });
    });
}

/// Registered in the last days: they wait for an official.
void tell_waiting(World& world, int& number) {
    static const char* const places[] = {"511502", "511503", "511504", "511502", "510502", "511002",
                                         "510302", "500116"};
    for (int i = 0; i < 8; ++i) {
        const bool agency = i % 3 == 2;
        const Planned planned{agency ? OrganisationKind::agency : OrganisationKind::employer,
                              {places[i]},
                              short_city({places[i]}) + cycle_name(i + 31) +
                                  (agency ? "人力资源有限公司" : "机械有限公司"),
                              agency ? "L72" : "C38",
                              fmt::format("waiting-{}", i + 1)};
        const int count = ++number;
        world.at(world.end - std::chrono::hours(5 + 17 * i), [&world, planned, count] {
            (void)register_party(world, planned, count);
        });
    }
}

}  // namespace

std::string credit_code(int number) {
    for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
        const auto code = fmt::format("91519900MA0{:06}{}", number, last);
        if (credit_code_checks(code)) return code;
    }
    return {};
}

void tell_organisations(World& world) {
    static const char* const seats[] = {"511502", "510502", "511002", "510302",
                                        "500116", "500118", "500153"};
    static const char* const names[] = {"yibin", "luzhou", "neijiang", "zigong",
                                        "jiangjin", "yongchuan", "rongchang"};
    world.at(world.start, [&world] {
        recognise_filings(world, {std::begin(seats), std::end(seats)});
    });
    int number = 0;
    Instant when = world.start + std::chrono::hours(1);
    const auto plan = [&](Planned planned, int of_kind, int safe) {
        const int count = ++number;
        world.at(when, [&world, planned = std::move(planned), count, of_kind, safe] {
            begin_party(world, planned, count, of_kind, safe);
        });
        when += std::chrono::minutes(5);
    };
    for (int i = 0; i < world.scale.agencies; ++i) {
        const bool first = i < 7;
        const PlaceCode county = first ? PlaceCode{seats[i]} : world.any_county(world.any_city());
        plan({OrganisationKind::agency, county,
              short_city(county) + cycle_name(i) + "人力资源有限公司", "L72",
              first ? fmt::format("agency-{}", names[i]) : fmt::format("agency-{}", i + 1),
              first && i < 4},
             i, world.wanted.small ? 5 : 20);
    }
    for (int i = 0; i < world.scale.employers; ++i) {
        const bool first = i < 4;
        const Trade& trade = i == 0 ? trades().front() : trades()[static_cast<std::size_t>(i) % trades().size()];
        const PlaceCode county = first ? PlaceCode{seats[i]} : world.any_county(world.any_city());
        plan({OrganisationKind::employer, county,
              fmt::format("{}{}{}有限公司", short_city(county), cycle_name(i + i / 60),
                          trade.business),
              trade.industry,
              first ? fmt::format("employer-{}", names[i]) : fmt::format("employer-{}", i + 1),
              first},
             i, 20);
    }
    tell_waiting(world, number);
}

}  // namespace jianghui::demo
