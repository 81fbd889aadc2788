// Faults of procedures: a good file, and each fault by one change to it.

#include <gtest/gtest.h>

#include <fmt/format.h>

#include "engine/procedures/definition.hpp"
#include "engine/registers/code_book_for_test.hpp"
#include "engine/registers/definition_file.hpp"

namespace jianghui::procedures {
namespace faults_test {

/// An authority penalises: told, time to object, decided by a second person, published.
const std::string good = R"(id = "penalty"
version = 1
title = { zh = "处罚", en = "Penalty" }
opened_by = ["inspector"]
party = "report.employer"
basis = [{ text = "《行政处罚法》", mark = "F" }]
handled = { place = "report.place" }
states = [
  { id = "begun", title = { zh = "立案", en = "Begun" }, waits_for = "inspector" },
  { id = "told", title = { zh = "已告知", en = "Told" }, waits_for = "party" },
  { id = "due", title = { zh = "待决定", en = "Due" }, waits_for = "inspector" },
  { id = "decided", title = { zh = "已决定", en = "Decided" }, waits_for = "inspector" },
  { id = "published", title = { zh = "已公布", en = "Published" } },
  { id = "dropped", title = { zh = "撤销", en = "Dropped" } },
]
steps = [
  { id = "tell", title = { zh = "告知", en = "Tell" }, from = ["begun"], to = "told", by = ["inspector"], form = "facts", handles = true, notifies = true, notice = { zh = "{facts.text}", en = "{facts.text}" } },
  { id = "drop", title = { zh = "撤销", en = "Drop" }, from = ["begun", "due"], to = "dropped", by = ["inspector"], reason = true },
  { id = "object", title = { zh = "陈述", en = "Object" }, from = ["told"], to = "due", by = ["party"], objects = true },
  { id = "silent", title = { zh = "未陈述", en = "Silent" }, from = ["told"], to = "due", by = ["clock"] },
  { id = "decide", title = { zh = "决定", en = "Decide" }, from = ["due"], to = "decided", by = ["inspector"], approves = true, burdens = true, documents = ["decision"] },
  { id = "publish", title = { zh = "公布", en = "Publish" }, from = ["decided"], to = "published", by = ["inspector"], publishes = true },
]
clocks = [
  { id = "window", title = { zh = "陈述期", en = "Window" }, starts = ["told"], stops = ["due"], days = 5, unit = "working", remind = [1], at_end = "silent", basis = [{ text = "第四十五条", mark = "F" }] },
]
documents = [
  { id = "decision", title = { zh = "决定书", en = "Decision" }, number = "{place}罚[{year}]{serial:3}", text = "{party}：{facts.text}，{due:window}，{date}" },
]

[[forms]]
id = "report"
title = { zh = "线索", en = "Report" }
fields = [
  { id = "employer", title = { zh = "单位", en = "Employer" }, type = "organisation" },
  { id = "place", title = { zh = "地点", en = "Place" }, type = "place" },
]

[[forms]]
id = "facts"
title = { zh = "事实", en = "Facts" }
fields = [
  { id = "text", title = { zh = "事实", en = "Facts" }, type = "long_text" },
  { id = "on", title = { zh = "日期", en = "On" }, type = "date" },
]
)";

KnownRules known() {
    KnownRules rules;
    rules.guards["days_since"] = {{"field", Wanted::date}, {"days", Wanted::number, false},
                                  {"parameter", Wanted::parameter, false}};
    rules.guards["evidence_complete"] = {{"kind", Wanted::code_field}, {"rows", Wanted::evidence_rows}};
    rules.effects["issue_entry"] = {{"register", Wanted::register_}, {"form", Wanted::form}};
    rules.effects["open_case"] = {{"procedure", Wanted::procedure},
                                  {any_dotted, Wanted::field, false}};
    rules.parameters = {"fine_days"};
    rules.procedures = {"listing"};
    return rules;
}

Result<Procedure> read(const std::string& text) {
    static const registers::CodeBookForTest codes;
    static const registers::Register entry_register;
    const Registers registers{{"fines", &entry_register}};
    return registers::read_definition<Procedure>(
        text, "penalty.toml", [&](const Procedure& procedure) {
            return faults_of(procedure, codes, registers, known());
        });
}

std::string changed(const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

/// Whether some fault of the changed text says this in English.
void expect_fault(const std::string& from, const std::string& to, const std::string& says) {
    const auto result = read(changed(from, to));
    ASSERT_FALSE(result.has_value()) << "passed: " << to;
    std::string all = result.error().message.en;
    for (const auto& one : result.error().errors) all += "\n" + one.path + " " + one.message.en;
    EXPECT_NE(all.find(says), std::string::npos) << to << "\n" << all;
    EXPECT_NE((result.error().path + all).find("penalty.toml:"), std::string::npos);
}

TEST(Faults, AGoodFilePasses) {
    const auto result = read(good);
    if (!result) {
        for (const auto& one : result.error().errors) ADD_FAILURE() << one.path << one.message.en;
        FAIL() << result.error().path << " " << result.error().message.en;
    }
    EXPECT_TRUE(result->is_certain());
    EXPECT_EQ(result->field("facts.text")->id.text, "text");
}

TEST(Faults, OfNames) {
    expect_fault("id = \"penalty\"", "id = \"Penalty\"", "lower-case");
    expect_fault("id = \"told\"", "id = \"begun\"", "used before");
    expect_fault("to = \"told\", by", "to = \"nowhere\", by", "no “nowhere”");
    expect_fault("from = [\"decided\"]", "from = [\"decidet\"]", "no “decidet”");
    expect_fault("form = \"facts\"", "form = \"fact\"", "no “fact”");
    expect_fault("documents = [\"decision\"]", "documents = [\"paper\"]", "no “paper”");
    expect_fault("at_end = \"silent\"", "at_end = \"silence\"", "no “silence”");
    expect_fault("party = \"report.employer\"", "party = \"report.place\"", "not of a type");
    expect_fault("place = \"report.place\"", "place = \"report.employer\"", "not of a type");
    expect_fault("{serial:3}", "{serial}", "number pattern");
    expect_fault("by = [\"clock\"]", "by = []", "Nobody may take");
}

TEST(Faults, OfActors) {
    expect_fault("by = [\"clock\"]", "by = [\"clock\"], reason = true", "fills in no form");
    expect_fault("by = [\"inspector\"], publishes", "by = [\"counterpart_official\"], publishes",
                 "other office");
    expect_fault("party = \"report.employer\"\n", "", "No party");
}

TEST(Faults, OfRules) {
    const std::string publish = "by = [\"inspector\"], publishes = true";
    const auto with = [&](const std::string& more) { return publish + ", " + more; };
    expect_fault(publish, with("effects = [{ name = \"issue\" }]"), "no “issue”");
    expect_fault(publish, with("effects = [{ name = \"issue_entry\", with = { register = \"fines\" } }]"),
                 "needs form");
    expect_fault(publish, with("effects = [{ name = \"issue_entry\", with = { register = \"fine\", form = \"facts\" } }]"),
                 "no “fine”");
    expect_fault(publish, with("effects = [{ name = \"issue_entry\", with = { register = \"fines\", form = \"facts\", colour = \"red\" } }]"),
                 "no “colour”");
    expect_fault(publish, with("guards = [{ name = \"days_since\", with = { field = \"facts.text\" } }]"),
                 "not of a type");
    expect_fault(publish, with("guards = [{ name = \"days_since\", with = { field = \"facts.on\", days = \"x\" } }]"),
                 "number");
    expect_fault(publish, with("guards = [{ name = \"days_since\", with = { field = \"facts.on\", parameter = \"p\" } }]"),
                 "no “p”");
    expect_fault(publish, with("guards = [{ name = \"evidence_complete\", with = { kind = \"facts.text\", rows = \"facts.on\" } }]"),
                 "not of a type");
    expect_fault(publish, with("guards = [{ name = \"evidence_complete\", with = { kind = \"facts.text\", rows = \"facts.list\" } }]"),
                 "no “facts.list”");
    expect_fault(publish, with("effects = [{ name = \"open_case\", with = { procedure = \"list\" } }]"),
                 "no “list”");
    expect_fault(publish, with("effects = [{ name = \"open_case\", with = { procedure = \"listing\", \"a.b\" = \"facts.none\" } }]"),
                 "no “facts.none”");
    EXPECT_TRUE(read(changed(publish, with("effects = [{ name = \"open_case\", with = { procedure = \"listing\", \"a.b\" = \"facts.text\" } }]"))));
}

TEST(Faults, OfTheGraph) {
    expect_fault("  { id = \"dropped\"", "  { id = \"island\", title = { zh = \"岛\", en = \"I\" } },\n  { id = \"dropped\"",
                 "No path leads");
    expect_fault("{ id = \"published\", title = { zh = \"已公布\", en = \"Published\" } }",
                 "{ id = \"published\", title = { zh = \"已公布\", en = \"Published\" }, waits_for = \"party\" }",
                 "cannot be left");
    expect_fault("en = \"Decided\" }, waits_for = \"inspector\"", "en = \"Decided\" }",
                 "final state has no steps");
    expect_fault("en = \"Decided\" }, waits_for = \"inspector\"",
                 "en = \"Decided\" }, waits_for = \"official\"", "no step here");
}

TEST(Faults, OfTexts) {
    expect_fault("zh = \"{facts.text}\"", "zh = \"{facts.word}\"", "no value by then");
    expect_fault("zh = \"{facts.text}\"", "zh = \"{reason}\"", "no value by then");
    expect_fault("{due:window}", "{due:door}", "no value by then");
    expect_fault("zh = \"{facts.text}\"", "zh = \"{facts.text\"", "no value by then");
    expect_fault("form = \"facts\", handles", "handles", "no value by then");
}

TEST(Faults, OfUsualSteps) {
    const std::string begun = "en = \"Begun\" }, waits_for = \"inspector\"";
    EXPECT_TRUE(read(changed(begun, begun + ", usual = \"tell\"")));
    expect_fault(begun, begun + ", usual = \"tel\"", "no “tel”");
    expect_fault(begun, begun + ", usual = \"decide\"", "does not begin in this state");
}

TEST(Faults, OfDocuments) {
    expect_fault("{due:window}", "{entry}", "no value by then");
    expect_fault("{due:window}", "{counterpart}", "no value by then");
    const std::string decide = "burdens = true, documents = [\"decision\"]";
    std::string with_entry = changed(
        decide, decide + ", effects = [{ name = \"issue_entry\", with = { register = \"fines\", form = \"facts\" } }]");
    with_entry.replace(with_entry.find("{due:window}"), 12, "{entry} {entry_from} {entry_until}");
    EXPECT_TRUE(read(with_entry));
    const std::string handled = "handled = { place = \"report.place\" }";
    expect_fault(handled, handled + "\nopening_documents = [\"paper\"]", "no “paper”");
    expect_fault(handled, handled + "\nopening_documents = [\"decision\"]", "no value by then");
    std::string receipt = changed(
        "documents = [\n",
        "documents = [\n  { id = \"receipt\", title = { zh = \"回执\", en = \"Receipt\" }, number = "
        "\"{place}收[{year}]{serial:3}\", text = \"{applicant}：{report.place}，{date}\" },\n");
    receipt.replace(receipt.find(handled), handled.size(), handled + "\nopening_documents = [\"receipt\"]");
    EXPECT_TRUE(read(receipt));
}

TEST(Faults, OfClocks) {
    expect_fault("stops = [\"due\"]", "stops = []", "never stops");
    expect_fault("starts = [\"told\"]", "starts = [\"published\"]", "never runs");
    expect_fault("starts = [\"told\"], stops = [\"due\"]", "starts = [\"told\"], stops = [\"decided\"]",
                 "the step does not go");
    expect_fault("at_end = \"silent\"", "at_end = \"object\"", "may not take");
    expect_fault(", at_end = \"silent\"", "", "No clock takes");
    expect_fault("days = 5, ", "", "Either days");
    expect_fault("days = 5, ", "days = 5, parameter = \"fine_days\", ", "Either days");
    expect_fault("days = 5, ", "parameter = \"other_days\", ", "no “other_days”");
    expect_fault("remind = [1]", "remind = [5]", "before the start");
    expect_fault("remind = [1]", "extension = 5", "go together");
    expect_fault("remind = [1]", "extended_by = \"publish\", extension = 5", "does not run");
    expect_fault(", basis = [{ text = \"第四十五条\", mark = \"F\" }]", ", basis = []", "basis of the period");
}

TEST(Faults, WhoHandlesDoesNotApprove) {
    expect_fault("approves = true, burdens", "approves = true, handles = true, burdens",
                 "both handle and approve");
    expect_fault("approves = true, burdens", "burdens", "second person");
    expect_fault("handles = true, notifies", "notifies", "nobody handled");
}

TEST(Faults, ABurdenNeedsToldAndTimeToObject) {
    expect_fault("handles = true, notifies = true", "handles = true", "not told before");
    expect_fault("from = [\"due\"], to = \"decided\"", "from = [\"due\", \"told\"], to = \"decided\"",
                 "no time to object");
    expect_fault("from = [\"due\"], to = \"decided\"", "from = [\"due\", \"begun\"], to = \"decided\"",
                 "not told before");
    // A clock in a state where nobody may object gives no time.
    expect_fault("objects = true", "objects = false", "no time to object");
    expect_fault("by = [\"party\"], objects", "by = [\"inspector\"], objects", "no time to object");
}

TEST(Faults, PublishingNeedsADecisionOrPublicity) {
    expect_fault("from = [\"decided\"], to = \"published\"",
                 "from = [\"decided\", \"begun\"], to = \"published\"", "before a decision");
}

TEST(Faults, ManyAreToldAtOnce) {
    const auto result = read(changed("basis = [{ text = \"《行政处罚法》\", mark = \"F\" }]", "basis = []") +
                             "\n[[forms]]\nid = \"facts\"\ntitle = { zh = \"一\", en = \"1\" }\nfields = []\n");
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().errors.size(), 2u);
}

}  // namespace faults_test
}  // namespace jianghui::procedures
