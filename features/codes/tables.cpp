#include "features/codes/tables.hpp"

#include <charconv>
#include <fstream>

#include <fmt/format.h>

namespace jianghui::codes {
namespace {

using Row = std::vector<std::string>;

/// The fields of one line; nothing when a quote is left open.
std::optional<Row> split(std::string_view line) {
    Row row(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
            row.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            row.emplace_back();
        } else if (c != '\r') {
            row.back() += c;
        }
    }
    if (quoted) return std::nullopt;
    return row;
}

Error malformed(std::string_view file, int line) {
    return error(data_malformed,
                 {fmt::format("{} 第 {} 行有误。", file, line),
                  fmt::format("{} line {} is malformed.", file, line)})
        .at(fmt::format("{}:{}", file, line));
}

/// Calls `each(row)` for every data row; it answers whether it could read the row.
template <class F>
Result<Done> read_rows(const std::string& folder, std::string_view file, std::size_t columns,
                       F&& each) {
    std::ifstream stream(folder + "/" + std::string(file));
    if (!stream) return refuse(malformed(file, 0));
    std::string line;
    std::getline(stream, line);  // The header names the columns for people.
    for (int number = 2; std::getline(stream, line); ++number) {
        const auto row = split(line);
        if (!row || row->size() != columns || !each(*row)) return refuse(malformed(file, number));
    }
    return Done{};
}

bool read_number(std::string_view text, std::int64_t& to) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), to);
    return fault == std::errc() && end == text.data() + text.size();
}

bool read_degrees(std::string_view text, double& to) {
    if (text.empty()) return true;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), to);
    return fault == std::errc() && end == text.data() + text.size();
}

Result<Done> read_entries(const std::string& folder, std::string_view file,
                          std::vector<Entry>& to) {
    return read_rows(folder, file, 3, [&](const Row& row) {
        to.push_back({row[0], row[1], row[2]});
        return !row[0].empty() && !row[1].empty();
    });
}

template <class Rows, class Key>
bool number_rows(const Rows& rows, std::unordered_map<std::string, std::size_t>& at, Key key) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!at.emplace(key(rows[i]), i).second) return false;
    return true;
}

std::vector<std::string> nearest_codes(std::string_view typed, const std::vector<Entry>& entries) {
    std::vector<std::string> codes;
    codes.reserve(entries.size());
    for (const auto& entry : entries) codes.push_back(entry.code);
    return nearest(typed, codes);
}

}  // namespace

Result<Tables> Tables::load(const std::string& folder) {
    Tables tables;
    TRY_DO(read_rows(folder, "places.csv", 6, [&](const Row& row) {
        Place place{{row[0]}, row[1], row[2], {row[3]}, 0, 0};
        const bool good = has_form(place.code) && !place.name.empty() &&
                          read_degrees(row[4], place.lon) && read_degrees(row[5], place.lat);
        tables.places_.push_back(std::move(place));
        return good;
    }));
    TRY_DO(read_entries(folder, "occupations.csv", tables.occupations_));
    TRY_DO(read_entries(folder, "industries.csv", tables.industries_));
    TRY_DO(read_rows(folder, "code_tables.csv", 6, [&](const Row& row) {
        tables.items_[row[0]].push_back({row[1], row[2], row[3], row[4], row[5]});
        return !row[0].empty() && !row[1].empty();
    }));
    TRY_DO(read_rows(folder, "parameters.csv", 7, [&](const Row& row) {
        Parameter parameter;
        parameter.code = row[0];
        const auto from = parse_date(row[3]);
        const auto to = row[4].empty() ? std::optional<Date>() : parse_date(row[4]);
        if (!from || (!row[4].empty() && !to) || !read_number(row[1], parameter.value))
            return false;
        parameter.effective_from = *from;
        parameter.effective_to = to;
        tables.parameters_.push_back(std::move(parameter));
        return true;
    }));
    TRY_DO(tables.index());
    return tables;
}

Result<Done> Tables::index() {
    const auto own_code = [](const Entry& entry) { return entry.code; };
    if (!number_rows(places_, place_at_, [](const Place& place) { return place.code.text; }))
        return refuse(malformed("places.csv", 0));
    if (!number_rows(occupations_, occupation_at_, own_code))
        return refuse(malformed("occupations.csv", 0));
    if (!number_rows(industries_, industry_at_, own_code))
        return refuse(malformed("industries.csv", 0));
    for (const auto& place : places_)
        if (place.parent && place_at_.count(place.parent.text) == 0)
            return refuse(malformed("places.csv", 0));
    return Done{};
}

const Place* Tables::find_place(const PlaceCode& code) const {
    const auto found = place_at_.find(code.text);
    return found == place_at_.end() ? nullptr : &places_[found->second];
}

const Entry* Tables::find_occupation(const OccupationCode& code) const {
    const auto found = occupation_at_.find(code.text);
    return found == occupation_at_.end() ? nullptr : &occupations_[found->second];
}

const Entry* Tables::find_industry(const IndustryCode& code) const {
    const auto found = industry_at_.find(code.text);
    return found == industry_at_.end() ? nullptr : &industries_[found->second];
}

const CodeItem* Tables::find_item(std::string_view table, std::string_view code) const {
    const auto found = items_.find(table);
    if (found == items_.end()) return nullptr;
    for (const auto& item : found->second)
        if (item.code == code) return &item;
    return nullptr;
}

std::string Tables::title(std::string_view table, std::string_view code) const {
    const auto* item = find_item(table, code);
    return item == nullptr ? std::string(code) : item->zh;
}

std::vector<std::string> Tables::nearest_places(std::string_view typed) const {
    std::vector<std::string> found;
    std::vector<std::string> codes;
    for (const auto& place : places_) {
        if (place.name.rfind(typed, 0) == 0 && !typed.empty()) found.push_back(place.code.text);
        codes.push_back(place.code.text);
    }
    if (found.size() > 3) found.resize(3);
    // A code with its trailing zeros left out is the commonest slip: "5105" for 510500.
    if (found.empty() && typed.size() < 6) {
        std::string padded(typed);
        padded.resize(6, '0');
        if (find_place({padded}) != nullptr) found.push_back(padded);
    }
    return found.empty() ? nearest(typed, codes) : found;
}

std::vector<std::string> Tables::nearest_occupations(std::string_view typed) const {
    return nearest_codes(typed, occupations_);
}

std::vector<std::string> Tables::nearest_industries(std::string_view typed) const {
    return nearest_codes(typed, industries_);
}

std::int64_t Tables::parameter_or(std::string_view code, Date day, std::int64_t otherwise) const {
    const Parameter* newest = nullptr;
    for (const auto& parameter : parameters_) {
        if (parameter.code != code || parameter.effective_from > day ||
            (parameter.effective_to && *parameter.effective_to < day))
            continue;
        if (newest == nullptr || newest->effective_from < parameter.effective_from)
            newest = &parameter;
    }
    return newest == nullptr ? otherwise : newest->value;
}

}  // namespace jianghui::codes
