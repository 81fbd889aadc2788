// Two pay surveys: Yibin's goes from its frame through five layers to the published guide; Luzhou's is being
// answered, its answers at every layer.

#include <fmt/format.h>

#include "features/demo/answers.hpp"

namespace jianghui::demo {
namespace {

constexpr int companies_asked = 40;
/// So many of them never answer, unless there are few.
constexpr std::size_t silent = 2;
constexpr std::size_t few = 10;
constexpr const char* pay_levels_told[] = {"skill_none", "skill_5", "skill_4", "skill_none", "skill_3",
                                  "skill_5",    "skill_none", "management_first"};

/// A survey under way: whose it is and by whom it is asked about.
struct PaySurvey {
    std::string place;
    std::string expert;  ///< login of the expert
    std::string id;
    int staff_min = 12;
};

codec::Parameters named(const PaySurvey& survey) { return {{"survey", survey.id}}; }
const access::Caller& office(const World& world, const PaySurvey& survey) {
    return world.officials.at(survey.place);
}
const access::Caller& colleague(const World& world, const PaySurvey& survey) {
    return world.colleagues.at(survey.place);
}

/// The companies of the place that are there to be asked.
std::vector<const Party*> companies_of(const World& world, const PaySurvey& survey) {
    std::vector<const Party*> found;
    for (const auto& party : world.employers)
        if (party.active && city_of(party.place).text == survey.place) found.push_back(&party);
    return found;
}

/// Opens the survey, sends its frame in, draws, and asks an expert.
void begin_survey(World& world, PaySurvey& survey) {
    const auto& by = office(world, survey);
    const int year = static_cast<int>(world.today().year()) - 1;
    const auto opened = world.ask(by, "POST /pay-surveys", {},
                                  fmt::format(R"({{"place":"{}","year":{}}})", survey.place, year));
    survey.id = text_of(opened, "id");
    std::string frame = "统一社会信用代码,从业人数\n";
    const auto companies = companies_of(world, survey);
    for (std::size_t i = 0; i < companies.size(); ++i) {
        const auto shown = world.ask(by, "GET /organisations/{organisation}",
                                     {{"organisation", companies[i]->id.text()}});
        frame += fmt::format("{},{}\n", text_of(shown, "credit_code"),
                             survey.staff_min + 7 * i % 19);
    }
    world.ask(by, "POST /pay-surveys/{survey}/frame", named(survey), frame);
    world.ask(by, "POST /pay-surveys/{survey}/draw", named(survey),
              fmt::format(R"({{"companies":{}}})",
                          std::min<std::size_t>(companies.size(), companies_asked)));
    world.ask(by, "POST /pay-surveys/{survey}/experts", named(survey),
              fmt::format(R"({{"login":"{}"}})", survey.expert));
}

/// What a company of that trade pays one person a month, in yuan.
int monthly_pay(const Trade& trade, World& world) {
    const int times = trade.unit == orders::PayUnit::month ? 1
                      : trade.unit == orders::PayUnit::day ? 22
                                                           : 174;
    const int spread = trade.pay_max_yuan - trade.pay_min_yuan + 1;
    return times * (trade.pay_min_yuan + static_cast<int>(world.aside.below(static_cast<std::uint64_t>(spread))));
}

/// The rows of a company's staff, and what they were paid altogether, in fen.
struct Payroll {
    std::string rows;
    std::int64_t paid = 0;
};
Payroll payroll_of(World& world, const Trade& trade, std::int64_t staff) {
    Payroll payroll;
    for (std::int64_t i = 0; i < staff; ++i) {
        const auto* level = pay_levels_told[i % static_cast<std::int64_t>(std::size(pay_levels_told))];
        const std::int64_t better = 100 + 4 * (i % 5);
        const std::int64_t year = std::int64_t{12} * monthly_pay(trade, world) * better;
        const std::int64_t base = year * 7 / 10, bonus = year * 15 / 100, allowance = year * 8 / 100,
                           overtime = year * 7 / 100;
        payroll.rows += fmt::format(
            R"({}{{"occupation":"{}","level":"{}","sex":"{}","months":12,"hours":{},
"base":{},"bonus":{},"allowance":{},"overtime":{},"special":0}})",
            payroll.rows.empty() ? "" : ",", trade.occupation, level, i % 3 == 0 ? "female" : "male",
            2000 + 12 * (i % 9), base, bonus, allowance, overtime);
        payroll.paid += base + bonus + allowance + overtime;
    }
    return payroll;
}

/// The company's books, in proportion to what it paid; no two companies' are alike.
std::string cost_of(std::int64_t staff, std::int64_t paid, std::int64_t per_cent) {
    const auto part = [&](std::int64_t of_a_thousand) { return paid * of_a_thousand * (70 + per_cent) / 100'000; };
    const std::int64_t labour = paid + part(60) + part(15) + part(165) + part(10) + part(50) + part(8);
    return fmt::format(
        R"({{"cost":{{"staff":{},"wages":{},"welfare":{},"education":{},"insurance":{},"protection":{},
"housing":{},"other":{},"costs":{},"revenue":{},"profit":{},"value_added":{}}}}})",
        staff, paid, part(60), part(15), part(165), part(10), part(50), part(8), labour * (220 + per_cent) / 100,
        labour * (270 + per_cent) / 100, labour * (18 + per_cent * 2 / 3) / 100,
        labour * (150 + per_cent) / 100);
}

struct AskedCompany {
    const Party* company = nullptr;
    std::string answer;
    std::int64_t staff = 0;
};
std::vector<AskedCompany> asked_of(World& world, const PaySurvey& survey) {
    const auto list = world.ask(office(world, survey), "GET /pay-surveys/{survey}/companies",
                                {{"survey", survey.id}, {"asked", "true"}, {"limit", "200"}});
    std::vector<AskedCompany> asked;
    for (const auto& item : list.at("items").as_array())
        for (const auto& party : world.employers)
            if (party.id.text() == text_of(item, "id"))
                asked.push_back({&party, text_of(item, "answer"), item.at("size").as_int64()});
    return asked;
}

/// Those who answer.
std::vector<AskedCompany> answering(World& world, const PaySurvey& survey) {
    auto asked = asked_of(world, survey);
    if (asked.size() > few) asked.resize(asked.size() - silent);
    return asked;
}

/// One of the company's trades; in a small demo all have the same, so that there are enough of one.
const Trade& trade_of(const World& world, const Party& company, std::size_t number) {
    if (world.wanted.small) return trades().front();
    std::vector<const Trade*> fitting;
    for (const auto& trade : trades())
        if (trade.industry == company.industry) fitting.push_back(&trade);
    return *fitting[number % fitting.size()];
}

void fill_in(World& world, const AskedCompany& one, std::size_t number) {
    const codec::Parameters path{{"answer", one.answer}};
    const auto& by = one.company->caller;
    const auto payroll = payroll_of(world, trade_of(world, *one.company, number), one.staff);
    world.ask(by, "POST /pay-answers/{answer}/rows", path, R"({"rows":[)" + payroll.rows + "]}");
    world.ask(by, "POST /pay-answers/{answer}/cost", path,
              cost_of(one.staff, payroll.paid, static_cast<std::int64_t>(number * 11 % 60)));
    world.ask(by, "POST /pay-answers/{answer}/submit", path);
}

/// The layers after the company's.
constexpr std::size_t layers_told = 4;

/// One layer agrees, each by somebody else: the county's office (the province's where the demo has none), the
/// city's, the survey's, the expert.
void agree(World& world, const PaySurvey& survey, const AskedCompany& one, std::size_t layer) {
    const auto county = world.colleagues.find(one.company->place.text);
    const access::Caller* const reviewers[layers_told] = {
        county != world.colleagues.end() ? &county->second : &world.officials.at("510000"),
        &office(world, survey), &colleague(world, survey), &world.officials.at("511000")};
    world.ask(*reviewers[layer], "POST /pay-answers/{answer}/approve", {{"answer", one.answer}});
}

void tell_pay_guide(World& world) {
    const auto survey = std::make_shared<PaySurvey>(PaySurvey{"511500", "official-neijiang", "", 12});
    const auto before = [&](int days) { return days_before_the_end(world, days); };
    world.apart(before(110), [&world, survey] { begin_survey(world, *survey); });
    world.apart(before(84), [&world, survey] {
        const auto asked = answering(world, *survey);
        for (std::size_t i = 0; i < asked.size(); ++i) fill_in(world, asked[i], i);
    });
    for (std::size_t layer = 0; layer < layers_told; ++layer)
        world.apart(before(74 - 5 * static_cast<int>(layer)), [&world, survey, layer] {
            for (const auto& one : answering(world, *survey)) agree(world, *survey, one, layer);
        });
    world.apart(before(47), [&world, survey] {
        world.ask(office(world, *survey), "POST /pay-surveys/{survey}/compute", named(*survey));
    });
    world.apart(before(44), [&world, survey] {
        // Of very few companies, as a small demo may have, nothing may be published.
        (void)world.tried(colleague(world, *survey), "POST /pay-surveys/{survey}/publish", named(*survey));
    });
}

void tell_pay_answers(World& world) {
    const auto survey = std::make_shared<PaySurvey>(PaySurvey{"510500", "official-neijiang", "", 10});
    const auto before = [&](int days) { return days_before_the_end(world, days); };
    world.apart(before(26), [&world, survey] { begin_survey(world, *survey); });
    world.apart(before(6), [&world, survey] {
        // The company of the demo's own account has not begun; of the others each stands a layer further.
        std::size_t number = 0;
        for (const auto& one : asked_of(world, *survey)) {
            if (one.company == &world.employers[1] || number == 9) continue;
            fill_in(world, one, number);
            for (std::size_t layer = 0; layer < number % (layers_told + 1); ++layer) agree(world, *survey, one, layer);
            ++number;
        }
    });
    world.apart(before(2), [&world, survey] {
        for (const auto& one : asked_of(world, *survey)) {
            const auto sent_back = world.tried(
                office(world, *survey), "POST /pay-answers/{answer}/send-back", {{"answer", one.answer}},
                R"({"reason":"加班工资与工时不相称，请核对后重新提交。"})");
            if (sent_back) return;
        }
    });
}

}  // namespace

void tell_pay_surveys(World& world) {
    tell_pay_guide(world);
    tell_pay_answers(world);
}

}  // namespace jianghui::demo
