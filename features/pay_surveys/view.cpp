#include "features/pay_surveys/view.hpp"

#include <algorithm>

#include "engine/access/access.hpp"
#include "features/organisations/api.hpp"
#include "features/pay_surveys/checks.hpp"
#include "features/pay_surveys/percentile.hpp"
#include "features/pay_surveys/queries.hpp"

namespace jianghui::pay_surveys {
namespace {

/// "四级、五级" of "skill_4+skill_5"; `all` for "".
template <class Name>
std::string joined(const std::string& codes, const std::string& all, const std::string& between,
                   Name&& name) {
    if (codes.empty()) return all;
    std::string text;
    for (std::size_t from = 0; from <= codes.size();) {
        const auto end = std::min(codes.find('+', from), codes.size());
        if (!text.empty()) text += between;
        text += name(codes.substr(from, end - from));
        from = end + 1;
    }
    return text;
}

std::string occupation_name(const codes::Tables& tables, const CellRow& cell) {
    if (cell.occupation.empty()) return "其他职业（合并）";
    const auto* found = tables.find_occupation({cell.occupation});
    const std::string name = found != nullptr ? found->name : cell.occupation;
    return cell.pooled != 0 ? name + "（其中填报较少的职业合并）" : name;
}

std::vector<SurveyAct> acts_of(const app::Caller& caller, const SurveyRow& survey) {
    if (!caller.acts_in(survey.place)) return {};
    switch (survey.status) {
        case SurveyStatus::frame:
            if (survey.listed == 0) return {SurveyAct::list};
            return {SurveyAct::list, SurveyAct::draw};
        case SurveyStatus::collecting: return {SurveyAct::name_expert, SurveyAct::compute};
        case SurveyStatus::computed:
            if (survey.computed_by == caller.account) return {SurveyAct::compute};
            return {SurveyAct::compute, SurveyAct::publish};
        case SurveyStatus::published: break;
    }
    return {};
}

/// Accepted answers. Once a guide is computed they are those in it.
std::int64_t answered(const store::Reader& reader, const SurveyRow& survey) {
    if (survey.status == SurveyStatus::frame) return 0;
    if (survey.status != SurveyStatus::collecting) return survey.counted;
    return reader
        .value<std::int64_t>(sql::count_accepted,
                             store::arguments("city", survey.city, "survey", survey.id))
        .value_or(0);
}

}  // namespace

std::vector<AnswerAct> acts_of(const codes::Tables& tables, const app::Caller& caller,
                               const AnswerRow& answer, const SurveyRow& survey,
                               const std::vector<ReviewRow>& reviews, bool expert) {
    if (survey.status != SurveyStatus::collecting) return {};
    std::vector<AnswerAct> acts;
    if (caller.organisation && caller.organisation == answer.company) {
        if (answer.status == AnswerStatus::open) acts = {AnswerAct::write, AnswerAct::submit};
        return acts;
    }
    if (!caller.is(app::Role::official)) return acts;
    if (answer.status != AnswerStatus::open) acts.push_back(AnswerAct::open);
    if (may_review(tables, caller, answer, survey, reviews, expert)) {
        acts.push_back(AnswerAct::approve);
        acts.push_back(AnswerAct::send_back);
    }
    return acts;
}

bool judges(const store::Reader& reader, const codes::Tables& tables, const app::Caller& caller,
            const AnswerRow& answer) {
    return waits_for_expert(tables, answer) && is_expert(reader, answer, caller.account);
}

bool takes_part(const app::Caller& caller, const SurveyRow& survey) {
    if (!caller.is(app::Role::official) || !caller.place) return false;
    return within(caller.place, survey.place) || within(survey.place, caller.place);
}

Result<SurveyRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                               SurveyId id) {
    auto survey = find(reader, id);
    if (!survey) return refuse(not_found);
    if (survey->status != SurveyStatus::published && !takes_part(caller, *survey))
        return refuse(not_found);
    return std::move(*survey);
}

Result<AnswerRow> find_visible(const store::Reader& reader, const app::Caller& caller,
                               AnswerId id) {
    auto answer = find(reader, id);
    if (!answer) return refuse(not_found);
    const bool own = caller.organisation && caller.organisation == answer->company;
    const auto expert = [&] {
        return answer->status != AnswerStatus::open && caller.is(app::Role::official) &&
               is_expert(reader, *answer, caller.account);
    };
    if (!own && !caller.acts_in(answer->place) && !expert()) return refuse(not_found);
    return std::move(*answer);
}

SurveyView view(const store::Reader& reader, const app::Services& services,
                const app::Caller& caller, const SurveyRow& survey) {
    const auto& tables = services.get<codes::Tables>();
    SurveyView shown;
    shown.id = survey.id;
    shown.place = survey.place;
    shown.place_name = tables.place_name(survey.place);
    shown.year = survey.year;
    shown.status = survey.status;
    shown.listed = survey.listed;
    shown.sampled = survey.sampled;
    shown.answered = answered(reader, survey);
    shown.counted = survey.counted;
    shown.persons = survey.persons;
    shown.drawn_at = survey.drawn_at;
    shown.computed_at = survey.computed_at;
    shown.published_at = survey.published_at;
    shown.acts = acts_of(caller, survey);
    if (caller.acts_in(survey.place) && survey.status == SurveyStatus::collecting)
        for (const auto id : experts_of(reader, survey))
            if (auto name = access::account_name(reader, id)) shown.experts.push_back(std::move(*name));
    return shown;
}

std::vector<FindingView> findings_in(const store::Reader& reader, const codes::Tables& tables,
                                     const AnswerRow& answer, const SurveyRow& survey,
                                     const std::optional<LabourCost>& cost) {
    auto findings = findings_of(rows_of(reader, answer), cost,
                                {answer.place, answer.size, survey.year}, tables);
    for (const auto& said : explanations_of(reader, answer))
        for (auto& finding : findings)
            if (finding.finding == said.finding) finding.explanation = said.words;
    return findings;
}

AnswerView view(const store::Reader& reader, const app::Services& services,
                const app::Caller& caller, const AnswerRow& answer) {
    const auto survey = find(reader, answer.survey);
    ASSERT(survey.has_value());
    AnswerView shown = brief_view(reader, services, caller, answer, *survey);
    // A draft is the company's own; who looked is told to her alone.
    const bool own = caller.organisation == answer.company;
    const auto cost = cost_of(reader, answer);
    shown.cost = cost.has_value();
    if (answer.rows > 0 && (own || answer.status != AnswerStatus::open))
        shown.findings =
            findings_in(reader, services.get<codes::Tables>(), answer, *survey, cost);
    if (own) shown.readings = readings_of(reader, answer);
    return shown;
}

AnswerView brief_view(const store::Reader& reader, const app::Services& services,
                      const app::Caller& caller, const AnswerRow& answer,
                      const SurveyRow& survey) {
    const auto& tables = services.get<codes::Tables>();
    const auto reviews = reviews_of(reader, answer);
    const auto company = organisations::find_reference(reader, answer.company);
    AnswerView shown;
    shown.id = answer.id;
    shown.survey = answer.survey;
    shown.year = survey.year;
    shown.place_name = tables.place_name(survey.place);
    shown.company = answer.company;
    if (company) shown.company_name = company->name;
    shown.place = answer.place;
    shown.size = answer.size;
    shown.status = answer.status;
    shown.layer = answer.layer;
    for (const auto& layer : layers(tables)) shown.layers.push_back({layer.zh, layer.en});
    shown.rows = answer.rows;
    shown.note = answer.note;
    for (const auto& one : reviews)
        shown.reviews.push_back({one.round, layer_name(tables, one.layer), one.agreed != 0,
                                 one.reason, one.at, one.as_expert != 0});
    shown.changed_at = answer.changed_at;
    shown.acts = acts_of(tables, caller, answer, survey, reviews, judges(reader, tables, caller, answer));
    return shown;
}

CostsView costs_view(const codes::Tables& tables, const std::vector<CostRow>& rows) {
    CostsView shown;
    for (const auto& row : rows) {
        shown.formula = row.formula;
        CostView& view = shown.items.emplace_back();
        view.industry = row.industry;
        view.industry_name = joined(row.industry, "全部行业", "、", [&](const std::string& code) {
            const auto* found = tables.find_industry({code});
            return found != nullptr ? found->name : code;
        });
        view.companies = row.companies;
        view.per_person = row.per_person;
        for (const auto& part : row.parts) {
            const auto name = [&](bool chinese) {
                return joined(part.parts, "", chinese ? "、" : ", ", [&](const std::string& code) {
                    const auto* item = tables.find_item("labour_cost_parts", code);
                    return item == nullptr ? code : chinese ? item->zh : item->en;
                });
            };
            view.parts.push_back({part.parts, {name(true), name(false)}, part.per_person,
                                  row.per_person > 0 ? rounded(Wide{part.per_person} * 1000, row.per_person) : 0});
        }
        view.of_revenue = row.of_revenue;
        view.of_costs = row.of_costs;
        view.of_value_added = row.of_value_added;
        view.profit = row.profit;
    }
    return shown;
}

CellView view(const codes::Tables& tables, const CellRow& cell) {
    CellView shown;
    shown.line = cell.line;
    shown.occupation = cell.occupation;
    shown.occupation_name = occupation_name(tables, cell);
    shown.pooled = cell.pooled != 0;
    shown.level = cell.level;
    const auto level = [&](bool zh) {
        return joined(cell.level, zh ? "全部等级" : "All levels", zh ? "、" : ", ",
                      [&](const std::string& code) {
                          const auto* item = tables.find_item("pay_levels", code);
                          return item == nullptr ? code : zh ? item->zh : item->en;
                      });
    };
    shown.level_name = {level(true), level(false)};
    shown.place = cell.place;
    shown.place_name = joined(cell.place, "全部地区", "、", [&](const std::string& code) {
        return tables.place_name({code});
    });
    shown.hidden = cell.hidden != 0;
    if (shown.hidden) return shown;
    shown.persons = cell.persons;
    shown.companies = cell.companies;
    shown.p10 = cell.p10;
    shown.p25 = cell.p25;
    shown.p50 = cell.p50;
    shown.p75 = cell.p75;
    shown.p90 = cell.p90;
    shown.mean = cell.mean;
    return shown;
}

MethodView method_of(const SurveyRow& survey) {
    MethodView method;
    method.sampling = {
        "按行业门类分层，在每层内按从业人数成比例、等距抽取企业；起点由公布的种子用 SM3 算出，同一名单和种子总是抽中同样的企业；种子＝SM3（密值‖名单校验‖抽样时的流水号），密值的承诺在建立调查时已记入流水。被抽中的企业填报全部从业人员。权数为入样概率的倒数，再按行业乘以抽中企业数与审核通过企业数之比。",
        "Strata are the industries' classes; within each, companies are drawn systematically with a probability proportional to staff, from a start that follows by SM3 from the published seed = SM3(secret ‖ digest of the list ‖ position in the journal); the journal has had the commitment to the secret since the survey was opened. Companies report all staff. Weights are 1 ÷ probability, times companies asked ÷ accepted of the industry."};
    method.percentiles = {
        "全年应发工资由低到高排列，第 k 个数位于 c_k＝Σ(w_j＋w_{j+1})÷2（j<k）；p 分位值在 p·c_n 处按相邻两数线性插值，四舍五入到分。权数相等时即 h＝1＋(n-1)p，k 为 h 的整数部分，v＝x_k＋(h-k)(x_{k+1}-x_k)。不满规定月数、低于最低工资的全日制人员和极端值不计入，件数见下。",
        "Yearly pay in ascending order, value k standing at c_k = Σ(w_j + w_{j+1}) ÷ 2 (j < k); percentile p is read at p · c_n on a straight line between neighbours, rounded to the fen. With equal weights: h = 1 + (n − 1)p. Rows of part of the year, of full-time staff below the minimum wage and outliers are left out; their numbers are below."};
    method.protection = {
        "企业数、人数不足或由一两家企业主导的单元格不公布：职业先并入小类、中类、大类，等级和地区再合并，其余隐去，并另隐去一些单元格，使任何人用公布的合计、人数和平均数都不能推算出隐去的数。只公布已公布单元格的合计。人工成本只公布人均数和比例，不公布总数和人数；企业少的行业合并，有行业不能公布的构成项合并。",
        "Cells with too few companies or persons, or dominated by one or two, are not published: occupations are pooled into their classes, levels and places are pooled, the rest is hidden, and other cells with it, so that nobody computes a hidden number from the totals, numbers and means. Totals are of published cells only. Of labour cost only averages and ratios are published, no sums or numbers of persons; industries with few companies stand together, and so do parts that may not be told of some industry."};
    method.commitment = survey.commitment;
    method.secret = survey.secret;
    method.position = survey.position;
    method.seed = survey.seed;
    method.frame_digest = survey.frame_digest;
    method.short_year = survey.short_year;
    method.outliers = survey.outliers;
    method.formula = survey.formula;
    method.parameters = survey.parameters;
    return method;
}

}  // namespace jianghui::pay_surveys
