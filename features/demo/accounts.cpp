// Who may sign in: officials, inspector and the three administrators first, then those officials' colleagues;
// the others join when their organisation or person is there.

#include <fmt/format.h>

#include "features/accounts/api.hpp"
#include "features/demo/members.hpp"
#include "features/papers/api.hpp"

namespace jianghui::demo {
namespace {

std::string readable_password(Random& chance) {
    static const std::vector<std::string> words{"Bamboo", "Harbour", "Lantern", "Orchard",
                                                "River",  "Sorghum", "Tea",     "Terrace",
                                                "Valley", "Willow"};
    const auto word = [&] { return words[chance.below(words.size())]; };
    return fmt::format("{}-{}-{:04}", word(), word(), chance.below(10'000));
}

}  // namespace

access::Caller add_account(World& world, const NewMember& wanted) {
    access::NewAccount made;
    made.login = wanted.account;
    made.name = wanted.name;
    made.role = wanted.role;
    made.place = wanted.place;
    made.organisation = wanted.organisation;
    made.person = wanted.person;
    made.demo = true;
    if (wanted.signs_in) {
        const auto password = readable_password(wanted.later ? world.aside : world.random);
        made.password_hash = must(access::new_password_hash(
            world.services.get<access::AccessPolicy>(), wanted.account, password));
        const auto* place = world.tables().find_place(wanted.place);
        world.accounts.push_back({std::string(codec::enum_text(wanted.role)),
                                  place != nullptr ? place->name : "", wanted.organisation_name,
                                  wanted.account, password});
    }
    access::Caller caller;
    caller.role = wanted.role;
    caller.place = wanted.place;
    caller.organisation = wanted.organisation;
    caller.person = wanted.person;
    caller.account = world.act(world.administrator, [&](app::Command& command) {
        return accounts::create_account(command, made);
    });
    return caller;
}

void tell_accounts(World& world) {
    world.at(world.start, [&world] {
        world.administrator = add_account(
            world, {"security-administrator", "安全管理员", access::Role::security_administrator});
        (void)world.act(world.administrator, [&](app::Command& command) {
            return papers::set_public_address(command, world.wanted.public_address);
        });
        add_account(world,
                    {"system-administrator", "系统管理员", access::Role::system_administrator});
        add_account(world, {"audit-administrator", "审计管理员", access::Role::audit_administrator});
        const auto official = [&](const char* account, const char* name, const char* place) {
            world.officials[place] =
                add_account(world, {account, name, access::Role::official, {place}, {}, {}, name});
        };
        official("official-yibin", "宜宾市就业局", "511500");
        official("official-luzhou", "泸州市就业局", "510500");
        official("official-neijiang", "内江市就业局", "511000");
        official("official-zigong", "自贡市就业局", "510300");
        official("official-sichuan", "四川省就业局", "510000");
        official("official-chongqing", "重庆市就业局", "500000");
        const auto colleague = [&](const char* account, const char* name, const char* place) {
            world.colleagues[place] = add_account(
                world, {account, name, access::Role::official, {place}, {}, {}, name, true, true});
        };
        world.inspector = add_account(world, {"inspector-yibin", "宜宾市劳动监察", access::Role::inspector,
                                              {"511500"}, {}, {}, "宜宾市劳动监察"});
        // Who made something does not agree to it: these are the second pair of eyes, and a county.
        colleague("official-yibin-2", "宜宾市就业局复核岗", "511500");
        colleague("official-luzhou-2", "泸州市就业局复核岗", "510500");
        colleague("official-sichuan-2", "四川省就业局复核岗", "510000");
        colleague("official-cuiping", "宜宾市翠屏区就业局", "511502");
    });
}

}  // namespace jianghui::demo
