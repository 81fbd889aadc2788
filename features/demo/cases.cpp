// What authorities do: cases of the usual procedures, some closed with their papers, others at a step where
// somebody of the demo's accounts has the turn.

#include <fmt/format.h>

#include "features/demo/answers.hpp"
#include "features/demo/members.hpp"

namespace jianghui::demo {
namespace {

const access::Caller& office_of(const World& world, const char* place) { return world.officials.at(place); }
const access::Caller& told_worker(const World& world, int number) {
    for (const auto& human : world.people)
        if (human.reserved && number-- == 0) return human.caller;
    throw Refused{error(not_found).with("number", std::to_string(number))};
}

std::string case_file(World& world, const access::Caller& by, const char* name) {
    return text_of(world.ask(by, "POST /case-files", {{"name", name}},
                             fmt::format("演示材料：{}\n本文件由演示程序生成，不是真实材料。\n", name)),
                   "id");
}

std::string open_case(World& world, const access::Caller& by, const char* procedure, const std::string& values) {
    return text_of(world.ask(by, "POST /cases", {},
                             fmt::format(R"({{"procedure":"{}","values":{}}})", procedure, values)),
                   "id");
}

void take_step(World& world, const access::Caller& by, const std::string& case_id, const char* step,
          const std::string& body = "{}") {
    world.ask(by, "POST /cases/{case_id}/steps/{step}", {{"case_id", case_id}, {"step", step}}, body);
}

std::string licence_of(World& world, const access::Caller& agency, const char* premises, int staff) {
    return open_case(world, agency, "hr_service_licence_grant",
                fmt::format(
                    R"({{"services":["recruit","search"],"premises":"{}","staff":{},"procedure_kind":"general","legal_representative":"高明","articles":"{}"}})",
                    premises, staff, case_file(world, agency, "章程和管理制度.txt")));
}

/// One granted by two officials, one under review, one that has just come in.
void tell_licences(World& world) {
    const auto granted = std::make_shared<std::string>();
    world.apart(days_before_the_end(world, 40), [&world, granted] {
        *granted = licence_of(world, world.agencies[3].caller, "檀木林街 18 号", 12);
    });
    world.apart(days_before_the_end(world, 38), [&world, granted] {
        take_step(world, office_of(world, "510300"), *granted, "accept");
        take_step(world, office_of(world, "510300"), *granted, "review",
             R"({"values":{"opinion":"场所、人员、制度符合规定条件，建议准予许可。"}})");
    });
    world.apart(days_before_the_end(world, 33), [&world, granted] {
        take_step(world, office_of(world, "510000"), *granted, "grant");
    });
    world.apart(days_before_the_end(world, 5), [&world] {
        const auto id = licence_of(world, world.agencies[1].caller, "酒城大道三段 6 号", 9);
        take_step(world, office_of(world, "510500"), id, "accept");
    });
    world.apart(days_before_the_end(world, 1), [&world] {
        (void)licence_of(world, world.agencies[0].caller, "临港大道 22 号", 15);
    });
}

constexpr int branch_number = 9001;  // no organisation of the demo has it

/// A branch reported to another city and received there; a practitioner's certificate to verify.
void tell_filings(World& world) {
    world.apart(days_before_the_end(world, 16), [&world] {
        const auto id = open_case(
            world, world.agencies[0].caller, "branch_report",
            fmt::format(
                R"({{"branch_name":"{}泸州分公司","branch_credit_code":"{}","branch_place":"510502",
"address":"江阳西路 40 号","registered_on":"{}","services":["recruit","outsource"],
"person_in_charge":"叶青","phone":"15400000088"}})",
                world.agencies[0].name, credit_code(branch_number),
                date_text(add_days(world.today(), -6))));
        take_step(world, office_of(world, "510500"), id, "receive");
    });
    world.apart(days_before_the_end(world, 2), [&world] {
        const auto& herself = told_worker(world, 0);
        (void)open_case(world, herself, "practitioner_qualification",
                   fmt::format(
                       R"({{"kind":"career_guide","source_number":"演示201800461","issued_by":"宜宾市职业技能鉴定中心","issued_on":"2018-06-12","scan":"{}"}})",
                       case_file(world, herself, "职业指导员证书.txt")));
    });
}

/// Filings of Yibin's agencies that were taken within a few days: how long that takes is counted from them.
void tell_filed(World& world) {
    constexpr int filings = 5;
    for (int i = 0; i < filings; ++i) {
        const auto id = std::make_shared<std::string>();
        const int days = 86 - 15 * i;
        world.apart(days_before_the_end(world, days), [&world, id, i] {
            std::vector<const Party*> agencies;
            for (const auto& party : world.agencies)
                if (party.active && city_of(party.place).text == "511500") agencies.push_back(&party);
            const auto& by = agencies[static_cast<std::size_t>(i) % agencies.size()]->caller;
            *id = open_case(world, by, "hr_service_filing",
                            fmt::format(R"({{"services":["train","assess"],"started_on":"{}","premises":"金沙江大道 {} 号"}})",
                                        date_text(add_days(world.today(), -7)), 20 + 4 * i));
        });
        world.apart(days_before_the_end(world, days - 1 - i % 3), [&world, id] {
            take_step(world, office_of(world, "511500"), *id, "file");
        });
    }
}

/// A training base: inspected and being publicised.
void tell_training_base(World& world) {
    const auto id = std::make_shared<std::string>();
    world.apart(days_before_the_end(world, 9), [&world, id] {
        const auto& employer = world.employers[0].caller;
        *id = open_case(world, employer, "training_base",
                   fmt::format(
                       R"({{"kind":"labour_training","address":"工业大道 1 号实训楼",
"trades":[{{"occupation":"6-02-06-03","seats":40}},{{"occupation":"6-31-01-03","seats":30}}],
"capacity":420,"teachers":11,"papers":"{}"}})",
                       case_file(world, employer, "办学资质和场地证明.txt")));
    });
    world.apart(days_before_the_end(world, 3), [&world, id] {
        take_step(world, office_of(world, "511500"), *id, "visit",
             R"({"values":{"officers":"周敏、何川","found":"实训楼两层，设备与申请一致，教师名册齐全。"}})");
        take_step(world, office_of(world, "511500"), *id, "publicise");
    });
}

std::string complain(World& world, int number, const char* violation, const char* more, const char* facts) {
    return open_case(world, told_worker(world, number), "complaint",
                fmt::format(
                    R"({{"source":"complaint","employer":"{}","work_place":"511502","violation":"{}","since_on":"{}",{}"workers":3,"facts":"{}"}})",
                    world.employers[0].id.text(), violation, date_text(add_days(world.today(), -45)), more, facts));
}

/// Two complaints: one is being investigated, one waits for the inspectors' decision to accept it.
void tell_complaints(World& world) {
    world.apart(days_before_the_end(world, 14), [&world] {
        const auto id = complain(world, 1, "unpaid_wages", R"("owed":186000,)",
                                 "十月上旬夜班三天的工资至今没有结算，请求补发。");
        take_step(world, world.inspector, id, "file",
             R"({"values":{"officers":[{"name":"邓海","certificate":"川劳监0417"},{"name":"吴倩","certificate":"川劳监0422"}],"no_conflict":true}})");
    });
    world.apart(days_before_the_end(world, 1), [&world] {
        (void)complain(world, 0, "overtime", "", "连续两周每天加班三小时，没有安排补休，也没有加班费。");
    });
}

}  // namespace

void tell_cases(World& world) {
    tell_licences(world);
    tell_filings(world);
    tell_filed(world);
    tell_training_base(world);
    tell_complaints(world);
}

}  // namespace jianghui::demo
