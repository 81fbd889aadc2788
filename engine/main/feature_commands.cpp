// The commands that features bring: opens the folder, runs one, prints what it says.

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "engine/app/command_answers.hpp"
#include "engine/main/commands.hpp"
#include "engine/main/composition.hpp"

namespace jianghui::main {

int check_definitions(const Common& common, const std::string& folder) {
    namespace fs = std::filesystem;
    const std::string codes = app::default_reference_folder();
    const std::string files =
        folder.empty() ? (fs::path(codes) / "..").lexically_normal().string() : folder;
    std::vector<Error> faults;
    for (const auto& feature : all_features())
        for (const auto& line : feature.commands) {
            if (line.name.rfind("definitions ", 0) != 0 || !line.run_alone) continue;
            const auto said = line.run_alone({{"folder", files}, {"codes", codes}});
            if (said) {
                if (!common.json) fmt::print("{}\n", said->words);
            } else if (said.error().errors.empty()) {
                faults.push_back(said.error());
            } else {
                faults.insert(faults.end(), said.error().errors.begin(), said.error().errors.end());
            }
        }
    if (common.json) {
        std::vector<std::string> all;
        for (const auto& fault : faults) all.push_back(fault.path + ": " + fault.message.en);
        fmt::print("{{\"faults\":{}}}\n", codec::encode(all));
    } else {
        for (const auto& fault : faults) {
            fmt::print("{}: {}\n    {}\n", fault.path, fault.message.zh, fault.message.en);
            if (!fault.nearest.empty())
                fmt::print("    nearest: {}\n", fmt::join(fault.nearest, ", "));
        }
    }
    return faults.empty() ? Exit::done : Exit::faults_found;
}

std::string member_of(const std::string& option) {
    std::string name = option.substr(option.find_first_not_of('-'));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

namespace {

/// The error, saying which option it is about and what was written there.
Error about_option(Error error, const app::CommandLine& command, const codec::Parameters& words) {
    for (const auto& option : command.options) {
        const auto member = member_of(option.name);
        if (error.path != "/" + member) continue;
        error.facts.emplace_back("option", option.name);
        for (const auto& [name, value] : words)
            if (name == member) error.facts.emplace_back("value", value);
    }
    return error;
}

}  // namespace

int run(const Common& common, const app::CommandLine& command, const codec::Parameters& words) {
    const auto said = [&]() -> Result<app::Printed> {
        if (command.run_alone) {
            auto answer = command.run_alone(words);
            if (answer || !command.run || answer.error().code != app::needs_data_folder.code)
                return answer;
        }
        CompositionOptions options{.folder = common.data, .database = common.database};
        if (command.fills) {
            options.durability = store::Durability::none;
            options.seed = 1;
        }
        TRY(const auto program, Composition::open(std::move(options)));
        (void)program->app().follow();
        return command.run(program->app(), words);
    }();
    if (!said) {
        if (const auto no = app::answer_of(said.error(), common.json)) {
            fmt::print("{}\n", *no);
            fmt::print(stderr, "jianghui: {}\n          {}\n", said.error().message.en,
                       said.error().message.zh);
            return Exit::answer_no;
        }
        if (said.error().kind != Kind::malformed) return tell(common, said.error());
        (void)tell(common, about_option(said.error(), command, words));
        return Exit::wrong_usage;
    }
    fmt::print("{}\n", common.json ? said->json : said->words);
    return Exit::done;
}

}  // namespace jianghui::main
