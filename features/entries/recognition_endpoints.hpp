#pragma once
// Where what is issued in one place counts in the others: the matrix, and the crosswalk of grades.

#include "features/entries/credit_grades.hpp"
#include "features/entries/endpoints.hpp"

namespace jianghui::entries {

/// One field of the matrix: whether what `origin` issues counts in `place`, and why.
struct RecognitionCell {
    PlaceCode origin;
    PlaceCode place;
    CountsWhy why = CountsWhy::not_recognised;
    std::optional<EntryId> recognition;
    std::optional<std::string> number;
    std::optional<Date> from_on;
    std::optional<Date> to_on;
};
BOOST_DESCRIBE_STRUCT(RecognitionCell, (),
                      (origin, place, why, recognition, number, from_on, to_on))

/// The seven cities by themselves for one register.
struct RecognitionRow {
    std::string register_id;
    Text title;
    registers::Counts counts = registers::Counts::issuing_place;
    std::optional<std::string> standard;
    std::int64_t single = 0;  ///< recognitions of one entry each
    std::vector<RecognitionCell> cells;
};
BOOST_DESCRIBE_STRUCT(RecognitionRow, (),
                      (register_id, title, counts, standard, single, cells))
struct PlaceName {
    PlaceCode code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(PlaceName, (), (code, name))
struct RecognitionMatrix {
    std::vector<PlaceName> places;
    std::vector<RecognitionRow> registers;
    Date day;
};
BOOST_DESCRIBE_STRUCT(RecognitionMatrix, (), (places, registers, day))

struct AskRecognitions {
    std::optional<Date> day;  ///< absent: today
};
BOOST_DESCRIBE_STRUCT(AskRecognitions, (), (day))

Result<RecognitionMatrix> show_recognitions(app::Query& query, const AskRecognitions& input);
Result<GradeTable> show_credit_grades(app::Query& query, const AskNothing& input);

}  // namespace jianghui::entries
