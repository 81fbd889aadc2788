#include "features/orders/post_check.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "features/orders/post_check_probation.hpp"
#include "features/orders/post_check_text.hpp"

namespace jianghui::orders::post_check_test {

using namespace std::chrono;
using codes::Severity;

const Date today = 2026y / November / 24d;

const codes::Tables& tables() {
    static const codes::Tables loaded = codes::Tables::load(SOURCE_FOLDER "/data").value();
    return loaded;
}

/// A post with which everything is in order.
PostFacts good() {
    PostFacts facts;
    facts.employer_name = "宜宾某酒业有限公司";
    facts.employer_credit_code = "91511502MA6ABCDE78";
    facts.employer_address = "宜宾市翠屏区某路 1 号";
    facts.employer_industry = "C1512";
    facts.employer_verified = true;
    facts.employer_verified_on = 2026y / October / 1d;
    facts.kind = "recruit";
    facts.title = "白酒酿造工";
    facts.description = "负责起窖、拌料、上甑、摘酒等工序，服从班组安排。";
    facts.occupation = {"6-02-06-03"};
    facts.headcount = 20;
    facts.place = {"511502"};
    facts.address = "某酒厂二车间";
    facts.starts_on = 2026y / December / 1d;
    facts.ends_on = 2027y / May / 31d;
    facts.shift = "day";
    facts.hours_per_day_tenths = 80;
    facts.pay_unit = "month";
    facts.pay_min = Fen{450000};
    facts.pay_max = Fen{600000};
    facts.education = "junior";
    facts.skills = {"白酒酿造"};
    facts.valid_from_on = today;
    facts.valid_to_on = 2026y / December / 20d;
    return facts;
}

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
    std::vector<std::string> codes;
    for (const auto& finding : findings) codes.push_back(finding.code);
    return codes;
}

/// The codes found in the good post after `spoil` has changed it.
template <class F>
std::vector<std::string> found(F spoil) {
    PostFacts facts = good();
    spoil(facts);
    return codes_of(post_check(facts, tables(), today));
}

using Codes = std::vector<std::string>;

TEST(PostCheck, HasNothingToSayAboutAGoodPost) {
    EXPECT_EQ(found([](PostFacts&) {}), Codes{});
    EXPECT_FALSE(blocks({}));
    EXPECT_FALSE(needs_review({}));
}

TEST(PostCheck, EveryFindingSaysWhatWhyAndWhere) {
    PostFacts facts;  // Nothing is said at all.
    const auto findings = post_check(facts, tables(), today);
    EXPECT_TRUE(blocks(findings));
    EXPECT_FALSE(needs_review(findings)) << "a block comes before a review";
    for (const auto& finding : findings) {
        EXPECT_FALSE(finding.message.zh.empty()) << finding.code;
        EXPECT_FALSE(finding.message.en.empty()) << finding.code;
        EXPECT_EQ(finding.message.zh.find('{'), std::string::npos) << finding.message.zh;
        EXPECT_EQ(finding.message.en.find('{'), std::string::npos) << finding.message.en;
        EXPECT_FALSE(finding.basis.empty()) << finding.code;
        EXPECT_EQ(finding.path.substr(0, 1), "/") << finding.code;
    }
}

TEST(PostCheck, BlocksComeFirst) {
    PostFacts facts = good();
    facts.address.clear();                               // review
    facts.pay_unit = "piece";                            // note
    facts.description = "限男性，形象气质佳，要求不高";  // block and note
    const auto findings = post_check(facts, tables(), today);
    EXPECT_EQ(codes_of(findings),
              (Codes{"sex_limit", "address_missing", "piece_pay", "appearance"}));
    EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return a.severity < b.severity;
    }));
}

TEST(Mandatory, FieldsOfTheNoticeMustBeThere) {
    EXPECT_EQ(found([](PostFacts& f) { f.title.clear(); }), Codes{"title_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.headcount.reset(); }), Codes{"headcount_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.headcount = 0; }), Codes{"headcount_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.description = "酿酒"; }), Codes{"work_content_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.place = {}; }), Codes{"place_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.place = {"519999"}; }), Codes{"place_unknown"});
    EXPECT_EQ(found([](PostFacts& f) { f.place = {"511500"}; }), Codes{"place_not_county"});
    EXPECT_EQ(found([](PostFacts& f) { f.address.clear(); }), Codes{"address_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_unit.clear(); }), Codes{"pay_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_min.reset(); }), Codes{"pay_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_min = Fen{0}; }), Codes{"pay_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.valid_to_on.reset(); }), Codes{"validity_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.occupation = {"6-02-06-99"}; }),
              Codes{"occupation_unknown"});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.shift.clear();
                  f.hours_per_day_tenths.reset();
              }),
              Codes{"work_time_missing"});
}

TEST(Mandatory, ConditionsMayBeNamedInTheText) {
    const auto none = [](PostFacts& f) {
        f.education.clear();
        f.skills.clear();
    };
    EXPECT_EQ(found(none), Codes{"conditions_missing"});
    EXPECT_EQ(found([&](PostFacts& f) {
                  none(f);
                  f.no_conditions = true;
              }),
              Codes{});
    EXPECT_EQ(found([&](PostFacts& f) {
                  none(f);
                  f.description += "学历、经验不限。";
              }),
              Codes{});
    EXPECT_EQ(found([&](PostFacts& f) {
                  none(f);
                  f.certificates = {"electrician"};
              }),
              Codes{});
}

TEST(Mandatory, ARepostNamesItsSource) {
    EXPECT_EQ(found([](PostFacts& f) { f.is_repost = true; }), Codes{"source_missing"});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.is_repost = true;
                  f.source = "宜宾市公共就业服务网";
              }),
              Codes{});
}

TEST(Employer, MustBeVerifiedWithinSixMonths) {
    EXPECT_EQ(found([](PostFacts& f) { f.employer_verified = false; }),
              Codes{"employer_unverified"});
    EXPECT_EQ(found([](PostFacts& f) { f.employer_verified_on = 2026y / May / 24d; }), Codes{});
    EXPECT_EQ(found([](PostFacts& f) { f.employer_verified_on = 2026y / May / 23d; }),
              Codes{"account_verification_old"});
    EXPECT_EQ(found([](PostFacts& f) { f.employer_verified_on.reset(); }),
              Codes{"account_verification_old"});
}

TEST(Employer, VerifiedOnTheLastDayOfALongMonthHoldsToTheEndOfTheShortOne) {
    PostFacts facts = good();
    facts.employer_verified_on = 2026y / August / 31d;
    facts.starts_on = 2027y / April / 1d;
    facts.ends_on = 2027y / April / 30d;
    facts.valid_from_on = 2027y / February / 1d;
    facts.valid_to_on = 2027y / March / 20d;
    EXPECT_EQ(codes_of(post_check(facts, tables(), 2027y / February / 28d)), Codes{});
    EXPECT_EQ(codes_of(post_check(facts, tables(), 2027y / March / 1d)),
              Codes{"account_verification_old"});
}

TEST(Employer, FactsAreNamedWhenTheyAreMissing) {
    EXPECT_EQ(found([](PostFacts& f) { f.employer_excluded = true; }), Codes{"employer_excluded"});
    PostFacts facts = good();
    facts.employer_credit_code.clear();
    const auto findings = post_check(facts, tables(), today);
    ASSERT_EQ(codes_of(findings), Codes{"employer_facts_missing"});
    EXPECT_NE(findings[0].message.zh.find("统一社会信用代码"), std::string::npos);
    EXPECT_EQ(found([](PostFacts& f) { f.employer_address.clear(); }), Codes{});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.employer_address.clear();
                  f.employer_industry.clear();
              }),
              Codes{"employer_facts_missing"});
}

struct PayCase {
    const char* unit;
    std::int64_t fen;
    int hours_tenths;
    Codes expected;
};

TEST(MinimumWage, IsThatOfThePlaceAndUnit) {
    // 511502 has tier 2 (2,200 a month, 22 an hour), recalled; the province's lowest is 2,100
    // and 21.
    const PayCase cases[] = {
        {"month", 220000, 80, {}},
        {"month", 219999, 80, {"minimum_wage_check"}},
        {"month", 210000, 80, {"minimum_wage_check"}},
        {"month", 209999, 80, {"minimum_wage"}},
        {"hour", 2200, 40, {}},
        {"hour", 2150, 40, {"minimum_wage_check"}},
        {"hour", 2099, 40, {"minimum_wage"}},
        // 2,200 / 21.75 = 101.15 a day of 8 hours; 22 × 8 = 176 for part-time work.
        {"day", 17600, 80, {}},
        {"day", 17599, 80, {"minimum_wage_hourly"}},
        {"day", 10115, 80, {"minimum_wage_hourly"}},
        {"day", 10114, 80, {"minimum_wage_check"}},
        {"day", 9600, 80, {"minimum_wage"}},
        {"day", 8800, 40, {}},
        {"piece", 10, 80, {"piece_pay"}},
    };
    for (const auto& [unit, fen, hours, expected] : cases)
        EXPECT_EQ(found([&, u = unit, amount = fen, h = hours](PostFacts& f) {
                      f.pay_unit = u;
                      f.pay_min = Fen{amount};
                      f.pay_max.reset();
                      f.hours_per_day_tenths = h;
                  }),
                  expected)
            << unit << ' ' << fen;
}

TEST(MinimumWage, DependsOnPlaceAndDay) {
    const auto pay = [](const char* place, std::int64_t fen) {
        return found([&](PostFacts& f) {
            f.place = {place};
            f.pay_min = Fen{fen};
            f.pay_max.reset();
        });
    };
    EXPECT_EQ(pay("511529", 210000), Codes{}) << "a county of tier 3";
    EXPECT_EQ(pay("500116", 210000), Codes{"minimum_wage"}) << "Chongqing's lowest is 2,200";
    EXPECT_EQ(pay("440303", 100000), Codes{"minimum_wage_unknown"});
}

TEST(Pay, MustNotContradictItself) {
    EXPECT_EQ(found([](PostFacts& f) { f.pay_max = Fen{440000}; }), Codes{"pay_order"});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_max = Fen{1350000}; }), Codes{});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_max = Fen{2000000}; }), Codes{"pay_spread"});
    EXPECT_EQ(found([](PostFacts& f) { f.pay_max.reset(); }), Codes{});
}

TEST(Kinds, HaveRulesOfTheirOwn) {
    EXPECT_EQ(found([](PostFacts& f) {
                  f.kind = "dispatch";
                  f.pay_unit = "hour";
                  f.pay_min = Fen{3000};
                  f.pay_max.reset();
              }),
              Codes{"dispatch_hourly"});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.kind = "dispatch";
                  f.ends_on = 2027y / June / 30d;
              }),
              Codes{"dispatch_period"});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.kind = "lend";
                  f.service_fee = Fen{10000};
              }),
              Codes{"lend_profit"});
}

TEST(DispatchQuota, IsComparedWithWhatTheEmployerSaysOfItself) {
    const auto with = [](std::optional<std::int64_t> staff, std::int64_t elsewhere, std::int64_t here, int headcount) {
        return found([&](PostFacts& f) {
            f.kind = "dispatch";
            f.headcount = headcount;
            f.contract_staff = staff;
            f.dispatched_elsewhere = elsewhere;
            f.dispatch_seats = here;
            f.staff_as_of_on = 2026y / October / 31d;
            f.lot_min = f.lot_max = f.cap_per_agency = std::nullopt;
        });
    };
    EXPECT_EQ(with(std::nullopt, 0, 0, 40), Codes{}) << "nothing was said: nothing is compared";
    EXPECT_EQ(with(90, 0, 0, 10), Codes{}) << "ten of a hundred";
    EXPECT_EQ(with(89, 0, 0, 10), Codes{"dispatch_quota"}) << "ten of ninety-nine";
    EXPECT_EQ(with(90, 4, 3, 3), Codes{}) << "whom it has by dispatch already counts, here and elsewhere";
    EXPECT_EQ(with(90, 4, 4, 3), Codes{"dispatch_quota"});
    EXPECT_EQ(with(0, 0, 0, 1), Codes{"dispatch_quota"}) << "all of one";
    EXPECT_EQ(found([](PostFacts& f) { f.contract_staff = 1; }), Codes{}) << "no dispatch";
}

TEST(DispatchQuota, SaysItsNumbersAndIsANote) {
    PostFacts facts = good();
    facts.kind = "dispatch";
    facts.headcount = 12;
    facts.contract_staff = 100;
    facts.staff_as_of_on = 2026y / October / 31d;
    const auto findings = post_check(facts, tables(), today);
    const auto one = std::find_if(findings.begin(), findings.end(), [](const Finding& each) { return each.code == "dispatch_quota"; });
    ASSERT_NE(one, findings.end());
    EXPECT_EQ(one->severity, codes::Severity::note) << "it warns and stops nobody";
    EXPECT_NE(one->message.zh.find("12 人，占用工总量 112 人的 10.72%，超过 10%"), std::string::npos) << one->message.zh;
    EXPECT_NE(one->message.zh.find("2026-10-31"), std::string::npos);
    EXPECT_NE(one->basis.find("劳务派遣暂行规定 §4"), std::string::npos);
    EXPECT_EQ(one->path, "/headcount");
    EXPECT_FALSE(blocks(findings));
}

TEST(Time, MustBeWithinTheLaw) {
    EXPECT_EQ(found([](PostFacts& f) { f.hours_per_day_tenths = 90; }),
              Codes{"hours_over_standard"});
    EXPECT_EQ(found([](PostFacts& f) { f.hours_per_day_tenths = 115; }), Codes{"hours_over_limit"});
    EXPECT_EQ(found([](PostFacts& f) { f.starts_on = 2026y / November / 23d; }),
              Codes{"period_past"});
    EXPECT_EQ(found([](PostFacts& f) { f.starts_on = today; }), Codes{});
    EXPECT_EQ(found([](PostFacts& f) { f.starts_on.reset(); }), Codes{"period_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.ends_on.reset(); }), Codes{"period_missing"});
    EXPECT_EQ(found([](PostFacts& f) { f.ends_on = 2026y / November / 30d; }),
              Codes{"period_order"});
    EXPECT_EQ(found([](PostFacts& f) { f.ends_on = 2031y / January / 1d; }),
              Codes{"period_too_long"});
    EXPECT_EQ(found([](PostFacts& f) { f.valid_to_on = 2026y / November / 23d; }),
              Codes{"validity_order"});
    EXPECT_EQ(found([](PostFacts& f) { f.valid_to_on = 2027y / March / 1d; }),
              Codes{"validity_too_long"});
}

TEST(Probation, IsReadAsPeopleWriteIt) {
    const std::pair<const char*, int> cases[] = {
        {"试用期三个月", 3},       {"试用期为 1-3 个月", 3},  {"3个月试用期，缴社保", 3}, {"试用期半年", 6},
        {"试用期：十二个月", 12},  {"试用期一年", 12},        {"试用期7天", 1},           {"试用期两个月后转正", 2},
        {"试用期满三个月转正", 3}, {"试用期工资3500元", 1},   {"试用期二十个月", 20},
    };
    for (const auto& [text, months] : cases) EXPECT_EQ(probation_months(text), months) << text;
    for (const char* none : {"无试用期", "没有试用期，当天上岗", "不设试用期", "免费试用化妆品", "工作三个月", ""})
        EXPECT_FALSE(probation_months(none)) << none;
}

TEST(Probation, IsHeldToTheTermOfTheWork) {
    const auto with = [](const char* words, Date ends_on, const char* kind = "recruit") {
        return found([&](PostFacts& f) {
            f.description += words;
            f.ends_on = ends_on;
            f.kind = kind;
        });
    };
    const Date two_months = 2027y / January / 31d, three = 2027y / February / 28d, year = 2027y / November / 30d,
               day_less = 2027y / November / 29d;
    EXPECT_EQ(with("试用期七天。", two_months), Codes{"probation_too_long"}) << "none below three months";
    EXPECT_EQ(with("无试用期。", two_months), Codes{});
    EXPECT_EQ(with("试用期一个月。", three), Codes{});
    EXPECT_EQ(with("试用期两个月。", three), Codes{"probation_too_long"});
    EXPECT_EQ(with("试用期两个月。", day_less), Codes{"probation_too_long"});
    EXPECT_EQ(with("试用期两个月。", year), Codes{});
    EXPECT_EQ(with("试用期三个月。", year), Codes{"probation_too_long"});
    EXPECT_EQ(with("试用期六个月。", 2029y / November / 30d), Codes{});
    EXPECT_EQ(with("试用期七个月。", 2029y / November / 30d), Codes{"probation_over_limit"});
    EXPECT_EQ(with("试用期两个月。", two_months, "dispatch"), Codes{}) << "the agency's contract is of two years";
}

TEST(Probation, IsNoneInPartTimeWork) {
    const auto by_the_hour = [](int hours_tenths) {
        return found([&](PostFacts& f) {
            f.description += "试用期一个月。";
            f.pay_unit = "hour";
            f.pay_min = Fen{3000};
            f.pay_max.reset();
            f.hours_per_day_tenths = hours_tenths;
        });
    };
    EXPECT_EQ(by_the_hour(40), Codes{"probation_part_time"});
    EXPECT_EQ(by_the_hour(41), Codes{}) << "more than four hours a day is not part-time work";
}

TEST(Size, MustBePlausibleAndItsLotsFit) {
    EXPECT_EQ(found([](PostFacts& f) { f.headcount = 501; }), Codes{"headcount_large"});
    const auto lots = [](int least, int most, int cap) {
        return found([&](PostFacts& f) {
            f.lot_min = least;
            f.lot_max = most;
            f.cap_per_agency = cap;
        });
    };
    EXPECT_EQ(lots(1, 20, 20), Codes{});
    EXPECT_EQ(lots(5, 10, 15), Codes{});
    EXPECT_EQ(lots(0, 20, 20), Codes{"lots_inconsistent"});
    EXPECT_EQ(lots(11, 10, 20), Codes{"lots_inconsistent"});
    EXPECT_EQ(lots(1, 21, 20), Codes{"lots_inconsistent"});
    EXPECT_EQ(lots(5, 10, 4), Codes{"lots_inconsistent"});
    EXPECT_EQ(lots(1, 20, 21), Codes{"lots_inconsistent"});
}

TEST(Conditions, InFieldsOfTheirOwnAreJudgedToo) {
    EXPECT_EQ(found([](PostFacts& f) { f.sex = "male"; }), Codes{"field_sex"});
    EXPECT_EQ(found([](PostFacts& f) { f.ethnicity = "汉"; }), Codes{"field_ethnicity"});
    EXPECT_EQ(found([](PostFacts& f) { f.household = "511502"; }), Codes{"field_household"});
    EXPECT_EQ(found([](PostFacts& f) { f.age_max = 45; }), Codes{"field_age"});
    EXPECT_EQ(found([](PostFacts& f) { f.age_min = 18; }), Codes{}) << "the law's own limit";
    EXPECT_EQ(found([](PostFacts& f) { f.age_min = 25; }), Codes{"field_age"});
    EXPECT_EQ(found([](PostFacts& f) { f.age_min = 15; }), Codes{"field_age_under"});
    EXPECT_EQ(found([](PostFacts& f) {
                  f.age_min = 40;
                  f.age_max = 30;
              }),
              (Codes{"age_order", "field_age"}));
}

TEST(AllowReasons, SoftenOnlyTheRulesThatKnowThem) {
    PostFacts facts = good();
    facts.description = "井下采掘辅助工作，限男性，四级体力劳动。";
    EXPECT_TRUE(blocks(post_check(facts, tables(), today)));
    facts.allow_reasons = {"women_forbidden_labour"};
    const auto softened = post_check(facts, tables(), today);
    EXPECT_EQ(codes_of(softened), Codes{"sex_limit"});
    EXPECT_TRUE(needs_review(softened));
    facts.description = "井下采掘辅助工作，限本地户籍。";
    EXPECT_TRUE(blocks(post_check(facts, tables(), today))) << "no ground allows this";
}

TEST(StudentInterns, MustNotGoThroughAgencies) {
    EXPECT_EQ(found([](PostFacts& f) { f.student_interns = true; }),
              Codes{"student_intern_by_agency"});
    EXPECT_EQ(found([](PostFacts& f) { f.description = "顶岗实习岗位，学校老师带队。"; }),
              Codes{"student_intern_by_agency"});
    const auto direct = found([](PostFacts& f) {
        f.description = "顶岗实习岗位，学校老师带队。";
        f.through_agency = false;
    });
    EXPECT_EQ(direct, Codes{"student_intern_named"});
}

TEST(Words, AreFoundInTitleTextAndSkillsWithTheirPlace) {
    PostFacts facts = good();
    facts.title = "男工优先";
    facts.skills = {"白酒酿造", "限女性"};
    const auto findings = post_check(facts, tables(), today);
    ASSERT_EQ(codes_of(findings), (Codes{"sex_limit", "sex_limit"}));
    EXPECT_EQ(findings[0].path, "/title");
    EXPECT_EQ(findings[1].path, "/skills/1/name");
    EXPECT_NE(findings[0].message.zh.find("男工优先"), std::string::npos);
}

TEST(Words, OfOneRuleAreOneFinding) {
    PostFacts facts = good();
    facts.description = "要求：限男性；男士优先；女生勿扰。";
    const auto findings = post_check(facts, tables(), today);
    ASSERT_EQ(codes_of(findings), Codes{"sex_limit"});
    for (const char* words : {"限男性", "男士优先", "女生勿扰"})
        EXPECT_NE(findings[0].message.zh.find(words), std::string::npos) << words;
}

/// The table of sentences: "text | expected rules or ok".
TEST(Words, AreFoundAsTheTableSays) {
    std::ifstream file(PART_FOLDER "/testdata/post_check.table");
    ASSERT_TRUE(file);
    std::string line;
    int sentences = 0;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        const auto bar = line.rfind(" | ");
        ASSERT_NE(bar, std::string::npos) << "line " << number;
        std::set<std::string> expected;
        std::istringstream words(line.substr(bar + 3));
        for (std::string word; words >> word;)
            if (word != "ok") expected.insert(word);
        std::set<std::string> actual;
        std::string seen;
        for (const auto& hit : find_words(line.substr(0, bar), tables().post_rules())) {
            actual.insert(hit.rule->code);
            seen += ' ' + hit.rule->code + '(' + hit.words + ')';
        }
        EXPECT_EQ(actual, expected) << "line " << number << ": " << line << " found" << seen;
        ++sentences;
    }
    EXPECT_GE(sentences, 180);
}

TEST(Words, SurviveBeingSpacedOut) {
    // Any blanks and signs between the characters change nothing.
    const std::string separators[] = {" ", "　", "-", "·", "*", "/", "、", "\t", "_", "～"};
    for (const auto& separator : separators) {
        const std::string text = "限" + separator + "男" + separator + "性";
        const auto hits = find_words(text, tables().post_rules());
        ASSERT_EQ(hits.size(), 1U) << text;
        EXPECT_EQ(hits[0].rule->code, "sex_limit");
        EXPECT_FALSE(hits[0].split_up);
    }
    const auto apart = find_words("限。男。性", tables().post_rules());
    ASSERT_EQ(apart.size(), 1U);
    EXPECT_TRUE(apart[0].split_up);
}

TEST(NormalisePost, KeepsLettersClausesAndRanges) {
    EXPECT_EQ(normalise_post("Ａ b，Ｃ。"), U"ab\nc\n");
    EXPECT_EQ(normalise_post("18 － 45 岁"), U"18-45岁");
    EXPECT_EQ(normalise_post("限-男"), U"限男");
    EXPECT_EQ(normalise_post("--"), U"");
    EXPECT_EQ(normalise_post("，，"), U"");
    EXPECT_EQ(normalise_post("適合"), U"适合");
    EXPECT_EQ(normalise_post("\xFF\xFE"), U"");
}

RC_GTEST_PROP(Words, NeverFailOnAnyText, (const std::string& bytes)) {
    for (const auto& hit : find_words(bytes, tables().post_rules())) RC_ASSERT(hit.rule != nullptr);
}

RC_GTEST_PROP(Words, AreFoundWhereverTheyStand, ()) {
    // Clauses that say nothing forbidden, in any order, with one forbidden clause among them.
    const std::vector<std::string> harmless{"包吃住",   "五险一金", "负责上甑摘酒", "月薪5000元",
                                            "男女不限", "无需押金", "学历不限",     "双休"};
    auto clauses = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(harmless));
    const auto at = *rc::gen::inRange<std::size_t>(0, clauses.size() + 1);
    const auto mark = *rc::gen::element<std::string>("，", "。", "；", "\n", "！");
    std::string before;
    for (const auto& clause : clauses) before += clause + mark;
    RC_ASSERT(find_words(before, tables().post_rules()).empty());
    clauses.insert(clauses.begin() + static_cast<std::ptrdiff_t>(at), "仅限男性");
    std::string text;
    for (const auto& clause : clauses) text += clause + mark;
    const auto hits = find_words(text, tables().post_rules());
    RC_ASSERT(hits.size() == 1U);
    RC_ASSERT(hits[0].rule->code == "sex_limit");
}

TEST(Rules, ThatTheCheckNamesAreAllInTheData) {
    // A rule without a row is switched off; in the data that ship, none is.
    std::ifstream files[] = {std::ifstream(PART_FOLDER "/post_check.cpp"),
                             std::ifstream(PART_FOLDER "/post_check_terms.cpp")};
    int named = 0;
    for (auto& file : files) {
        std::stringstream content;
        content << file.rdbuf();
        const std::string text = content.str();
        for (auto at = text.find("report.add(\""); at != std::string::npos;
             at = text.find("report.add(\"", at + 1)) {
            const auto begin = at + std::string("report.add(\"").size();
            const std::string code = text.substr(begin, text.find('"', begin) - begin);
            EXPECT_NE(tables().post_rules().find(code), nullptr) << code;
            ++named;
        }
    }
    EXPECT_GT(named, 30);
}

}  // namespace jianghui::orders::post_check_test
