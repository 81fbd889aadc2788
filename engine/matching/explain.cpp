#include "engine/matching/explain.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace jianghui::matching {
namespace {

struct Words {
    std::string_view code, zh, en;
};
struct FilterWords : Words {
    std::string_view reason_zh, reason_en;
};

constexpr std::array<FilterWords, filter_count> filters{{
    {{"occupation", "职业", "occupation"}, "职业不够接近", "The occupation is not close enough"},
    {{"kind", "用工形式", "kind of work"},
     "不接受这种用工形式",
     "Does not accept this kind of work"},
    {{"reach", "可到达范围", "reach"}, "地点超出可到达范围", "The place is out of reach"},
    {{"availability", "时间", "availability"},
     "用工期间没有空档",
     "Not available for the whole period"},
    {{"education", "学历", "education"},
     "学历未达要求或未填写",
     "Education is below or not stated"},
    {{"skills", "必备技能", "required skills"}, "缺少必备技能", "A required skill is missing"},
    {{"certificates", "证书", "certificates"},
     "证书缺少或在用工期内到期",
     "A certificate is missing or ends during the period"},
    {{"pay", "薪酬", "pay"}, "期望薪酬高于所给", "Asks for more than is offered"},
    {{"age", "法定年龄", "legal age"},
     "开工日未达法定年龄",
     "Below the legal age on the first day"},
    {{"exclusion", "排除", "exclusion"}, "一方已排除另一方", "One side excluded the other"},
}};

constexpr std::array<Words, part_count> parts{{
    {"occupation", "职业", "Occupation"},
    {"skills", "技能", "Skills"},
    {"experience", "经验", "Experience"},
    {"distance", "距离", "Distance"},
    {"pay", "薪酬", "Pay"},
    {"reliability", "履约", "Reliability"},
    {"freshness", "活跃", "Freshness"},
}};

const FilterWords& words(Filter filter) {
    return filters.at(static_cast<std::size_t>(filter));
}
const Words& words(ScorePart part) {
    return parts.at(static_cast<std::size_t>(part));
}

/// Pieces of text and whole numbers behind each other, in place of what `text` says. A page of fifty results says seven
/// hundred sentences: a format would be read again for each, and memory asked for.
template <class... Pieces>
void compose(std::string& text, const Pieces&... pieces) {
    text.clear();
    const auto append = [&](const auto& piece) {
        if constexpr (std::is_arithmetic_v<std::remove_cvref_t<decltype(piece)>>) {
            std::array<char, 24> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), piece).ptr;
            text.append(digits.data(), end);
        } else {
            text += std::string_view(piece);
        }
    };
    (append(pieces), ...);
}
void set(Text& text, std::string_view zh, std::string_view en) {
    text.zh = zh;
    text.en = en;
}

void say(const OccupationFacts& facts, const Names& /*names*/, Text& text) {
    if (facts.levels_asked == 0)
        return set(text, "订单未填职业，按一半计", "The order names no occupation: half of the points");
    if (facts.levels_common >= facts.levels_asked && facts.levels_common < 4)
        return set(text, "职业在所求范围内", "Within the occupations asked for");
    switch (facts.levels_common) {
        case 4:
            return set(text, "职业相同", "The same occupation");
        case 3:
            return set(text, "职业相近（同一小类）", "A close occupation (same small class)");
        case 2:
            return set(text, "职业有关（同一中类）", "A related occupation (same middle class)");
        case 1:
            return set(text, "职业较远（同一大类）", "A distant occupation (same major class)");
        default:
            return set(text, "职业不同或未填写", "Another occupation, or none stated");
    }
}

/// What makes "day" "days".
std::string_view plural(std::int64_t number) {
    return number == 1 ? "" : "s";
}
/// "1 day", "3 days".
std::string count_of(std::int64_t number, std::string_view noun) {
    std::string text;
    compose(text, number, " ", noun, plural(number));
    return text;
}

/// Names of skills behind the words that begin the list; nothing when there are none.
void append_list(Text& text, std::string_view zh, std::string_view en, const std::vector<SkillId>& skills,
                 const Names& names) {
    for (const SkillId skill : skills) {
        const std::string_view name = names.text(skill);
        text.zh += zh;
        text.zh += name;
        text.en += en;
        text.en += name;
        zh = "、";
        en = ", ";
    }
}

void say(const SkillsFacts& facts, const Names& names, Text& text) {
    const auto have = facts.held.size() + facts.below.size();
    const auto asked = have + facts.missing.size();
    if (asked == 0)
        return set(text, "订单未列技能，按一半计", "The order lists no skills: half of the points");
    compose(text.zh, "具备 ", asked, " 项技能中的 ", have, " 项");
    compose(text.en, "Has ", have, " of ", asked, " skills");
    append_list(text, "，等级不足或未填：", "; level below or not stated: ", facts.below, names);
    append_list(text, "，缺少：", "; missing: ", facts.missing, names);
}

void say(const ExperienceFacts& facts, const Names& /*names*/, Text& text) {
    if (facts.months == 0) return set(text, "未填写工作经验", "No experience stated");
    if (!facts.related)
        return set(text, "职业不相关，经验不计", "Experience in an unrelated occupation");
    const int years = facts.months / 12;
    const int months = facts.months % 12;
    if (years == 0) {
        compose(text.zh, "相关经验 ", months, " 个月");
        compose(text.en, months, " month", plural(months), " of related experience");
    } else if (months == 0) {
        compose(text.zh, "相关经验 ", years, " 年");
        compose(text.en, years, " year", plural(years), " of related experience");
    } else {
        compose(text.zh, "相关经验 ", years, " 年 ", months, " 个月");
        compose(text.en, years, " year", plural(years), " ", months, " month", plural(months),
                " of related experience");
    }
}

void say(const DistanceFacts& facts, const Names& /*names*/, Text& text) {
    if (facts.metres < 1000) return set(text, "距离不足 1 公里", "Less than 1 km away");
    const auto kilometres = (facts.metres + 500) / 1000;
    compose(text.zh, "距离 ", kilometres, " 公里");
    compose(text.en, kilometres, " km away");
}

/// Whole yuan, as people speak of a month's pay: "4,007". Requires an amount that is not negative.
std::string yuan(std::int64_t fen) {
    std::array<char, 32> digits{};
    char* const end = digits.data() + digits.size();
    char* at = end;
    int written = 0;
    for (std::int64_t left = fen / 100; left > 0 || written == 0; left /= 10) {
        if (written > 0 && written % 3 == 0) *--at = ',';
        *--at = static_cast<char>('0' + left % 10);
        ++written;
    }
    return {at, end};
}

void say(const PayFacts& facts, const Names& /*names*/, Text& text) {
    if (!facts.comparable)
        return set(text, "计件薪酬无法比较，按一半计", "Piece rates cannot be compared: half of the points");
    if (!facts.asked_fen) return set(text, "未填期望薪酬，按一半计", "No pay asked: half of the points");
    const auto least = facts.min_fen ? facts.min_fen : facts.max_fen;
    const std::string asked = yuan(*facts.asked_fen);
    if (least && *facts.asked_fen <= *least) {
        compose(text.zh, "期望每月 ", asked, " 元，不高于所给最低");
        compose(text.en, "Asks ", asked, " yuan a month, no more than the least offered");
        return;
    }
    if (!facts.max_fen) return set(text, "薪酬面议，按一半计", "Pay to be agreed: half of the points");
    const std::string most = yuan(*facts.max_fen);
    if (*facts.asked_fen <= *facts.max_fen) {
        const std::string from = yuan(*least);
        compose(text.zh, "期望每月 ", asked, " 元，所给 ", from, "–", most, " 元");
        compose(text.en, "Asks ", asked, " yuan a month; ", from, "–", most, " offered");
        return;
    }
    compose(text.zh, "期望每月 ", asked, " 元，高于所给 ", most, " 元");
    compose(text.en, "Asks ", asked, " yuan a month, above the ", most, " offered");
}

void say(const ReliabilityFacts& facts, const Names& /*names*/, Text& text) {
    if (!facts.per_mille)
        return set(text, "暂无履约记录，按一半计", "No record yet: half of the points");
    compose(text.zh, "履约可靠度 ", *facts.per_mille, "/1000");
    compose(text.en, "Reliability ", *facts.per_mille, "/1000");
}

void say(const FreshnessFacts& facts, const Names& /*names*/, Text& text) {
    if (!facts.days) return set(text, "从未确认意向", "Never confirmed");
    if (*facts.days == 0) return set(text, "今天确认过意向", "Confirmed today");
    compose(text.zh, *facts.days, " 天前确认过意向");
    compose(text.en, "Confirmed ", *facts.days, " day", plural(*facts.days), " ago");
}

}  // namespace

std::string_view code(Filter filter) {
    return words(filter).code;
}
std::string_view code(ScorePart part) {
    return words(part).code;
}

Text title(Filter filter) {
    return {std::string(words(filter).zh), std::string(words(filter).en)};
}
Text title(ScorePart part) {
    return {std::string(words(part).zh), std::string(words(part).en)};
}

Text reason(Filter filter) {
    return {std::string(words(filter).reason_zh), std::string(words(filter).reason_en)};
}

void say_reason(const Part& part, const Names& names, Text& text) {
    std::visit([&](const auto& facts) { say(facts, names, text); }, part.facts);
}
Text reason(const Part& part, const Names& names) {
    Text text;
    say_reason(part, names, text);
    return text;
}

namespace {

/// What is counted, with its counting word: "12 个候选", "12 张订单".
struct Counted {
    const char* zh;
    const char* en;
    const char* none;       ///< "nobody is left"
    const char* none_fits;  ///< "of the candidates nobody"
    [[nodiscard]] std::string many_zh(std::int64_t number) const { return fmt::format("{} {}", number, zh); }
};
Counted counted_of(Sought sought) {
    return sought == Sought::workers ? Counted{"个候选", "candidate", "已无人可选", "候选中没有人"}
                                     : Counted{"张订单", "order", "已没有订单可选", "订单中没有一张"};
}

}  // namespace

Text advice(const Ranking& ranking, Sought sought) {
    if (!ranking.relaxation) return {};
    const auto what = counted_of(sought);
    const Text filter = title(ranking.relaxation->filter);
    const auto passing = ranking.relaxation->passing;
    if (ranking.counted == ranking.considered)
        return {fmt::format("若放宽{}，可有 {}", filter.zh, what.many_zh(passing)),
                fmt::format("Without the {} filter, {} would remain", filter.en, count_of(passing, what.en))};
    if (passing == ranking.passing)
        return {fmt::format("若放宽{}，所核对的{}因此符合", filter.zh, what.none_fits),
                fmt::format("Without the {} filter none of those looked at would remain either",
                            filter.en)};
    return {fmt::format("若放宽{}，约可有 {}", filter.zh, what.many_zh(passing)),
            fmt::format("Without the {} filter, about {} would remain", filter.en, count_of(passing, what.en))};
}

Text what_counts(const Ranking& ranking, Sought sought) {
    if (!ranking.accounted || ranking.considered == 0) return {};
    const auto what = counted_of(sought);
    const std::string zh = sought == Sought::workers ? "每个候选只计入第一个不符合的条件；"
                                                     : "每张订单只计入第一个不符合的条件；";
    const std::string en = fmt::format("Each {} counts with the first filter that removes it; ", what.en);
    if (ranking.counted == ranking.considered)
        return {zh + fmt::format("共 {}，逐一核对", what.many_zh(ranking.considered)),
                en + fmt::format("{}, each looked at", count_of(ranking.considered, what.en))};
    return {zh + fmt::format("共 {}，数目由其中均匀抽取的 {} 推算", what.many_zh(ranking.considered),
                             what.many_zh(ranking.counted)),
            en + fmt::format("of {} the counts are estimated from {} spread evenly among them",
                             count_of(ranking.considered, what.en), ranking.counted)};
}

Text why_empty(const Ranking& ranking, Sought sought) {
    if (!ranking.accounted || ranking.passing > 0) return {};
    const auto what = counted_of(sought);
    if (!ranking.last_filter)
        return sought == Sought::workers
                   ? Text{"库中还没有候选", "There are no candidates in the pool yet"}
                   : Text{"市场上还没有正在抢单的订单", "No orders are open in the market yet"};
    const Text filter = title(*ranking.last_filter);
    return {fmt::format("共 {}，筛选到{}时{}", what.many_zh(ranking.considered), filter.zh, what.none),
            fmt::format("None of {} was left after the {} filter",
                        count_of(ranking.considered, what.en), filter.en)};
}

}  // namespace jianghui::matching
