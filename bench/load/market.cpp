#include "bench/load/market.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "engine/base/base.hpp"
#include "bench/load/http_client.hpp"

namespace jianghui::load {
namespace {

constexpr std::string_view password = "three rivers 3";

/// Asks step after step; a step that is refused ends the program.
class Clerk {
  public:
    explicit Clerk(std::uint16_t port) : connection_(port) {}

    codec::json::object post(const std::string& target, const std::string& body,
                             const std::string& token = "") {
        const auto reply = connection_.ask({"POST", target, token, "", body});
        if (!reply) throw std::runtime_error("no answer from the server at " + target);
        if (reply->status >= 300)
            throw std::runtime_error(fmt::format("{}: {} {}", target, reply->status, reply->body));
        const auto document = codec::parse(reply->body);
        return document && document->is_object() ? document->as_object() : codec::json::object();
    }
    std::string sign_in(const std::string& account) {
        const auto session =
            post("/sessions", fmt::format(R"({{"account":"{}","password":"{}"}})", account,
                                          password));
        return text(session.at("token"));
    }
    static std::string text(const codec::json::value& value) {
        return std::string(value.as_string());
    }

  private:
    Connection connection_;
};

std::string credit_code(int number) {
    for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
        auto code = fmt::format("91511502MA6{:06}{}", number, last);
        if (credit_code_checks(code)) return code;
    }
    return "";
}

/// The administrator sets his password and opens an account for an official of Sichuan.
std::string make_official(Clerk& clerk, const std::string& reset_code) {
    clerk.post("/password-resets",
               fmt::format(R"({{"account":"administrator","code":"{}","password":"{}"}})",
                           reset_code, password));
    const auto administrator = clerk.sign_in("administrator");
    const auto official = clerk.post(
        "/accounts", R"({"account":"official","name":"李官","role":"official","place":"510000"})",
        administrator);
    const auto code = clerk.post(
        "/accounts/" + Clerk::text(official.at("id")) + "/password-reset", "{}", administrator);
    clerk.post("/password-resets",
               fmt::format(R"({{"account":"official","code":"{}","password":"{}"}})",
                           Clerk::text(code.at("code")), password));
    return clerk.sign_in("official");
}

/// Registers an organisation and has it verified; its id.
std::string make_organisation(Clerk& clerk, const std::string& official, const char* kind,
                              const char* place, int number) {
    const auto made = clerk.post(
        "/registrations/organisations",
        fmt::format(R"({{"account":"member{0}","password":"{1}","contact_name":"张三",)"
                    R"("phone":"138{0:08}","organisation":{{"kind":"{2}","name":"负载机构{0}",)"
                    R"("credit_code":"{3}","place":"{4}","industry":"C1512",)"
                    R"("address":"测试路 1 号"}}}})",
                    number, password, kind, credit_code(number), place));
    const auto id = Clerk::text(made.at("organisation").at("id"));
    clerk.post("/organisations/" + id + "/verify", "{}", official);
    return id;
}

std::string make_agency(Clerk& clerk, const std::string& official, int number) {
    const char* place = number % 2 == 0 ? "510502" : "511002";
    const auto id = make_organisation(clerk, official, "agency", place, number);
    for (const char* kind : {"licence", "filing", "dispatch_licence"})
        clerk.post("/organisations/" + id + "/credentials",
                   fmt::format(R"({{"kind":"{}","number":"T{}-{}","issuing_place":"{}",)"
                               R"("scope":["recruit","dispatch","outsource","flex","lend","train",)"
                               R"("assess","search","procure"],"valid_from_on":"2024-01-01",)"
                               R"("valid_to_on":"2034-12-31"}})",
                               kind, number, kind, city_of({place}).text),
                   official);
    return clerk.sign_in(fmt::format("member{}", number));
}

/// Publishes an order; one of many seats needs an official's approval.
std::string make_order(Clerk& clerk, const Market& market, int number) {
    const auto today = date_of(SystemClock().now());
    const auto draft = clerk.post(
        "/orders",
        fmt::format(R"({{"title":"白酒酿造工 {}","occupation":"6-02-06-03","place":"511502",)"
                    R"("headcount":{},"description":"负责起窖、拌料、上甑、摘酒","kind":"recruit",)"
                    R"("address":"二车间","hours_per_day_tenths":80,"starts_on":"{}",)"
                    R"("ends_on":"{}","pay_unit":"day","pay_min_fen":20000,"pay_max_fen":26000,)"
                    R"("hold_hours":720}})",
                    number, market.headcount, date_text(add_days(today, 5)),
                    date_text(add_days(today, 35))),
        market.employer);
    const auto id = Clerk::text(draft.at("id"));
    auto open = clerk.post("/orders/" + id + "/publish", "{}", market.employer);
    if (Clerk::text(open.at("status")) == "review")
        open = clerk.post("/orders/" + id + "/approve", "{}", market.official);
    if (Clerk::text(open.at("status")) != "open") throw std::runtime_error("order not open: " + id);
    return id;
}

}  // namespace

Market make_market(std::uint16_t port, const std::string& reset_code, const MarketSize& size) {
    Clerk clerk(port);
    Market market;
    market.headcount = size.headcount;
    market.official = make_official(clerk, reset_code);
    make_organisation(clerk, market.official, "employer", "511502", 1);
    market.employer = clerk.sign_in("member1");
    for (int i = 0; i < size.agencies; ++i)
        market.agencies.push_back(make_agency(clerk, market.official, i + 2));
    for (int i = 0; i < size.orders; ++i)
        market.orders.push_back(make_order(clerk, market, i));
    return market;
}

void save(const Market& market, const std::string& file) {
    std::ofstream out(file, std::ios::trunc);
    out << codec::encode(market) << '\n';
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

Market load_market(const std::string& file) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto market = codec::decode<Market>(text);
    if (!market) throw std::runtime_error("no market in " + file);
    return std::move(*market);
}

}  // namespace jianghui::load
