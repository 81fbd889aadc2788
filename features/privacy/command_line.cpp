// jianghui kept-records: what is kept sealed of an erased person, for who may ask by law.

#include <fmt/format.h>

#include "engine/app/slow_change.hpp"
#include "features/privacy/endpoints.hpp"
#include "features/privacy/erasing.hpp"

namespace jianghui::privacy {
namespace {

struct OpenKept {
    PersonId person;
    OpenPurpose purpose = OpenPurpose::dispute;
};
BOOST_DESCRIBE_STRUCT(OpenKept, (), (person, purpose))

Result<app::Printed> run(app::App& app, const OpenKept& wanted) {
    const auto& services = app.services();
    TRY(const auto records,
        app::in_lane<std::vector<OpenedRecord>>(
            services, {}, services.get<Clock>().now(), [&](app::Command& command) {
                return open_kept(command, wanted.person, wanted.purpose);
            }));
    app::Printed printed;
    for (const auto& one : records)
        printed.words += fmt::format("{} {} until {}\n{}\n", one.part,
                                     codec::enum_text(one.record), date_text(one.until_on),
                                     codec::json::serialize(one.content));
    printed.json = codec::encode(records);
    return printed;
}

}  // namespace

std::vector<app::CommandLine> commands() {
    return {app::on_command_line(
        "kept-records", "open what is kept sealed of an erased person; it is recorded",
        {{.name = "--person", .what = "her id, from the list of erasures", .required = true},
         {.name = "--purpose", .what = "dispute, inspection or court", .required = true}},
        run)};
}

}  // namespace jianghui::privacy
