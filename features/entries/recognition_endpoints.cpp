#include "features/entries/recognition_endpoints.hpp"

#include <algorithm>

#include "features/entries/lens.hpp"

namespace jianghui::entries {
namespace {

/// An entry as the register's present definition would make it in that place on that day.
Entry specimen(const Register& definition, const PlaceCode& origin, Date day) {
    Entry entry;
    entry.register_id = definition.id.text;
    entry.place = origin;
    entry.city = city_of(origin);
    entry.counts = definition.counts;
    if (definition.standard) entry.standard = definition.standard->text;
    entry.valid_from_on = day;
    return entry;
}

RecognitionRow row_of(const app::Query& query, const Register& definition,
                      const std::vector<PlaceName>& places, Date day) {
    RecognitionRow row{definition.id.text, definition.title, definition.counts, {}, 0, {}};
    if (definition.standard) row.standard = definition.standard->text;
    auto recognitions = registers::recognitions_of(query.db, definition.id.text, day);
    row.single = static_cast<std::int64_t>(std::erase_if(
        recognitions, [](const auto& one) { return one.entry.has_value(); }));
    for (const auto& origin : places) {
        const Entry entry = specimen(definition, origin.code, day);
        for (const auto& place : places) {
            const Counting found = counting(entry, place.code, day, recognitions);
            RecognitionCell cell{origin.code, place.code, found.why, found.recognition, {}, {}, {}};
            if (found.recognition)
                if (const auto by = registers::find(query.db, *found.recognition)) {
                    cell.number = by->number;
                    cell.from_on = by->valid_from_on;
                    cell.to_on = by->valid_to_on;
                }
            row.cells.push_back(std::move(cell));
        }
    }
    return row;
}

}  // namespace

Result<RecognitionMatrix> show_recognitions(app::Query& query, const AskRecognitions& input) {
    RecognitionMatrix matrix;
    matrix.day = input.day.value_or(date_of(query.now));
    for (const auto& city : region_cities(query.services))
        matrix.places.push_back({city, place_name(query.services, city)});
    for (const auto& definition : query.services.get<registers::Catalogue>().all())
        if (definition->id.text != registers::recognition_register)
            matrix.registers.push_back(row_of(query, *definition, matrix.places, matrix.day));
    return matrix;
}

Result<GradeTable> show_credit_grades(app::Query& query, const AskNothing& /*input*/) {
    return query.services.get<CreditGrades>().table();
}

}  // namespace jianghui::entries
