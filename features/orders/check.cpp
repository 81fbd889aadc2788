#include "features/orders/check.hpp"

#include "features/codes/tables.hpp"
#include "features/orders/api.hpp"

namespace jianghui::orders {
namespace {

/// The source of the mandatory fields of a post.
constexpr std::string_view mandatory_basis = "人社厅发〔2025〕60号";

void require(std::vector<FindingView>& findings, bool present, std::string_view path,
             std::string_view zh, std::string_view en) {
    if (present) return;
    findings.push_back({"post_field_missing", "block", {std::string(zh), std::string(en)},
                        std::string(mandatory_basis), std::string(path)});
}

}  // namespace

std::vector<FindingView> check(const store::Reader& reader, const app::Services& /*services*/,
                               const OrderRow& order, Date today) {
    std::vector<FindingView> findings;
    require(findings, !order.description.empty(), "/description", "请填写工作内容。",
            "Describe the work.");
    require(findings, order.starts_on.has_value(), "/starts_on", "请填写开始日期。",
            "Say when the work begins.");
    require(findings, order.ends_on.has_value(), "/ends_on", "请填写结束日期。",
            "Say when the work ends.");
    require(findings, order.pay_unit && order.pay_min_fen && order.pay_max_fen, "/pay_min_fen",
            "请填写基本劳动报酬。", "State the base pay.");
    if (order.ends_on && *order.ends_on < today)
        findings.push_back({"post_in_the_past", "block",
                            {"结束日期已过，请修改日期。", "The last day has passed; change it."},
                            std::string(mandatory_basis), "/ends_on"});
    const auto employer = organisations::find(reader, order.employer);
    if (!employer || !organisations::may_act_on(*employer, today))
        findings.push_back({std::string(employer_unverified.code), "block",
                            {std::string(employer_unverified.zh),
                             std::string(employer_unverified.en)},
                            std::string(mandatory_basis), ""});
    return findings;
}

Result<Done> check_codes(const app::Services& services, const OrderRow& order) {
    const auto& tables = services.get<codes::Tables>();
    if (tables.find_place(order.place) == nullptr)
        return refuse(
            error(unknown_code).at("/place").near(tables.nearest_places(order.place.text)));
    if (tables.find_occupation(order.occupation) == nullptr)
        return refuse(error(unknown_code)
                          .at("/occupation")
                          .near(tables.nearest_occupations(order.occupation.text)));
    return Done{};
}

}  // namespace jianghui::orders
