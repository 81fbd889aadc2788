#include "features/people/consent_texts.hpp"

#include <algorithm>

namespace jianghui::people {
namespace {

constexpr std::string_view consent_file = "consent_texts.csv";
const std::vector<std::string> consent_columns{"purpose",   "version",  "effective_from",
                                               "data_classes", "recipient", "basis_law",
                                               "title_zh",  "title_en", "zh",
                                               "en",        "mark"};

std::vector<std::string> split_classes(std::string_view text) {
    std::vector<std::string> classes;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        classes.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return classes;
}

Result<ConsentText> read_row(codes::DataRow& row) {
    ConsentText read;
    const std::string purpose = row.text(0);
    if (const auto known = codec::parse_enum<ConsentPurpose>(purpose)) {
        read.purpose = *known;
    } else {
        row.fail({"没有这种用途：" + purpose, "there is no purpose " + purpose});
    }
    read.version = row.text(1);
    read.effective_from = row.date(2);
    read.data_classes = split_classes(row.text(3));
    read.recipient = row.text(4);
    read.law = row.text(5);
    read.title = {row.text(6), row.text(7)};
    read.text = {row.text(8), row.text(9)};
    (void)row.mark(10);
    TRY_DO(row.done());
    return read;
}

}  // namespace

Result<ConsentTexts> ConsentTexts::load(const std::filesystem::path& folder) {
    TRY(auto rows, codes::read_table(folder, consent_file, consent_columns));
    ConsentTexts texts;
    for (auto& row : rows) {
        TRY(auto read, read_row(row));
        texts.texts_.push_back(std::move(read));
    }
    std::stable_sort(
        texts.texts_.begin(), texts.texts_.end(),
        [](const auto& a, const auto& b) { return a.effective_from < b.effective_from; });
    for (const auto purpose : {ConsentPurpose::public_pool, ConsentPurpose::contact}) {
        const bool there =
            std::any_of(texts.texts_.begin(), texts.texts_.end(),
                        [&](const auto& each) { return each.purpose == purpose; });
        if (!there)
            return refuse(error(codes::data_malformed)
                              .at(std::string(consent_file))
                              .with("missing", std::string(codec::enum_text(purpose))));
    }
    return texts;
}

const ConsentText& ConsentTexts::of(ConsentPurpose purpose, Date day) const {
    const ConsentText* found = nullptr;
    for (const auto& each : texts_)
        if (each.purpose == purpose && (found == nullptr || each.effective_from <= day))
            found = &each;
    ASSERT(found != nullptr);
    return *found;
}

}  // namespace jianghui::people
