#include "features/inbox/personal_data.hpp"

#include "features/codes/api.hpp"
#include "features/inbox/endpoints.hpp"
#include "features/inbox/queries.hpp"

namespace jianghui::inbox {
namespace {

constexpr int deleted_a_run = 500;

struct NoticeCopy {
    std::string kind;
    Instant at;
    SubjectId subject;
};
BOOST_DESCRIBE_STRUCT(NoticeCopy, (), (kind, at, subject))

codec::json::array copy(const app::AboutPerson& about) {
    return app::documents(about.db.all<NoticeCopy>(
        sql::notices_of_person, store::arguments("person", about.person)));
}

void empty(app::Command& command, PersonId person) {
    const auto one = store::arguments("person", person);
    command.db.execute(sql::forget_notice_reads, one);
    command.db.execute(sql::forget_notices, one);
}

bool expire(app::Command& command) {
    const Date today = date_of(command.now);
    const auto months =
        command.services.get<codes::Tables>().parameter_or("notice_months", today, 24);
    const Instant before = start_of(add_months(today, -static_cast<int>(months)));
    const auto old = store::arguments("before", before, "limit", deleted_a_run);
    command.db.execute(sql::expire_notice_reads, old);
    return command.db.execute(sql::expire_notices, old) == deleted_a_run;
}

}  // namespace

app::PersonalDataPart personal_data() {
    app::PersonalDataPart part;
    part.name = "inbox";
    part.title = {"通知", "Notices"};
    part.copy = copy;
    part.empty = empty;
    part.expire = expire;
    return part;
}

}  // namespace jianghui::inbox
