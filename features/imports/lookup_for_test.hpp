#pragma once
// A few places, occupations and employers for tests.

#include <map>

#include "features/imports/lookup.hpp"

namespace jianghui::imports::testing {

class FewCodes : public Lookup {
  public:
    [[nodiscard]] PlaceAnswer resolve_place(std::string_view text) const override {
        static const std::map<std::string, std::string> places{
            {"翠屏区", "511502"},       {"宜宾市翠屏区", "511502"}, {"宜宾·翠屏区", "511502"},
            {"511502", "511502"},       {"泸州市江阳区", "510502"}, {"江阳区", "510502"},
            {"510502", "510502"}};
        PlaceAnswer answer;
        const auto found = places.find(std::string(text));
        if (found != places.end()) answer.code = PlaceCode{found->second};
        answer.ambiguous = text == "四川省";
        if (!answer.code) answer.nearest = {"宜宾市翠屏区"};
        return answer;
    }
    [[nodiscard]] std::vector<OccupationGuess> suggest_occupations(
        std::string_view title, std::size_t limit) const override {
        std::vector<OccupationGuess> guesses;
        if (title == "包装工") guesses = {{{"6-31-05-04"}, "包装工", 1000}};
        if (title == "普工")
            guesses = {{{"6-99-00-00"}, "其他生产人员", 600}, {{"6-31-05-04"}, "包装工", 580}};
        if (title == "电焊工")
            guesses = {{{"6-18-02-04"}, "焊工", 950}, {{"6-18-02-03"}, "铆工", 300}};
        if (guesses.size() > limit) guesses.resize(limit);
        return guesses;
    }
    [[nodiscard]] std::optional<OccupationGuess> find_occupation(
        std::string_view code_or_name) const override {
        if (code_or_name == "6-31-05-04" || code_or_name == "包装工")
            return OccupationGuess{{"6-31-05-04"}, "包装工", 1000};
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> education_code(Education level) const override {
        if (level == Education::any) return std::nullopt;
        return std::string(codec::enum_text(level));
    }
    [[nodiscard]] std::optional<std::string> certificate_code(
        std::string_view name) const override {
        return name == "健康证" ? std::optional<std::string>("health") : std::nullopt;
    }
    [[nodiscard]] std::vector<std::string> nearest_certificates(
        std::string_view /*name*/) const override {
        return {"健康证"};
    }
    [[nodiscard]] std::string skill_name(std::string_view name) const override {
        return name == "电焊" ? "焊接" : std::string(name);
    }
    [[nodiscard]] EmployerAnswer find_employer(std::string_view name,
                                               std::string_view credit_code) const override {
        EmployerAnswer answer;
        if (name == "不存在公司") {
            answer.refusal = Error{Kind::invalid, "employer_unknown", {"没有", "unknown"}, "", {}, {}, {}};
            answer.nearest = {"甲公司"};
            return answer;
        }
        std::int64_t number = 1;
        for (const char c : std::string(name) + std::string(credit_code))
            number = (number * 31 + static_cast<unsigned char>(c)) % 1'000'003;
        answer.id = OrganisationId{number};
        return answer;
    }
};

}  // namespace jianghui::imports::testing
