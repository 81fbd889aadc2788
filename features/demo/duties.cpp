// The duty list: what the province set the cities, how far they say they are, what visits found, and the
// assessment of a city that was published.

#include <fmt/format.h>

#include "features/demo/answers.hpp"

namespace jianghui::demo {
namespace {

/// A duty of a city, by days before the demo ends; what was said last, and how far it is.
struct ToldDuty {
    const char* city;
    const char* office;
    const char* title;
    const char* what;
    const char* measure;  ///< the target that it serves; "" for none
    int starts;
    int due;  ///< below zero: after the demo's end
    int reported;
    int progress;  ///< per mille; the whole comes with a proof
    const char* said;
    bool confirmed;
};
constexpr ToldDuty told_duties[] = {
    {"511500", "宜宾市人力资源和社会保障局", "建立动力电池产业订单班", "与两所以上院校签订协议，年内开班不少于三期。", "employment", 200, -40, 20, 820, "已开两期，第三期十二月初开班。", false},
    {"511500", "宜宾市人力资源和社会保障局", "季度供需清单按期发布", "每季度结束后二十日内发布需求清单和供给清单。", "", 190, 30, 34, 1000, "三季度清单已发布。", true},
    {"511500", "宜宾市人力资源和社会保障局", "村级就业服务专员全覆盖", "每个行政村至少一名就业服务专员，名单公示。", "employment", 185, 45, 48, 800, "尚有四十一个村未配备。", false},
    {"511500", "宜宾市人力资源和社会保障局", "人力资源服务产业园二期招商", "年内新增入园机构十家。", "revenue", 210, -25, 60, 350, "已签约四家，另有三家洽谈。", false},
    {"510500", "泸州市人力资源和社会保障局", "白酒旺季用工保障", "旺季缺口企业全部建立共享用工或周边招聘渠道。", "employment", 160, 12, 15, 1000, "缺口企业已全部对接，名单见附件。", false},
    {"510500", "泸州市人力资源和社会保障局", "培育人力资源服务骨干企业", "新增年营业收入过亿元机构两家。", "revenue", 250, -60, 130, 300, "一家已达标。", false},
    {"511000", "内江市人力资源和社会保障局", "用人单位服务全覆盖摸底", "完成规模以上企业用工台账。", "employers", 150, -10, 25, 700, "已完成七成企业走访。", false},
    {"510300", "自贡市人力资源和社会保障局", "技能人才引进专项", "引进高级工以上技能人才不少于三百人。", "talent", 230, -70, 18, 740, "已引进二百二十人。", false},
    {"510300", "自贡市人力资源和社会保障局", "机构年度报告公示", "全部持证机构完成年度报告并公示。", "", 170, 5, 45, 600, "尚有十二家机构未提交。", false},
};

struct KnownDuty {
    const ToldDuty* told = nullptr;
    std::string id;
};
using KnownDuties = std::shared_ptr<std::vector<KnownDuty>>;

const access::Caller& province(const World& world) { return world.officials.at("510000"); }
std::string day(const World& world, int before_end) {
    return date_text(add_days(date_of(world.end), -before_end));
}

void set_duty(World& world, const ToldDuty& each, const KnownDuties& known) {
    const auto answer = world.ask(
        province(world), "POST /duties", {},
        fmt::format(
            R"({{"place":"{}","office":"{}","title":"{}","what":"{}","plan_row":"","measure":{},"proof_asked":true,"starts_on":"{}","due_on":"{}"}})",
            each.city, each.office, each.title, each.what,
            *each.measure == 0 ? "null" : fmt::format("\"{}\"", each.measure), day(world, each.starts),
            day(world, each.due)));
    known->push_back({&each, text_of(answer.at("duty"), "id")});
}

std::string proof(World& world, const access::Caller& by) {
    return text_of(world.ask(by, "POST /proofs", {{"name", "工作完成情况.txt"}},
                             "演示材料：工作完成情况说明。本文件由演示程序生成。"),
                   "id");
}

void report(World& world, const KnownDuty& known) {
    const auto& by = world.officials.at(known.told->city);
    const bool whole = known.told->progress == 1000;
    world.ask(by, "POST /duties/{duty}/reports", {{"duty", known.id}},
              fmt::format(R"({{"progress":{},"said":"{}","proof":{}}})", known.told->progress,
                          known.told->said, whole ? '"' + proof(world, by) + '"' : "null"));
}

void visit(World& world, const std::string& duty, const char* found, int due) {
    world.ask(province(world), "POST /duties/{duty}/findings", {{"duty", duty}},
              fmt::format(R"({{"visited_on":"{}","found":"{}","due_on":"{}"}})",
                          date_text(world.today()), found, day(world, due)));
}

/// A finding that the city remedied and the province closed.
void remedy(World& world, const KnownDuty& known) {
    const auto shown = world.ask(province(world), "GET /duties/{duty}", {{"duty", known.id}});
    const codec::Parameters finding{{"finding", text_of(shown.at("findings").at(0), "id")}};
    world.ask(world.officials.at(known.told->city), "POST /duty-findings/{finding}/remedy", finding,
              R"({"remedy":"台账已按企业补齐，逐户留有走访记录。"})");
    world.ask(province(world), "POST /duty-findings/{finding}/close", finding);
}

void tell_visits(World& world, const KnownDuties& known) {
    world.apart(days_before_the_end(world, 50), [&world, known] {
        visit(world, known->at(6).id, "走访台账缺十一家企业的用工人数。", 30);
        visit(world, known->at(7).id, "引进人员名单与社保记录有出入。", -15);
    });
    world.apart(days_before_the_end(world, 33), [&world, known] { remedy(world, known->at(6)); });
    world.apart(days_before_the_end(world, 22), [&world, known] {
        world.ask(province(world), "POST /duties/{duty}/visits", {{"duty", known->at(0).id}},
                  fmt::format(R"({{"visited_on":"{}","saw":"查看两个订单班，学员名册和协议齐全。"}})",
                              date_text(world.today())));
    });
}

/// Computed by the province, agreed by a colleague, told to the city, and published when its time to appeal is over.
void tell_assessment(World& world) {
    const auto id = std::make_shared<std::string>();
    world.apart(days_before_the_end(world, 28), [&world, id] {
        const int year = static_cast<int>(date_of(world.end).year());
        const auto made = world.tried(province(world), "POST /duty-assessments", {},
                                      fmt::format(R"({{"place":"511500","year":{}}})", year));
        // In January nothing of the year was due yet.
        if (!made) return;
        *id = text_of(*made, "id");
        world.ask(world.colleagues.at("510000"), "POST /duty-assessments/{assessment}/agree",
                  {{"assessment", *id}});
    });
    world.apart(days_before_the_end(world, 3), [&world, id] {
        if (!id->empty())
            world.ask(province(world), "POST /duty-assessments/{assessment}/publish", {{"assessment", *id}});
    });
}

}  // namespace

void tell_duties(World& world) {
    const auto known = std::make_shared<std::vector<KnownDuty>>();
    world.apart(days_before_the_end(world, 190), [&world, known] {
        for (const auto& each : told_duties) set_duty(world, each, known);
    });
    for (std::size_t i = 0; i < std::size(told_duties); ++i)
        world.apart(days_before_the_end(world, told_duties[i].reported), [&world, known, i] {
            report(world, known->at(i));
            if (told_duties[i].confirmed)
                world.ask(world.colleagues.at("510000"), "POST /duties/{duty}/confirm",
                          {{"duty", known->at(i).id}});
        });
    tell_visits(world, known);
    tell_assessment(world);
}

}  // namespace jianghui::demo
