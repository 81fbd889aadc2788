#include "features/quarter_reports/tally.hpp"

#include <charconv>

namespace jianghui::quarter_reports {
namespace {

constexpr TableName grouped_tables[] = {
    TableName::sector, TableName::employer_kind, TableName::seeker_kind, TableName::sex,
    TableName::age,    TableName::schooling,     TableName::skill_level};

const std::vector<codes::CodeItem>& items_of(const codes::Tables& tables, std::string_view list) {
    static const std::vector<codes::CodeItem> none;
    const auto found = tables.tables().find(list);
    return found == tables.tables().end() ? none : found->second;
}

/// Whether one of the values between the bars is it.
bool has_value(std::string_view values, std::string_view value) {
    while (true) {
        const auto bar = values.find('|');
        if (values.substr(0, bar) == value) return true;
        if (bar == std::string_view::npos) return false;
        values.remove_prefix(bar + 1);
    }
}

/// The number, or `otherwise` of nothing.
int number_of(std::string_view text, int otherwise) {
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string or_code(const std::string& code, const char* otherwise) {
    return code.empty() ? otherwise : code;
}

/// Adds one fact to the tables.
class Adder {
  public:
    Adder(const codes::Tables& tables, Tally& tally, bool of_region, Date aged_on)
        : tables_(tables), tally_(tally), of_region_(of_region), aged_on_(aged_on) {}

    void add(const Post& post) {
        bag_ = {post.amount, 0, {post.employer}};
        add_place(post.place);
        const std::string industry = post.industry.substr(0, 1);
        put(TableName::industry, or_code(industry, unstated_code));
        put(TableName::sector, group(TableName::sector, industry));
        put(TableName::employer_kind,
            group(TableName::employer_kind, post.employer_code.text.substr(0, 2)));
        add_occupation(post.occupation);
        // Orders do not ask for a sex or an age (就业促进法 §27; the post check refuses such words).
        put(TableName::sex, any_code);
        put(TableName::age, any_code);
        put(TableName::schooling,
            post.education.empty() ? any_code : group(TableName::schooling, post.education));
        put(TableName::skill_level,
            post.skill_level == 0 ? any_code : level(post.skill_level));
    }

    void add(const Seeker& seeker) {
        bag_ = {0, 1, {}};
        const auto& traits = seeker.traits;
        add_place(seeker.place);
        add_occupation(seeker.occupation);
        put(TableName::seeker_kind, group(TableName::seeker_kind, traits.seeker_kind));
        put(TableName::sex,
            traits.sex ? group(TableName::sex, codec::enum_text(*traits.sex)) : unstated_code);
        put(TableName::age,
            traits.born ? band_of(tables_, age_on(*traits.born, aged_on_)) : unstated_code);
        put(TableName::schooling, group(TableName::schooling, traits.education));
        put(TableName::skill_level, level(traits.skill_level));
    }

  private:
    void put(TableName table, const std::string& code) { tally_.tables[table][code].add(bag_); }
    [[nodiscard]] std::string group(TableName table, std::string_view value) const {
        return group_of(tables_, list_of(table), value);
    }
    [[nodiscard]] std::string level(int level) const {
        return group(TableName::skill_level, std::to_string(level));
    }
    void add_place(const PlaceCode& place) {
        const std::string code = of_region_ ? city_of(place).text : place.text;
        put(TableName::overall, code);
        put(TableName::city, code);
    }
    void add_occupation(const std::string& occupation) {
        put(TableName::occupation_class, or_code(statistics::class_of_occupation(occupation), any_code));
        if (!occupation.empty()) tally_.occupations[occupation].add(bag_);
    }

    const codes::Tables& tables_;
    Tally& tally_;
    bool of_region_;
    Date aged_on_;
    Bag bag_;
};

}  // namespace

void Bag::add(const Bag& other) {
    demand += other.demand;
    supply += other.supply;
    firms.insert(other.firms.begin(), other.firms.end());
}

Bag Tally::total() const {
    Bag total;
    const auto found = tables.find(TableName::overall);
    if (found != tables.end())
        for (const auto& [code, bag] : found->second) total.add(bag);
    return total;
}

std::string_view list_of(TableName table) {
    switch (table) {
        case TableName::sector: return "quarter_sectors";
        case TableName::employer_kind: return "quarter_employer_kinds";
        case TableName::seeker_kind: return "quarter_seeker_kinds";
        case TableName::sex: return "quarter_sexes";
        case TableName::age: return "quarter_age_bands";
        case TableName::schooling: return "quarter_schooling";
        case TableName::skill_level: return "quarter_skill_levels";
        default: return "";
    }
}

std::string group_of(const codes::Tables& tables, std::string_view list, std::string_view value) {
    if (!value.empty())
        for (const auto& item : items_of(tables, list))
            if (has_value(item.value, value)) return item.code;
    return unstated_code;
}

std::string band_of(const codes::Tables& tables, int age) {
    for (const auto& item : items_of(tables, list_of(TableName::age))) {
        const std::string_view band = item.value;
        const auto dash = band.find('-');
        if (dash == std::string_view::npos) continue;
        if (age >= number_of(band.substr(0, dash), 0) &&
            age <= number_of(band.substr(dash + 1), 1000))
            return item.code;
    }
    return unstated_code;
}

Tally tally(const codes::Tables& tables, const std::vector<Post>& posts,
            const std::vector<Seeker>& seekers, bool of_region, Date aged_on) {
    Tally tally;
    for (const auto table : grouped_tables)
        for (const auto& item : items_of(tables, list_of(table))) tally.tables[table][item.code];
    Adder adder(tables, tally, of_region, aged_on);
    for (const auto& post : posts) adder.add(post);
    for (const auto& seeker : seekers) adder.add(seeker);
    return tally;
}

}  // namespace jianghui::quarter_reports
