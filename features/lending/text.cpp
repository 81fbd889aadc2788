#include "features/lending/text.hpp"

#include <fmt/format.h>

namespace jianghui::lending {
namespace {

std::string_view shift_text(Shift shift) {
    switch (shift) {
        case Shift::day: return "白班";
        case Shift::night: return "夜班";
        case Shift::morning: return "上午班";
        case Shift::afternoon: return "下午班";
        case Shift::rotating: return "轮班";
    }
    return "";
}

std::string contract_term(const AgreementRow& agreement) {
    const std::string form =
        agreement.work_relation == WorkRelation::part_time ? "非全日制用工" : "劳动合同";
    return agreement.contract_ends_on
               ? fmt::format("{}，期限至 {}", form, date_text(*agreement.contract_ends_on))
               : form + "，无固定期限";
}

std::string cost_lines(const AgreementRow& agreement) {
    if (agreement.costs.empty()) return "无";
    std::string lines;
    for (const auto& item : agreement.costs)
        lines += fmt::format("{}{} {} 元", lines.empty() ? "" : "、", item.title.text,
                             yuan_text(item.amount_fen));
    return fmt::format("{}，合计 {} 元", lines, yuan_text(agreement.costs_fen));
}

std::string parties(const AgreementRow& agreement, const TextFacts& facts) {
    return fmt::format(
        "共享用工三方协议\n"
        "编号：{}\n\n"
        "甲方（借出单位）：{}（{}）\n"
        "乙方（借入单位）：{}（{}）\n"
        "丙方（劳动者）：{}\n\n"
        "一、劳动关系：丙方与甲方为{}。借用期间劳动关系不变，丙方不是劳务派遣人员，"
        "也不是甲方从其他单位借入的人员。\n"
        "二、借用期限：{} 至 {}，不超过丙方劳动合同的剩余期限。期满丙方返回甲方；丙方自愿到乙方工作的，"
        "经协商与甲方解除劳动合同后，再与乙方订立劳动合同。\n"
        "三、岗位与地点：{}（{}），{} {}，{}。\n",
        agreement.id.text(), facts.lender, facts.lender_code, facts.borrower, facts.borrower_code,
        facts.worker, contract_term(agreement), date_text(agreement.starts_on),
        date_text(agreement.ends_on), agreement.work, facts.occupation, facts.place,
        agreement.address, shift_text(agreement.shift));
}

std::string money(const AgreementRow& agreement) {
    return fmt::format(
        "四、报酬（每月）：丙方工资 {} 元，由甲方按月足额支付给丙方。甲方继续缴纳社会保险，"
        "单位缴纳部分 {} 元。约定费用：{}。不满一个月的按日折算。\n"
        "五、费用支付：乙方每月付给甲方 {} 元，不超过前款各项之和；甲方不得以任何名目从中营利，"
        "也不得向丙方收取费用。每月付款与转付逐项登记，工资由丙方确认到账。款项不经平台账户。\n",
        yuan_text(agreement.wage_fen), yuan_text(agreement.insurance_fen), cost_lines(agreement),
        yuan_text(agreement.borrower_pays_fen));
}

std::string duties(const AgreementRow& agreement) {
    return fmt::format(
        "六、劳动保护：乙方提供符合国家规定的劳动条件和劳动保护，如实告知岗位危害，"
        "执行国家工时和休息休假规定，不得将丙方再转借给其他单位。\n"
        "七、工伤：丙方在借用期间发生工伤的，由甲方承担工伤保险责任；甲方依法应承担而工伤保险基金"
        "不予支付的部分，由乙方补偿甲方 {}%（工伤保险条例第四十三条）。\n"
        "八、自愿：丙方可以不同意借用，不因此受到任何不利对待，也不影响在平台的任何评价。"
        "三方签署同一文本后本协议生效，是对丙方劳动合同中工作地点和内容的书面变更。\n"
        "九、提前结束：任何一方可以说明原因提前结束借用，丙方返回甲方，已提供劳动的报酬照付。\n"
        "十、三方可随时免费查看、下载本协议。发生争议的，可向当地劳动保障监察机构投诉或申请"
        "劳动争议仲裁。\n",
        agreement.injury_borrower_percent);
}

}  // namespace

std::string agreement_text(const AgreementRow& agreement, const TextFacts& facts) {
    std::string text = parties(agreement, facts) + money(agreement) + duties(agreement);
    if (agreement.health_checked_on)
        text += fmt::format("十一、丙方借用前的健康检查日期：{}（劳动法第六十五条）。\n",
                            date_text(*agreement.health_checked_on));
    return text;
}

}  // namespace jianghui::lending
