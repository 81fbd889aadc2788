#pragma once
// The standard tables of a quarter made by hand: posts and people from the raw journal, what they are counted by from what the test
// itself wrote into the registers. Written from domain.md 3.1, README.md and data/code_tables.csv; nothing of tally, shown, columns or
// rules is called. The structs of model.hpp are only the words.

#include <cmath>

#include "features/quarter_reports/model.hpp"
#include "tests/support/recount.hpp"

namespace jianghui::quarter_reports::recount {

using test::recount::city;
using test::recount::Quarter;

/// What the test wrote of an order and of a person.
struct KnownOrder {
    std::string credit_code;
    std::string education;
    int skill_level = 0;
};
struct KnownPerson {
    Date born;
    bool female = false;
    std::string education;
    int skill_level = 0;
    std::string seeker_kind;
};
struct Registers {
    std::map<std::int64_t, KnownOrder> orders;
    std::map<std::int64_t, KnownPerson> people;
};

struct Group {
    std::int64_t demand = 0;
    std::int64_t supply = 0;
    std::set<std::int64_t> firms;
    void add(const Group& other) {
        demand += other.demand;
        supply += other.supply;
        firms.insert(other.firms.begin(), other.firms.end());
    }
    /// domain.md: no cell of fewer than ten people or three companies. Nobody is no secret.
    [[nodiscard]] bool safe() const { return (demand == 0 || firms.size() >= 3) && (supply == 0 || supply >= 10); }
};
struct Row {
    std::vector<std::string> codes;  ///< several: together
    Group group;
    std::string code = {};
};
using Rows = std::vector<Row>;
using Tables = std::map<TableName, Rows>;

/// The groups that a table always has, in its order.
inline std::vector<std::string> groups_of(TableName table) {
    switch (table) {
        case TableName::sector: return {"primary", "secondary", "tertiary"};
        case TableName::employer_kind:
            return {"company", "sole_trader", "cooperative", "public_institution", "government", "other_body"};
        case TableName::seeker_kind:
            return {"seekers_graduate", "seekers_new_youth", "seekers_lost_job", "seekers_other_unemployed", "seekers_employed",
                    "seekers_laid_off", "seekers_retired",   "seekers_student",  "seekers_rural_local",      "seekers_from_elsewhere"};
        case TableName::sex: return {"male", "female"};
        case TableName::age: return {"age_16_24", "age_25_34", "age_35_44", "age_45_up"};
        case TableName::schooling: return {"junior_below", "senior_level", "college_level", "bachelor_level", "postgraduate"};
        case TableName::skill_level: return {"skill_level_5", "skill_level_4", "skill_level_3", "skill_level_2", "skill_level_1"};
        default: return {};
    }
}
inline std::string sector_of(const std::string& industry) {
    if (industry.empty()) return unstated_code;
    return industry == "A" ? "primary" : industry >= "B" && industry <= "E" ? "secondary" : "tertiary";
}
inline std::string employer_kind_of(const std::string& credit_code) {
    static const std::map<std::string, std::string> kinds{{"91", "company"},     {"92", "sole_trader"}, {"93", "cooperative"},
                                                          {"12", "public_institution"}, {"11", "government"}};
    const auto found = kinds.find(credit_code.substr(0, 2));
    return found == kinds.end() ? "other_body" : found->second;
}
inline std::string schooling_of(const std::string& education) {
    static const std::map<std::string, std::string> levels{
        {"primary", "junior_below"},   {"junior", "junior_below"},     {"senior", "senior_level"},  {"vocational", "senior_level"},
        {"college", "college_level"},  {"bachelor", "bachelor_level"}, {"master", "postgraduate"}, {"doctor", "postgraduate"}};
    return levels.at(education);
}
/// 1 (初级工, level five) … 5 (高级技师, level one).
inline std::string skill_of(int level) { return "skill_level_" + std::to_string(6 - level); }
inline std::string age_of(Date born, Date on) {
    int age = static_cast<int>(on.year()) - static_cast<int>(born.year());
    if (std::pair(on.month(), on.day()) < std::pair(born.month(), born.day())) --age;
    return age < 16 ? unstated_code : age < 25 ? "age_16_24" : age < 35 ? "age_25_34" : age < 45 ? "age_35_44" : "age_45_up";
}

class Making {
  public:
    /// `of`: a city, or "" for the region.
    Making(const std::vector<journal::Event>& events, const Quarter& quarter, std::string of, const Registers& registers)
        : of_(std::move(of)), registers_(registers), last_day_(add_days(date_of(quarter.to), -1)) {
        const auto known = test::recount::until(events, quarter.to);
        for (const auto& post : test::recount::demand(known, quarter))
            if (of_.empty() || city(post.place) == of_) add(post);
        for (const auto& seeker : test::recount::supply(known, quarter))
            if (of_.empty() || city(seeker.place) == of_) add(seeker);
    }
    [[nodiscard]] Tables for_the_office() const {
        Tables tables;
        for (const auto& [table, groups] : groups_) tables[table] = ordered(table);
        list_largest(tables, [](const std::string&) { return true; });
        return tables;
    }
    [[nodiscard]] Tables for_everybody() const {
        Group all;
        for (const auto& row : ordered(TableName::overall)) all.add(row.group);
        if (!all.safe() || (all.demand == 0 && all.supply == 0)) return {};
        Tables tables;
        for (const auto& [table, groups] : groups_)
            if (table != TableName::industry) tables[table] = pooled(as_told(table, ordered(table)), "");
        for (const auto& sector : tables[TableName::sector]) {
            Rows inside;
            for (const auto& industry : ordered(TableName::industry))
                if (std::count(sector.codes.begin(), sector.codes.end(), sector_of(letter(industry.code))) > 0) inside.push_back(industry);
            for (auto& row : pooled(inside, sector.codes.size() == 1 ? sector.code : "")) tables[TableName::industry].push_back(row);
        }
        std::set<std::string> listed;
        list_largest(tables, [&](const std::string& code) { return may_be_listed(code, tables.at(TableName::occupation_class), listed); });
        return tables;
    }

  private:
    using Groups = std::map<std::string, Group>;
    static std::string letter(const std::string& industry) { return industry == unstated_code ? "" : industry; }

    void put(TableName table, const std::string& code, const Group& group) { groups_[table][code].add(group); }
    void put_where_and_what(const std::string& place, const std::string& occupation, const Group& group) {
        for (const auto table : {TableName::overall, TableName::city}) put(table, of_.empty() ? city(place) : place, group);
        put(TableName::occupation_class, occupation.empty() ? any_code : occupation.substr(0, 1), group);
        if (!occupation.empty()) occupations_[occupation].add(group);
    }
    void add(const test::recount::Wanted& post) {
        const Group group{post.amount, 0, {post.employer}};
        const auto& order = registers_.orders.at(post.order);
        put_where_and_what(post.place, post.occupation, group);
        put(TableName::industry, post.industry.empty() ? unstated_code : post.industry.substr(0, 1), group);
        put(TableName::sector, sector_of(post.industry.substr(0, 1)), group);
        put(TableName::employer_kind, employer_kind_of(order.credit_code), group);
        put(TableName::sex, any_code, group);  // No post may ask for one, nor for an age.
        put(TableName::age, any_code, group);
        put(TableName::schooling, order.education.empty() ? any_code : schooling_of(order.education), group);
        put(TableName::skill_level, order.skill_level == 0 ? any_code : skill_of(order.skill_level), group);
    }
    void add(const test::recount::Seeker& seeker) {
        const Group group{0, 1, {}};
        ++people_[city(seeker.place)][{seeker.place, seeker.occupation}];
        const auto& person = registers_.people.at(seeker.person);
        put_where_and_what(seeker.place, seeker.occupation, group);
        put(TableName::seeker_kind, person.seeker_kind.empty() ? unstated_code : "seekers_" + person.seeker_kind, group);
        put(TableName::sex, person.female ? "female" : "male", group);
        put(TableName::age, age_of(person.born, last_day_), group);
        put(TableName::schooling, person.education.empty() ? unstated_code : schooling_of(person.education), group);
        put(TableName::skill_level, person.skill_level == 0 ? unstated_code : skill_of(person.skill_level), group);
    }

    /// The groups that a table always has, then others by code, at the end without preference and not registered.
    [[nodiscard]] Rows ordered(TableName table) const {
        std::vector<std::string> codes = groups_of(table);
        const auto found = groups_.find(table);
        const Groups groups = found == groups_.end() ? Groups{} : found->second;
        for (const auto& [code, group] : groups)
            if (code != any_code && code != unstated_code && std::count(codes.begin(), codes.end(), code) == 0) codes.push_back(code);
        for (const char* code : {any_code, unstated_code})
            if (groups.contains(code)) codes.emplace_back(code);
        Rows rows;
        for (const auto& code : codes) rows.push_back({{code}, groups.contains(code) ? groups.at(code) : Group{}, code});
        return rows;
    }
    /// What is told of the people of a city wherever the quarter is published (tested by itself: statistics/told_test.cpp).
    [[nodiscard]] std::vector<statistics::Told> told() const {
        std::vector<statistics::Told> all;
        for (const auto& [name, cells] : people_) {
            std::vector<statistics::PeopleOf> people;
            for (const auto& [cell, count] : cells) people.push_back({{cell.first}, cell.second, count});
            all.push_back(statistics::told(people, 10));
        }
        return all;
    }
    static Rows as_one(const Rows& rows, const std::set<std::string>& codes) {
        Rows shown;
        Row one;
        for (const auto& row : rows) {
            const bool is_of = std::any_of(row.codes.begin(), row.codes.end(), [&](const auto& code) { return codes.contains(code); });
            if (!is_of) {
                shown.push_back(row);
                continue;
            }
            one.codes.insert(one.codes.end(), row.codes.begin(), row.codes.end());
            one.group.add(row.group);
            one.code = one.codes.size() == 1 ? row.code : "*";
        }
        if (one.codes.size() == 1) return rows;
        if (!one.codes.empty()) shown.push_back(one);
        return shown;
    }
    /// Counties and classes that are told as one elsewhere are one here.
    [[nodiscard]] Rows as_told(TableName table, Rows rows) const {
        for (const auto& city : told()) {
            if (!of_.empty() && (table == TableName::overall || table == TableName::city)) {
                std::set<std::string> places;
                for (const auto& place : city.joined) places.insert(place.text);
                rows = as_one(rows, places);
            }
            if (table != TableName::occupation_class) continue;
            for (const auto& classes : city.classes) {
                std::set<std::string> codes;
                for (const auto& code : classes) codes.insert(code.empty() ? any_code : code);
                rows = as_one(rows, codes);
            }
        }
        return rows;
    }
    /// The groups that are too small are one row, which the next larger ones that help join until it is large enough.
    static Rows pooled(const Rows& rows, const std::string& within) {
        Rows shown;
        Row together;
        const auto join = [&](const Row& row) {
            together.codes.insert(together.codes.end(), row.codes.begin(), row.codes.end());
            together.group.add(row.group);
        };
        for (const auto& row : rows) {
            if (row.codes.size() == 1 && row.group.safe()) shown.push_back(row);
            else join(row);
        }
        while (!together.group.safe()) {
            const bool wants_people = together.group.supply > 0 && together.group.supply < 10;
            auto next = shown.end();
            for (auto each = shown.begin(); each != shown.end(); ++each) {
                if ((wants_people ? each->group.supply : each->group.demand) == 0) continue;
                if (next == shown.end() ||
                    each->group.demand + each->group.supply < next->group.demand + next->group.supply)
                    next = each;
            }
            if (next == shown.end()) return {};
            join(*next);
            shown.erase(next);
        }
        if (!together.codes.empty()) {
            together.code = "*" + within;
            shown.push_back(together);
        }
        return shown;
    }
    /// An occupation and what its class has beside all that are listed must be large enough, and the class a row of its own.
    [[nodiscard]] bool may_be_listed(const std::string& code, const Rows& classes, std::set<std::string>& listed) const {
        const bool shown = std::any_of(classes.begin(), classes.end(), [&](const Row& row) { return row.code == code.substr(0, 1); });
        if (!shown || !occupations_.at(code).safe()) return false;
        for (const auto& city : told())
            if (city.others.contains(code)) return false;
        auto wanted = listed;
        wanted.insert(code);
        Group rest;
        for (const auto& [other, group] : occupations_)
            if (other[0] == code[0] && !wanted.contains(other)) rest.add(group);
        if (!rest.safe()) return false;
        listed = wanted;
        return true;
    }
    /// The ten largest gaps, then the ten largest surpluses.
    template <class F>
    void list_largest(Tables& tables, F&& may_be) const {
        for (const auto table : {TableName::gaps, TableName::surpluses}) {
            std::multimap<std::int64_t, std::string> by_size;  // of equal ones by code
            for (const auto& [code, group] : occupations_) {
                const auto less = table == TableName::gaps ? group.supply - group.demand : group.demand - group.supply;
                if (less < 0) by_size.emplace(less, code);
            }
            for (const auto& [size, code] : by_size)
                if (tables[table].size() < 10 && may_be(code)) tables[table].push_back({{code}, occupations_.at(code), code});
        }
    }

    std::string of_;
    const Registers& registers_;
    Date last_day_;
    std::map<TableName, Groups> groups_;
    Groups occupations_;
    std::map<std::string, std::map<std::pair<std::string, std::string>, std::int64_t>> people_;  ///< by city, then county and occupation
};

using Number = std::optional<std::int64_t>;
/// To the nearest, half away from zero; nothing of nothing.
inline Number divided(std::int64_t part, std::int64_t whole) {
    if (whole == 0) return std::nullopt;
    return std::llround(static_cast<long double>(part) / static_cast<long double>(whole));
}

/// The columns of domain.md 3.1 of a table, from its rows.
class Columns {
  public:
    Columns(TableName table, const Tables& tables) : table_(table), tables_(tables) {
        for (const auto& row : rows_of(is_extract() ? TableName::occupation_class : table)) {
            demand_ += row.group.demand;
            supply_ += row.group.supply;
            if (row.code != any_code) continue;
            any_demand_ += row.group.demand;
            any_supply_ += row.group.supply;
        }
    }
    [[nodiscard]] const Rows& rows() const { return rows_of(table_); }
    [[nodiscard]] Number demand_share(const Row& row) const { return divided(10'000 * row.group.demand, demand_); }
    [[nodiscard]] Number supply_share(const Row& row) const { return divided(10'000 * row.group.supply, supply_); }
    /// People without a preference are spread by the demand, posts without a requirement by the people.
    [[nodiscard]] Number ratio(const Row& row) const {
        static const std::set<TableName> one_sided{TableName::sector, TableName::industry, TableName::employer_kind, TableName::seeker_kind};
        if (one_sided.contains(table_)) return std::nullopt;
        for (const auto& code : row.codes)
            if (code == any_code || code == unstated_code) return std::nullopt;
        const auto demand = row.group.demand, supply = row.group.supply;
        if (any_demand_ > 0) return divided(100 * (demand * supply_ + any_demand_ * supply), supply * supply_);
        if (demand == 0) return supply == 0 ? std::nullopt : Number(0);
        return divided(100 * demand * demand_, supply * demand_ + any_supply_ * demand);
    }
    /// The same group, where it stands alone.
    [[nodiscard]] const Row* same(const Row& row) const {
        if (row.codes.size() > 1) return nullptr;
        for (const auto& each : rows())
            if (each.codes == row.codes) return &each;
        return nullptr;
    }
    [[nodiscard]] std::int64_t demand() const { return demand_; }
    [[nodiscard]] std::int64_t supply() const { return supply_; }

  private:
    [[nodiscard]] bool is_extract() const { return table_ == TableName::gaps || table_ == TableName::surpluses; }
    [[nodiscard]] const Rows& rows_of(TableName table) const {
        static const Rows none;
        const auto found = tables_.find(table);
        return found == tables_.end() ? none : found->second;
    }
    TableName table_;
    const Tables& tables_;
    std::int64_t demand_ = 0, supply_ = 0, any_demand_ = 0, any_supply_ = 0;
};

}  // namespace jianghui::quarter_reports::recount
