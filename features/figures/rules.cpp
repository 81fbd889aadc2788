#include "features/figures/rules.hpp"

#include <charconv>

#include <fmt/format.h>

#include "engine/journal/event_data.hpp"

namespace jianghui::figures {
namespace {

std::optional<int> parse_year(std::string_view text) {
    int year = 0;
    if (text.size() != 4) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
    if (error != std::errc() || end != text.data() + 4) return std::nullopt;
    return year >= 2000 && year <= 2100 ? std::optional(year) : std::nullopt;
}

bool begins(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

std::optional<std::int64_t> target_of(const codes::Tables& tables, const PlaceCode& place,
                                      int year, Measure measure) {
    for (const auto& target : tables.targets(place, year))
        if (target.measure == codec::enum_text(measure)) return target.value;
    return std::nullopt;
}

}  // namespace

bool counts(std::string_view kind) {
    if (begins(kind, "statement."))
        return kind != "statement.wage_paid" && kind != "statement.wage_confirmed";
    return begins(kind, "seat.") && kind != "seat.offered" && kind != "seat.accepted" &&
           kind != "seat.insured";
}

std::optional<State> seat_state(std::string_view event_kind, std::optional<State> before) {
    if (before == State::verified) return before;
    if (event_kind == "seat.on_site") return State::verified;
    if (event_kind == "seat.start_confirmed") return State::provisional;
    return std::nullopt;
}

std::optional<State> statement_state(std::string_view status) {
    if (status == "confirmed") return State::verified;
    if (status == "agreed" || status == "instructed" || status == "paid")
        return State::provisional;
    return std::nullopt;
}

bool passes_wages(orders::OrderKind kind) {
    return kind == orders::OrderKind::dispatch || kind == orders::OrderKind::outsource;
}

std::optional<StatementFact> read_statement(const boost::json::value& data) {
    const auto month = journal::text_of(data, "month");
    const auto status = journal::text_of(data, "status");
    const auto wage = journal::number_of(data, "wage_fen");
    const auto fee = journal::number_of(data, "fee_fen");
    if (status.empty() || !wage || !fee) return std::nullopt;
    const auto order_id = OrderId::parse(journal::text_of(data, "order"));
    const auto order_kind = codec::parse_enum<orders::OrderKind>(journal::text_of(data, "order_kind"));
    const auto year = parse_year(month.substr(0, 4));
    const auto first = parse_date(std::string(month) + "-01");
    const PlaceCode agency_place{std::string(journal::text_of(data, "agency_place"))};
    if (!order_id || !order_kind || !year || !first || !has_form(agency_place)) return std::nullopt;
    return StatementFact{*order_id, agency_place, *order_kind, *year, first->year() / first->month(),
                         statement_state(status),
                         passes_wages(*order_kind) ? *wage + *fee : *fee, *fee};
}

std::string service_fact(const Record& placement) {
    return fmt::format("{}.{}.{}.{}", placement.employer.value_or(OrganisationId{}).text(),
                       placement.agency.value_or(OrganisationId{}).text(),
                       codec::enum_text(placement.order_kind), placement.year);
}

Record service_of(const Record& placement) {
    Record service = placement;
    service.measure = Measure::employers;
    service.fact = service_fact(placement);
    service.amount = 1;
    service.net = 1;
    service.person.reset();
    return service;
}

std::string figure_id(const FigureKey& key) {
    return fmt::format("{}-{}-{}", key.place ? key.place.text : "region", key.year,
                       codec::enum_text(key.measure));
}

std::optional<FigureKey> parse_figure_id(std::string_view id) {
    const auto first = id.find('-');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = id.find('-', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const auto year = parse_year(id.substr(first + 1, second - first - 1));
    const auto measure = codec::parse_enum<Measure>(id.substr(second + 1));
    FigureKey key;
    if (id.substr(0, first) != "region") key.place.text = id.substr(0, first);
    if (!year || !measure || (key.place && !has_form(key.place))) return std::nullopt;
    key.year = *year;
    key.measure = *measure;
    return key;
}

Measure recorded_as(Measure measure) {
    return measure == Measure::revenue_net ? Measure::revenue : measure;
}

bool is_counted(Measure measure) { return measure != Measure::talent; }

Text unit_of(Measure measure) {
    switch (measure) {
        case Measure::revenue:
        case Measure::revenue_net: return {"分", "fen"};
        case Measure::employment: return {"人次", "placements"};
        case Measure::employers: return {"家次", "employers served"};
        case Measure::talent: return {"人", "people"};
    }
    return {};
}

Text method_of(Measure measure) {
    switch (measure) {
        case Measure::revenue:
            return {"按机构所在地、工作月份所属年度，对结算单求和：服务费；劳务派遣和服务外包另含代收代付的工资。"
                    "双方同意后为“待核实”，全部收款人确认到账后为“已核实”。",
                    "Statements by the agency's seat and the year of the month worked: the service "
                    "fees, and for dispatch and outsourcing the wages passed on. Provisional once "
                    "both sides agreed, verified once every payee confirmed the money."};
        case Measure::revenue_net:
            return {"同营业收入，但不含代收代付的工资，只计服务费。",
                    "As revenue, without the wages passed on: service fees alone."};
        case Measure::employment:
            return {"按订单用工地，一个席位到岗计一人次，归入到岗当年。一方确认到岗为“待核实”，劳动者与"
                    "用人单位都确认为“已核实”。",
                    "One placement per seat whose worker came, by the order's place and the year "
                    "of the start. Provisional when one side confirmed the start, verified when "
                    "worker and employer both did."};
        case Measure::employers:
            return {"按订单用工地：一家机构以同一类服务为一家用人单位成功派人到岗，一个年度计一家次，归入"
                    "首次到岗的区县。核实状态同“就业和流动”。",
                    "By the order's place: one employer served by one agency with one kind of "
                    "service counts once a year, at the county of its first placement. Provisional "
                    "or verified as that placement."};
        case Measure::talent:
            return {"全职引进、柔性引进与取得证书的人才，一人一年一城计一次。平台尚无证书与引进登记，暂无数据。",
                    "People brought in (full time or flexibly) or trained to a certificate, once "
                    "per person, year and city. No certificates or introductions are recorded on "
                    "the platform yet: no data."};
    }
    return {};
}

int year_of(Instant at) { return static_cast<int>(date_of(at).year()); }

int year_or_now(const std::optional<Integer<2000, 2100>>& year, Instant now) {
    return year ? static_cast<int>(year->value) : year_of(now);
}

std::optional<std::int64_t> target_for(const codes::Tables& tables, const FigureKey& key) {
    if (key.place) return target_of(tables, key.place, key.year, key.measure);
    std::optional<std::int64_t> sum;
    for (const auto* city : tables.region())
        if (const auto target = target_of(tables, city->code, key.year, key.measure))
            sum = sum.value_or(0) + *target;
    return sum;
}

std::int64_t progress_per_mille(std::int64_t verified, std::int64_t target) {
    ASSERT(target > 0);
    // Revenue is at most 10^15 fen: no overflow.
    return verified * 1000 / target;
}

}  // namespace jianghui::figures
