// Printed documents and notices: texts with values, numbered and frozen.

#include <fmt/format.h>

#include "engine/crypto/crypto.hpp"
#include "engine/procedures/events.hpp"
#include "engine/procedures/placeholders.hpp"
#include "engine/procedures/progress.hpp"
#include "engine/procedures/queries.hpp"
#include "engine/procedures/shown_value.hpp"
#include "engine/registers/number_pattern.hpp"
#include "engine/registers/registers.hpp"

namespace jianghui::procedures {
namespace {

/// Whose office took the step: what it prints is in this place's name and series.
PlaceCode issuing_place(const CaseRow& row, const StepRow& taken) {
    const bool by_counterpart = taken.actor == Actor::counterpart_official ||
                                taken.actor == Actor::counterpart_inspector;
    return by_counterpart && row.counterpart ? *row.counterpart : row.place;
}

/// Fills in the placeholders of one text.
class Filler {
  public:
    Filler(app::Command& command, const Procedure& procedure, const CaseRow& row,
           const StepRow& taken, const FormValues& values, bool chinese)
        : command_(command), procedure_(procedure), row_(row), taken_(taken), values_(values),
          chinese_(chinese) {}

    [[nodiscard]] std::string fill(std::string_view text, const std::string& number = {}) const {
        return filled(text, [&](std::string_view name) { return value_of(name, number); });
    }

  private:
    [[nodiscard]] std::string name_of(std::optional<OrganisationId> organisation,
                                      std::optional<PersonId> person) const {
        const auto& world = command_.services.get<World>();
        if (organisation) return world.name_of(command_.db, *organisation);
        if (person) return world.name_of(command_.db, *person);
        return row_.applicant_place ? world.authority_name(*row_.applicant_place) : std::string();
    }
    [[nodiscard]] std::string value_of(std::string_view name, const std::string& number) const {
        if (name == "number") return number;
        if (name == "reason") return taken_.reason.value_or("");
        if (name == "date") return shown_date(date_of(taken_.at), chinese_);
        if (name == "authority") return authority(issuing_place(row_, taken_));
        if (name == "counterpart") return row_.counterpart ? authority(*row_.counterpart) : "—";
        if (name.rfind("entry", 0) == 0 && name.find('.') == std::string_view::npos)
            return entry(name);
        if (name == "party") return name_of(row_.subject_organisation(), row_.subject_person());
        if (name == "applicant") return name_of(row_.applicant_organisation, row_.applicant_person);
        if (name.rfind("due:", 0) == 0) return due(name.substr(4));
        return form_value(name);
    }
    [[nodiscard]] std::string authority(const PlaceCode& place) const {
        return command_.services.get<World>().authority_name(place);
    }
    /// Of the entry that this case made or changed last.
    [[nodiscard]] std::string entry(std::string_view name) const {
        const auto made = entries_of(command_.db, row_.id);
        if (made.empty()) return "—";
        if (name == "entry") return made.back().number;
        const auto found = registers::find(command_.db, made.back().entry_id);
        ASSERT(found.has_value());
        if (name == "entry_from") return shown_date(found->valid_from_on, chinese_);
        return found->valid_to_on ? shown_date(*found->valid_to_on, chinese_)
                                  : std::string(chinese_ ? "长期" : "open end");
    }
    [[nodiscard]] std::string due(std::string_view clock) const {
        std::optional<Date> on;
        for (const auto& one : clocks_of(command_.db, row_.id))
            if (one.clock == clock) on = one.due_on;
        return on ? shown_date(*on, chinese_) : std::string("—");
    }
    [[nodiscard]] std::string form_value(std::string_view dotted) const {
        const auto names = parted(dotted);
        const auto* field = procedure_.field(dotted);
        if (!names || field == nullptr) return {};
        const auto form = values_.find(names->first);
        if (form == values_.end()) return "—";
        const auto* value = form->second.if_contains(names->second);
        return value == nullptr ? "—"
                                : shown_value(command_.db, command_.services, *field, *value, chinese_);
    }

    app::Command& command_;
    const Procedure& procedure_;
    const CaseRow& row_;
    const StepRow& taken_;
    const FormValues& values_;
    bool chinese_;
};

std::string next_number(app::Command& command, const PlaceCode& place, const Document& document) {
    const auto pattern = registers::NumberPattern::read(document.number.text);
    ASSERT(pattern.has_value());
    const int year = static_cast<int>(date_of(command.now).year());
    const std::string series = pattern->series(place, year);
    const auto which = store::arguments("city", city_of(place), "series", series);
    command.db.execute(sql::next_serial, which);
    const auto serial = command.db.value<std::int64_t>(sql::last_serial, which);
    ASSERT(serial.has_value());
    return pattern->write(place, year, *serial);
}

void print(app::Command& command, const Procedure& procedure, const CaseRow& row,
           const Document& document, const StepRow& taken, const FormValues& values) {
    DocumentRow printed;
    printed.id = command.next_id<CaseDocumentId>();
    printed.city = row.city;
    printed.case_id = row.id;
    printed.step_id = taken.id;
    printed.document = document.id.text;
    printed.title_zh = document.title.zh;
    printed.title_en = document.title.en;
    const PlaceCode place = issuing_place(row, taken);
    printed.number = next_number(command, place, document);
    printed.authority = command.services.get<World>().authority_name(place);
    printed.text = Filler(command, procedure, row, taken, values, true)
                       .fill(document.text.text, printed.number);
    printed.digest = crypto::sm3(printed.number + "\n" + printed.text).hex();
    printed.at = command.now;
    command.db.execute(sql::insert_case_document, store::members(printed));
    CaseChange change = change_of(row);
    change.step = taken.step;
    change.timeline = taken.id;
    change.digest = printed.digest;
    record(command, case_document_issued, row, change);
}

}  // namespace

void print_documents(app::Command& command, const Procedure& procedure, const CaseRow& row,
                     const std::optional<List<Name40, 5>>& names, const StepRow& taken,
                     const FormValues& values) {
    if (!names) return;
    for (const auto& name : *names)
        print(command, procedure, row, *procedure.document(name.text), taken, values);
}

std::optional<Text> notice_of(app::Command& command, const Procedure& procedure,
                              const CaseRow& row, const Step& step, const StepRow& taken,
                              const FormValues& values) {
    if (!step.notice) return std::nullopt;
    return Text{Filler(command, procedure, row, taken, values, true).fill(step.notice->zh),
                Filler(command, procedure, row, taken, values, false).fill(step.notice->en)};
}

}  // namespace jianghui::procedures
