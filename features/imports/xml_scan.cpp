#include "features/imports/xml_scan.hpp"

#include <algorithm>
#include <charconv>

#include "engine/base/utf8.hpp"

// liborcus has such a walker, but release 0.17 reads past the end of malformed text (found by
// tests/fuzz/fuzz_xlsx within seconds), and these files come from strangers.

namespace jianghui::imports {

namespace {
constexpr std::size_t depth_max = 100;
constexpr std::size_t attributes_max = 200;
constexpr std::string_view blank = " \t\r\n";

/// Why the walk ended.
enum class Step { go_on, stopped, malformed };

/// Appends the text with its references replaced; false when one is unknown or no character.
bool append_decoded(std::string& out, std::string_view text) {
    while (true) {
        const auto mark = text.find('&');
        out += text.substr(0, mark);
        if (mark == std::string_view::npos) return true;
        const auto end = text.find(';', mark);
        constexpr std::size_t reference_max = 12;
        if (end == std::string_view::npos || end - mark > reference_max) return false;
        const auto name = text.substr(mark + 1, end - mark - 1);
        text.remove_prefix(end + 1);
        if (name == "lt") out += '<';
        else if (name == "gt") out += '>';
        else if (name == "amp") out += '&';
        else if (name == "quot") out += '"';
        else if (name == "apos") out += '\'';
        else if (name.size() > 1 && name[0] == '#') {
            const bool hexadecimal = name[1] == 'x';
            const auto digits = name.substr(hexadecimal ? 2 : 1);
            std::uint32_t code = 0;
            const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), code,
                                              hexadecimal ? 16 : 10);
            const bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
            const bool scalar =
                !control && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
            if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || !scalar)
                return false;
            append_utf8(out, static_cast<char32_t>(code));
        } else {
            return false;
        }
    }
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class Walker {
  public:
    Walker(std::string_view xml, XmlHandler& handler) : rest_(xml), handler_(&handler) {}

    Result<Done> walk() {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
        while (!rest_.empty()) {
            const Step next = rest_.front() == '<' ? markup() : characters();
            if (next == Step::stopped) return Done{};
            if (next == Step::malformed) return refuse(table_unreadable);
        }
        if (!open_.empty() || !had_root_) return refuse(table_unreadable);
        return Done{};
    }

  private:
    Step characters() {
        const auto text = rest_.substr(0, rest_.find('<'));
        rest_.remove_prefix(text.size());
        if (open_.empty())
            return text.find_first_not_of(blank) == std::string_view::npos ? Step::go_on
                                                                           : Step::malformed;
        if (text.find('&') == std::string_view::npos) return given(handler_->text(text));
        decoded_.clear();
        if (!append_decoded(decoded_, text)) return Step::malformed;
        return given(handler_->text(decoded_));
    }

    Step markup() {
        if (rest_.starts_with("<?")) return skip_to("?>");
        if (rest_.starts_with("<!--")) return skip_to("-->");
        if (rest_.starts_with("<![CDATA[")) return character_data();
        if (rest_.starts_with("<!")) return Step::malformed;  // a document type
        if (rest_.starts_with("</")) return close_tag();
        return open_tag();
    }

    Step skip_to(std::string_view end) {
        const auto at = rest_.find(end, 2);
        if (at == std::string_view::npos) return Step::malformed;
        rest_.remove_prefix(at + end.size());
        return Step::go_on;
    }

    Step character_data() {
        constexpr std::string_view begin = "<![CDATA[";
        const auto end = rest_.find("]]>", begin.size());
        if (end == std::string_view::npos || open_.empty()) return Step::malformed;
        const auto text = rest_.substr(begin.size(), end - begin.size());
        rest_.remove_prefix(end + 3);
        return text.empty() ? Step::go_on : given(handler_->text(text));
    }

    /// Takes a name off the front; empty when there is none.
    std::string_view take_name() {
        const auto name = rest_.substr(0, rest_.find_first_of(" \t\r\n/>=<\"'&"));
        rest_.remove_prefix(name.size());
        return name;
    }
    void skip_blank() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(blank), rest_.size()));
    }

    Step close_tag() {
        rest_.remove_prefix(2);
        const auto name = take_name();
        skip_blank();
        if (!rest_.starts_with(">") || open_.empty() || open_.back() != name)
            return Step::malformed;
        rest_.remove_prefix(1);
        open_.pop_back();
        return given(handler_->close(local_name(name)));
    }

    Step open_tag() {
        rest_.remove_prefix(1);
        const auto name = take_name();
        if (name.empty() || open_.size() >= depth_max || (open_.empty() && had_root_))
            return Step::malformed;
        had_root_ = true;
        attributes_.clear();
        for (std::size_t count = 0; count <= attributes_max; ++count) {
            skip_blank();
            if (rest_.starts_with(">")) {
                rest_.remove_prefix(1);
                open_.push_back(name);
                return given(handler_->open(local_name(name), attributes_));
            }
            if (rest_.starts_with("/>")) {
                rest_.remove_prefix(2);
                const Step opened = given(handler_->open(local_name(name), attributes_));
                if (opened != Step::go_on) return opened;
                return given(handler_->close(local_name(name)));
            }
            if (!attribute()) return Step::malformed;
        }
        return Step::malformed;
    }

    bool attribute() {
        const auto name = take_name();
        skip_blank();
        if (name.empty() || !rest_.starts_with("=")) return false;
        rest_.remove_prefix(1);
        skip_blank();
        if (rest_.empty() || (rest_.front() != '"' && rest_.front() != '\'')) return false;
        const auto end = rest_.find(rest_.front(), 1);
        if (end == std::string_view::npos) return false;
        const auto value = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        decoded_.clear();
        if (value.find('<') != std::string_view::npos || !append_decoded(decoded_, value))
            return false;
        attributes_.add(local_name(name), decoded_);
        return true;
    }

    static Step given(bool go_on) { return go_on ? Step::go_on : Step::stopped; }

    std::string_view rest_;
    XmlHandler* handler_;
    XmlAttributes attributes_;
    std::vector<std::string_view> open_;  ///< full names of the elements that are open
    std::string decoded_;
    bool had_root_ = false;
};
}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const auto& [key, value] : list_)
        if (key == name) return value;
    return {};
}

Result<Done> scan_xml(const std::string& xml, XmlHandler& handler) {
    if (!code_points(xml)) return refuse(table_unreadable);
    return Walker(xml, handler).walk();
}

}  // namespace jianghui::imports
