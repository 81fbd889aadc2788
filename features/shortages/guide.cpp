#include "features/shortages/guide.hpp"

#include <fmt/format.h>

#include "engine/print/print.hpp"

namespace jianghui::shortages {
namespace {

std::string hundredths(std::int64_t value) { return fmt::format("{}.{:02}", value / 100, value % 100); }

std::string grade_word(Grade grade) {
    switch (grade) {
        case Grade::severe: return "重度紧缺";
        case Grade::moderate: return "中度紧缺";
        case Grade::mild: return "轻度紧缺";
        case Grade::none: break;
    }
    return "不紧缺";
}

/// What follows from the cause.
std::string direction(Cause cause) {
    switch (cause) {
        case Cause::few_people: return "区域内人手都不足，宜扩大培养并从区域外引进。";
        case Cause::place: return "其他地区有富余，宜跨市组织输送。";
        case Cause::pay: return "薪酬低于其他地区，宜引导用人单位调整薪酬。";
        case Cause::skill: return "有人但技能不对口，宜组织转岗和技能培训。";
    }
    return {};
}

class Writer {
  public:
    explicit Writer(const CatalogueView& catalogue) {
        guide_.catalogue = catalogue.id;
        guide_.number = catalogue.number;
        guide_.period = catalogue.period;
        guide_.place_name = catalogue.place_name;
        guide_.position = catalogue.position;
        guide_.title = fmt::format("{}人才开发指引（{}）", catalogue.place_name,
                                   print::period_in_words(catalogue.period));
    }
    void section(const std::string& title) { guide_.sections.push_back({title, {}}); }
    void sentence() { guide_.sections.back().sentences.emplace_back(); }
    void words(const std::string& text) { parts().push_back({text, 0}); }
    void figure(const std::string& value, const std::string& what, const std::string& link) {
        const int number = static_cast<int>(guide_.figures.size()) + 1;
        guide_.figures.push_back({number, what, value, link});
        parts().push_back({value, number});
    }
    Guide guide() { return std::move(guide_); }
    [[nodiscard]] std::string here() const { return "/shortages/" + guide_.catalogue.text(); }
    [[nodiscard]] const std::string& period() const { return guide_.period; }
    [[nodiscard]] std::int64_t position() const { return guide_.position; }

  private:
    std::vector<GuidePart>& parts() { return guide_.sections.back().sentences.back().parts; }
    Guide guide_;
};

std::string records_link(const Writer& writer, const std::string& place,
                         const std::string& more) {
    return fmt::format("{}/records?period={}&place={}&position={}{}", writer.here(),
                       writer.period(), place, writer.position(), more);
}

void write_entry(Writer& writer, const EntryView& entry) {
    const std::string name = entry.place_name + entry.occupation_name;
    const std::string row = fmt::format("{}?line={}", writer.here(), entry.line);
    writer.sentence();
    writer.words(name + "：本季度需求");
    writer.figure(std::to_string(entry.demand), name + "需求人数",
                  records_link(writer, entry.place.text, "&occupation=" + entry.occupation.text));
    writer.words("人");
    if (entry.available) {
        writer.words("，可供");
        writer.figure(std::to_string(*entry.available), name + "可供人数", row);
        writer.words("人");
    }
    if (entry.ratio) {
        writer.words("，求人倍率");
        writer.figure(hundredths(*entry.ratio), name + "求人倍率", row);
    }
    if (entry.days) {
        writer.words("，岗位空缺中位数");
        writer.figure(std::to_string(*entry.days), name + "岗位空缺天数中位数", row);
        writer.words("天");
    }
    writer.words("。" + direction(entry.cause));
}

void write_industry(Writer& writer, const CatalogueView& catalogue, const IndustryDemand& each) {
    writer.sentence();
    writer.words(each.name + "：需求");
    const std::string industry = "&industry=" + each.code;
    writer.figure(std::to_string(each.demand), each.name + "需求人数",
                  each.cities.empty() ? records_link(writer, catalogue.place.text, industry)
                                      : writer.here());
    writer.words("人");
    for (const auto& city : each.cities) {
        writer.words((&city == each.cities.data() ? "（" : "、") + city.name);
        writer.figure(std::to_string(city.demand), city.name + each.name + "需求人数",
                      records_link(writer, city.place.text, industry));
    }
    writer.words(each.cities.empty() ? "，其中紧缺职业" : "），其中紧缺职业");
    writer.figure(std::to_string(each.short_demand), each.name + "中紧缺职业的需求人数",
                  writer.here());
    writer.words(each.short_demand * 2 >= each.demand ? "人，占一半以上，宜列为重点开发行业。"
                                                      : "人。");
}

void write_summary(Writer& writer, const std::vector<EntryView>& entries) {
    writer.section("概况");
    writer.sentence();
    writer.words("列入目录的职业共");
    writer.figure(std::to_string(entries.size()), "目录条目数", writer.here());
    writer.words("项");
    for (const Grade grade : {Grade::severe, Grade::moderate, Grade::mild}) {
        std::size_t count = 0;
        for (const auto& each : entries) count += each.grade == grade ? 1 : 0;
        writer.words("，" + grade_word(grade));
        writer.figure(std::to_string(count), grade_word(grade) + "条目数", writer.here());
        writer.words("项");
    }
    writer.words("。");
}

}  // namespace

Guide guide_of(const CatalogueView& catalogue, const std::vector<EntryView>& entries,
               const std::vector<IndustryDemand>& industries) {
    Writer writer(catalogue);
    write_summary(writer, entries);
    for (const Grade grade : {Grade::severe, Grade::moderate, Grade::mild}) {
        bool begun = false;
        for (const auto& entry : entries) {
            if (entry.grade != grade) continue;
            if (!begun) writer.section("职业方向：" + grade_word(grade));
            begun = true;
            write_entry(writer, entry);
        }
    }
    if (!industries.empty()) writer.section("行业方向");
    for (const auto& each : industries) write_industry(writer, catalogue, each);
    return writer.guide();
}

}  // namespace jianghui::shortages
