#include "features/surveys/files.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "engine/print/print.hpp"
#include "features/surveys/errors.hpp"

namespace jianghui::surveys {
namespace {

void write_results(lxw_workbook* book, const ResultDocument& document) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, "结果");
    print::write_header(book, sheet,
                        {"地区", "题目", "选项", "对象", "回答数", "占比或平均数", "95%下限", "95%上限",
                         "总数", "总数下限", "总数上限"});
    worksheet_set_column(sheet, 1, 2, 30, nullptr);
    lxw_row_t row = 0;
    for (const auto& one : document.results) {
        print::write_texts(sheet, ++row, {one.place_name, one.question_title, one.choice_title,
                                          one.of_member ? "人" : "户"});
        if (one.hidden != 0) {
            print::write_texts(sheet, row, {"少于公布数"}, 4);
            continue;
        }
        worksheet_write_number(sheet, row, 4, static_cast<double>(one.answered.value_or(0)), nullptr);
        if (!one.value) {
            print::write_texts(sheet, row, {"无人回答"}, 5);
            continue;
        }
        lxw_col_t column = 4;
        for (const auto value :
             {one.value, one.low, one.high, one.total, one.total_low, one.total_high})
            worksheet_write_number(sheet, row, ++column, static_cast<double>(value.value_or(0)) / 1000, nullptr);
    }
}

void write_strata(lxw_workbook* book, const ResultDocument& document) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, "样本");
    print::write_header(book, sheet,
                        {"地区", "类型", "总户数", "调查户", "完成", "拒访", "未访到", "不符合条件", "设计权数",
                         "无回答调整"});
    lxw_row_t row = 0;
    for (const auto& one : document.method.strata) {
        print::write_texts(sheet, ++row, {one.place_name, one.type});
        lxw_col_t column = 1;
        for (const auto value : {one.size, one.response.issued, one.response.completed,
                                 one.response.refused, one.response.not_reached,
                                 one.response.not_eligible})
            worksheet_write_number(sheet, row, ++column, static_cast<double>(value), nullptr);
        for (const auto value : {one.design_weight, one.adjustment})
            worksheet_write_number(sheet, row, ++column, static_cast<double>(value) / 1e6, nullptr);
    }
}

void write_method(lxw_workbook* book, const ResultDocument& document) {
    const auto& method = document.method;
    const auto& response = document.survey.response;
    print::write_facts(
        book, workbook_add_worksheet(book, "方法"),
        {{"调查", document.survey.title},
         {"样本", fmt::format("名单 {} 户，调查 {} 户，完成 {} 户，回答率 {}.{}%",
                                  document.survey.households, response.issued, response.completed,
                                  response.rate / 10, response.rate % 10)},
         {"方法版本", std::to_string(method.formula)},
         {"抽样", method.sampling.zh},
         {"权数和区间", method.weights.zh},
         {"保密", method.protection.zh},
         {"承诺", method.commitment},
         {"密值", method.secret},
         {"流水位置", std::to_string(method.position)},
         {"种子", method.seed},
         {"抽样框校验（SM3）", method.frame_digest},
         {"发布时间", document.survey.published_at ? print::instant_in_words(*document.survey.published_at) : "未发布"}});
}

}  // namespace

Result<http::Reply> file_of(const ResultDocument& document, FileForm form) {
    if (form == FileForm::json)
        return http::attachment(codec::encode(document), "application/json; charset=utf-8",
                                document.survey.title + ".json");
    std::string bytes = print::workbook_of([&](lxw_workbook* book) {
        write_results(book, document);
        write_strata(book, document);
        write_method(book, document);
    });
    if (bytes.empty()) return refuse(survey_file_failed);
    return http::attachment(std::move(bytes), print::workbook_type, document.survey.title + ".xlsx");
}

}  // namespace jianghui::surveys
