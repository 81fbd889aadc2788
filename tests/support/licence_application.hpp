#pragma once
// What an agency says when it applies for a licence, as `POST cases` wants it.

#include <string>

namespace jianghui::test {

/// The values of the form of hr_service_licence_grant; `articles` is the id of a case file.
inline std::string licence_application(const std::string& articles) {
    return R"({"services":["recruit"],"premises":"酒城大道 1 号","staff":5,"procedure_kind":"general",)"
           R"("legal_representative":"王五","articles":")" + articles + R"("})";
}

}  // namespace jianghui::test
