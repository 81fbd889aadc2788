// The shipped files, changed at random 10,000 times: reading never crashes, and whatever passes can
// be used and says the same when it is written and read again.

#include <gtest/gtest.h>

#include <set>

#include "engine/registers/mutator_for_test.hpp"
#include "engine/registers/number_pattern.hpp"
#include "features/definitions/api.hpp"

namespace jianghui::definitions {
namespace mutation_test {

using registers::Register;

const std::vector<std::string> words{
    "\"code\"", "\"rows\"", "table = ", "true", "-1", "99999999999", "[", "]", "{serial:4}",
    "\"everybody\"", "sealed = true\n", "unique = true\n", "\"exclusion\"", "required = ",
    "when = { field = \"services\", is = [\"recruit\"] }\n", "[[fields]]\n", "\xff", "0x",
    "1979-05-27T07:32:00", "'''", "\"place\"", "{place}", "min = 5\n", "max = 2\n"};

/// What must hold of a definition that passed, said once more in other words.
void expect_usable(const Register& definition, const registers::CodeBook& codes) {
    std::set<std::string> ids;
    for (const auto& field : definition.fields) {
        EXPECT_TRUE(registers::is_id(field.id.text));
        EXPECT_TRUE(ids.insert(field.id.text).second) << field.id.text;
        if (field.table) EXPECT_TRUE(codes.has_table(field.table->text));
        if (field.is_sealed()) EXPECT_NE(field.read_by(), registers::Audience::everybody);
        if (field.min && field.max) EXPECT_LE(*field.min, *field.max);
        if (field.when) EXPECT_EQ(ids.count(field.when->field.text), 1U);
    }
    EXPECT_FALSE(definition.issuer.levels.empty());
    if (definition.number)
        EXPECT_NE(registers::NumberPattern::read(definition.number->text)->write({"510500"}, 2026, 1),
                  registers::NumberPattern::read(definition.number->text)->write({"510500"}, 2026, 2));
    if (definition.statistics)
        for (const auto& name : *definition.statistics)
            EXPECT_NE(definition.field(name.text), nullptr);
    const auto nothing = registers::check_values(definition.fields, {}, codes, {});
    (void)nothing;
}

TEST(Mutation, TenThousandNeverCrashAndWhatPassesIsValid) {
    const auto shipped = read_registers(SOURCE_FOLDER, SOURCE_FOLDER "/data").value();
    ASSERT_TRUE(shipped.refused.empty()) << shipped.refused.front().error.path << " "
                                         << shipped.refused.front().error.message.en;
    std::vector<std::string> texts;
    const auto files = registers::read_folder(SOURCE_FOLDER "/registers").value();
    for (const auto& file : files) texts.push_back(file.text);
    registers::Mutator mutator(std::move(texts), words);
    int passed = 0;
    constexpr int times = 10'000;
    for (int i = 0; i < times; ++i) {
        const std::string text = mutator.next();
        SCOPED_TRACE(text);
        const auto read = registers::read_definition<Register>(
            text, "x.toml", [&](const Register& definition) {
                return registers::faults_of(definition, *shipped.codes);
            });
        if (!read) {
            EXPECT_FALSE(read.error().message.en.empty());
            continue;
        }
        ++passed;
        expect_usable(*read, *shipped.codes);
        const std::string written = codec::encode(*read);
        const auto again = codec::decode<Register>(written);
        ASSERT_TRUE(again.has_value()) << written;
        EXPECT_EQ(codec::encode(*again), written);
    }
    EXPECT_GT(passed, times / 100) << "the changes are not all nonsense";
    EXPECT_LT(passed, times / 2);
}

TEST(Mutation, FaultsNameFileAndLine) {
    const auto good = registers::read_folder(SOURCE_FOLDER "/registers").value();
    const auto said = report("registers", 0, {{"x.toml", error(registers::definition_malformed)
                                                             .at("x.toml:7")}});
    ASSERT_FALSE(said.has_value());
    EXPECT_EQ(said.error().errors.front().path, "registers/x.toml:7");
    EXPECT_TRUE(report("registers", good.size(), {}).has_value());
}

}  // namespace mutation_test
}  // namespace jianghui::definitions
