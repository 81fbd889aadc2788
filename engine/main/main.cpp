// The program: reads the command line, runs one subcommand.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <cstdio>
#include <exception>
#include <functional>
#include <list>
#include <map>

#include "engine/main/commands.hpp"
#include "engine/main/log.hpp"

namespace {

using namespace jianghui;

/// A subcommand with the options that all have.
CLI::App& add(CLI::App& app, main::Common& common, const char* name, const char* what) {
    CLI::App& command = *app.add_subcommand(name, what);
    command.add_option("--data", common.data, "the data folder")->capture_default_str();
    command.add_option("--db", common.database,
                       "PostgreSQL database, postgresql://user@host/name (or JIANGHUI_DB)");
    command.add_flag("--json", common.json, "answer in JSON, for programs");
    command.add_flag("--verbose", common.verbose, "log more");
    return command;
}

void add_serve(CLI::App& app, main::Common& common, main::ServeOptions& options,
               std::function<int()>& chosen) {
    CLI::App& command = add(app, common, "serve", "serve the API and the web app over HTTP");
    command.add_option("--address", options.address, "address to listen on")->capture_default_str();
    command.add_option("--port", options.port, "port to listen on; 0: any free one")
        ->capture_default_str();
    command.add_option("--web", options.web, "folder of the web app (ui/dist)");
    command.add_option("--as-of", options.as_of, "let the program's time begin on this date");
    auto* certificate =
        command.add_option("--tls-certificate", options.tls_certificate, "PEM file; turns TLS on");
    auto* key = command.add_option("--tls-key", options.tls_key, "PEM file");
    certificate->needs(key);
    key->needs(certificate);
    command
        .add_option("--account-rate", options.account_rate,
                    "requests a second of one account, four times as many at once; 0: no limit")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command
        .add_option("--address-rate", options.address_rate,
                    "the same of one address; of this machine only what a proxy forwards")
        ->check(CLI::Range(0.0, 1e6))
        ->capture_default_str();
    command.add_option("--threads", options.threads, "network threads")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command.callback([&] { chosen = [&] { return main::serve(common, options); }; });
}

void add_upkeep(CLI::App& app, main::Common& common, std::string& file,
                std::function<int()>& chosen) {
    add(app, common, "migrate", "bring the database's schema up to date").callback([&] {
        chosen = [&] { return main::migrate(common); };
    });
    add(app, common, "openapi", "print the OpenAPI 3.1 document of the API").callback([&] {
        chosen = [&] { return main::openapi(common); };
    });
    CLI::App& check =
        add(app, common, "check", "look for damage in database and keys; changes nothing");
    check
        .add_option("--definitions", file,
                    "instead: check the files of registers and procedures in this folder (default: "
                    "those of the program); needs no data folder")
        ->expected(0, 1);
    check.callback([&] {
        const bool definitions = check.count("--definitions") > 0;
        chosen = [&, definitions] {
            return definitions ? main::check_definitions(common, file) : main::check(common);
        };
    });
    CLI::App& backup =
        add(app, common, "backup", "copy the database to a file, while the server may run");
    backup.add_option("--to", file, "the new file")->required();
    backup.callback([&] { chosen = [&] { return main::backup(common, file); }; });
    CLI::App& restore = add(app, common, "restore", "put a backup into an empty data folder");
    restore.add_option("--from", file, "the backup")->required();
    restore.callback([&] { chosen = [&] { return main::restore(common, file); }; });
}

/// Names both databases itself.
void add_copy(CLI::App& app, main::Common& common, main::CopyOptions& options,
              std::function<int()>& chosen) {
    CLI::App& command = *app.add_subcommand(
        "copy", "move a deployment to another database; servers on both must be stopped");
    command.add_option("--from", options.from, "sqlite:PATH or postgresql://user@host/name")
        ->required();
    command.add_option("--to", options.to, "the same; a new file, or an empty database")->required();
    command.add_flag("--json", common.json, "answer in JSON, for programs");
    command.add_flag("--verbose", common.verbose, "log more");
    command.callback([&] { chosen = [&] { return main::copy(common, options); }; });
}

/// Has no data folder of its own to name: --data says where to make a temporary one.
void add_bench(CLI::App& app, main::Common& common, main::BenchOptions& options,
               std::function<int()>& chosen) {
    CLI::App& command = *app.add_subcommand(
        "bench", "measure grabs and reads a second, beside what the disk itself does");
    command
        .add_option("--data", options.folder,
                    "make the temporary data folder in here, to measure this disk (default: the "
                    "system's folder for temporary files); nothing in it is touched")
        ->check(CLI::ExistingDirectory);
    command.add_option("--seconds", options.seconds, "of each of the four measures in each run")
        ->check(CLI::Range(0.1, 60.0))
        ->capture_default_str();
    command.add_option("--runs", options.runs, "the table shows their medians")
        ->check(CLI::Range(1, 20))
        ->capture_default_str();
    command.add_flag("--json", common.json, "answer in JSON, for programs");
    command.add_flag("--verbose", common.verbose, "log more");
    command.callback([&] { chosen = [&] { return main::bench(common, options); }; });
}

/// What was typed for the options of one feature command, until it runs.
struct Typed {
    app::CommandLine command;
    std::vector<std::string> texts;

    [[nodiscard]] codec::Parameters parameters() const {
        codec::Parameters found;
        for (std::size_t i = 0; i < command.options.size(); ++i) {
            if (!texts[i].empty()) found.emplace_back(main::member_of(command.options[i].name), texts[i]);
        }
        return found;
    }
};

/// The commands that the features bring.
void add_features(CLI::App& app, main::Common& common, std::list<Typed>& typed,
                  std::function<int()>& chosen) {
    std::map<std::string, CLI::App*> groups;
    const auto parent_of = [&](std::string& name) -> CLI::App& {
        const auto space = name.find(' ');
        if (space == std::string::npos) return app;
        CLI::App*& group = groups[name.substr(0, space)];
        if (group == nullptr)
            group = app.add_subcommand(name.substr(0, space), name.substr(0, space) + " …")
                        ->require_subcommand(1);
        name.erase(0, space + 1);
        return *group;
    };
    for (auto& feature : all_features()) {
        for (auto& line : feature.commands) {
            Typed& one = typed.emplace_back(Typed{std::move(line), {}});
            one.texts.resize(one.command.options.size());
            std::string name = one.command.name;
            CLI::App& parent = parent_of(name);
            CLI::App& command = add(parent, common, name.c_str(), one.command.what.c_str());
            for (std::size_t i = 0; i < one.texts.size(); ++i) {
                const auto& option = one.command.options[i];
                std::string& text = one.texts[i];
                if (option.flag)
                    command.add_flag_callback(option.name, [&text] { text = "true"; }, option.what);
                else
                    command.add_option(option.name, text, option.what)->required(option.required);
            }
            command.callback([&] {
                chosen = [&] { return main::run(common, one.command, one.parameters()); };
            });
        }
    }
}

int run(int count, char** words) {
    CLI::App app{"Jianghui: the regional labour-market platform of South Sichuan", "jianghui"};
    app.footer("Exit codes: 0 done, 1 failed, 2 wrong usage, 3 the answer is no (check found faults, allocate is infeasible).");
    app.require_subcommand(1);
    app.set_version_flag("--version", "0.1.0");
    main::Common common;
    main::ServeOptions serve;
    main::BenchOptions bench;
    main::CopyOptions copy;
    std::string file;
    std::function<int()> chosen;
    add_serve(app, common, serve, chosen);
    add_upkeep(app, common, file, chosen);
    add_bench(app, common, bench, chosen);
    add_copy(app, common, copy, chosen);
    std::list<Typed> typed;
    add_features(app, common, typed, chosen);
    try {
        app.parse(count, words);
    } catch (const CLI::Success& asked) {
        return app.exit(asked);
    } catch (const CLI::ParseError& mistake) {
        app.exit(mistake);
        return main::Exit::wrong_usage;
    }
    main::start_log(common.verbose);
    if (const auto found = main::find_database(common); !found) {
        (void)main::tell(common, found.error());
        return main::Exit::wrong_usage;
    }
    // A server has ended well when it has stopped, whoever still listens to what it prints.
    return app.got_subcommand("serve") ? chosen() : main::written(common, chosen());
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "jianghui: %s\n", failure.what());
        return jianghui::main::Exit::failed;
    }
}
