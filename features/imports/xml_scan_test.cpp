#include "features/imports/xml_scan.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jianghui::imports {
namespace {

/// Writes down what it is told.
class Notes : public XmlHandler {
  public:
    std::string story;
    std::string stop_at;
    bool open(std::string_view name, const XmlAttributes& attributes) override {
        story += "<" + std::string(name);
        for (const auto* key : {"a", "b"})
            if (!attributes[key].empty()) story += " " + std::string(attributes[key]);
        story += ">";
        return name != stop_at;
    }
    bool close(std::string_view name) override {
        story += "</" + std::string(name) + ">";
        return true;
    }
    bool text(std::string_view content) override {
        story += content;
        return true;
    }
};

std::string walked(const std::string& xml) {
    Notes notes;
    const auto result = scan_xml(xml, notes);
    return result ? notes.story : result.error().code;
}

TEST(XmlScan, TellsElementsAttributesAndText) {
    EXPECT_EQ(walked("<x><y a=\"1\" b='2'/>text</x>"), "<x><y 1 2></y>text</x>");
    EXPECT_EQ(walked("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<x >\n</x >\n<!-- end -->\n"),
              "<x>\n</x>");
    EXPECT_EQ(walked("<p:x xmlns:p=\"u\" p:a=\"1\"></p:x>"), "<x 1></x>");
}

TEST(XmlScan, ReplacesReferences) {
    EXPECT_EQ(walked("<x a=\"&quot;&apos;\">&lt;&amp;&gt;&#23452;&#x5BBE;</x>"), "<x \"'><&>宜宾</x>");
    EXPECT_EQ(walked("<x><![CDATA[<&]]]]></x>"), "<x><&]]</x>");
}

TEST(XmlScan, RefusesWhatIsNotWellFormed) {
    for (const auto* xml :
         {"", " ", "text", "<", "<x", "<x>", "<x/", "<x/><y/>", "<x></y>", "</x>", "<x></x></x>",
          "<x a></x>", "<x a=></x>", "<x a=1></x>", "<x a=\"1></x>", "<x a=\"<\"/>", "<x>&unknown;</x>",
          "<x>&#0;</x>", "<x>&#1;</x>", "<x>&#xD800;</x>", "<x>&#99999999999;</x>", "<x>&lt</x>", "<x><!-- </x>",
          "<x><![CDATA[ </x>", "<x/>text", "<?xml", "<!DOCTYPE x><x/>", "< x/>", "<x>\xFF</x>"})
        EXPECT_EQ(walked(xml), "table_unreadable") << xml;
}

TEST(XmlScan, ExpandsNoEntities) {
    EXPECT_EQ(walked("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>"),
              "table_unreadable");
}

TEST(XmlScan, LimitsDepth) {
    std::string xml;
    for (int i = 0; i < 5'000; ++i) xml += "<x>";
    EXPECT_EQ(walked(xml), "table_unreadable");
}

TEST(XmlScan, EndsWhereTheHandlerWishes) {
    Notes notes;
    notes.stop_at = "y";
    EXPECT_TRUE(scan_xml("<x><y/><z/>not even well formed", notes).has_value());
    EXPECT_EQ(notes.story, "<x><y>");
}

RC_GTEST_PROP(XmlScanProperty, AnyTextSurvivesEscaping, ()) {
    const auto text = *rc::gen::container<std::string>(rc::gen::element('<', '&', '>', '"', 'a', ' '));
    std::string escaped;
    for (const char c : text) escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
    RC_ASSERT(walked("<x>" + escaped + "</x>") == "<x>" + text + "</x>");
}

}  // namespace
}  // namespace jianghui::imports
