// The commands that features bring: opens the folder, runs one, prints what it says.

#include <fmt/format.h>

#include "engine/app/command_answers.hpp"
#include "engine/main/commands.hpp"
#include "engine/main/composition.hpp"

namespace jianghui::main {

int run(const Common& common, const app::CommandLine& command, const codec::Parameters& words) {
    const auto said = [&]() -> Result<app::Printed> {
        if (command.run_alone) {
            auto answer = command.run_alone(words);
            if (answer || !command.run || answer.error().code != app::needs_data_folder.code)
                return answer;
        }
        CompositionOptions options{.folder = common.data, .database = common.database};
        if (command.fills) options.durability = store::Durability::none;
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
        const int code = tell(common, said.error());
        return said.error().kind == Kind::malformed ? Exit::wrong_usage : code;
    }
    fmt::print("{}\n", common.json ? said->json : said->words);
    return Exit::done;
}

}  // namespace jianghui::main
