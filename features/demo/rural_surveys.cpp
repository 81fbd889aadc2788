// Two rural labour surveys: Yibin's is published, with what refused, was replaced and was settled; Luzhou's is
// being collected.

#include <fmt/format.h>

#include "features/demo/answers.hpp"

namespace jianghui::demo {
namespace {

constexpr const char* questions = R"({"questions":[
{"code":"members","title":"家庭劳动年龄人口数","kind":"number","of_member":false,"required":true,"options":[],"min":0,"max":12,"unit":"人","shown_when":null},
{"code":"away","title":"其中外出务工人数","kind":"number","of_member":false,"required":true,"options":[],"min":0,"max":12,"unit":"人","shown_when":null},
{"code":"where","title":"主要外出务工地","kind":"choice","of_member":false,"required":true,
 "options":[{"code":"city","title":"本市内"},{"code":"province","title":"省内市外"},{"code":"chongqing","title":"重庆"},{"code":"elsewhere","title":"其他省份"}],
 "min":null,"max":null,"unit":"","shown_when":{"question":"away","compare":"above","value":"0"}},
{"code":"back","title":"外出人员是否打算一年内返乡就业","kind":"choice","of_member":false,"required":true,
 "options":[{"code":"yes","title":"打算"},{"code":"no","title":"不打算"},{"code":"unsure","title":"说不准"}],
 "min":null,"max":null,"unit":"","shown_when":{"question":"away","compare":"above","value":"0"}},
{"code":"idle","title":"有劳动能力、想就业而未就业的人数","kind":"number","of_member":false,"required":true,"options":[],"min":0,"max":12,"unit":"人","shown_when":null},
{"code":"income","title":"上年家庭工资性收入","kind":"number","of_member":false,"required":true,"options":[],"min":0,"max":2000000,"unit":"元","shown_when":null},
{"code":"training","title":"希望参加的培训","kind":"choice","of_member":false,"required":true,
 "options":[{"code":"none","title":"不需要"},{"code":"brewing","title":"酿酒"},
 {"code":"machines","title":"电工、焊工、数控"},{"code":"care","title":"养老护理、家政"},{"code":"farming","title":"种植养殖"}],
 "min":null,"max":null,"unit":"","shown_when":null}
]})";

struct Village {
    const char* place;
    const char* name;
    const char* kind;
    int households;
};
constexpr Village yibin_villages[] = {
    {"511502", "菜坝村", "平坝", 420}, {"511502", "高店村", "丘陵", 310}, {"511502", "牟坪村", "丘陵", 265},
    {"511504", "柏溪村", "平坝", 380}, {"511504", "观音村", "丘陵", 295}, {"511504", "蕨溪村", "山区", 210},
    {"511523", "大井村", "丘陵", 340}, {"511523", "底蓬村", "平坝", 285}, {"511524", "古河村", "丘陵", 330},
    {"511524", "梅硐村", "山区", 180}, {"511525", "庆符村", "平坝", 360}, {"511525", "来复村", "山区", 205},
    {"511526", "上罗村", "山区", 190}, {"511526", "巡场村", "丘陵", 275}};
constexpr Village luzhou_villages[] = {
    {"510502", "况场村", "丘陵", 260}, {"510502", "通滩村", "平坝", 315}, {"510504", "石洞村", "丘陵", 290},
    {"510521", "玄滩村", "丘陵", 410}, {"510522", "先市村", "山区", 185}, {"510525", "太平村", "山区", 170}};

/// A survey under way.
struct RuralSurvey {
    std::string place;
    const access::Caller* agency = nullptr;  ///< whose people collect
    const char* collector = "";              ///< its login
    std::string id;
};

codec::Parameters named(const RuralSurvey& survey) { return {{"survey", survey.id}}; }
const access::Caller& office(const World& world, const RuralSurvey& survey) {
    return world.officials.at(survey.place);
}

template <std::size_t N>
void begin_survey(World& world, RuralSurvey& survey, const char* title, const Village (&villages)[N], int households) {
    const auto& by = office(world, survey);
    const auto opened = world.ask(by, "POST /surveys", {},
                                  fmt::format(R"({{"place":"{}","title":"{}年{}"}})", survey.place,
                                              static_cast<int>(world.today().year()), title));
    survey.id = text_of(opened, "id");
    world.ask(by, "POST /surveys/{survey}/questions", named(survey), questions);
    std::string frame = "地区代码,村,类型,户数\n";
    for (const auto& village : villages)
        frame += fmt::format("{},{},{},{}\n", village.place, village.name, village.kind, village.households);
    world.ask(by, "POST /surveys/{survey}/frame", named(survey), frame);
    world.ask(by, "POST /surveys/{survey}/start", named(survey),
              fmt::format(R"({{"households":{},"allotment":"proportional"}})", households));
    world.ask(by, "POST /surveys/{survey}/collectors", named(survey),
              fmt::format(R"({{"login":"{}"}})", survey.collector));
}

std::string given(const char* question, std::int64_t value) {
    return fmt::format(R"({{"question":"{}","member":0,"values":["{}"]}})", question, value);
}
std::string given(const char* question, const char* value) {
    return fmt::format(R"({{"question":"{}","member":0,"values":["{}"]}})", question, value);
}

/// What a household might say.
std::string whole_answer(World& world) {
    const auto below = [&](std::uint64_t bound) { return static_cast<int>(world.aside.below(bound)); };
    static const char* const where[] = {"city", "city", "province", "chongqing", "chongqing", "elsewhere", "elsewhere"};
    static const char* const back[] = {"yes", "no", "no", "unsure"};
    static const char* const training[] = {"none", "none", "none", "brewing", "machines", "machines", "care", "farming"};
    const int members = 1 + below(4);
    const int away = below(static_cast<std::uint64_t>(members) + 1);
    std::string said = given("members", members) + ',' + given("away", away);
    if (away > 0) said += ',' + given("where", where[below(7)]) + ',' + given("back", back[below(4)]);
    said += ',' + given("idle", std::int64_t{below(8) == 0});
    said += ',' + given("income", 12'000 + 38'000 * away + 500 * below(60));
    return said + ',' + given("training", training[below(8)]);
}

/// One answer as a phone sends it; a household that does not answer gives none.
std::string sent(const World& world, const std::string& household, const char* phone, const char* outcome,
                 const std::string& said) {
    return fmt::format(
        R"({{"household":"{}","client":"{}","version":1,"outcome":"{}","consented":{},"members":0,"given":[{}],"made_at":"{}"}})",
        household, phone, outcome, said.empty() ? "false" : "true", said, instant_text(world.now));
}

/// The households of the survey that wait for the collector.
std::vector<std::string> waiting(World& world, const RuralSurvey& survey) {
    std::vector<std::string> households;
    const auto visits = world.ask(*survey.agency, "GET /survey-visits");
    for (const auto& item : visits.at("items").as_array())
        if (text_of(item, "id") == survey.id)
            for (const auto& one : item.at("households").as_array())
                if (text_of(one, "status") == "waiting") households.push_back(text_of(one, "id"));
    return households;
}

void send(World& world, const RuralSurvey& survey, const std::vector<std::string>& answers) {
    constexpr std::size_t at_once = 50;
    for (std::size_t from = 0; from < answers.size(); from += at_once) {
        std::string body;
        for (std::size_t i = from; i < std::min(answers.size(), from + at_once); ++i)
            body += (body.empty() ? "" : ",") + answers[i];
        world.ask(*survey.agency, "POST /survey-visits", {}, R"({"answers":[)" + body + "]}");
    }
}

/// Visits so many of those that wait: most answer, some refuse, are not there or have moved away.
void collect(World& world, const RuralSurvey& survey, std::size_t how_many) {
    std::vector<std::string> answers;
    for (const auto& household : waiting(world, survey)) {
        if (answers.size() == how_many) break;
        const auto lot = world.aside.below(100);
        const char* outcome = lot < 5 ? "refused" : lot < 9 ? "not_reached" : lot < 12 ? "not_eligible" : "completed";
        answers.push_back(sent(world, household, "phone-of-the-agency", outcome,
                               lot < 12 ? "" : whole_answer(world)));
    }
    send(world, survey, answers);
}

/// What nobody else says: a household of five who all stay.
std::string other_answer() {
    return given("members", 5) + ',' + given("away", std::int64_t{0}) + ',' + given("idle", 1) + ',' + given("income", 9'000) +
           ',' + given("training", "farming");
}

/// A household was asked by two phones, and they differ.
std::string ask_twice(World& world, const RuralSurvey& survey) {
    const auto household = waiting(world, survey).front();
    send(world, survey, {sent(world, household, "phone-of-the-agency", "completed", whole_answer(world)),
                         sent(world, household, "phone-of-a-colleague", "completed", other_answer())});
    return household;
}

void settle(World& world, const RuralSurvey& survey, const std::string& household) {
    const codec::Parameters path{{"household", household}};
    const auto& by = office(world, survey);
    const auto opened = world.ask(by, "POST /survey-households/{household}/open", path,
                                  R"({"purpose":"裁定两份不一致的答卷"})");
    world.ask(by, "POST /survey-households/{household}/settle", path,
              fmt::format(R"({{"answer":"{}","reason":"电话回访核实"}})",
                          text_of(opened.at("answers").at(0), "id")));
}

/// Another household is asked for each that refused.
void replace_refusals(World& world, const RuralSurvey& survey) {
    const auto& by = office(world, survey);
    const auto refused = world.ask(by, "GET /surveys/{survey}/households",
                                   {{"survey", survey.id}, {"status", "refused"}});
    for (const auto& household : refused.at("items").as_array())
        (void)world.tried(by, "POST /survey-households/{household}/replace",
                          {{"household", text_of(household, "id")}});
}

void tell_rural_results(World& world) {
    const auto survey = std::make_shared<RuralSurvey>();
    survey->place = "511500";
    survey->collector = "agency-yibin";
    world.apart(days_before_the_end(world, 75), [&world, survey] {
        survey->agency = &world.agencies[0].caller;
        begin_survey(world, *survey, "宜宾市农村劳动力调查", yibin_villages, 160);
    });
    world.apart(days_before_the_end(world, 60), [&world, survey] {
        const auto household = ask_twice(world, *survey);
        collect(world, *survey, 1000);
        settle(world, *survey, household);
        replace_refusals(world, *survey);
    });
    world.apart(days_before_the_end(world, 52), [&world, survey] { collect(world, *survey, 1000); });
    world.apart(days_before_the_end(world, 40), [&world, survey] {
        world.ask(office(world, *survey), "POST /surveys/{survey}/compute", named(*survey));
    });
    world.apart(days_before_the_end(world, 37), [&world, survey] {
        world.ask(world.colleagues.at(survey->place), "POST /surveys/{survey}/publish", named(*survey));
    });
}

void tell_rural_visits(World& world) {
    const auto survey = std::make_shared<RuralSurvey>();
    survey->place = "510500";
    survey->collector = "agency-luzhou";
    world.apart(days_before_the_end(world, 12), [&world, survey] {
        survey->agency = &world.agencies[1].caller;
        begin_survey(world, *survey, "泸州市农村劳动力调查", luzhou_villages, 60);
    });
    world.apart(days_before_the_end(world, 1), [&world, survey] {
        (void)ask_twice(world, *survey);
        collect(world, *survey, 26);
    });
}

}  // namespace

void tell_rural_surveys(World& world) {
    tell_rural_results(world);
    tell_rural_visits(world);
}

}  // namespace jianghui::demo
