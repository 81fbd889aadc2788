#include "features/certificates/sheet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/http/http.hpp"
#include "engine/print/print.hpp"
#include "engine/procedures/shown_value.hpp"
#include "features/certificates/credential.hpp"
#include "features/certificates/document_text.hpp"

namespace jianghui::certificates {
namespace {

namespace json = codec::json;

const json::object& subject_of(const json::object& document) {
    return document.at("credentialSubject").as_object();
}

/// "2026-11-01" of "2026-11-01T00:00:00+08:00" as it is written by hand.
std::string day_of(const std::string& instant) {
    const auto date = parse_date(std::string_view(instant).substr(0, 10));
    if (!date) return instant;
    return procedures::shown_date(*date, true);
}

std::string validity_of(const json::object& document) {
    const auto until = text_at(document, "validUntil");
    return day_of(text_at(document, "validFrom")) + " 至 " + (until.empty() ? "长期" : day_of(until));
}

/// When the first proof was made.
std::string signed_at(const json::object& document) {
    const auto* proofs = document.if_contains("proof");
    if (proofs == nullptr || !proofs->is_array() || proofs->get_array().empty()) return {};
    const auto at = text_at(proofs->get_array().front().as_object(), "created");
    return at.size() < 16 ? at : at.substr(0, 10) + " " + at.substr(11, 5);
}

void add(Sheet& sheet, std::string name, std::string text) {
    if (!text.empty()) sheet.facts.emplace_back(std::move(name), std::move(text));
}

void add_holder(Sheet& sheet, const json::object& holder) {
    const bool person = text_at(holder, "kind") == "person";
    add(sheet, person ? "持证人" : "持证单位", text_at(holder, "name"));
    add(sheet, "统一社会信用代码", text_at(holder, "creditCode"));
}

void add_fields(Sheet& sheet, const json::object& subject, const registers::Register& definition,
                const ShownValue& shown) {
    for (const auto& line : subject.at("fields").as_array()) {
        const auto& said = line.as_object();
        if (const auto* field = definition.field(text_at(said, "field")))
            add(sheet, field->title.zh, shown(*field, said.at("value")));
    }
}

constexpr float margin = 64;
constexpr float title_size = 26;
constexpr float number_size = 13;
constexpr float text_size = 12;
constexpr float small_size = 8;
constexpr float line_height = 22;
constexpr float small_height = 13;
constexpr float indent = 128;
constexpr float code_side = 118;

/// Goes to the next page when a line has no room above the code.
void turn_page(print::Paper& paper) {
    if (paper.room() < code_side + line_height) paper.next_page();
}

void print_fact(print::Paper& paper, const std::string& name, const std::string& text) {
    const auto measure = [&](const std::string& part) { return paper.measure(part, text_size); };
    // A mark that may not begin a line hangs over by one letter.
    const auto names = print::wrapped(name, indent - 2 * text_size, measure);
    const auto texts = print::wrapped(text, paper.right() - paper.left() - indent, measure);
    for (std::size_t line = 0; line < std::max(names.size(), texts.size()); ++line) {
        turn_page(paper);
        if (line < names.size()) paper.write(names[line], paper.left(), text_size);
        if (line < texts.size()) paper.write(texts[line], paper.left() + indent, text_size);
        paper.go_down(line_height);
    }
}

/// The lines beside the code, from its upper edge down.
void print_foot(print::Paper& paper, const std::vector<std::string>& foot) {
    const float width = paper.right() - paper.left() - code_side - text_size;
    const auto measure = [&](const std::string& part) { return paper.measure(part, small_size); };
    paper.go_down(paper.room() - code_side + small_size);
    for (const auto& paragraph : foot)
        for (const auto& line : print::wrapped(paragraph, width, measure)) {
            paper.write(line, paper.left(), small_size);
            paper.go_down(small_height);
        }
}

/// What stands beside the code. Without a recorded address there is neither a code nor a link.
std::vector<std::string> foot_of(const json::object& document, const SheetLinks& links) {
    const bool open = text_at(subject_of(document), "audience") == "everybody";
    const std::string printed = std::string("本页由登记凭证（") + (open ? "公开内容" : "完整内容") +
                                "）打印，效力以登记簿为准。";
    const std::string from = open ? "公开凭证可以从平台取得。" : "完整凭证请向持证人索取文件。";
    const std::string digest = "摘要（SM3） " + subject_digest(document);
    if (links.address.empty())
        return {printed + "平台尚未登记公开网址，本页没有二维码（由安全管理员登记）。" + from, digest};
    return {printed + "扫码在自己的浏览器里核验，二维码只含编号和摘要；" + from,
            "核验 " + links.address + "/certificates/verify",
            "状态 " + status_link(links.address, document), digest};
}

}  // namespace

std::string check_link(const std::string& address, const json::object& document) {
    const auto& subject = subject_of(document);
    return fmt::format("{}/certificates/verify#entry={}&number={}&digest={}", address,
                       text_at(subject, "entry"),
                       http::percent_encode(text_at(subject, "number")), subject_digest(document));
}

std::string status_link(const std::string& address, const json::object& document) {
    const auto list = text_at(document.at("credentialStatus").as_array().front().as_object(),
                              "statusListCredential");
    constexpr std::string_view urn = "urn:jianghui:status:";
    if (!list.starts_with(urn)) return list;
    std::string path = list.substr(urn.size());  // 510500:1:revocation
    for (auto& sign : path)
        if (sign == ':') sign = '/';
    return address + "/api/v1/certificates/status/" + path;
}

Sheet sheet_of(const json::object& document, const registers::Register& definition,
               const std::string& authority, const SheetLinks& links, const ShownValue& shown) {
    const auto& subject = subject_of(document);
    Sheet sheet;
    sheet.title = definition.title.zh;
    sheet.number = text_at(subject, "number");
    add_holder(sheet, subject.at("holder").as_object());
    add_fields(sheet, subject, definition, shown);
    add(sheet, "有效期", validity_of(document));
    add(sheet, "签发机关", authority);
    add(sheet, "签名时间", signed_at(document));
    sheet.check = links.check;
    sheet.foot = foot_of(document, links);
    return sheet;
}

Result<std::string> pdf_of(const Sheet& sheet) {
    print::Paper paper(margin, title_size);
    if (!paper.good()) return refuse(sheet_failed);
    paper.write_centred(sheet.title, title_size);
    paper.go_down(title_size + number_size);
    paper.write_centred("登记凭证　编号 " + sheet.number, number_size);
    paper.go_down(number_size);
    paper.rule(0);
    paper.go_down(line_height + text_size);
    for (const auto& [name, text] : sheet.facts) print_fact(paper, name, text);
    paper.code(sheet.check, code_side, "", small_size);
    print_foot(paper, sheet.foot);
    auto bytes = paper.bytes();
    if (bytes.empty()) return refuse(sheet_failed);
    return bytes;
}

}  // namespace jianghui::certificates
