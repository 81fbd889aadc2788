// Any bytes as the two files of `jianghui rank`, workers and orders, set apart by a line of "%%": a fault names
// row and field, rankings are no longer than asked, best first, and JSON.
#include "engine/codec/codec.hpp"
#include "engine/http/http.hpp"
#include "features/suggestions/errors.hpp"
#include "features/suggestions/file_rankings.hpp"

namespace {

using namespace jianghui;

void check_refusal(const Error& refusal) {
    const auto has = [&](std::string_view name) {
        return std::any_of(refusal.facts.begin(), refusal.facts.end(),
                           [&](const Fact& fact) { return fact.first == name && !fact.second.empty(); });
    };
    ASSERT(refusal.code == suggestions::line_malformed.code);
    ASSERT(has("file") && has("row") && has("column"));
    ASSERT(!refusal.message.zh.empty() && !refusal.message.en.empty());
    ASSERT(codec::parse(http::problem(refusal, "0000000000000000").body).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    static const auto codes = suggestions::load_record_codes(SOURCE_FOLDER "/data").value();
    constexpr std::string_view separator = "%%\n";
    constexpr std::size_t most = 5;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find(separator), text.size());
    const auto orders = text.substr(std::min(end + separator.size(), text.size()));
    const auto said = suggestions::rank_records({"W.jsonl", std::string(text.substr(0, end))},
                                                {"O.jsonl", std::string(orders)}, codes, most,
                                                *parse_date("2026-11-28"));
    if (!said) {
        check_refusal(said.error());
        return 0;
    }
    for (const auto& ranking : said->rankings) {
        ASSERT(ranking.items.size() <= most);
        for (std::size_t i = 1; i < ranking.items.size(); ++i)
            ASSERT(ranking.items[i - 1].score >= ranking.items[i].score);
    }
    ASSERT(codec::parse(codec::encode(*said)).has_value());
    return 0;
}
