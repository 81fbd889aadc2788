// jianghui rank --workers W.jsonl --orders O.jsonl: files in, rankings out, no database.

#include <fmt/format.h>

#include "engine/app/command_answers.hpp"
#include "engine/app/document.hpp"
#include "engine/app/reference_folder.hpp"
#include "features/suggestions/endpoints.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/file_rankings.hpp"

namespace jianghui::suggestions {
namespace {

Result<RecordFile> read_file(const std::string& name) {
    auto text = app::read_document(name);
    if (!text) return refuse(std::move(text.error()).with("file", name));
    return RecordFile{name, *std::move(text)};
}

std::string file_words_of(const FileRankings& said) {
    std::string out;
    for (const auto& ranking : said.rankings) {
        out += fmt::format("{}  ({} considered)\n", ranking.order, ranking.considered);
        for (const auto& item : ranking.items) {
            out += fmt::format("    {:>4}  {}\n", item.score, item.worker);
            for (const auto& part : item.parts)
                out += fmt::format("           {:>3}/{:<3} {}  {}\n", part.points, part.max, part.reason.zh,
                                   part.reason.en);
        }
        for (const auto& removed : ranking.removed)
            out += fmt::format("    {:>6}  {}  {}\n", removed.count, removed.reason.zh, removed.reason.en);
        for (const auto* text : {&ranking.what_counts, &ranking.why_empty, &ranking.advice})
            if (*text) out += "    " + (*text)->zh + "\n    " + (*text)->en + "\n";
    }
    if (!out.empty()) out.pop_back();
    return out;
}

}  // namespace

Result<app::Printed> rank_files(const Rank& input) {
    if (!input.workers && !input.orders) return refuse(app::needs_data_folder);
    if (!input.workers || !input.orders || input.order || input.person)
        return refuse(rank_needs_files);
    TRY(const auto codes, load_record_codes(app::default_reference_folder()));
    TRY(const auto workers, read_file(*input.workers));
    TRY(const auto orders, read_file(*input.orders));
    const Date today = input.as_of.value_or(date_of(SystemClock().now()));
    const std::size_t k = input.k ? static_cast<std::size_t>(input.k->value) : 50;
    TRY(const auto said, rank_records(workers, orders, codes, k, today));
    return app::Printed{file_words_of(said), codec::encode(said)};
}

}  // namespace jianghui::suggestions
