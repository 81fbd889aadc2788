#include "features/codes/tables.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

namespace jianghui::codes::tables_test {

using namespace std::chrono;

const std::filesystem::path data = SOURCE_FOLDER "/data";

const Tables& tables() {
    static const Tables loaded = [] {
        auto result = Tables::load(data);
        EXPECT_TRUE(result) << (result ? "" : result.error().message.en);
        return std::move(result).value();
    }();
    return loaded;
}

/// A copy of the data that a test may spoil.
class Spoiled {
  public:
    explicit Spoiled(const std::string& name)
        : folder_(std::filesystem::temp_directory_path() /
                  ("jianghui_" + name + "_" + std::to_string(::getpid()))) {
        std::filesystem::remove_all(folder_);
        std::filesystem::copy(data, folder_, std::filesystem::copy_options::recursive);
    }
    ~Spoiled() { std::filesystem::remove_all(folder_); }
    Spoiled(const Spoiled&) = delete;
    Spoiled& operator=(const Spoiled&) = delete;
    /// Adds a line and answers where loading failed ("" when it did not).
    std::string with_line(const std::string& file, const std::string& line) {
        const auto before = std::filesystem::file_size(folder_ / file);
        std::ofstream(folder_ / file, std::ios::app) << line << "\r\n";
        const std::string fault = fault_in(file);
        std::filesystem::resize_file(folder_ / file, before);
        return fault;
    }
    /// Where loading all tables fails.
    [[nodiscard]] std::string fault() const { return path_of(Tables::load(folder_)); }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  private:
    template <class T>
    static std::string path_of(const Result<T>& loaded) {
        return loaded ? std::string() : loaded.error().path;
    }
    /// Loads only the part that reads the file, which is quicker by far.
    [[nodiscard]] std::string fault_in(const std::string& file) const {
        const auto one_of = [&](std::initializer_list<std::string_view> files) {
            return std::find(files.begin(), files.end(), file) != files.end();
        };
        if (one_of({"places.csv", "retired_places.csv", "place_aliases.csv", "townships.csv",
                    "seat_distances.csv"}))
            return path_of(Places::load(folder_));
        if (one_of({"occupations.csv", "occupation_aliases.csv", "title_noise.csv"}))
            return path_of(Occupations::load(folder_));
        if (one_of({"parameters.csv", "parameter_names.csv", "minimum_wages.csv", "holidays.csv",
                    "targets.csv"}))
            return path_of(DatedValues::load(folder_));
        if (file.find("word_lists/") == 0 || file == "post_rules.csv")
            return path_of(PostRules::load(folder_));
        if (file == "industries.csv") return fault();
        return path_of(CodeLists::load(folder_));
    }
    std::filesystem::path folder_;
};

std::int64_t lines_of(const std::string& file) {
    std::ifstream stream(data / file);
    std::string line;
    std::int64_t count = 0;
    while (std::getline(stream, line)) ++count;
    return count;
}

TEST(Tables, ShipWithEveryPlaceOfTheRegion) {
    int cities = 0;
    int counties = 0;
    int districts = 0;
    for (const auto& place : tables().places()) {
        if (!place.in_region) continue;
        EXPECT_TRUE(place.lon && place.lat) << place.name;
        if (place.level == PlaceLevel::city) ++cities;
        if (place.level == PlaceLevel::county && city_of(place.code) != place.code) ++counties;
        if (place.level == PlaceLevel::county && city_of(place.code) == place.code) ++districts;
    }
    EXPECT_EQ(cities, 4);
    EXPECT_EQ(counties, 28);
    EXPECT_EQ(districts, 3);
    EXPECT_EQ(tables().find_place({"510500"})->name, "泸州市");
    EXPECT_EQ(tables().find_place({"500153"})->parent.text, "500000");
    EXPECT_EQ(tables().find_place({"511521"}), nullptr) << "retired";
}

TEST(Tables, ShipWithAllOfChina) {
    std::set<std::string> provinces;
    std::size_t counties = 0;
    for (const auto& place : tables().places()) {
        if (place.level == PlaceLevel::province) provinces.insert(place.code.text);
        if (place.level == PlaceLevel::county) ++counties;
    }
    EXPECT_EQ(provinces.size(), 34U);
    EXPECT_GT(counties, 2900U);
    EXPECT_TRUE(tables().places().front().in_region) << "the region comes first";
}

TEST(Tables, HaveTheOccupationTreeOfFourLevels) {
    const Entry* brewer = tables().find_occupation({"6-02-06-03"});
    ASSERT_NE(brewer, nullptr);
    EXPECT_EQ(brewer->name, "白酒酿造工");
    EXPECT_EQ(tables().occupation_tree().path(*brewer),
              (std::vector<std::string>{"生产制造及有关人员", "食品、饮料生产加工人员",
                                        "酒、饮料及精制茶制造人员", "白酒酿造工"}));
    std::size_t leaves = 0;
    for (const auto& entry : tables().occupations()) {
        EXPECT_TRUE(has_form(OccupationCode{entry.code})) << entry.code;
        if (entry.level == 4) ++leaves;
    }
    EXPECT_GT(leaves, 1600U);
    EXPECT_NE(tables().find_occupation({"1"}), nullptr);
    EXPECT_NE(tables().find_occupation({"8"}), nullptr);
}

TEST(Tables, HaveTheIndustries) {
    EXPECT_EQ(tables().find_industry({"C1512"})->parent, "C151");
    EXPECT_EQ(tables().find_industry({"C1512"})->name, "白酒制造");
    EXPECT_EQ(tables().industries().size(), 1971U);
    EXPECT_EQ(tables().nearest_industries("C1599").front().substr(0, 3), "C15");
}

TEST(Tables, EveryOrderKindNamesACredential) {
    const std::pair<const char*, const char*> cases[] = {
        {"recruit", "licence"},  {"search", "licence"}, {"dispatch", "dispatch_licence"},
        {"outsource", "filing"}, {"flex", "filing"},    {"lend", "filing"},
        {"train", "filing"},     {"assess", "filing"},  {"procure", "filing"}};
    for (const auto& [kind, credential] : cases)
        EXPECT_EQ(tables().credential_for(kind), credential) << kind;
    EXPECT_EQ(tables().tables().at("order_kinds").size(), std::size(cases));
    EXPECT_EQ(tables().credential_for("party"), "");
}

TEST(Tables, GiveTitlesAndRanks) {
    EXPECT_EQ(tables().title("order_kinds", "recruit"), "招聘");
    EXPECT_EQ(tables().title("order_kinds", "no_such"), "no_such");
    EXPECT_EQ(tables().title("no_such", "x"), "x");
    EXPECT_EQ(tables().find_item("education_levels", "bachelor")->value, "5");
    EXPECT_LT(tables().find_item("education_levels", "junior")->value,
              tables().find_item("education_levels", "college")->value);
}

TEST(Tables, FindItemsByEverydayNames) {
    EXPECT_EQ(tables().find_item_by_name("education_levels", "大专及以上")->code, "college");
    EXPECT_EQ(tables().find_item_by_name("education_levels", " 本科 ")->code, "bachelor");
    EXPECT_EQ(tables().find_item_by_name("skills", "电焊")->zh, "手工电弧焊");
    EXPECT_EQ(tables().find_item_by_name("skills", "ＣＮＣ")->zh, "加工中心操作");
    EXPECT_EQ(tables().find_item_by_name("skills", "flying"), nullptr);
    EXPECT_GE(tables().tables().at("skills").size(), 380U);
    EXPECT_EQ(tables().nearest_items("shifts", "dya").front(), "day");
    EXPECT_EQ(tables().nearest_items("shifts", "??????").size(), 5U)
        << "a short list is shown whole";
}

TEST(Tables, OfferTheNearestForUnknownCodes) {
    EXPECT_EQ(tables().nearest_places("5105").front(), "510500");
    EXPECT_EQ(tables().nearest_places("510599").front().substr(0, 4), "5105");
    EXPECT_EQ(tables().nearest_places("翠屏").front(), "511502");
    EXPECT_EQ(tables().nearest_places("511521").front(), "511504") << "宜宾县 became 叙州区";
    EXPECT_EQ(tables().nearest_occupations("6-02-06-99").front().substr(0, 8), "6-02-06-");
    EXPECT_EQ(tables().nearest_occupations("酿酒师").front(), "6-02-06-01");
    EXPECT_TRUE(tables().nearest_occupations("").empty());
}

TEST(Parameters, HoldFromTheirDay) {
    EXPECT_EQ(tables().parameter_or("working_age", 2026y / January / 1d, 0), 16);
    EXPECT_EQ(tables().parameter_or("working_age", 1990y / January / 1d, 7), 7);
    EXPECT_EQ(tables().parameter_or("no_such", 2026y / January / 1d, 9), 9);
    EXPECT_EQ(tables().parameter("account_reverification_months", 2026y / January / 1d)->mark,
              Mark::found);
}

TEST(Parameters, ThatOtherFeaturesAskForAreThere) {
    for (const char* code :
         {"hold_hours", "offer_hours", "post_validity_days", "account_reverification_months",
          "working_age", "session_hours", "lockout_attempts", "lockout_minutes",
          "overdue_yellow_days", "overdue_orange_days", "overdue_red_days",
          "month_pay_days_hundredths", "occupation_sure_per_mille"})
        EXPECT_NE(tables().parameter(code, 2026y / November / 24d), nullptr) << code;
}

TEST(MinimumWages, CoverEveryCountyOfTheRegionToday) {
    for (const auto& place : tables().places()) {
        if (!place.in_region) continue;
        const auto* wage = tables().minimum_wage(place.code, 2026y / November / 24d);
        ASSERT_NE(wage, nullptr) << place.name;
        const auto* least =
            tables().minimum_wage({place.code.text.substr(0, 2) + "0000"}, 2026y / November / 24d);
        EXPECT_GE(wage->monthly, least->monthly) << place.name;
        EXPECT_GT(wage->monthly, Fen{wage->hourly.value * 80}) << place.name;
    }
}

TEST(MinimumWages, ChangeFromADay) {
    EXPECT_EQ(tables().minimum_wage({"510502"}, 2024y / December / 31d)->monthly, Fen{197000});
    EXPECT_EQ(tables().minimum_wage({"510502"}, 2025y / January / 1d)->monthly, Fen{220000});
    EXPECT_EQ(tables().minimum_wage({"510502"}, 2010y / January / 1d), nullptr);
    EXPECT_EQ(tables().minimum_wage({"440303"}, 2026y / January / 1d), nullptr);
    EXPECT_EQ(tables().minimum_wage({"513221"}, 2026y / January / 1d)->place.text, "510000");
}

TEST(Targets, AreThoseOfThePlan) {
    // Sums of the plan's table (domain.md 3.5).
    const std::map<std::pair<std::string, int>, std::int64_t> sums{
        {{"revenue", 2022}, 1'140'000'000'000},
        {{"revenue", 2025}, 1'540'000'000'000},
        {{"employment", 2022}, 700'000},
        {{"employment", 2025}, 1'200'000},
        {{"employers", 2022}, 110'000},
        {{"employers", 2025}, 160'000},
        {{"talent", 2022}, 125'000},
        {{"talent", 2025}, 245'000}};
    std::map<std::pair<std::string, int>, std::int64_t> found;
    for (const char* city : {"510300", "510500", "511000", "511500"})
        for (const int year : {2022, 2025})
            for (const auto& target : tables().targets({city}, year))
                found[{target.measure, year}] += target.value;
    EXPECT_EQ(found, sums);
    EXPECT_TRUE(tables().targets({"510500"}, 2026).empty()) << "a year without targets shows none";
    EXPECT_TRUE(tables().targets({"500116"}, 2025).empty());
}

TEST(Holidays, FollowTheNoticesOfTheStateCouncil) {
    const auto& days = tables().working_days();
    EXPECT_FALSE(days.works(2026y / February / 16d)) << "Spring Festival, a Monday";
    EXPECT_TRUE(days.works(2026y / February / 14d)) << "a Saturday worked instead";
    EXPECT_FALSE(days.works(2025y / October / 8d));
    EXPECT_TRUE(days.works(2025y / October / 11d));
    EXPECT_TRUE(days.works(2024y / February / 9d)) << "the eve was a working day in 2024";
    EXPECT_EQ(days.after(2026y / September / 30d, 5), 2026y / October / 13d);
    EXPECT_TRUE(tables().dated().has_holidays(2026));
    EXPECT_FALSE(tables().dated().has_holidays(2027));
}

TEST(Holidays, GiveEachYearItsNumberOfWorkingDays) {
    // 2025 and later: 365 - 104 weekend days - 13 holidays = 248; a holiday on a weekend costs
    // none.
    const std::pair<int, int> years[] = {{2024, 251}, {2025, 248}, {2026, 248}};
    for (const auto& [year, expected] : years) {
        int worked = 0;
        for (Date day = std::chrono::year(year) / January / 1d;
             static_cast<int>(day.year()) == year; day = add_days(day, 1))
            worked += tables().working_days().works(day) ? 1 : 0;
        EXPECT_EQ(worked, expected) << year;
    }
}

TEST(MalformedData, StopsTheProgramWithFileAndLine) {
    Spoiled spoiled("tables");
    const std::pair<std::string, std::string> cases[] = {
        {"places.csv", "51050x,某区,某,county,510500,,,no,statutory"},
        {"places.csv", "519999,某区,某,county,440300,,,no,statutory"},
        {"places.csv", "519999,某区,某,village,510000,,,no,statutory"},
        {"places.csv", "519999,某区,某,county,510000,abc,,no,statutory"},
        {"places.csv", "519999,某区,某"},
        {"retired_places.csv", "511521,宜宾县,511599,F,x"},
        {"place_aliases.csv", "某地,510502,1001,K"},
        {"townships.csv", "510502001,某镇,599999"},
        {"seat_distances.csv", "510502,510503,-1"},
        {"occupations.csv", "9-99,某业,2,9,F"},
        {"occupations.csv", "6-02-06-98,某工,4,6-99-99,F"},
        {"occupation_aliases.csv", "某工,6-02,900,K"},
        {"industries.csv", "C9999,某业,4,C999"},
        {"education_levels.csv", "doctor,某,Some,9,00,,K"},
        {"skills.csv", "x_skill,某,Some,other,电焊"},
        {"parameters.csv", "hold_hours,5,hours,2021-01-01,,x,P"},
        {"parameters.csv", "nameless,5,hours,2021-01-01,,x,P"},
        {"parameters.csv", "hold_hours,five,hours,1990-01-01,1991-01-01,x,P"},
        {"minimum_wages.csv", "510502,1,220000,2200,2025-13-01,,x,K"},
        {"holidays.csv", "2026-01-01,no,元旦,x,F"},
        {"holidays.csv", "2027-01-01,maybe,元旦,x,F"},
        {"targets.csv", "510500,2025,revenue,1,fen,x,F"},
        {"post_rules.csv", "x,stop,y,z,z,,P"},
        {"word_lists/fraud.csv", "(押金,deposit,,P"},
        {"word_lists/fraud.csv", "押金,no_such_rule,,P"},
        {"word_lists/discrimination.csv", "限男,sex_limit,不限),P"},
    };
    EXPECT_EQ(spoiled.with_line("holidays.csv", "2027-01-01,no,元旦,x,K"), "") << "a good line";
    for (const auto& [file, line] : cases)
        EXPECT_EQ(spoiled.with_line(file, line), file + ":" + std::to_string(lines_of(file) + 1))
            << line;
}

TEST(MalformedData, IsNoticedAcrossTables) {
    const std::pair<std::string, std::string> cases[] = {
        {"minimum_wages.csv", "519998,1,220000,2200,2025-01-01,,x,K"},
        {"targets.csv", "519998,2025,revenue,1,fen,x,F"},
        {"order_kinds.csv", "party,聚会,Party,ticket,x,P"},
        {"service_kinds.csv", "party,聚会,Party,ticket,x,P"},
        {"places.csv", "510502,某区,某,county,510500,,,no,statutory"}};
    for (const auto& [file, line] : cases) {
        const Spoiled spoiled("references");
        std::ofstream(spoiled.folder() / file, std::ios::app) << line << "\r\n";
        EXPECT_EQ(spoiled.fault(), file + ":0") << line;
    }
    const Spoiled spoiled("references");
    std::filesystem::remove(spoiled.folder() / "shifts.csv");
    EXPECT_EQ(spoiled.fault(), "shifts.csv:0");
}

}  // namespace jianghui::codes::tables_test
