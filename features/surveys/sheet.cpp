#include "features/surveys/sheet.hpp"

#include <charconv>
#include <set>

#include "features/surveys/errors.hpp"

namespace jianghui::surveys {
namespace {

constexpr std::int64_t villages_max = 5'000;
constexpr std::int64_t size_max = 20'000;
constexpr std::size_t name_max = 300;
const std::vector<std::string> needed{"地区代码", "村", "类型", "户数"};
const std::string spread_title = "离散度";

/// A row under its titles.
struct Cells {
    const imports::TableRow& row;
    const imports::TitledColumns& at;
    ReadFrame& read;
    bool good = true;

    [[nodiscard]] std::string text(const std::string& title) const {
        const auto found = at.find(title);
        if (found == at.end() || found->second >= row.cells.size()) return "";
        return half_width(row.cells[found->second]);
    }
    void refuse_cell(const std::string& title, const ErrorCode& code) {
        auto fault = imports::fault(code, text(title));
        fault.row = row.number;
        fault.column = title;
        read.faults.push_back(std::move(fault));
        good = false;
    }
    std::string words(const std::string& title) {
        std::string said = text(title);
        if (said.empty()) refuse_cell(title, imports::cell_missing);
        if (said.size() > name_max) refuse_cell(title, imports::text_too_long);
        return said;
    }
    std::int64_t number(const std::string& title, std::int64_t otherwise) {
        const std::string said = text(title);
        if (said.empty() && otherwise > 0) return otherwise;
        std::int64_t value = 0;
        const auto [stop, failed] = std::from_chars(said.data(), said.data() + said.size(), value);
        if (failed != std::errc() || stop != said.data() + said.size())
            refuse_cell(title, said.empty() ? imports::cell_missing : imports::number_unreadable);
        else if (value < 1 || value > size_max)
            refuse_cell(title, imports::number_out_of_range);
        return value;
    }
};

VillageRow village_of(Cells& cells, const codes::Tables& tables, const PlaceCode& place) {
    VillageRow village;
    village.place.text = cells.text("地区代码");
    if (tables.find_place(village.place) == nullptr || !within(village.place, place))
        cells.refuse_cell("地区代码", survey_place_unknown);
    village.name = cells.words("村");
    village.type = cells.words("类型");
    village.size = cells.number("户数", 0);
    village.spread = cells.number(spread_title, 1);
    return village;
}

}  // namespace

Result<ReadFrame> read_frame(const std::string& bytes, const codes::Tables& tables,
                             const PlaceCode& place) {
    imports::TableOptions options;
    options.limits.rows_max = villages_max + 1;
    TRY(const auto table, imports::open_table(bytes, options));
    TRY(const auto at, imports::find_titles(*table, needed));
    ReadFrame read;
    std::set<std::pair<std::string, std::string>> seen;
    while (true) {
        TRY(const auto row, table->next());
        if (!row) break;
        if (row->fault) {
            read.faults.push_back(*row->fault);
            continue;
        }
        Cells cells{*row, at, read};
        VillageRow village = village_of(cells, tables, place);
        if (cells.good && !seen.emplace(village.place.text, village.name).second)
            cells.refuse_cell("村", survey_village_twice);
        if (!cells.good) continue;
        village.village = static_cast<int>(read.villages.size()) + 1;
        read.villages.push_back(std::move(village));
    }
    return read;
}

}  // namespace jianghui::surveys
