#include "features/seats/contract.hpp"

#include <fmt/format.h>

namespace jianghui::seats {
namespace {

std::string_view unit_text(orders::PayUnit unit) {
    switch (unit) {
        case orders::PayUnit::month: return "月";
        case orders::PayUnit::day: return "天";
        case orders::PayUnit::hour: return "小时";
        case orders::PayUnit::piece: return "件";
    }
    return "";
}

std::string_view shift_text(orders::Shift shift) {
    switch (shift) {
        case orders::Shift::day: return "白班";
        case orders::Shift::night: return "夜班";
        case orders::Shift::morning: return "上午班";
        case orders::Shift::afternoon: return "下午班";
        case orders::Shift::rotating: return "轮班";
    }
    return "";
}

}  // namespace

std::string contract_text(const SeatRow& seat, const ContractFacts& facts) {
    return fmt::format(
        "用工确认书\n"
        "编号：{}\n\n"
        "一、用人单位：{}\n"
        "二、服务机构：{}\n"
        "三、用工形式：{}\n"
        "四、岗位：{}（{}）\n"
        "五、工作地点：{} {}\n"
        "六、工作时间：{} 至 {}，{}\n"
        "七、劳动报酬：每{} {} 元。按经用人单位确认的工时或数量结算，报酬不经平台账户。\n"
        "八、保险：服务机构在开工前办理意外或工伤保险，未办理不得开工。\n"
        "九、确认：到岗由本人与用人单位双方确认；工时由用人单位核准；到账由本人确认。\n"
        "十、本人接受后可随时免费查看、下载本确认书。对工时或报酬有异议的，可在平台提出，"
        "也可向当地劳动保障监察机构投诉。\n",
        seat.id.text(), facts.employer, facts.agency, facts.kind_title, facts.order_title,
        facts.occupation, facts.place, facts.address, date_text(seat.starts_on),
        date_text(seat.ends_on), shift_text(seat.shift), unit_text(seat.pay_unit),
        yuan_text(seat.pay_fen));
}

}  // namespace jianghui::seats
