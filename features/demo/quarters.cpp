// What offices publish of a quarter that is over: the lists of demand and supply, the report, the shortage
// catalogue with what experts said of it, and the warnings. Each by two officials at least.

#include <fmt/format.h>

#include "features/demo/answers.hpp"
#include "features/demo/quarters.hpp"
#include "features/shortages/api.hpp"

namespace jianghui::demo {
namespace {

namespace json = codec::json;

/// How many of the quarters that are over are told of.
constexpr int quarters_told = 2;
/// The acts of a quarter take three weeks from its end, or what there is until the demo ends.
constexpr int days_of_acts = 21;
constexpr int acts = 7;

/// The whole region is "".
std::string wanted_of(const std::string& place, int quarter, const std::string& kind = "") {
    return fmt::format(R"({{{}"period":"{}"{}}})", kind.empty() ? "" : R"("kind":")" + kind + R"(",)",
                       quarter_name(quarter), place.empty() ? "" : R"(,"place":")" + place + "\"");
}

/// Who makes what covers the place, and who looks at it.
const access::Caller& maker(const World& world) { return world.officials.at("511500"); }
const access::Caller& checker(const World& world, const std::string& place) {
    return place.empty() ? world.officials.at("510500") : world.colleagues.at(place);
}

/// A paper that an office has under way: a list, a report, a catalogue.
struct Paper {
    std::string place;
    std::string id;
};
using Papers = std::shared_ptr<std::vector<Paper>>;

/// Small places of a small demo have too few companies and people to be published of.
std::vector<std::string> places_of(const World& world) {
    if (world.wanted.small) return {""};
    return {"", "511500"};
}

void count_all(World& world) {
    world.run_job("statistics.count");
    world.run_job("shortages.follow");
    while (must(shortages::assess_next(world.services, world.now))) {
    }
}

void compile_lists(World& world, int quarter, const Papers& lists) {
    for (const auto& place : places_of(world))
        for (const std::string kind : {"demand", "supply"}) {
            const auto made =
                world.ask(maker(world), "POST /lists", {}, wanted_of(place, quarter, kind));
            lists->push_back({place, text_of(made, "id")});
            world.ask(maker(world), "POST /lists/{list}/submit", {{"list", lists->back().id}});
        }
}

void freeze_lists(World& world, const Papers& lists) {
    for (const auto& list : *lists)
        world.ask(checker(world, list.place), "POST /lists/{list}/freeze", {{"list", list.id}});
}

void publish_lists(World& world, const Papers& lists) {
    for (const auto& list : *lists)
        world.ask(maker(world), "POST /lists/{list}/publish", {{"list", list.id}});
}

void compile_reports(World& world, int quarter, const Papers& reports) {
    for (const auto& place : places_of(world)) {
        const auto made =
            world.ask(maker(world), "POST /quarter-reports", {}, wanted_of(place, quarter));
        reports->push_back({place, text_of(made, "id")});
        world.ask(maker(world), "POST /quarter-reports/{report}/submit",
                  {{"report", reports->back().id}});
    }
}

void publish_reports(World& world, const Papers& reports) {
    for (const auto& report : *reports)
        world.ask(checker(world, report.place), "POST /quarter-reports/{report}/publish",
                  {{"report", report.id}});
}

/// Whom the office asks about the catalogue.
const access::Caller& first_expert(const World& world) { return world.officials.at("510300"); }
const access::Caller& second_expert(const World& world) { return world.officials.at("500000"); }

/// The region's catalogue, put to the experts.
void compile_catalogue(World& world, int quarter, const Papers& catalogues) {
    const auto made = world.ask(maker(world), "POST /shortages", {}, wanted_of("", quarter));
    catalogues->push_back({"", text_of(made, "id")});
    const codec::Parameters named{{"catalogue", catalogues->back().id}};
    for (const char* expert : {"official-zigong", "official-chongqing"})
        world.ask(maker(world), "POST /shortages/{catalogue}/experts", named,
                  fmt::format(R"({{"login":"{}"}})", expert));
    world.ask(maker(world), "POST /shortages/{catalogue}/submit", named);
}

void say(World& world, const access::Caller& expert, const std::string& catalogue,
         const json::value& entry, const std::string& grade, const std::string& reason) {
    world.ask(expert, "POST /shortages/{catalogue}/entries/{line}/opinion",
              {{"catalogue", catalogue}, {"line", std::to_string(entry.at("line").as_int64())}},
              fmt::format(R"({{"grade":"{}","reason":{}}})", grade,
                          reason.empty() ? "null" : '"' + reason + '"'));
}

/// Both look at the first entries; the second one sees one of them otherwise, and says why.
void judge_catalogue(World& world, const Papers& catalogues) {
    const auto& id = catalogues->front().id;
    const auto entries =
        world.ask(maker(world), "GET /shortages/{catalogue}/entries", {{"catalogue", id}});
    std::size_t seen = 0;
    for (const auto& entry : entries.at("items").as_array()) {
        const auto grade = text_of(entry, "grade");
        say(world, first_expert(world), id, entry, grade, "");
        if (seen == 1)
            say(world, second_expert(world), id, entry, grade == "mild" ? "moderate" : "mild",
                "辖区机构连续两月招到合格人选，主要难在轮班意愿，建议调整等级。");
        else
            say(world, second_expert(world), id, entry, grade, "");
        if (++seen == 4) return;
    }
}

void publish_catalogue(World& world, const Papers& catalogues) {
    world.ask(checker(world, ""), "POST /shortages/{catalogue}/publish",
              {{"catalogue", catalogues->front().id}});
}

/// The warnings of a city that stand so, as its office finds them.
template <class F>
void each_warning(World& world, const std::string& city, const char* status, F&& each) {
    const auto& office = world.officials.at(city);
    const auto found = world.ask(office, "GET /shortage-warnings", {{"status", status}, {"place", city}});
    for (const auto& warning : found.at("items").as_array())
        each(office, codec::Parameters{{"warning", text_of(warning, "id")}});
}

/// Two cities give the warnings that were computed for them; the others have not come to it.
void issue_warnings(World& world) {
    for (const std::string city : {"511500", "510500"})
        each_warning(world, city, "computed", [&](const auto& office, const auto& warning) {
            world.ask(office, "POST /shortage-warnings/{warning}/issue", warning);
        });
}

/// One of them says what it does about them.
void answer_warnings(World& world) {
    each_warning(world, "511500", "issued", [&](const auto& office, const auto& warning) {
        world.ask(office, "POST /shortage-warnings/{warning}/answer", warning,
                  R"({"measures":"与两所技师学院签订订单班协议，年内开办三期短训；组织企业赴周边招聘，对到岗满三个月的给予补贴。"})");
    });
}

void tell_quarter(World& world, int quarter) {
    const Instant over = beginning_of_quarter(quarter + 1);
    const auto span = std::min(world.end - over, Milliseconds(std::chrono::hours(24 * days_of_acts)));
    // At noon of its day, or as far as there is time.
    const auto step = [&](int number) {
        return std::min(world.end, over + span * number / acts + std::chrono::hours(10));
    };
    const auto lists = std::make_shared<std::vector<Paper>>();
    const auto reports = std::make_shared<std::vector<Paper>>();
    const auto catalogues = std::make_shared<std::vector<Paper>>();
    world.apart(step(1), [&world] { count_all(world); });
    world.apart(step(2), [=, &world] {
        compile_lists(world, quarter, lists);
        compile_reports(world, quarter, reports);
        compile_catalogue(world, quarter, catalogues);
    });
    world.apart(step(3), [=, &world] {
        judge_catalogue(world, catalogues);
        issue_warnings(world);
    });
    world.apart(step(4), [=, &world] { freeze_lists(world, lists); });
    world.apart(step(5), [=, &world] { publish_lists(world, lists); });
    world.apart(step(6), [=, &world] {
        publish_reports(world, reports);
        publish_catalogue(world, catalogues);
    });
    world.apart(step(7), [&world] { answer_warnings(world); });
}

}  // namespace

void tell_quarters(World& world) {
    // Measures are files, and another folder of definitions may have others.
    const auto& measures = world.services.get<statistics::Measures>();
    if (!measures.current("demand") || !measures.current("supply")) return;
    for (int back = quarters_told; back > 0; --back)
        tell_quarter(world, quarter_before_end(world, back));
}

}  // namespace jianghui::demo
