#include "engine/base/code.hpp"

#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/base/utf8.hpp"

namespace jianghui::code_test {

using namespace std::chrono;

/// The rows of a test vector file, header left out. Its quoted cells come last and are not needed.
std::vector<std::vector<std::string>> vectors(const std::string& name) {
    std::ifstream file(std::string(PART_FOLDER "/testdata/") + name);
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        for (std::size_t from = 0, to = 0; to != std::string::npos; from = to + 1) {
            to = line.find(',', from);
            cells.push_back(line.substr(from, to - from));
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

const Date in_1999 = 1999y / October / 1d;

TEST(CreditCode, AcceptsIssuedCodes) {
    const auto rows = vectors("usci_examples.csv");
    ASSERT_GE(rows.size(), 8U);
    for (const auto& row : rows) {
        EXPECT_TRUE(has_form(CreditCode{row[0]})) << row[0];
        EXPECT_EQ(credit_code_checks(row[0]), row[1] == "valid") << row[0];
    }
    for (const std::string code : {"91350200776049653A", "91440101MA5CJQ4N59", "123502001549897397",
                                   "91350200MA2YJ1XR9G", "91511502MA6ABCDE78"})
        EXPECT_TRUE(credit_code_checks(code)) << code;
}

TEST(CreditCode, SaysThatAReallyIssuedCodeDoesNotCheck) {
    // Such codes exist in pilot areas; registering them is an override that somebody signs for.
    EXPECT_TRUE(has_form(CreditCode{"91350203M0001QAY9B"}));
    EXPECT_FALSE(credit_code_checks("91350203M0001QAY9B"));
}

TEST(CreditCode, RefusesOtherForms) {
    for (const std::string code :
         {"", "9135010", "91350100M000100Y4", "91350100M000100Y430", "9135O100M000100Y43",
          "91350100m000100y43", "91350100M00010OY43", "９1350100M000100Y4"})
        EXPECT_FALSE(has_form(CreditCode{code})) << code;
    EXPECT_FALSE(credit_code_checks("91350100M000100Y4"));
    EXPECT_FALSE(credit_code_checks("91350100M000100Y4I"));
}

RC_GTEST_PROP(CreditCode, EveryChangedCharacterIsNoticed, ()) {
    const std::string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::string code = "91350100M000100Y43";
    const auto at = *rc::gen::inRange<std::size_t>(0, code.size());
    const char other = *rc::gen::elementOf(alphabet);
    RC_PRE(other != code[at]);
    code[at] = other;
    RC_ASSERT(!credit_code_checks(code));
}

TEST(IdentityNumber, AcceptsTheOfficialExamples) {
    const auto rows = vectors("resident_id_examples.csv");
    ASSERT_GE(rows.size(), 4U);
    for (const auto& row : rows)
        EXPECT_EQ(parse_identity_number(row[0], in_1999).has_value(), row[1] == "valid") << row[0];
    for (const std::string text :
         {"510302199003070013", "511502200802291231", "500116198512314566"})
        EXPECT_TRUE(parse_identity_number(text, 2026y / November / 24d)) << text;
}

TEST(IdentityNumber, TellsDateOfBirthAndSex) {
    const auto number = parse_identity_number("11010519491231002X", in_1999);
    ASSERT_TRUE(number);
    EXPECT_EQ(number->born, 1949y / December / 31d);
    EXPECT_TRUE(number->female);
    EXPECT_FALSE(parse_identity_number("440524188001010014", in_1999)->female);
}

TEST(IdentityNumber, IsNormalisedAsPeopleTypeIt) {
    const auto number = parse_identity_number("　１１０１０５１９４９１２３１００２ｘ ", in_1999);
    ASSERT_TRUE(number);
    EXPECT_EQ(number->text, "11010519491231002X");
}

TEST(IdentityNumber, IsAcceptedWithTheCodeOfACountyThatIsNoMore) {
    // 511521 was 宜宾县 until 2018; born 1899, so that it is nobody living.
    EXPECT_TRUE(parse_identity_number("511521189902280016", in_1999));
}

TEST(IdentityNumber, RefusesWhatIsNone) {
    const Date today = 2026y / November / 24d;
    const std::pair<std::string, std::string> cases[] = {
        {"", "empty"},
        {"51030219900307001", "too short"},
        {"5103021990030700133", "too long"},
        {"510302900307001", "a 15-digit number of the old kind"},
        {"510302199003070014", "check character"},
        {"510302199002300013", "30 February"},
        {"51030219900307001Y", "a letter that is not X"},
        {"5103021990030X0013", "a letter inside"},
        {"440524188001010014", "older than 130 years"},
        {"５１０３０２１９９００３０７００1\xFF", "broken UTF-8"},
    };
    for (const auto& [text, why] : cases) EXPECT_FALSE(parse_identity_number(text, today)) << why;
    EXPECT_FALSE(parse_identity_number("510302199003070013", 1990y / March / 6d)) << "not yet born";
    EXPECT_TRUE(parse_identity_number("510302199003070013", 1990y / March / 7d));
}

TEST(IdentityNumber, RefusesAnUnknownProvince) {
    for (int check = 0; check <= 10; ++check) {
        const std::string text =
            "99010519491231002" + (check == 10 ? std::string("X") : std::to_string(check));
        EXPECT_FALSE(parse_identity_number(text, in_1999)) << text;
    }
}

RC_GTEST_PROP(IdentityNumber, EveryChangedDigitIsNoticed, ()) {
    std::string text = "510302199003070013";
    const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
    const char other = *rc::gen::inRange('0', static_cast<char>('9' + 1));
    RC_PRE(other != text[at]);
    text[at] = other;
    RC_ASSERT(!parse_identity_number(text, 2026y / November / 24d));
}

RC_GTEST_PROP(IdentityNumber, ExactlyOneCheckCharacterFits, ()) {
    const auto born = Date(sys_days(1900y / January / 1d) + days(*rc::gen::inRange(0, 36524)));
    const auto sequence = *rc::gen::inRange(100, 1000);
    std::string first = "511502" + date_text(born) + std::to_string(sequence);
    first.erase(std::remove(first.begin(), first.end(), '-'), first.end());
    int fitting = 0;
    for (const char check : std::string("0123456789X")) {
        const auto number = parse_identity_number(first + check, 2000y / January / 1d);
        if (!number) continue;
        ++fitting;
        RC_ASSERT(number->born == born);
        RC_ASSERT(number->female == (sequence % 2 == 0));
    }
    RC_ASSERT(fitting == 1);
}

TEST(Codes, HaveAForm) {
    for (const std::string text : {"510502", "500116", "110000"})
        EXPECT_TRUE(has_form(PlaceCode{text})) << text;
    for (const std::string text : {"", "5105", "51050", "5105020", "51O502", "010502", "51050２"})
        EXPECT_FALSE(has_form(PlaceCode{text})) << text;
    for (const std::string text : {"6", "6-02", "6-02-06", "6-02-06-03", "8-00-00-00"})
        EXPECT_TRUE(has_form(OccupationCode{text})) << text;
    for (const std::string text :
         {"", "9", "0", "6-", "6-2", "6-02-", "6-02-06-3", "6-02-06-03-01", "60206", "6_02"})
        EXPECT_FALSE(has_form(OccupationCode{text})) << text;
    for (const std::string text : {"C", "C15", "C151", "C1512", "T"})
        EXPECT_TRUE(has_form(IndustryCode{text})) << text;
    for (const std::string text : {"", "U", "c15", "C1", "C15121", "15", "CC5"})
        EXPECT_FALSE(has_form(IndustryCode{text})) << text;
}

TEST(Places, BelongToACity) {
    const std::pair<std::string, std::string> cases[] = {
        {"510502", "510500"}, {"510500", "510500"}, {"510000", "510000"},
        {"500116", "500116"}, {"500229", "500229"}, {"110101", "110101"},
        {"429004", "429004"}, {"440303", "440300"}, {"", ""},
    };
    for (const auto& [place, city] : cases)
        EXPECT_EQ(city_of(PlaceCode{place}).text, city) << place;
}

TEST(Places, HaveARangeOfCodes) {
    const auto range = [](const char* place) {
        const auto [first, last] = codes_within(PlaceCode{place});
        return first.text + " " + last.text;
    };
    EXPECT_EQ(range("510000"), "510000 519999");
    EXPECT_EQ(range("510500"), "510500 510599");
    EXPECT_EQ(range("510502"), "510502 510502");
    EXPECT_EQ(range("500116"), "500116 500116");
    EXPECT_EQ(range(""), " ");
}

TEST(Places, LieWithinOthers) {
    const auto lies = [](const char* inner, const char* outer) {
        return within(PlaceCode{inner}, PlaceCode{outer});
    };
    EXPECT_TRUE(lies("510502", "510500"));
    EXPECT_TRUE(lies("510502", "510000"));
    EXPECT_TRUE(lies("510500", "510000"));
    EXPECT_TRUE(lies("510502", "510502"));
    EXPECT_TRUE(lies("500116", "500000"));
    EXPECT_FALSE(lies("510500", "510502"));
    EXPECT_FALSE(lies("510302", "510500"));
    EXPECT_FALSE(lies("510503", "510502"));
    EXPECT_FALSE(lies("500116", "510000"));
    EXPECT_FALSE(lies("", "510000"));
    EXPECT_FALSE(lies("510502", ""));
}

TEST(MobileNumber, HasElevenDigitsFrom13To19) {
    for (const std::string text : {"13800000000", "19912345678"})
        EXPECT_TRUE(is_mobile_number(text)) << text;
    for (const std::string text : {"", "12800000000", "1380000000", "138000000000", "23800000000",
                                   "1380000000a", "+8613800000000"})
        EXPECT_FALSE(is_mobile_number(text)) << text;
}

TEST(NormalCode, IsWhatWasMeantWhateverTheWidthCaseAndParting) {
    EXPECT_EQ(normal_code(" ａｂ12-cd 34 "), "AB12CD34");
    EXPECT_EQ(normal_code(""), "");
    EXPECT_EQ(upper_case("aZ9-江x"), "AZ9-江X");
}

TEST(HalfWidth, TurnsFullWidthAndTrims) {
    EXPECT_EQ(half_width("　ＡＢｃ１２－（ｘ）　"), "ABc12-(x)");
    EXPECT_EQ(half_width(" 泸州市　江阳区\t"), "泸州市 江阳区");
    EXPECT_EQ(half_width("\xC2\xA0 a"), "a");
    EXPECT_EQ(half_width("  　 "), "");
    EXPECT_EQ(half_width("a\xFF"
                         "b"),
              "a\xFF"
              "b");
}

TEST(CodePoints, AreCountedOrRefused) {
    EXPECT_EQ(code_points(""), 0U);
    EXPECT_EQ(code_points("抢单 ok"), 5U);
    EXPECT_EQ(code_points("𠮷"), 1U);
    for (const std::string text :
         {"\xFF", "a\xC3", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE4\xBD", "\x80"})
        EXPECT_FALSE(code_points(text));
}

TEST(Nearest, OffersTheClosestFirst) {
    const std::vector<std::string> words{"headcount", "title", "place", "plaice"};
    EXPECT_EQ(nearest("titel", words), (std::vector<std::string>{"title"}));
    EXPECT_EQ(nearest("plase", words, 2), (std::vector<std::string>{"place", "plaice"}));
    EXPECT_EQ(nearest("plase", words, 1), (std::vector<std::string>{"place"}));
    EXPECT_TRUE(nearest("zzzzzzz", words).empty());
    EXPECT_TRUE(nearest("", words).empty());
    EXPECT_TRUE(nearest(std::string(100000, 'x'), words).empty());
}

TEST(Nearest, MeasuresCharactersNotBytes) {
    // One of three characters differs; in bytes it would be up to three of nine.
    EXPECT_EQ(nearest("焊接工", {"焊工", "电工", "焊接员"}),
              (std::vector<std::string>{"焊工", "焊接员"}));
}

}  // namespace jianghui::code_test
