#include "features/allocation/stable_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "features/allocation/errors.hpp"
#include "features/allocation/json_fault.hpp"

namespace jianghui::allocation {
namespace {

namespace json = codec::json;
using Numbers = std::map<std::string, std::int32_t, std::less<>>;

tl::unexpected<Error> stable_fault(const std::string& path, const Text& what) {
    return refuse(error(stable_file_malformed, {"文件有误（" + path + "）：" + what.zh,
                                                "The file has a fault at " + path + ": " + what.en})
                      .at(path));
}

/// A name as a token of a JSON pointer.
std::string token(std::string_view name) {
    std::string out = "/";
    for (const char letter : name) {
        if (letter == '~')
            out += "~0";
        else if (letter == '/')
            out += "~1";
        else
            out += letter;
    }
    return out;
}

/// The names of an object's members, sorted, and their numbers.
Numbers number_names(const json::object& side, std::vector<std::string>& names) {
    Numbers numbers;
    for (const auto& member : side) names.emplace_back(member.key());
    std::sort(names.begin(), names.end());
    for (std::size_t i = 0; i < names.size(); ++i)
        numbers.emplace(names[i], static_cast<std::int32_t>(i));
    return numbers;
}

Result<std::vector<std::int32_t>> read_list(const json::value* list, const std::string& path,
                                            const Numbers& others) {
    if (list == nullptr || !list->is_array())
        return stable_fault(path, {"须为列表。", "Must be a list."});
    std::vector<std::int32_t> prefers;
    std::vector<bool> seen(others.size());
    for (const auto& item : list->get_array()) {
        const auto at = fmt::format("{}/{}", path, prefers.size());
        if (!item.is_string()) return stable_fault(at, {"须为文字。", "Must be a text."});
        const std::string_view name = item.get_string();
        const auto found = others.find(name);
        if (found == others.end())
            return stable_fault(at, {"另一方没有这个编号：" + std::string(name),
                                     "The other side has no such name: " + std::string(name)});
        if (seen[static_cast<std::size_t>(found->second)])
            return stable_fault(at, {"重复：" + std::string(name), "Twice: " + std::string(name)});
        seen[static_cast<std::size_t>(found->second)] = true;
        prefers.push_back(found->second);
    }
    return prefers;
}

Result<std::int32_t> read_capacity(const json::object& hospital, const std::string& path) {
    const auto* capacity = hospital.if_contains("capacity");
    constexpr std::int64_t most = 1'000'000'000;
    std::int64_t number = -1;
    if (capacity != nullptr && capacity->is_int64()) number = capacity->get_int64();
    if (capacity != nullptr && capacity->is_uint64())
        number = capacity->get_uint64() <= most ? static_cast<std::int64_t>(capacity->get_uint64()) : -1;
    if (number < 0 || number > most)
        return stable_fault(path + "/capacity", {"须为不小于 0 的整数。",
                                                 "Must be a whole number of at least 0."});
    return static_cast<std::int32_t>(number);
}

Result<const json::object*> side_of(const json::value& document, const char* name) {
    const auto* object = document.if_object();
    const auto* side = object == nullptr ? nullptr : object->if_contains(name);
    if (side == nullptr || !side->is_object())
        return stable_fault(std::string("/") + name, {"须为对象。", "Must be an object."});
    return &side->get_object();
}

Result<Done> read_hospital(const json::value& value, const std::string& path,
                           const Numbers& residents, matching::StableProblem& problem) {
    const auto* hospital = value.if_object();
    if (hospital == nullptr)
        return stable_fault(path, {"须为对象。", "Must be an object."});
    TRY(const auto capacity, read_capacity(*hospital, path));
    TRY(auto prefers, read_list(hospital->if_contains("prefs"), path + "/prefs", residents));
    problem.hospitals.push_back({capacity, std::move(prefers)});
    return Done{};
}

/// The place, from 1, that a resident gives to a hospital.
std::int64_t rank_of(const matching::StableProblem::Side& resident, std::int32_t hospital) {
    const auto& list = resident.prefers;
    return std::find(list.begin(), list.end(), hospital) - list.begin() + 1;
}

struct Sums {
    std::string json;
    std::int64_t ranks = 0;
};

Sums write_matching(const NamedStableProblem& named, const std::vector<matching::StablePair>& pairs) {
    Sums sums{"{"};
    for (const auto& [resident, hospital] : pairs) {
        if (sums.json.size() > 1) sums.json += ',';
        codec::write_string(sums.json, named.residents[static_cast<std::size_t>(resident)]);
        sums.json += ':';
        codec::write_string(sums.json, named.hospitals[static_cast<std::size_t>(hospital)]);
        sums.ranks +=
            rank_of(named.problem.residents[static_cast<std::size_t>(resident)], hospital);
    }
    sums.json += '}';
    return sums;
}

}  // namespace

Result<NamedStableProblem> read_stable_problem(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (const auto fault = find_json_fault(text))
        return refuse(error(stable_file_malformed, {fmt::format("文件第 {} 行第 {} 列有误：{}", fault->line, fault->column, fault->what.zh),
                                                    fmt::format("The file has a fault in line {}, column {}: {}", fault->line,
                                                                fault->column, fault->what.en)})
                          .at(fmt::format("/{}/{}", fault->line, fault->column)));
    const auto parsed = codec::parse(text);
    if (!parsed) return stable_fault("/", {"不是合法的 JSON。", "Not valid JSON."});
    const auto& document = *parsed;
    TRY(const auto* residents, side_of(document, "residents"));
    TRY(const auto* hospitals, side_of(document, "hospitals"));
    NamedStableProblem named;
    const auto resident_numbers = number_names(*residents, named.residents);
    const auto hospital_numbers = number_names(*hospitals, named.hospitals);
    for (const auto& name : named.residents) {
        TRY(auto prefers,
            read_list(residents->if_contains(name), "/residents" + token(name), hospital_numbers));
        named.problem.residents.push_back({1, std::move(prefers)});
    }
    for (const auto& name : named.hospitals)
        TRY_DO(read_hospital(hospitals->at(name), "/hospitals" + token(name), resident_numbers,
                             named.problem));
    return named;
}

app::Printed print_stable(const NamedStableProblem& named) {
    const auto first = matching::resident_optimal(named.problem);
    const auto last = matching::hospital_optimal(named.problem);
    ASSERT(matching::blocking_pairs(named.problem, first).empty());
    ASSERT(matching::blocking_pairs(named.problem, last).empty());
    std::int64_t posts = 0;
    for (const auto& hospital : named.problem.hospitals) posts += hospital.most;
    const auto matched = static_cast<std::int64_t>(first.size());
    const auto unmatched = static_cast<std::int64_t>(named.residents.size()) - matched;
    const auto for_residents = write_matching(named, first);
    const auto for_hospitals = write_matching(named, last);
    const auto json = fmt::format(
        R"({{"resident_optimal":{},"hospital_optimal":{},"matched":{},"unmatched":{},)"
        R"("free_posts":{},"resident_rank_sum_resident_optimal":{},)"
        R"("resident_rank_sum_hospital_optimal":{}}})",
        for_residents.json, for_hospitals.json, matched, unmatched, posts - matched,
        for_residents.ranks, for_hospitals.ranks);
    std::string words;
    for (std::size_t i = 0; i < first.size(); ++i)
        words += fmt::format("{}  {}\n",
                             named.residents[static_cast<std::size_t>(first[i].resident)],
                             named.hospitals[static_cast<std::size_t>(first[i].hospital)]);
    words += fmt::format(
        "安排 matched {}; 未安排 unmatched {}; 空位 free {}; 求职者名次和 rank sum {} (单位最优 "
        "hospital-optimal {})",
        matched, unmatched, posts - matched, for_residents.ranks, for_hospitals.ranks);
    return {words, json};
}

}  // namespace jianghui::allocation
