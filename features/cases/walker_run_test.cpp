#include "features/cases/walker_for_test.hpp"

#include <queue>

#include "engine/journal/journal.hpp"
#include "features/cases/endpoints.hpp"
#include "features/codes/api.hpp"
#include "features/people/api.hpp"

namespace jianghui::cases {

using access::Role;
using registers::FieldType;
namespace json = codec::json;

namespace walker_run {
int runs = 0;  ///< each run begins a minute later
int serial = 0;
int workers = 0;
int identities = 0;

bool uses_entry(const std::string& rule) {
    return rule == "entry_in_force" || rule == "change_entry" || rule == "renew_entry" ||
           rule == "suspend_entry" || rule == "restore_entry" || rule == "revoke_entry" ||
           rule == "withdraw_entry" || rule == "end_entry";
}
std::vector<procedures::Rule> rules_of(const Step& step) {
    std::vector<procedures::Rule> rules;
    if (step.guards) rules.insert(rules.end(), step.guards->begin(), step.guards->end());
    if (step.effects) rules.insert(rules.end(), step.effects->begin(), step.effects->end());
    return rules;
}
std::string member(const procedures::Rule& rule, const std::string& name) {
    if (!rule.with) return {};
    const auto found = rule.with->find(name);
    return found == rule.with->end() ? std::string() : found->second;
}
}  // namespace walker_run
using namespace walker_run;  // NOLINT: this file's own

std::map<std::string, std::vector<std::string>> paths_of(const Procedure& procedure) {
    constexpr int clock_cost = 5;  // Waiting takes longer than acting.
    std::map<std::string, std::vector<std::string>> paths;
    using Way = std::pair<int, std::pair<std::string, std::vector<std::string>>>;
    std::priority_queue<Way, std::vector<Way>, std::greater<>> open;
    open.push({0, {procedure.states[0].id.text, {}}});
    while (!open.empty()) {
        const auto [cost, way] = open.top();
        open.pop();
        if (!paths.emplace(way.first, way.second).second) continue;
        for (const auto& step : procedure.steps) {
            if (!procedures::has(step.from, way.first)) continue;
            auto path = way.second;
            path.push_back(step.id.text);
            open.push({cost + (procedures::by_clock_only(step) ? clock_cost : 1),
                       {step.to.text, std::move(path)}});
        }
    }
    return paths;
}

Run::Run(test::WorkingMarket& market, const Procedure& procedure, std::vector<std::string> path,
         std::vector<std::string> later)
    : market_(market), procedure_(procedure), path_(std::move(path)), later_(std::move(later)) {}

Run& Run::begins_on(Date day) {
    begins_ = day;
    return *this;
}

std::string place_above(const std::string& place) {
    const std::string city = city_of(PlaceCode{place}).text;
    return city == place ? place.substr(0, 2) + "0000" : city;
}

std::vector<std::string> Run::all_steps() const {
    auto steps = path_;
    steps.insert(steps.end(), later_.begin(), later_.end());
    return steps;
}

const Step& Run::step(const std::string& name) const { return *procedure_.step(name); }

Player Run::office(Role role, const std::string& place, std::set<Actor> as, std::string what) {
    const Sees sees = as.empty() ? Sees::never : Sees::always;
    return {market_.caller(role, {}, place), std::move(as), std::move(what), sees};
}

Player Run::some_worker() {
    const auto person = market_.act<PersonId>(market_.broker, [&](app::Command& command) {
        people::NewPerson wanted;
        wanted.name.text = "李四光";
        wanted.id_number = fmt::format("51050219{:02}0101{:03}", 70 + workers / 900, workers % 900);
        ++workers;
        wanted.id_number += identity_check_character(wanted.id_number);
        wanted.place = {"510502"};
        return people::register_person(command, wanted);
    });
    return {market_.caller(Role::worker, {}, "510502", person), {}, "worker", Sees::never};
}

void Run::set_out() {
    market_.clock().set(start_of(begins_) + std::chrono::hours(9) + std::chrono::minutes(++runs % 600));
    if (procedure_.handled.level == registers::Level::city) place_ = "510500";
    const bool separate = procedure_.party && *procedure_.party != "applicant";
    using procedures::Opener;
    const Opener opener = procedure_.opened_by[0];
    const bool by_office = opener == Opener::official || opener == Opener::inspector;
    if (opener == Opener::employer)
        applicant_ = {market_.employer("510502"), {}, "applicant"};
    else if (opener == Opener::agency)
        applicant_ = {market_.agency("510502"), {}, "applicant"};
    else if (!by_office)
        applicant_ = some_worker();
    std::set<Actor> official{Actor::official}, inspector{Actor::inspector};
    if (by_office) {
        official.insert({Actor::applicant});
        inspector.insert({Actor::applicant});
        if (!separate) official.insert(Actor::party), inspector.insert(Actor::party);
        applicant_ = office(opener == Opener::official ? Role::official : Role::inspector, place_,
                            opener == Opener::official ? official : inspector, "applying office");
    } else {
        applicant_.acts_as = {Actor::applicant};
        if (!separate) applicant_.acts_as.insert(Actor::party);
    }
    applicant_.what = "applicant";
    applicant_.sees = Sees::always;
    players_.push_back(applicant_);
    if (separate) {
        const bool person = procedure_.field(*procedure_.party)->type == FieldType::person;
        other_ = person ? some_worker() : Player{market_.employer("510502"), {}, "party"};
        other_.acts_as = {Actor::party};
        other_.what = "party";
        other_.sees = procedure_.is_confidential() ? Sees::when_told : Sees::always;
        players_.push_back(other_);
        wanted_[*procedure_.party] =
            person ? other_.caller.person.text() : other_.caller.organisation.text();
    }
    add_offices(office(Role::official, place_, official, "official"),
                office(Role::inspector, place_, inspector, "inspector"));
    add_strangers();
    for (const auto& name : all_steps()) note_wishes(step(name));
}

/// Offices of the place, of the place above (which may do what the place may, but is not the office that
/// applied), of the counterpart and the place above it, of a place below, and of places elsewhere.
void Run::add_offices(const Player& official, const Player& inspector) {
    players_.push_back(official);
    players_.push_back(inspector);
    const auto add = [&](const std::string& place, std::set<Actor> official_as,
                         std::set<Actor> inspector_as, const std::string& what) {
        players_.push_back(office(Role::official, place, std::move(official_as), "official " + what));
        players_.push_back(office(Role::inspector, place, std::move(inspector_as), "inspector " + what));
    };
    add(place_above(place_), {Actor::official}, {Actor::inspector}, "of the place above");
    if (procedure_.handled.counterpart) {
        add(counterpart_, {Actor::counterpart_official}, {Actor::counterpart_inspector},
            "of the counterpart");
        add(place_above(counterpart_), {Actor::counterpart_official}, {Actor::counterpart_inspector},
            "above the counterpart");
    } else {
        add(counterpart_, {}, {}, "of another province");
    }
    if (place_ == "510500") add("510502", {}, {}, "of a place below");
    add("510300", {}, {}, "of another city");
    add("510503", {}, {}, "of a place beside");
}

void Run::add_strangers() {
    for (const Role role : {Role::system_administrator, Role::security_administrator,
                            Role::audit_administrator, Role::half_signed_in})
        players_.push_back(office(role, "", {}, std::string(codec::enum_text(role))));
    players_.push_back({market_.boss, {}, "another employer"});
    players_.push_back({market_.broker, {}, "another agency"});
    static std::map<test::WorkingMarket*, Player> strangers;
    if (strangers.count(&market_) == 0) strangers[&market_] = some_worker();
    players_.push_back({strangers[&market_].caller, {}, "another worker"});
    players_.push_back({access::Caller{}, {}, "somebody not signed in"});
}

/// What the rules of a step want to find in the forms.
void Run::note_wishes(const Step& step) {
    for (const auto& rule : rules_of(step)) {
        if (rule.name.text == "form_value") {
            const auto is = member(rule, "is");
            wanted_[member(rule, "field")] = is.substr(0, is.find(','));
        }
        if (const auto to = member(rule, "to"); !to.empty()) future_.insert(to);
    }
}

/// Last days lie ahead: those that a rule names, and those that are called so.
bool Run::lies_ahead(const std::string& dotted) const {
    return future_.count(dotted) > 0 || dotted.ends_with("until_on");
}

std::string Run::code_of(const std::string& table) {
    if (table == "places") return place_;
    if (table == "registers") return "hr_service_licence";
    if (table == "occupations") return "6-02-06-03";
    if (table == "industries") return "C15";
    if (table == "credit_classes") return "serious";  // What is published longest.
    const auto& lists = market_.app().services().get<codes::Tables>().tables();
    const auto found = lists.find(table);
    return found == lists.end() || found->second.empty() ? "?" : found->second[0].code;
}

std::string Run::upload(const access::Caller& by) {
    return market_.post("/case-files?name=proof.pdf", by, "%PDF-1.7 proof").text("id");
}

json::value Run::value(const registers::Column& column, const std::string& dotted,
                       const Player& by) {
    if (const auto found = wanted_.find(dotted); found != wanted_.end()) return found->second;
    const auto text = [&](std::int64_t most) {
        std::string made = std::to_string(++serial);
        for (auto length = static_cast<std::int64_t>(made.size());
             length < column.min.value_or(1); ++length)
            made += "9";
        return column.max.value_or(most) < static_cast<std::int64_t>(made.size()) ? std::string("9")
                                                                                  : made;
    };
    const Date today = date_of(market_.clock().now());
    switch (column.type) {
        case FieldType::text:
        case FieldType::long_text: return json::value(text(1000));
        case FieldType::integer:
        case FieldType::fen: return column.min.value_or(1);
        case FieldType::date:
            return json::value(date_text(add_days(today, lies_ahead(dotted) ? 400 : -30)));
        case FieldType::boolean: return true;
        case FieldType::code: return json::value(code_of(column.table->text));
        case FieldType::codes: return json::array{json::value(code_of(column.table->text))};
        case FieldType::place:
            if (procedure_.handled.counterpart == dotted) return json::value(counterpart_);
            return json::value(place_);
        case FieldType::occupation: return "6-02-06-03";
        case FieldType::industry: return "C15";
        case FieldType::credit_code: {
            for (const char last : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
                const auto code = fmt::format("91510502MA7{:06}{}", ++serial % 1000000, last);
                for (const char check : std::string_view("0123456789ABCDEFGHJKLMNPQRTUWXY"))
                    if (const auto tried = code.substr(0, 17) + check; credit_code_checks(tried))
                        return json::value(tried);
            }
            return "?";
        }
        case FieldType::phone: return json::value(fmt::format("138{:08}", ++serial));
        case FieldType::identity_number: {
            std::string number = fmt::format("510502199001{:02}{:03}", 1 + identities / 900 % 28,
                                             identities % 900);
            ++identities;
            return json::value(number + identity_check_character(number));
        }
        case FieldType::organisation: return json::value(market_.boss.organisation.text());
        case FieldType::person: return json::value(some_worker().caller.person.text());
        case FieldType::file: return json::value(upload(by.caller));
        case FieldType::rows: break;
    }
    return nullptr;
}

Run::Object Run::fill(const registers::Fields& fields, const std::string& form, const Player& by) {
    Object values;
    for (const auto& field : fields) {
        if (!registers::holds(field.when, values)) continue;
        const std::string dotted = form + "." + field.id.text;
        if (field.type != FieldType::rows) {
            values[field.id.text] = value(field, dotted, by);
            continue;
        }
        json::array rows;
        for (std::int64_t i = 0; i < std::max<std::int64_t>(1, field.min.value_or(1)); ++i) {
            Object row;
            for (const auto& column : *field.columns)
                if (registers::holds(column.when, row))
                    row[column.id.text] = value(column, dotted + "." + column.id.text, by);
            rows.push_back(std::move(row));
        }
        values[field.id.text] = std::move(rows);
    }
    return values;
}

void Run::prepare_entry(const std::string& name, const std::string& number_field, bool suspended) {
    const auto& services = market_.app().services();
    const auto definition = services.get<registers::Catalogue>().current(name);
    if (!definition) throw std::runtime_error("no register " + name);
    const Player& subject = other_.what.empty() ? applicant_ : other_;
    registers::NewEntry wanted;
    const auto& levels = (*definition)->issuer.levels;
    const auto issues = [&](registers::Level level) {
        return std::find(levels.begin(), levels.end(), level) != levels.end();
    };
    wanted.place = {issues(registers::Level::county)  ? "510502"
                    : issues(registers::Level::city) ? "510500"
                                                     : "510000"};
    switch ((*definition)->subject) {
        case registers::Subject::organisation: wanted.organisation = subject.caller.organisation; break;
        case registers::Subject::person: wanted.person = subject.caller.person; break;
        case registers::Subject::place: wanted.subject_place = PlaceCode{place_}; break;
        case registers::Subject::none: break;
    }
    if (!(*definition)->number) wanted.number = String<1, 80>{fmt::format("N{}", ++serial)};
    wanted.valid_from_on = add_days(date_of(market_.clock().now()), -10);
    wanted.values = fill((*definition)->fields, name, market_.official.account ? Player{market_.official, {}, ""} : Player{});
    const auto number = market_.act<std::string>(
        market_.official, [&](app::Command& command) -> Result<std::string> {
            registers::StepTaken suspension;
            suspension.step = registers::EntryStep::suspend;
            TRY(const auto entry, registers::issue(command, **definition, wanted));
            if (suspended)
                TRY_DO(registers::take(command, entry.id, suspension));
            return entry.number;
        });
    if (!number_field.empty()) wanted_[number_field] = json::value(number);
}

void Run::prepare_entries() {
    std::set<std::string> there;
    for (const auto& name : all_steps())
        for (const auto& rule : rules_of(step(name))) {
            const auto which = member(rule, "register");
            if (rule.name.text == "issue_entry") there.insert(which);
            if (!uses_entry(rule.name.text)) continue;
            const auto number = member(rule, "number");
            if (number.empty() ? !there.insert(which).second : wanted_.count(number) > 0) continue;
            prepare_entry(which, number, rule.name.text == "restore_entry");
        }
}

std::string Run::go() { return go(path_.empty() ? 0 : path_.size() - 1); }

std::string Run::go(std::size_t steps) {
    set_out();
    prepare_entries();
    Object body;
    body["procedure"] = procedure_.id.text;
    body["values"] = fill(procedure_.forms[0].fields, procedure_.forms[0].id.text, applicant_);
    const auto opened = market_.post("/cases", applicant_.caller, json::serialize(body),
                                     fmt::format("walk{}", runs));
    if (opened.status != 201) return "not opened: " + opened.bytes;
    id_ = *CaseId::parse(opened.text("id"));
    for (std::size_t i = 0; i < steps; ++i)
        if (auto wrong = take(step(path_[i])); !wrong.empty()) return path_[i] + ": " + wrong;
    return {};
}

procedures::CaseRow Run::row() {
    return market_.store().read(
        [&](const store::Reader& reader) { return *procedures::find_case(reader, id_); });
}

std::string Run::state() { return row().state; }

std::vector<procedures::StepRow> Run::steps() {
    return market_.store().read(
        [&](const store::Reader& reader) { return procedures::steps_of(reader, id_); });
}

std::optional<procedures::ClockRow> Run::clock(const std::string& name) {
    const auto rows = market_.store().read(
        [&](const store::Reader& reader) { return procedures::clocks_of(reader, id_); });
    const auto last = std::find_if(rows.rbegin(), rows.rend(),
                                   [&](const auto& row) { return row.clock == name; });
    return last == rows.rend() ? std::nullopt : std::optional(*last);
}

std::string Run::snapshot() {
    return market_.store().read([&](const store::Reader& reader) {
        std::string text = fmt::format("{}/{}/{}/{}", codec::encode(*procedures::find_case(reader, id_)),
                                       procedures::steps_of(reader, id_).size(),
                                       procedures::documents_of(reader, id_).size(),
                                       journal::of_subject(reader, id_.number).size());
        for (const auto& made : procedures::entries_of(reader, id_))
            if (const auto entry = registers::find(reader, made.entry_id))
                text += fmt::format("/{} {}", codec::enum_text(entry->status), entry->version);
        return text;
    });
}

int Run::events(std::string_view kind, const std::string& clock) {
    const auto events = market_.store().read(
        [&](const store::Reader& reader) { return journal::of_subject(reader, id_.number); });
    return static_cast<int>(std::count_if(events.begin(), events.end(), [&](const auto& event) {
        const auto* named = event.data.as_object().if_contains("clock");
        return event.kind == kind && named != nullptr && named->is_string() &&
               named->get_string() == clock;
    }));
}

/// Somebody who may: for a step that approves, an office's member who has done nothing yet.
const Player* Run::player_for(const Step& step) {
    for (const auto& player : players_)
        for (const Actor actor : step.by) {
            if (player.acts_as.count(actor) == 0) continue;
            const bool of_office = actor != Actor::applicant && actor != Actor::party;
            if (of_office && player.what == "applicant") continue;
            static Player fresh;
            std::string place = player.caller.place.text;
            bool other_level = false;
            if (of_office && step.levels) {
                const auto fits = [&](const std::string& where) {
                    const auto level = registers::level_of(PlaceCode{where});
                    return std::find(step.levels->begin(), step.levels->end(), level) !=
                           step.levels->end();
                };
                for (const auto& where :
                     {place, city_of(PlaceCode{place}).text, place.substr(0, 2) + "0000"})
                    if (fits(where)) {
                        other_level = where != place;
                        place = where;
                        break;
                    }
            }
            if (!other_level && !procedures::is_set(step.approves)) return &player;
            fresh = office(player.caller.role, place, {actor}, "approver");
            return &fresh;
        }
    return nullptr;
}

/// A case that an earlier walk left behind may have an end that cannot be carried out (a number that nobody
/// has): its run is undone whole, and the next one tells the place above instead.
void Run::ring() {
    for (bool more = true; more;)
        if (const auto rung = ring_clocks(market_.app().services())) more = *rung;
}

std::string Run::wait_for_clock(const Step& step) {
    std::string clock;
    for (const auto& one : *procedure_.clocks)
        if (one.at_end && one.at_end->text == step.id.text) clock = one.id.text;
    const auto rows = market_.store().read(
        [&](const store::Reader& reader) { return procedures::clocks_of(reader, id_); });
    const auto live = std::find_if(rows.begin(), rows.end(), [&](const auto& row) {
        return row.clock == clock && row.live();
    });
    if (live == rows.end()) return "the clock " + clock + " does not run";
    // On the last day nothing has happened yet; the next morning it has, and only once.
    market_.clock().set(start_of(live->due_on) + std::chrono::hours(20));
    ring();
    const std::string before = state();
    market_.clock().set(start_of(add_days(live->due_on, 1)) + std::chrono::minutes(runs % 60));
    ring();
    const auto after = snapshot();
    ring();
    if (snapshot() != after) return "the clock rang twice";
    if (before == state() && !procedures::has(step.from, step.to.text)) return "nothing happened at its end";
    const auto last = steps().back().step.value_or("");
    return last == step.id.text ? "" : "another step was taken: " + last;
}

void Run::wait_for_days(const Step& step) {
    if (!step.guards) return;
    for (const auto& rule : *step.guards) {
        constexpr std::int64_t month = 31;
        if (rule.name.text == "class_time_passed")
            market_.clock().advance(std::chrono::hours(24 * 13 * month));  // A year is the least at most.
        if (rule.name.text != "days_since") continue;
        std::int64_t days = month;
        const auto number = [&](const char* name) {
            const auto text = member(rule, name);
            return text.empty() ? 0 : std::stoll(text);
        };
        days += number("days") + month * number("months");
        if (const auto name = member(rule, "parameter"); !name.empty())
            days += market_.app().services().get<procedures::World>()
                        .parameter(name, date_of(market_.clock().now())).value_or(0);
        market_.clock().advance(std::chrono::hours(24 * days));
    }
}

std::string Run::take(const Step& step) {
    if (procedures::by_clock_only(step)) {
        if (auto wrong = wait_for_clock(step); !wrong.empty()) return wrong;
    } else {
        const Player* player = player_for(step);
        if (player == nullptr) return "nobody may take it";
        // A date in the form lies 30 days back when the form is filled in; then time passes.
        Object body;
        if (step.form) {
            const auto& form = *procedure_.form(step.form->text);
            body["values"] = fill(form.fields, form.id.text, *player);
        }
        if (procedures::is_set(step.reason)) body["reason"] = "经核查";
        wait_for_days(step);
        const auto answer = market_.post("/cases/" + id_.text() + "/steps/" + step.id.text,
                                         player->caller, json::serialize(body));
        if (answer.status != 200) return player->what + ": " + answer.bytes.substr(0, 400);
    }
    return state() == step.to.text ? "" : "it is now " + state();
}

}  // namespace jianghui::cases
