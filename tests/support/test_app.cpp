#include "tests/support/test_app.hpp"

#include <future>

#include <stdexcept>

#include <fmt/format.h>

#include "engine/crypto/crypto.hpp"
#include "engine/app/reference_data.hpp"
#include "engine/registers/registers.hpp"
#include "features/codes/api.hpp"
#include "features/organisations/api.hpp"

namespace jianghui::test {
namespace {

Instant start() { return *parse_instant("2026-11-23T09:00:00+08:00"); }

/// A value that must be there; a test that lacks it has failed in its set-up.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error("set-up refused: " + result.error().code);
    return std::move(*result);
}

/// Read once for all programs of a test: they never change.
std::shared_ptr<codes::Tables> code_tables() {
    static const auto tables =
        std::make_shared<codes::Tables>(must(codes::Tables::load(SOURCE_FOLDER "/data")));
    return tables;
}

}  // namespace

TestApp::TestApp(Wrap wrap, store::Store::Options lane, Keeps keeps, Idle idle)
    : place_(whole_database(start())),
      wrap_(std::move(wrap)),
      lane_(lane),
      keeps_(std::move(keeps)),
      idle_(std::move(idle)),
      clock_(std::make_shared<ManualClock>(start())) {
    open();
}

TestApp::TestApp(TestApp& first, Wrap wrap)
    : place_(first.place_),
      wrap_(std::move(wrap)),
      lane_(first.lane_),
      keeps_(first.keeps_),
      idle_(first.idle_),
      clock_(first.clock_),
      callers_(first.callers_) {
    open();
}

void TestApp::open() {
    auto database = place_->open();
    const auto node = database->node();
    if (wrap_) database = wrap_(std::move(database));
    services_ = std::make_shared<app::Services>();
    services_->provide(std::make_shared<store::Store>(std::move(database), lane_));
    services_->provide<Clock>(clock_);
    services_->provide(std::make_shared<IdSource>(++callers_->starts, node));
    services_->provide<crypto::SecretSource>(
        std::make_shared<crypto::SeededSecrets>(callers_->starts));
    services_->provide(std::make_shared<journal::Bell>());
    crypto::SeededSecrets secrets(7);
    services_->provide(std::make_shared<crypto::Keyring>(crypto::Keyring::generate(secrets)));
    services_->provide(
        std::make_shared<app::ReferenceData>(app::ReferenceData{SOURCE_FOLDER "/data"}));
    services_->provide(code_tables());
    auto features = all_features();
    if (keeps_)
        for (auto& feature : features) {
            std::erase_if(feature.jobs, [&](const app::Job& job) { return !keeps_(job.name); });
            std::erase_if(feature.tasks, [&](const app::Task& task) { return !keeps_(task.name); });
        }
    for (auto& feature : features)
        if (idle_.contains(feature.name)) {
            feature.start = nullptr;
            feature.jobs.clear();
            feature.tasks.clear();
            feature.followers.clear();
        }
    app_ = must(app::App::create(services_, std::move(features)));
    app_->authenticate_with([callers = callers_](const app::Services&, const http::Request& request,
                                                 Instant) -> Result<access::Caller> {
        const std::lock_guard lock(callers->mutex);
        const auto found = callers->known.find(std::string(request.header("x-test-caller")));
        return found == callers->known.end() ? access::Caller{} : found->second;
    });
}

void TestApp::restart() {
    app_.reset();
    services_.reset();
    open();
}

TestApp::~TestApp() {
    app_.reset();
    services_.reset();
}

access::Caller TestApp::caller(access::Role role, OrganisationId organisation, std::string place,
                               PersonId person) {
    const std::lock_guard lock(callers_->mutex);
    access::Caller made;
    made.account = {1000 + ++callers_->count};
    made.role = role;
    made.organisation = organisation;
    made.person = person;
    made.place = {std::move(place)};
    callers_->known[made.account.text()] = made;
    return made;
}

std::string TestApp::Answer::text(std::string_view member) const {
    const auto* found = body.is_object() ? body.get_object().if_contains(member) : nullptr;
    return found != nullptr && found->is_string() ? std::string(found->get_string()) : "";
}

std::int64_t TestApp::Answer::number(std::string_view member) const {
    const auto* found = body.is_object() ? body.get_object().if_contains(member) : nullptr;
    return found != nullptr && found->is_int64() ? found->get_int64() : -1;
}

http::Request TestApp::request_of(http::Method method, const std::string& target,
                                  const access::Caller& as, const std::string& body,
                                  const std::string& idempotency_key) {
    auto parsed = must(http::parse_target("/api/v1" + target));
    http::Request request;
    request.method = method;
    request.path = std::move(parsed.path);
    request.query = std::move(parsed.query);
    request.body = body;
    if (as.account) request.headers.emplace_back("x-test-caller", as.account.text());
    if (!idempotency_key.empty()) request.headers.emplace_back("idempotency-key", idempotency_key);
    return request;
}

TestApp::Answer TestApp::send(http::Method method, const std::string& target,
                              const access::Caller& as, const std::string& body,
                              const std::string& idempotency_key) {
    const auto reply = app_->handle(request_of(method, target, as, body, idempotency_key));
    return {reply.status, codec::parse(reply.body).value_or(nullptr), reply.body};
}

std::vector<TestApp::Answer> TestApp::post_together(const std::vector<Posted>& requests) {
    std::vector<std::promise<http::Reply>> answered(requests.size());
    store().together([&] {
        for (std::size_t i = 0; i < requests.size(); ++i) {
            const auto& one = requests[i];
            app_->handle(request_of(one.method, one.target, one.as, one.body, one.key),
                         [&, i](http::Reply reply) { answered[i].set_value(std::move(reply)); });
        }
    });
    std::vector<Answer> answers;
    for (auto& answer : answered) {
        const auto reply = answer.get_future().get();
        answers.push_back({reply.status, codec::parse(reply.body).value_or(nullptr), reply.body});
    }
    return answers;
}

namespace {

/// Filings of that city count in the whole region, as agreed between its places.
Result<Done> recognise_filings(app::Command& command, const PlaceCode& city) {
    const std::string_view filing = "hr_service_filing";
    const Date today = date_of(command.now);
    for (const auto& one : registers::recognitions_of(command.db, filing, today))
        if (one.origin == city) return Done{};
    TRY(const auto definition, command.services.get<registers::Catalogue>().current(
                                   registers::recognition_register));
    registers::NewEntry wanted;
    wanted.place = {"510000"};
    wanted.valid_from_on = today;
    wanted.values = {{"register", filing},
                     {"origin", city.text},
                     {"counts_in", codec::json::array{"510000", "500000"}}};
    TRY_DO(registers::issue(command, *definition, wanted));
    return Done{};
}

/// Runs a set-up step in the lane as the server itself.
OrganisationId registered(app::App& app, store::Store& store, IdSource& ids, Instant now,
                          organisations::OrganisationKind kind, const std::string& place,
                          int number, int capacity) {
    OrganisationId made;
    std::string refused;
    store.write([&](store::Transaction& transaction) {
        const access::Caller nobody;
        app::Command command(transaction, nobody, now, app.services(), ids);
        organisations::NewOrganisation wanted;
        wanted.kind = kind;
        wanted.name.text = fmt::format("测试机构{}", number);
        // Any code with the right check character: try all 31 until one fits.
        for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
            wanted.credit_code = fmt::format("91511502MA6{:06}{}", number, last);
            if (credit_code_checks(wanted.credit_code)) break;
        }
        wanted.place = {place};
        wanted.industry = IndustryCode{"C1512"};
        wanted.address.text = "测试路 1 号";
        if (kind == organisations::OrganisationKind::agency) wanted.capacity = capacity;
        const auto id = organisations::register_organisation(command, wanted);
        if (!id || !organisations::verify(command, *id)) {
            refused = id ? "verify" : id.error().code;
            return false;
        }
        made = *id;
        if (kind != organisations::OrganisationKind::agency) return true;
        for (const auto credential :
             {organisations::CredentialKind::licence, organisations::CredentialKind::filing,
              organisations::CredentialKind::dispatch_licence}) {
            organisations::NewCredential issued;
            issued.kind = credential;
            issued.number.text = fmt::format("T{}-{}", number, static_cast<int>(credential));
            issued.issuing_place = city_of({place});
            using K = organisations::OrderKind;
            for (const auto kind_of_order : {K::recruit, K::dispatch, K::outsource, K::flex,
                                             K::lend, K::train, K::assess, K::search, K::procure})
                issued.scope.push_back(kind_of_order);
            issued.valid_from_on = *parse_date("2024-01-01");
            issued.valid_to_on = *parse_date("2028-12-31");
            if (const auto done = organisations::issue_credential(command, made, issued); !done) {
                refused = done.error().code;
                return false;
            }
        }
        const auto recognised = recognise_filings(command, city_of({place}));
        if (!recognised) refused = recognised.error().code;
        return recognised.has_value();
    });
    if (!refused.empty()) throw std::runtime_error("set-up refused: " + refused);
    return made;
}

}  // namespace

access::Caller TestApp::employer(const std::string& place) {
    const auto id = registered(*app_, store(), services_->get<IdSource>(), clock_->now(),
                               organisations::OrganisationKind::employer, place, ++callers_->count, 0);
    return caller(access::Role::employer, id, place);
}

access::Caller TestApp::agency(const std::string& place, int capacity) {
    const auto id = registered(*app_, store(), services_->get<IdSource>(), clock_->now(),
                               organisations::OrganisationKind::agency, place, ++callers_->count, capacity);
    return caller(access::Role::agency, id, place);
}

std::string TestApp::open_order(const access::Caller& employer, int headcount,
                                const std::string& more, const std::string& place) {
    const auto draft = post(
        "/orders", employer,
        fmt::format(R"({{"title":"白酒酿造工","occupation":"6-02-06-03","place":"{}",)"
                    R"("headcount":{},"description":"负责起窖、拌料、上甑、摘酒","kind":"flex",)"
                    R"("address":"二车间","hours_per_day_tenths":80,)"
                    R"("starts_on":"2026-12-01","ends_on":"2026-12-31","pay_unit":"day",)"
                    R"("pay_min_fen":20000,"pay_max_fen":26000{}}})",
                    place, headcount, more));
    const auto id = draft.text("id");
    if (id.empty())
        throw std::runtime_error("set-up: no draft: " + codec::json::serialize(draft.body));
    const auto opened = post("/orders/" + id + "/publish", employer);
    if (opened.text("status") != "open")
        throw std::runtime_error("set-up: order not open: " + codec::json::serialize(opened.body));
    return id;
}

}  // namespace jianghui::test
