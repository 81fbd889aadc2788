#include "features/imports/supply_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace jianghui::imports {

namespace {
// The limits of a person's own fields (features/people/model.hpp).
constexpr std::size_t name_max = 50;
constexpr std::size_t word_max = 40;
constexpr std::size_t certificate_max = 60;
constexpr std::size_t skills_max = 30;
constexpr std::size_t certificates_max = 30;
constexpr std::size_t occupations_max = 8;
constexpr NumberRange reach_range{0, 3000};

std::string read_id_number(Cells& cells, Date today) {
    const std::string text = cells.text(Field::id_number);
    if (text.empty()) {
        cells.add(Field::id_number, fault(cell_missing, ""));
        return {};
    }
    const auto number = parse_identity_number(text, today);
    if (number) return number->text;
    RowFault found = fault(id_number_invalid, text);
    if (text.size() == 18 && text.ends_with("000")) {
        found.message = {"身份证号码被表格当成数字，末尾几位已丢失。请把该列设为文本格式后重新填写。",
                         "The spreadsheet kept the ID number as a number and lost its last digits. "
                         "Format the column as text and enter it again."};
    }
    cells.add(Field::id_number, std::move(found));
    return {};
}

std::string read_phone(Cells& cells) {
    std::string digits;
    for (const char c : cells.text(Field::phone))
        if (c != ' ' && c != '-') digits += c;
    if (digits.starts_with("+86")) digits.erase(0, 3);
    if (digits.empty() || is_mobile_number(digits)) return digits;
    cells.add(Field::phone, fault(phone_unreadable, digits));
    return {};
}

std::vector<std::string> read_list(Cells& cells, Field field, std::size_t count_max,
                                   std::size_t characters_max) {
    auto words = split_words(cells.text(field, true));
    const bool long_word = std::any_of(words.begin(), words.end(), [&](const auto& word) {
        return code_points(word).value_or(characters_max + 1) > characters_max;
    });
    if (words.size() > count_max || long_word)
        cells.add(field, fault(text_too_long, cells.text(field),
                               {fmt::format("≤ {} × {}", count_max, characters_max)}));
    return words;
}

/// Two spellings may mean one thing.
void drop_repeated(std::vector<std::string>& words) {
    std::vector<std::string> once;
    for (auto& word : words)
        if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(word);
    words = std::move(once);
}

/// A person's certificate counts at the gate of a post, so that an unknown one is not guessed.
std::vector<std::string> read_certificates(Cells& cells, const Lookup& lookup) {
    std::vector<std::string> codes;
    for (const auto& name :
         read_list(cells, Field::certificates, certificates_max, certificate_max)) {
        if (auto code = lookup.certificate_code(name)) codes.push_back(*std::move(code));
        else cells.add(Field::certificates,
                       fault(word_unknown, name, lookup.nearest_certificates(name)));
    }
    drop_repeated(codes);
    return codes;
}

void read_pay_asked(Cells& cells, SupplyRow& row, std::vector<Text>& notes) {
    const auto* column = cells.mapping().find(Field::pay_asked);
    const Salary salary = cells.value(
        Field::pay_asked, parse_salary(cells.text(Field::pay_asked),
                                       salary_hint(column == nullptr ? "" : column->header)));
    if (!salary.note.zh.empty()) notes.push_back(salary.note);
    // What a person asks for is the least she would take.
    const auto asked = salary.min ? salary.min : salary.max;
    if (!asked) return;
    row.pay_asked_fen = asked;
    row.pay_unit = salary.unit;
}

/// Every wanted job must name its occupation surely; otherwise all guesses are for review.
void read_occupations(Cells& cells, const Lookup& lookup, const ReadingRules& rules, SupplyRow& row,
                      ReadRow& read) {
    const auto words = split_words(cells.text(Field::occupations, true));
    if (words.size() > occupations_max)
        cells.add(Field::occupations, fault(text_too_long, cells.text(Field::occupations),
                                            {fmt::format("≤ {}", occupations_max)}));
    for (const auto& word : words) {
        OccupationChoice choice;
        choice.sure = lookup.find_occupation(word);
        if (!choice.sure) choice = choose_occupation(word, lookup, rules);
        if (!choice.sure) {
            row.unsure_occupations.push_back(word);
            read.suggestions.insert(read.suggestions.end(), choice.guesses.begin(), choice.guesses.end());
            continue;
        }
        const auto& code = choice.sure->code;
        if (word != code.text) note_occupation(word, *choice.sure, read.notes);
        if (std::find(row.occupations.begin(), row.occupations.end(), code) ==
            row.occupations.end())
            row.occupations.push_back(code);
    }
}
}  // namespace

ReadRow read_supply_row(const HeaderMapping& mapping, const TableRow& row, const Lookup& lookup,
                        const ReadingRules& rules) {
    Cells cells(mapping, row);
    SupplyRow supply;
    ReadRow read;
    supply.name = cells.required_text(Field::name, name_max);
    if (code_points(supply.name).value_or(0) == 1)
        cells.add(Field::name, fault(cell_missing, supply.name));
    supply.id_number = read_id_number(cells, rules.today);
    supply.phone = read_phone(cells);
    supply.place = read_place(cells, lookup, read.notes);
    supply.education = read_education(cells, lookup);
    supply.skills = read_list(cells, Field::skills, skills_max, word_max);
    for (auto& skill : supply.skills) skill = lookup.skill_name(skill);
    drop_repeated(supply.skills);
    supply.certificates = read_certificates(cells, lookup);
    const auto experience =
        cells.value(Field::experience, parse_experience(cells.text(Field::experience)));
    if (experience) supply.experience_years = experience->min_years;
    read_pay_asked(cells, supply, read.notes);
    supply.available_from_on =
        cells.value(Field::available_from_on,
                    parse_date_cell(cells.text(Field::available_from_on), rules.today));
    supply.reach_km =
        cells.value(Field::reach_km, parse_number(cells.text(Field::reach_km), reach_range));
    read_occupations(cells, lookup, rules, supply, read);
    read.row = row.number;
    read.faults = std::move(cells.faults());
    read.outcome = !read.faults.empty() ? Outcome::refused
                   : supply.unsure_occupations.empty() ? Outcome::ready
                                                       : Outcome::review;
    read.supply = std::move(supply);
    return read;
}

PersonFacts person_facts(const ReadRow& read, const TableRow& row) {
    PersonFacts facts;
    facts.row = read.row;
    facts.cells = joined_cells(row);
    if (!read.supply) return facts;
    facts.id_number = read.supply->id_number;
    facts.name = read.supply->name;
    facts.phone = read.supply->phone;
    return facts;
}

}  // namespace jianghui::imports
