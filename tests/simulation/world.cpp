#include "tests/simulation/world.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "features/people/api.hpp"
#include "tests/simulation/memory_files.hpp"
#include "tests/simulation/notes.hpp"

namespace jianghui::simulation {
namespace {

constexpr const char* places[] = {"511502", "510502", "511002", "510302"};

test::TestApp::Wrap faulty(const std::shared_ptr<FaultPlan>& plan) {
    return [plan](std::unique_ptr<store::Database> inner) {
        return with_faults(std::move(inner), plan);
    };
}

/// Every eighth world has all that the program has: its figures, notices and seals cost more than
/// everything else together. The others keep the clocks of the market alone.
bool is_whole(std::uint64_t seed) { return seed % 8 == 0; }

test::TestApp::Keeps clocks_of(std::uint64_t seed) {
    if (is_whole(seed)) return nullptr;
    return [](std::string_view name) {
        static constexpr std::string_view market[] = {
            "changes.",     "counter_offers.", "definitions.expire", "draws.",      "nominations.",
            "orders.",      "quotes.",         "seats.",             "shares.",     "statements.",
            "tiers.",       "standby.",        "cancellations.",     "timesheets.", "organisations."};
        return std::any_of(std::begin(market), std::end(market),
                           [&](std::string_view part) { return name.starts_with(part); });
    };
}

/// Nothing here asks for them, and a process that begins again would read files and the journal for them
/// for longer than it lives.
test::TestApp::Idle idle_in(std::uint64_t seed) {
    if (is_whole(seed)) return {};
    return {"cases", "occupations", "statistics", "suggestions"};
}

/// Everything happens on the world's own thread, in the order of its story; and nobody reads through a
/// process at the same time as somebody else.
store::Store::Options one_thread() {
    store::Store::Options options;
    options.own_thread = false;
    options.readers = 1;
    return options;
}

/// Before SQLite is first used; the files of a PostgreSQL server are its own.
void prepare_sqlite() {
    keep_files_in_memory();
    take_notes();
}

struct Found {
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(Found, (), (id))
constexpr store::Statement open_shares{
    "audit.open_shares",
    "SELECT l.id AS id FROM (SELECT id, status, seats, staffed FROM shares ORDER BY id DESC LIMIT 40) l WHERE "
    "l.status IN ('held', 'staffing', 'delivering') AND l.seats > l.staffed ORDER BY l.id DESC LIMIT 8"};
constexpr store::Statement offered_seats{
    "audit.offered_seats",
    "SELECT l.id AS id FROM (SELECT id, status FROM seats ORDER BY id DESC LIMIT 40) l WHERE l.status = 'offered' "
    "ORDER BY l.id DESC LIMIT 8"};
constexpr store::Statement live_seats{
    "audit.live_seats",
    "SELECT l.id AS id FROM (SELECT id, status FROM seats ORDER BY id DESC LIMIT 40) l WHERE l.status IN "
    "('accepted', 'on_site') ORDER BY l.id DESC LIMIT 8"};

/// What an actor looks up before it acts on a seat or an order.
struct SeatNow {
    std::string status;
    int insured = 0, employer_began = 0;
};
BOOST_DESCRIBE_STRUCT(SeatNow, (), (status, insured, employer_began))
constexpr store::Statement seat_now{
    "audit.seat_now",
    "SELECT status, CASE WHEN policy_number IS NULL THEN 0 ELSE 1 END AS insured, CASE WHEN employer_started_at IS "
    "NULL THEN 0 ELSE 1 END AS employer_began FROM seats WHERE id = :id"};

struct TermsNow {
    std::int64_t version = 0;
    std::int64_t headcount = 0;
    std::int64_t lot_min = 1;
};
BOOST_DESCRIBE_STRUCT(TermsNow, (), (version, headcount, lot_min))
constexpr store::Statement terms_now{"audit.terms_now",
                                     "SELECT version, headcount, lot_min FROM orders WHERE id = :id"};

constexpr store::Statement asked_change{
    "audit.asked_change",
    "SELECT id FROM change_answers WHERE order_id = :order AND agency = :agency ORDER BY CASE status WHEN 'standing' "
    "THEN 0 ELSE 1 END, id LIMIT 1"};

struct MadeShare {
    std::int64_t id = 0;
    std::int64_t agency = 0;
    int served = 0;  ///< whether it went to somebody who stood by
};
BOOST_DESCRIBE_STRUCT(MadeShare, (), (id, agency, served))
constexpr store::Statement shares_of_order{
    "audit.shares_of_order",
    "SELECT s.id AS id, s.agency AS agency, (SELECT COUNT(*) FROM standbys w WHERE w.share_id = s.id "
    "AND w.order_id = s.order_id) AS served FROM shares s WHERE s.order_id = :id ORDER BY s.id"};

/// A valid number of nobody living (GB 11643).
std::string id_number(int sequence) {
    std::string number = fmt::format("51050219900101{:03}", sequence);
    return number + identity_check_character(number);
}

}  // namespace

World::World(std::uint64_t seed, Bug bug) : random_(seed) {
    prepare_sqlite();
    processes_.push_back(
        std::make_unique<test::TestApp>(faulty(plan_), one_thread(), clocks_of(seed), idle_in(seed)));
    // Before the others begin: its triggers would make them read the tables' text a second time.
    auditor_ = std::make_unique<Auditor>(first().another_database(), first().on_postgres());
    for (int more = seed % 3 == 0 ? 2 : 1; more > 0; --more)
        processes_.push_back(std::make_unique<test::TestApp>(first(), faulty(plan_)));
    populate();
    verified_at_ = first().clock().now();
    plan_->meanwhile = [this] { look_on_while_disk_is_slow(); };
    plan_->bug = bug;
}

void World::populate() {
    official_ = first().caller(access::Role::official, {}, "510000");
    second_official_ = first().caller(access::Role::official, {}, "510000");
    for (int i = 0; i < 2; ++i) employers_.push_back(first().employer(places[i]));
    present_.resize(std::size(places));
    for (std::size_t i = 0; i < present_.size(); ++i) open_agency(i);
}

void World::open_agency(std::size_t place) {
    // One of them is small, so that capacity refuses now and then.
    present_[place] = agencies_.size();
    agencies_.push_back(first().agency(places[place], place == 3 ? 5 : 1000));
    for (std::size_t i = 0; i < workers_each; ++i) {
        const PersonId person = new_person(agencies_.back(), static_cast<int>(workers_.size()) + 1);
        workers_.push_back(first().caller(access::Role::worker, {}, "510502", person));
    }
}

PersonId World::new_person(const access::Caller& agency, int number) {
    PersonId made;
    first().store().write([&](store::Transaction& transaction) {
        app::Command command(transaction, agency, first().clock().now(), first().app().services(),
                             first().app().services().get<IdSource>());
        people::NewPerson wanted;
        wanted.name.text = "李四";
        wanted.id_number = id_number(number);
        wanted.place = {"510502"};
        wanted.agency = agency.organisation;
        const auto person = people::register_person(command, wanted);
        if (person) made = *person;
        return person.has_value();
    });
    ASSERT(made);
    return made;
}

std::vector<std::string> World::step() {
    using Act = void (World::*)();
    constexpr std::pair<Act, int> acts[] = {
        {&World::publish_order, 7},  {&World::grab_together, 18},  {&World::release_share, 7},
        {&World::offer_seat, 15},    {&World::answer_offer, 12},   {&World::work_on_seat, 21},
        {&World::end_something, 2},  {&World::move_clock, 8},      {&World::ask_again, 4},
        {&World::bargain, 6},        {&World::stand_by, 5},        {&World::change_terms, 3},
        {&World::answer_change, 4},  {&World::apply_to_draw, 6},   {&World::name_agency, 5},
        {&World::record_work, 7},    {&World::move_timesheet, 9},  {&World::move_statement, 9},
        {&World::change_standing, 3}};
    broken_.clear();
    acting_ = pick(processes_.size());
    // A process that begins again takes as long as hundreds of steps: two deaths in a thousand are many.
    if (random_.below(1000) < 10)
        plan_->next = std::array{Fault::before_commit, Fault::after_commit, Fault::disk_full, Fault::disk_full,
                                 Fault::slow_disk,     Fault::slow_disk,    Fault::slow_disk, Fault::slow_disk,
                                 Fault::slow_disk,     Fault::slow_disk}[pick(10)];
    int total = 0;
    for (const auto& [act, weight] : acts) total += weight;
    int at = static_cast<int>(random_.below(static_cast<std::uint64_t>(total)));
    for (const auto& [act, weight] : acts) {
        at -= weight;
        if (at >= 0) continue;
        (this->*act)();
        break;
    }
    plan_->next = Fault::none;
    constexpr int steps_between_full_audits = 1000;
    for (auto& words : ++steps_ % steps_between_full_audits == 0 ? auditor_->look_at_everything()
                                                                 : auditor_->look_at_changes())
        note_broken(std::move(words));
    // What changed is looked at at once; what did not, now and then.
    if (chance(25)) check_shares();
    if (chance(10)) check_seat();
    if (auditor_->orders_changed() || chance(15)) check_page(any_process());
    return std::move(broken_);
}

std::vector<std::optional<World::Answer>> World::send(const std::string& act,
                                                      const std::vector<Posted>& requests) {
    last_act_ = fmt::format("{} (process {})", act, acting_);
    for (const auto& request : requests) last_act_ += " " + request.target;
    plan_->happened = Fault::none;
    std::vector<std::optional<Answer>> heard;
    const auto answers = processes_[acting_]->post_together(requests);
    const bool died = begin_again_if_dead();
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const bool lost = died || (!requests[i].key.empty() && chance(3));
        heard.push_back(lost ? std::nullopt : std::optional(answers[i]));
        // Of who died nothing was sent; what is lost on the way had been said.
        if (lost && !requests[i].key.empty())
            unheard_.push_back({requests[i], died ? std::nullopt : std::optional(answers[i]),
                                first().clock().now()});
        if (!lost && answers[i].status < 300) ++succeeded_[act];
        if (tells_)
            fmt::print("{} {} {} {} -> {} {}\n", steps_, last_act_.substr(0, last_act_.find(')') + 1),
                       requests[i].target, requests[i].body, answers[i].status,
                       answers[i].status < 300 ? "" : answers[i].bytes);
        // A refusal holds a number of its own to find it in the log by.
        const std::string told = answers[i].status < 300 ? answers[i].bytes : answers[i].text("code");
        for (const auto* part : {&requests[i].target, &requests[i].body, &told})
            story_ = std::hash<std::string_view>()(*part) + 0x9E3779B97F4A7C15 * (story_ + 1);
    }
    const bool nothing_changed = std::none_of(answers.begin(), answers.end(), [](const auto& one) {
        return one.status < 300;
    });
    if (nothing_changed && plan_->happened == Fault::none)
        for (std::size_t i = 0; i < answers.size(); ++i) check_refusal(requests[i], answers[i]);
    acting_ = pick(processes_.size());
    return heard;
}

std::optional<World::Answer> World::send(const std::string& act, const Posted& request) {
    return send(act, std::vector{request}).front();
}

bool World::begin_again_if_dead() {
    const bool died =
        plan_->happened == Fault::before_commit || plan_->happened == Fault::after_commit;
    if (!died) return false;
    ++succeeded_["crash"];
    processes_[acting_]->restart();
    return true;
}

void World::publish_order() {
    const std::size_t employer = pick(employers_.size());
    const auto starts_on = add_days(today(), static_cast<int>(pick(4)));
    const auto ends_on = add_days(starts_on, static_cast<int>(pick(3)));
    // Some orders want whole teams, some open to seasoned agencies first.
    const std::uint64_t team = chance(30) ? 2 + random_.below(2) : 1;
    const auto headcount = team * (1 + random_.below(12 / team));
    const auto lot_max = team * (1 + random_.below(headcount / team));
    const auto cap = std::min(headcount, lot_max + team * random_.below(headcount / team));
    const std::string tiers =
        chance(15) ? R"(,"tiers":[{"criterion":"filing_months","parameter":36,"hours":2,)"
                     R"("reason":"熟手先来"}])"
                   : "";
    // Some wait for a lot, for sealed bids or to be named; these know neither teams nor tiers here.
    const bool plain = team == 1 && tiers.empty();
    const std::string mode = !plain ? "race" : std::array{"race", "race", "quote", "draw", "direct"}[pick(5)];
    const std::string waits =
        mode == "race" ? ""
                       : fmt::format(R"(,"mode":"{}","apply_hours":{},"leftover":"{}")", mode,
                                     2 + random_.below(11), chance(50) ? "race" : "keep");
    // A hold that outlasts the days after which nobody is expected any more: only then is there a default.
    const auto hold = chance(12) ? 240 + random_.below(240) : 1 + random_.below(48);
    const auto draft = send(
        "draft",
        {"/orders", employers_[employer],
         fmt::format(R"({{"title":"白酒酿造工","occupation":"6-02-06-03","place":"{}",)"
                     R"("headcount":{},"description":"负责起窖、拌料、上甑、摘酒","kind":"{}",)"
                     R"("address":"二车间","hours_per_day_tenths":80,"starts_on":"{}",)"
                     R"("ends_on":"{}","pay_unit":"day","pay_min_fen":20000,)"
                     R"("pay_max_fen":26000,"service_fee_fen":{},"lot_max":{},"cap_per_agency":{},)"
                     R"("hold_hours":{},"team_size":{}{}{}}})",
                     places[employer], headcount, chance(75) ? "flex" : "recruit",
                     date_text(starts_on), date_text(ends_on), 1 + random_.below(20001), lot_max, cap,
                     hold, team > 1 ? team : 0, tiers, waits),
         ""});
    if (!draft || draft->status != 201) return;
    const auto id = draft->text("id");
    const auto opened =
        send("publish", {"/orders/" + id + "/publish", employers_[employer], "{}", ""});
    if (!opened || opened->text("status") != "open") return;
    orders_.push_back({id, id, 0, 0, employer, mode});
    if (mode != "draw") return;
    const auto page = first().get("/draws/" + id, employers_[employer]);
    awaited_.push_back({orders_.back(), page.text("commitment")});
}

void World::grab_together() {
    if (orders_.empty()) return;
    std::vector<Posted> requests;
    const auto count = 1 + random_.below(6);
    for (std::uint64_t i = 0; i < count; ++i) {
        // Mostly the newest orders: that is where the race is.
        Posted request{"/orders/" + newest(orders_, 3).id + "/shares",
                       agencies_[pick_agency()],
                       fmt::format(R"({{"seats":{}}})", 1 + random_.below(5)),
                       next_key()};
        if (!requests.empty() && chance(10)) request = requests.back();
        requests.push_back(std::move(request));
    }
    const auto answers = send("grab", requests);
    for (std::size_t i = 0; i < requests.size(); ++i)
        if (answers[i]) remember_grab(requests[i], *answers[i]);
}

void World::remember_grab(const Posted& request, const Answer& answer) {
    if (answer.status != 201 || !request.target.ends_with("/shares")) return;
    const auto id = answer.text("id");
    if (!promised_.insert(id).second) return;
    const auto agency = static_cast<std::size_t>(
        std::find(agencies_.begin(), agencies_.end(), request.as) - agencies_.begin());
    const auto order = request.target.substr(8, request.target.rfind('/') - 8);
    shares_.push_back({id, order, agency, 0, known_order(order).employer});
}

const World::Known& World::known_order(const std::string& id) const {
    return *std::find_if(orders_.rbegin(), orders_.rend(),
                         [&](const Known& one) { return one.id == id; });
}

const World::Known& World::likely(const std::vector<Known>& list, const store::Statement& which) {
    const auto& any = list[list.size() - 1 - pick(std::min<std::size_t>(list.size(), 10))];
    if (chance(10)) return any;
    const auto found = auditor_->rows<Found>(which, {});
    if (found.empty()) return any;
    const std::string id = SeatId{found[pick(found.size())].id}.text();
    const auto known = std::find_if(list.rbegin(), list.rend(),
                                    [&](const Known& one) { return one.id == id; });
    return known == list.rend() ? any : *known;
}

const World::Known* World::order_by(std::string_view mode) {
    constexpr std::size_t among = 3;
    std::vector<const Known*> found;
    for (auto at = orders_.rbegin(); at != orders_.rend() && found.size() < among; ++at)
        if (at->mode == mode) found.push_back(&*at);
    return found.empty() ? nullptr : found[pick(found.size())];
}

void World::ask_again() {
    if (unheard_.empty()) return;
    Unheard last = std::move(unheard_.back());
    unheard_.pop_back();
    const Posted& request = last.request;
    auto& before = last.answer;
    // Answers are kept for 48 hours; after that the key is a new one.
    constexpr auto surely_kept_for = std::chrono::hours(47);
    if (first().clock().now() - last.at > surely_kept_for) before.reset();
    // Whoever does not hear it now either will ask for what was kept when it was first sent.
    const auto ask = [&] {
        auto answer = send("ask_again", request);
        if (!answer && !unheard_.empty() && unheard_.back().request.key == request.key) unheard_.back().at = last.at;
        return answer;
    };
    const auto answer = ask();
    if (!answer) return;
    remember_grab(request, *answer);
    if (before && before->status < 300 && answer->bytes != before->bytes && answer->status < 500)
        note_broken(fmt::format("an answer was another one when it was asked for again: {}: {} {}",
                                request.target, before->bytes, answer->bytes));
    if (answer->status >= 300) return;
    const auto third = ask();
    if (third && third->bytes != answer->bytes && third->status < 500)
        note_broken("one key had two answers: " + request.target);
}

codec::json::array World::items_of(const test::TestApp::Answer& list, const std::string& of) {
    if (list.status == 404) note_broken("was acknowledged and is not there: " + of);
    return list.status == 200 ? list.body.at("items").as_array() : codec::json::array{};
}

void World::stand_by() {
    if (orders_.empty()) return;
    const auto& order = newest(orders_, 4);
    const std::size_t agency = pick_agency();
    const auto waiting = first().get("/orders/" + order.id + "/standbys", agencies_[agency]);
    for (const auto& each : items_of(waiting, order.id))
        if (each.at("status").as_string() == "waiting" && chance(30))
            return void(send("leave", {"/standbys/" + std::string(each.at("id").as_string()) +
                                           "/leave",
                                       agencies_[agency], "{}", ""}));
    const auto terms = auditor_->rows<TermsNow>(terms_now, store::arguments("id", OrderId::parse(order.id)->number));
    if (terms.empty()) return note_broken("a published order is gone: " + order.id);
    send("stand_by",
         {"/orders/" + order.id + "/standbys", agencies_[agency],
          fmt::format(R"({{"seats":{}}})", terms[0].lot_min * (1 + static_cast<int>(pick(2)))), ""});
    learn_shares(order);
}

void World::learn_shares(const Known& order) {
    for (const auto& made : auditor_->rows<MadeShare>(
             shares_of_order, store::arguments("id", OrderId::parse(order.id)->number))) {
        const std::string share = ShareId{made.id}.text();
        if (!promised_.insert(share).second) continue;
        if (made.served > 0) ++succeeded_["served"];
        const auto found =
            std::find_if(agencies_.begin(), agencies_.end(), [&](const access::Caller& one) {
                return one.organisation.number == made.agency;
            });
        shares_.push_back({share, order.id, static_cast<std::size_t>(found - agencies_.begin()), 0,
                           order.employer});
    }
}

void World::release_share() {
    if (shares_.empty()) return;
    const auto& share = newest(shares_, 60);
    send("release", {"/shares/" + share.id + "/release", agencies_[share.agency],
                     chance(50) ? "{}" : R"({"seats":1})", ""});
    learn_shares(known_order(share.order));
}

void World::offer_seat() {
    if (shares_.empty()) return;
    const auto& share = likely(shares_, open_shares);
    // Mostly one of the agency's own candidates; somebody else's must be refused.
    std::size_t worker = pick_worker(chance(85) ? share.agency : pick_agency());
    // Now and then whoever has just been offered another seat: one of the two will be too late.
    if (const auto* last = last_offer_of(share.agency); last != nullptr && chance(40))
        worker = last->worker;
    const auto answer = send("offer", {"/shares/" + share.id + "/seats", agencies_[share.agency],
                                       fmt::format(R"({{"person":"{}"}})",
                                                   workers_[worker].person.text()),
                                       ""});
    if (answer && answer->status == 201)
        seats_.push_back({answer->text("id"), share.order, share.agency, worker, share.employer});
}

const World::Known* World::last_offer_of(std::size_t agency) const {
    const auto found = std::find_if(seats_.rbegin(), seats_.rend(),
                                    [&](const Known& seat) { return seat.agency == agency; });
    return found == seats_.rend() ? nullptr : &*found;
}

void World::answer_offer() {
    if (seats_.empty()) return;
    const auto& seat = likely(seats_, offered_seats);
    const bool yes = chance(70);
    send(yes ? "accept" : "decline", {"/seats/" + seat.id + (yes ? "/accept" : "/decline"),
                                      workers_[seat.worker], "{}", ""});
}

void World::work_on_seat() {
    if (seats_.empty()) return;
    const auto& seat = likely(seats_, live_seats);
    const auto& agency = agencies_[seat.agency];
    const auto& employer = employers_[seat.employer];
    const auto& worker = workers_[seat.worker];
    const std::string path = "/seats/" + seat.id;
    const auto rows = auditor_->rows<SeatNow>(seat_now, store::arguments("id", SeatId::parse(seat.id)->number));
    if (rows.empty()) return note_broken("an offered seat is gone: " + seat.id);
    const auto& now = rows[0];
    if (now.status == "on_site")
        return void(send("finish", {path + "/finish", chance(50) ? employer : agency, "{}", ""}));
    if (now.status != "accepted" || chance(10))
        return void(send("no_show", {path + "/no-show", agency, "{}", ""}));
    if (now.insured == 0 || chance(5))
        return void(send("insure",
                         {path + "/insurance", agency,
                          fmt::format(R"({{"policy_number":"P-1","valid_from_on":"{}",)"
                                      R"("valid_to_on":"{}"}})",
                                      date_text(today()), date_text(add_days(today(), 30))),
                          ""}));
    std::optional<Answer> begun;
    if (now.employer_began == 0) {
        begun = send("confirm", {path + "/start", employer, "{}", ""});
    } else {
        const auto code = first().get("/orders/" + seat.order + "/site-code", employer);
        begun = send("start", {path + "/start", worker,
                               fmt::format(R"({{"code":"{}"}})", code.text("code")), ""});
    }
    if (begun && begun->text("status") == "on_site") begun_.push_back(seat);
}

void World::change_terms() {
    if (orders_.empty()) return;
    const auto& order = newest(orders_, 5);
    const auto terms = auditor_->rows<TermsNow>(terms_now, store::arguments("id", OrderId::parse(order.id)->number));
    if (terms.empty()) return note_broken("a published order is gone: " + order.id);
    const auto headcount =
        std::max<std::int64_t>(1, terms[0].headcount + static_cast<std::int64_t>(random_.below(7)) - 3);
    send("change", {"/orders/" + order.id + "/changes", employers_[order.employer],
                    fmt::format(R"({{"version":{},"headcount":{}{}}})", terms[0].version, headcount,
                                chance(60) ? R"(,"address":"三车间")" : ""),
                    fmt::format("change-{}", ++keys_)});
}

void World::answer_change() {
    if (shares_.empty()) return;
    const auto& share = newest(shares_, 8);
    const auto asked = auditor_->rows<Found>(
        asked_change, store::arguments("order", OrderId::parse(share.order)->number, "agency",
                                       agencies_[share.agency].organisation.number));
    if (asked.empty()) return;
    const std::string id = Id<struct ChangeAnswerTag>{asked[0].id}.text();
    const bool yes = chance(50);
    send(yes ? "accept_change" : "decline_change",
         {"/change-answers/" + id + (yes ? "/accept" : "/decline"), agencies_[share.agency], "{}",
          ""});
}

void World::end_something() {
    if (orders_.empty()) return;
    const auto& order = newest(orders_, 12);
    const std::string reason = R"({"reason":"模拟"})";
    if (chance(40)) {
        send("cancel", {"/orders/" + order.id + "/cancel", employers_[order.employer], reason, ""});
    } else if (chance(50)) {
        send("suspend", {"/orders/" + order.id + "/suspend", official_, reason, ""});
        send("resume", {"/orders/" + order.id + "/resume", official_, "{}", ""});
    } else if (!shares_.empty()) {
        send("withdraw",
             {"/shares/" + newest(shares_, 60).id + "/withdraw", official_, reason, ""});
    }
    if (order.mode != "race" && chance(50))
        send("open_to_all",
             {"/orders/" + order.id + "/open-to-all", employers_[order.employer], "{}", ""});
}

void World::move_clock() {
    static constexpr int minutes[] = {1, 10, 60, 60, 240, 240, 720, 720, 1440, 2880};
    first().clock().advance(std::chrono::minutes(minutes[pick(std::size(minutes))]));
    last_act_ = "clock";
    // One process runs the clocks, or several, which the program's lease forbids: what is due must be
    // done once all the same. All hear of what the others did.
    const std::size_t running = chance(25) ? processes_.size() : 1;
    std::vector<std::size_t> turns(processes_.size());
    for (std::size_t i = 0; i < turns.size(); ++i) turns[i] = (acting_ + i) % turns.size();
    for (std::size_t i = 0; i < turns.size(); ++i) {
        acting_ = turns[i];
        plan_->happened = Fault::none;
        if (i < running) processes_[acting_]->app().run_due_jobs();
        (void)begin_again_if_dead();
        (void)processes_[acting_]->app().follow();
    }
    check_draws();
    ++succeeded_["clock"];
}

void World::look_on_while_disk_is_slow() {
    ++succeeded_["slow"];
    first().clock().advance(std::chrono::seconds(1 + random_.below(120)));
    check_page(*processes_[(acting_ + 1) % processes_.size()]);
}

void World::check_shares() {
    if (shares_.empty()) return;
    // All at the end would be late, all at each step slow: one of them, and mostly a new one.
    const auto& share = chance(20) ? shares_[pick(shares_.size())] : newest(shares_, 6);
    const auto found = any_process().get("/shares/" + share.id, agencies_[share.agency]);
    if (found.status != 200) note_broken("a promised share is gone: " + share.id);
}

void World::check_seat() {
    if (seats_.empty()) return;
    const auto& seat = newest(seats_, 6);
    const auto page = any_process().get("/seats/" + seat.id, agencies_[seat.agency]);
    const auto rows = auditor_->rows<SeatNow>(seat_now, store::arguments("id", SeatId::parse(seat.id)->number));
    if (rows.empty() || page.text("status") != rows[0].status)
        note_broken(fmt::format("a page says {}, the database {}: seat {}", page.text("status"),
                                rows.empty() ? "nothing" : rows[0].status, seat.id));
}

void World::check_page(test::TestApp& process) {
    if (orders_.empty()) return;
    const auto& order = newest(orders_, 3);
    const auto page = process.get("/orders/" + order.id, employers_[order.employer]);
    const auto now = auditor_->order(order.id);
    if (page.text("status") != now.status || page.number("remaining") != now.remaining)
        note_broken(fmt::format("a page says {} {}, the database {} {}: order {}",
                                page.text("status"), page.number("remaining"), now.status,
                                now.remaining, order.id));
}

void World::check_refusal(const Posted& request, const Answer& answer) {
    if (answer.text("code") != "not_enough_seats" || !request.target.ends_with("/shares")) return;
    const auto* facts = answer.body.as_object().if_contains("facts");
    const auto* told = facts != nullptr ? facts->as_object().if_contains("remaining") : nullptr;
    const auto now = auditor_->order(request.target.substr(8, request.target.rfind('/') - 8));
    if (told != nullptr && std::string(told->as_string()) != std::to_string(now.remaining))
        note_broken(fmt::format("refused because {} seats were left, but {} were: {}",
                                std::string(told->as_string()), now.remaining, request.target));
}

}  // namespace jianghui::simulation
