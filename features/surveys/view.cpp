#include "features/surveys/view.hpp"

#include <map>

#include <fmt/format.h>

#include "engine/access/access.hpp"
#include "features/surveys/errors.hpp"
#include "features/surveys/sealed.hpp"

namespace jianghui::surveys {
namespace {

constexpr std::int64_t million = 1'000'000;

bool takes_part(const app::Caller& caller, const SurveyRow& survey) {
    if (!caller.is(app::Role::official) || !caller.place) return false;
    return within(caller.place, survey.place) || within(survey.place, caller.place);
}

std::vector<SurveyAct> acts_of(const app::Caller& caller, const SurveyRow& survey) {
    if (!caller.acts_in(survey.place)) return {};
    switch (survey.status) {
        case SurveyStatus::draft:
            if (survey.questions.empty() || survey.villages == 0)
                return {SurveyAct::write, SurveyAct::list};
            return {SurveyAct::write, SurveyAct::list, SurveyAct::start};
        case SurveyStatus::collecting: return {SurveyAct::name_collector, SurveyAct::compute};
        case SurveyStatus::computed:
            if (survey.computed_by == caller.account)
                return {SurveyAct::name_collector, SurveyAct::compute};
            return {SurveyAct::name_collector, SurveyAct::compute, SurveyAct::publish};
        case SurveyStatus::published: break;
    }
    return {};
}

void add(Response& response, HouseholdStatus status, std::int64_t households) {
    response.issued += households;
    switch (status) {
        case HouseholdStatus::waiting: response.waiting += households; break;
        case HouseholdStatus::completed: response.completed += households; break;
        case HouseholdStatus::refused: response.refused += households; break;
        case HouseholdStatus::not_reached: response.not_reached += households; break;
        case HouseholdStatus::not_eligible: response.not_eligible += households; break;
        case HouseholdStatus::conflict: response.conflict += households; break;
    }
    const auto eligible = response.issued - response.not_eligible;
    response.rate = eligible > 0 ? (response.completed * 1000 + eligible / 2) / eligible : 0;
}

std::string number_of(const HouseholdRow& household) {
    return fmt::format("{:03}-{:04}", household.village, household.ordinal);
}

std::string choice_title(const codes::Tables& tables, const Question& question,
                         const std::string& choice) {
    for (const auto& option : question.options)
        if (option.code.text == choice) return option.title.text;
    if (question.kind == QuestionKind::place) return tables.place_name({choice});
    if (const auto* found = tables.find_occupation({choice})) return found->name;
    return choice;
}

}  // namespace

Result<SurveyRow> find_visible(const store::Reader& reader, const app::Caller& caller, SurveyId id) {
    auto survey = find(reader, id);
    if (!survey) return refuse(not_found);
    if (survey->status != SurveyStatus::published && !takes_part(caller, *survey))
        return refuse(not_found);
    return std::move(*survey);
}

Result<SurveyRow> find_own(const store::Reader& reader, const app::Caller& caller, SurveyId id) {
    TRY(SurveyRow survey, find_visible(reader, caller, id));
    if (!caller.acts_in(survey.place)) return refuse(survey_elsewhere);
    return survey;
}

Result<InHand> find_own(const store::Reader& reader, const app::Caller& caller, HouseholdId id) {
    auto household = find(reader, id);
    if (!household || household->issued == 0) return refuse(not_found);
    auto survey = find(reader, household->survey);
    if (!survey || !caller.acts_in(survey->place)) return refuse(not_found);
    return InHand{std::move(*household), std::move(*survey)};
}

SurveyView view(const store::Reader& reader, const app::Services& services,
                const app::Caller& caller, const SurveyRow& survey) {
    SurveyView shown;
    shown.id = survey.id;
    shown.place = survey.place;
    shown.place_name = services.get<codes::Tables>().place_name(survey.place);
    shown.title = survey.title;
    shown.status = survey.status;
    shown.version = survey.version;
    shown.questions = static_cast<std::int64_t>(survey.questions.size());
    shown.villages = survey.villages;
    shown.households = survey.households;
    for (const auto& one : states_of(reader, survey)) add(shown.response, one.status, one.households);
    shown.commitment = survey.commitment;
    shown.made_at = survey.made_at;
    shown.started_at = survey.started_at;
    shown.computed_at = survey.computed_at;
    shown.published_at = survey.published_at;
    shown.acts = acts_of(caller, survey);
    return shown;
}

MethodView method_of(const store::Reader& reader, const codes::Tables& tables,
                     const SurveyRow& survey) {
    MethodView method;
    method.sampling = {
        "以村为抽样框，按地区和类型分层；每层户数按比例或按“户数×离散度”分配，并有下限；层内用抽签法抽取农户，排在后面的依次替换未能访问的户。种子＝SM3(密值‖抽样框校验‖流水位置)，密值的承诺在建立调查时已公布。",
        "Villages are the frame; strata are place and type. Households are allotted in proportion, or to size times spread, with a minimum; a lottery in each stratum says who is asked and who replaces, in that order. Seed = SM3(secret ‖ digest of the frame ‖ position in the journal); the commitment to the secret was published when the survey was opened."};
    method.weights = {
        "权数＝层内总户数÷抽中户数×抽中户数÷已知状态户数（完成或不符合条件）。估计为分层估计，区间为95%置信区间：v＝ΣN(N−r)s²/r（有限总体校正），比例和平均数按比率估计线性化，t 值用有效自由度；比例的区间用威尔逊公式和有效户数（Wilson 1927；Franco 等 2019），样本中全有或全无也不等于总体全有或全无。出处：Cochran，Sampling Techniques，第3版，第5章。已知不足两户的层并入相邻层。",
        "Weight = N ÷ asked × asked ÷ known (completed or not eligible) of the stratum. Stratified estimates with 95 % intervals: v = ΣN(N−r)s²/r with finite population correction, shares and means linearised as ratios, t with effective degrees of freedom; intervals of shares are Wilson's with the effective number of households (Wilson 1927; Franco et al. 2019): none or all of a sample is not none or all of everybody (Cochran, Sampling Techniques, 3rd ed., ch. 5). A stratum with fewer than two known households is joined with its neighbour."};
    method.protection = {
        "样本中少于下限的户或人不单独公布；为防止由合计推算，同一题的另一项或另一地区也一并隐去。",
        "Counts below the minimum are not published; another option of the question or another place is hidden with them, so that no sum tells them."};
    method.allotment = survey.allotment;
    method.wanted = survey.wanted;
    method.commitment = survey.commitment;
    method.secret = survey.secret;
    method.position = survey.position;
    method.seed = survey.seed;
    method.frame_digest = survey.frame_digest;
    method.cell_min = survey.cell_min;
    method.formula = survey.formula;
    std::map<int, Response> responses;
    for (const auto& one : states_of(reader, survey))
        add(responses[one.stratum], one.status, one.households);
    for (const auto& row : strata_of(reader, survey)) {
        StratumView stratum{row.stratum, row.place, tables.place_name(row.place), row.type,
                            row.size,    responses[row.stratum], 0,               0};
        const auto issued = stratum.response.issued;
        const auto known = stratum.response.completed + stratum.response.not_eligible;
        if (issued > 0) stratum.design_weight = row.size * million / issued;
        if (known > 0) stratum.adjustment = issued * million / known;
        method.strata.push_back(std::move(stratum));
    }
    return method;
}

namespace {

/// Of what is hidden there is no number, of what nobody answered no estimate.
void set_numbers(ResultView& item, const ResultRow& row) {
    item.hidden = row.hidden;
    if (row.hidden != 0) return;
    item.answered = row.answered;
    if (row.answered == 0) return;
    item.value = row.value;
    item.low = row.low;
    item.high = row.high;
    item.total = row.total;
    item.total_low = row.total_low;
    item.total_high = row.total_high;
}

}  // namespace

ResultsView results_view(const store::Reader& reader, const codes::Tables& tables,
                         const SurveyRow& survey) {
    std::map<std::string, const Question*> questions;
    for (const auto& question : survey.questions) questions[question.code.text] = &question;
    ResultsView shown;
    for (const auto& row : results_of(reader, survey)) {
        const Question& question = *questions.at(row.question);
        ResultView item;
        item.line = row.line;
        item.place = row.place;
        item.question = row.question;
        item.choice = row.choice;
        set_numbers(item, row);
        item.place_name = tables.place_name(row.place.empty() ? survey.place : PlaceCode{row.place});
        item.question_title = question.title.text;
        item.choice_title = row.choice.empty() ? "" : choice_title(tables, question, row.choice);
        item.unit = question.unit.text;
        item.of_member = question.of_member;
        shown.items.push_back(std::move(item));
    }
    return shown;
}

Households::Households(const store::Reader& reader, const app::Services& services,
                       const SurveyRow& survey)
    : reader_(&reader), services_(&services), villages_(villages_of(reader, survey)) {}

std::string Households::name_of(AccountId account) const {
    return access::account_name(*reader_, account).value_or("");
}

HouseholdView Households::view(const HouseholdRow& household) const {
    const VillageRow& village = villages_.at(static_cast<std::size_t>(household.village) - 1);
    HouseholdView shown;
    shown.id = household.id;
    shown.number = number_of(household);
    shown.village = village.name;
    shown.place_name = services_->get<codes::Tables>().place_name(village.place);
    shown.type = village.type;
    shown.rank = household.rank;
    shown.issued = household.issued != 0;
    shown.replaced = household.replaced != 0;
    if (household.collector) shown.collector = name_of(*household.collector);
    shown.status = household.status;
    shown.changed_at = household.changed_at;
    return shown;
}

VisitView Households::visit(const HouseholdRow& household) const {
    const VillageRow& village = villages_.at(static_cast<std::size_t>(household.village) - 1);
    return {household.id, number_of(household), village.name, household.status};
}

Result<HouseholdDetail> detail(const store::Reader& reader, const app::Services& services,
                               const InHand& found, bool opened) {
    const Households households(reader, services, found.survey);
    HouseholdDetail shown;
    shown.household = households.view(found.household);
    for (const auto& row : answers_of(reader, found.household)) {
        AnswerView answer{row.id,           households.name_of(row.account), row.version,
                          row.outcome,      row.consented != 0,              row.standing,
                          row.made_at,      row.received_at,                 {}};
        if (opened && !row.box.empty()) {
            TRY(const std::string text, open_content(services, row));
            TRY(answer.content, codec::decode<Content>(text));
        }
        shown.answers.push_back(std::move(answer));
    }
    shown.readings = readings_of(reader, found.household);
    return shown;
}

Text notice_of(const std::string& place_name) {
    return {place_name +
                "人力资源社会保障部门开展农村劳动力调查，用于掌握就业和培训需求。是否接受由您决定；不记姓名和证件号码，不定位；答卷加密保存，到期删除，只公布统计结果。您可以随时要求删除。",
            "The labour office of " + place_name +
                " surveys rural households to learn of work and training needs. Whether to answer is yours to decide. No name, number or position is taken; answers are sealed, deleted in time, and only statistics are published. You may ask for deletion at any time."};
}

}  // namespace jianghui::surveys
