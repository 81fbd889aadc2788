#include "features/imports/demand_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::imports {

namespace {
// The limits of an order's own fields (features/orders/model.hpp), in characters.
constexpr std::size_t title_max = 100;
constexpr std::size_t address_max = 200;
constexpr std::size_t description_max = 4000;
constexpr std::size_t source_max = 200;
constexpr std::size_t word_max = 40;
constexpr std::size_t skills_max = 30;
constexpr std::size_t certificates_max = 10;
constexpr NumberRange headcount_range{1, 10'000};

void add_line(std::string& description, std::string_view label, std::string_view content) {
    if (content.empty()) return;
    if (!description.empty()) description += '\n';
    description += label;
    description += content;
}

/// Keeps the words that `code_of` knows and that fit; the rest goes into the description, so that
/// nothing is lost.
template <class F>
std::vector<std::string> read_words(Cells& cells, Field field, std::size_t count_max,
                                    std::string_view label, std::string& description, F&& code_of) {
    std::vector<std::string> kept;
    std::string rest;
    for (const auto& word : split_words(cells.text(field, true))) {
        const std::optional<std::string> code = code_of(word);
        const bool fits = code && code_points(*code).value_or(word_max + 1) <= word_max;
        if (fits && std::find(kept.begin(), kept.end(), *code) != kept.end()) continue;
        if (fits && kept.size() < count_max) {
            kept.push_back(*code);
            continue;
        }
        if (!rest.empty()) rest += "、";
        rest += word;
    }
    add_line(description, label, rest);
    return kept;
}

std::string header_of(const Cells& cells, Field field) {
    const auto* column = cells.mapping().find(field);
    return column == nullptr ? std::string() : column->header;
}

Salary read_salary_cell(Cells& cells, Field field) {
    return cells.value(field,
                       parse_salary(cells.text(field), salary_hint(header_of(cells, field))));
}

/// Pay from one column ("6-8千"), or from a lowest and a highest one.
void read_pay(Cells& cells, DemandRow& row, std::vector<Text>& notes) {
    Salary salary = read_salary_cell(cells, Field::pay);
    const Salary low = read_salary_cell(cells, Field::pay_min);
    const Salary high = read_salary_cell(cells, Field::pay_max);
    if (!salary.given && (low.given || high.given)) {
        salary = low.given ? low : high;
        salary.max = high.given ? high.max : std::nullopt;
        salary.min = low.given ? low.min : std::nullopt;
        const bool contradict = low.given && high.given && low.unit != high.unit;
        if (contradict || (salary.min && salary.max && *salary.min > *salary.max))
            cells.add(Field::pay_max, fault(salary_reversed, cells.text(Field::pay_max)));
    }
    if (!salary.given) return;
    if (salary.min || salary.max) row.pay_unit = salary.unit;
    row.pay_min_fen = salary.min;
    row.pay_max_fen = salary.max;
    add_line(row.description, "薪资说明：", salary.remark);
    if (salary.months_per_year != 12)
        add_line(row.description, "薪资说明：", fmt::format("一年 {} 薪", salary.months_per_year));
    if (salary.negotiable) add_line(row.description, "薪资说明：", "面议");
    if (!salary.note.zh.empty()) notes.push_back(salary.note);
}

void read_period(Cells& cells, DemandRow& row, Date today) {
    row.starts_on = cells.value(Field::starts_on,
                                parse_date_cell(cells.text(Field::starts_on), today));
    row.ends_on = cells.value(Field::ends_on, parse_date_cell(cells.text(Field::ends_on), today));
    if (row.starts_on && row.ends_on && days_between(*row.starts_on, *row.ends_on) < 0)
        cells.add(Field::ends_on, fault(dates_reversed, cells.text(Field::ends_on),
                                        {"≥ " + date_text(*row.starts_on)}));
}

void read_employer(Cells& cells, const Lookup& lookup, DemandRow& row) {
    row.employer = cells.optional_text(Field::employer, title_max);
    row.credit_code = cells.text(Field::credit_code);
    auto answer = lookup.find_employer(row.employer, row.credit_code);
    row.employer_id = answer.id;
    if (!answer.refusal) return;
    RowFault found;
    found.code = answer.refusal->code;
    found.message = answer.refusal->message;
    found.value = row.credit_code.empty() ? row.employer : row.credit_code;
    found.accepted = std::move(answer.nearest);
    cells.add(row.credit_code.empty() ? Field::employer : Field::credit_code, std::move(found));
}

/// The occupation from its own column when that is filled in, else from the title.
OccupationChoice read_occupation(Cells& cells, const Lookup& lookup, const ReadingRules& rules,
                                 const std::string& title) {
    const std::string written = cells.text(Field::occupation);
    if (written.empty()) return choose_occupation(title, lookup, rules);
    OccupationChoice choice;
    choice.sure = lookup.find_occupation(written);
    if (choice.sure) return choice;
    const bool is_code = written.find_first_not_of("0123456789-") == std::string::npos;
    if (!is_code) return choose_occupation(written, lookup, rules);
    std::vector<std::string> accepted;
    for (const auto& guess : lookup.suggest_occupations(title, 3))
        accepted.push_back(guess.code.text + " " + guess.name);
    cells.add(Field::occupation, fault(occupation_code_unknown, written, std::move(accepted)));
    return choice;
}

std::string experience_line(const std::optional<Experience>& experience) {
    if (!experience || (experience->min_years == 0 && !experience->max_years)) return {};
    if (experience->max_years)
        return fmt::format("{}-{} 年", experience->min_years, *experience->max_years);
    return fmt::format("{} 年以上", experience->min_years);
}
}  // namespace

OccupationChoice choose_occupation(std::string_view title, const Lookup& lookup,
                                   const ReadingRules& rules) {
    OccupationChoice choice;
    choice.guesses = lookup.suggest_occupations(title, rules.suggestions_max);
    if (choice.guesses.empty()) return choice;
    const auto& best = choice.guesses.front();
    const int second = choice.guesses.size() > 1 ? choice.guesses[1].confidence_per_mille : 0;
    const bool named = best.confidence_per_mille >= 1000 && second < 1000;
    if (named || (best.confidence_per_mille >= rules.sure_per_mille &&
                  best.confidence_per_mille - second >= rules.sure_lead_per_mille))
        choice.sure = best;
    return choice;
}

void note_occupation(std::string_view job, const OccupationGuess& taken, std::vector<Text>& notes) {
    if (taken.name == job) return;
    const int percent = taken.confidence_per_mille / 10;
    notes.push_back({fmt::format("“{}”按职业“{}”（{}）理解，把握 {}%。", job, taken.name,
                                 taken.code.text, percent),
                     fmt::format("\"{}\" was read as the occupation {} ({}), {}% sure.", job,
                                 taken.name, taken.code.text, percent)});
}

PlaceCode read_place(Cells& cells, const Lookup& lookup, std::vector<Text>& notes) {
    const std::string text = cells.required_text(Field::place, 100);
    if (text.empty()) return {};
    auto answer = lookup.resolve_place(text);
    if (answer.code) {
        if (answer.doubtful)
            notes.push_back({fmt::format("地点“{}”按“{}”理解。", text, answer.name),
                             fmt::format("The place \"{}\" was read as \"{}\".", text, answer.name)});
        return *answer.code;
    }
    cells.add(Field::place, fault(answer.ambiguous ? place_ambiguous : place_unknown, text,
                                  std::move(answer.nearest)));
    return {};
}

std::optional<std::string> read_education(Cells& cells, const Lookup& lookup) {
    const auto level =
        cells.value(Field::education, parse_education(cells.text(Field::education)));
    return level ? lookup.education_code(*level) : std::nullopt;
}

std::string joined_cells(const TableRow& row) {
    std::string out;
    for (const auto& cell : row.cells) {
        out += half_width(cell);
        out += '\x1F';
    }
    out.erase(out.find_last_not_of('\x1F') + 1);
    return out;
}

ReadRow read_demand_row(const HeaderMapping& mapping, const TableRow& row, const Lookup& lookup,
                        const ReadingRules& rules) {
    Cells cells(mapping, row);
    DemandRow demand;
    read_employer(cells, lookup, demand);
    demand.title = cells.required_text(Field::title, title_max);
    const auto headcount = cells.value(
        Field::headcount, parse_number(cells.text(Field::headcount), headcount_range));
    if (mapping.find(Field::headcount) != nullptr && !headcount && cells.text(Field::headcount).empty())
        cells.add(Field::headcount, fault(cell_missing, ""));
    demand.headcount = headcount.value_or(1);
    ReadRow read;
    demand.place = read_place(cells, lookup, read.notes);
    demand.address = cells.optional_text(Field::address, address_max);
    demand.description = cells.text(Field::description, true);
    add_line(demand.description, "福利：", cells.text(Field::benefits, true));
    add_line(demand.description, "经验要求：",
             experience_line(cells.value(Field::experience,
                                         parse_experience(cells.text(Field::experience)))));
    read_pay(cells, demand, read.notes);
    demand.education = read_education(cells, lookup);
    demand.skills = read_words(cells, Field::skills, skills_max, "其他技能：", demand.description,
                               [&](const std::string& word) {
                                   return std::optional(lookup.skill_name(word));
                               });
    demand.certificates = read_words(
        cells, Field::certificates, certificates_max, "其他证书：", demand.description,
        [&](const std::string& word) { return lookup.certificate_code(word); });
    read_period(cells, demand, rules.today);
    demand.shift = cells.value(Field::shift, parse_word(cells.text(Field::shift), shift_words()));
    demand.hours_per_day_tenths = cells.value(
        Field::hours_per_day, parse_hours_tenths(cells.text(Field::hours_per_day)));
    demand.kind =
        cells.value(Field::kind, parse_word(cells.text(Field::kind), order_kind_words()));
    demand.service_fee_fen =
        cells.value(Field::service_fee, parse_money(cells.text(Field::service_fee)));
    demand.source = cells.optional_text(Field::source, source_max);
    if (code_points(demand.description).value_or(description_max + 1) > description_max)
        cells.add(Field::description, fault(text_too_long, demand.description,
                                            {fmt::format("≤ {}", description_max)}));
    const auto choice = read_occupation(cells, lookup, rules, demand.title);
    if (choice.sure) {
        demand.occupation = choice.sure->code;
        demand.occupation_confidence_per_mille = choice.sure->confidence_per_mille;
        const std::string written = cells.text(Field::occupation);
        const bool is_code = written == choice.sure->code.text;
        if (!is_code)
            note_occupation(written.empty() ? demand.title : written, *choice.sure, read.notes);
    }
    read.row = row.number;
    read.faults = std::move(cells.faults());
    if (!choice.sure) read.suggestions = choice.guesses;
    read.outcome = !read.faults.empty() ? Outcome::refused
                   : choice.sure        ? Outcome::ready
                                        : Outcome::review;
    read.demand = std::move(demand);
    return read;
}

PostFacts post_facts(const ReadRow& read, const TableRow& row) {
    PostFacts facts;
    facts.row = read.row;
    facts.cells = joined_cells(row);
    if (!read.demand) return facts;
    const auto& demand = *read.demand;
    facts.employer = demand.employer_id ? demand.employer_id->text() : demand.employer;
    facts.title = demand.title;
    facts.place = demand.place.text;
    const auto date = [](const std::optional<Date>& on) { return on ? date_text(*on) : ""; };
    facts.terms = date(demand.starts_on) + "|" + date(demand.ends_on) + "|" +
                  demand.shift.value_or("") + "|" + demand.kind.value_or("");
    facts.pay = fmt::format("{}-{}", demand.pay_min_fen.value_or(Fen{-1}).value,
                            demand.pay_max_fen.value_or(Fen{-1}).value);
    facts.text = demand.description;
    for (const auto& skill : demand.skills) facts.text += " " + skill;
    return facts;
}

}  // namespace jianghui::imports
