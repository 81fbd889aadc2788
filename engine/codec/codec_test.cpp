#include "engine/codec/codec.hpp"
#include "engine/codec/text_member.hpp"

#include <gtest/gtest.h>

namespace jianghui::codec_test {

enum class Unit { month, day, hour };
BOOST_DESCRIBE_ENUM(Unit, month, day, hour)
struct Pay {
    Unit unit = Unit::month;
    Fen amount;
};
BOOST_DESCRIBE_STRUCT(Pay, (), (unit, amount))
struct Order {
    OrderId order;
    Integer<1, 500> headcount;
    Name title;
    std::optional<Date> starts_on;
    List<Pay, 2> pays;
};
BOOST_DESCRIBE_STRUCT(Order, (), (order, headcount, title, starts_on, pays))

const std::string order_id = "0r5k2m9x8q3va";
const std::string good =
    R"({"order":"0r5k2m9x8q3va","headcount":3,"title":" 白酒酿造工 ","pays":[{"unit":"day","amount":20000}]})";

TEST(Codec, ReadsADescribedStructAndWritesItBack) {
    const auto order = codec::decode<Order>(good);
    ASSERT_TRUE(order) << order.error().path;
    EXPECT_EQ(order->title.text, "白酒酿造工");
    EXPECT_EQ(order->pays[0].amount, Fen{20000});
    EXPECT_FALSE(order->starts_on);
    const auto again = codec::decode<Order>(codec::encode(*order));
    ASSERT_TRUE(again);
    EXPECT_EQ(codec::encode(*again), codec::encode(*order));
}

struct Case {
    std::string body, code, path;
};

TEST(Codec, NamesTheFaultAndItsPlace) {
    const Case cases[] = {
        {"{", "malformed_json", ""},
        {"[]", "wrong_type", ""},
        {R"({"order":"0r5k2m9x8q3va","headcount":0,"title":"x","pays":[]})", "out_of_range",
         "/headcount"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1.0,"title":"x","pays":[]})", "wrong_type",
         "/headcount"},
        {R"({"order":"nope","headcount":1,"title":"x","pays":[]})", "wrong_type", "/order"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1,"pays":[]})", "missing_field", "/title"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1,"title":"","pays":[]})", "out_of_range",
         "/title"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1,"title":"x","pays":[{"unit":"dya","amount":1}]})",
         "unknown_code", "/pays/0/unit"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1,"titel":"y","title":"x","pays":[]})",
         "unknown_field", "/titel"},
        {R"({"order":"0r5k2m9x8q3va","headcount":1,"title":"x","starts_on":"2026-02-30","pays":[]})",
         "wrong_type", "/starts_on"},
    };
    for (const auto& [body, code, path] : cases) {
        const auto order = codec::decode<Order>(body);
        ASSERT_FALSE(order) << body;
        EXPECT_EQ(order.error().code, code) << body;
        EXPECT_EQ(order.error().path, path) << body;
    }
}

TEST(Codec, OffersTheNearestNames) {
    const auto order = codec::decode<Order>(
        R"({"order":"0r5k2m9x8q3va","headcount":1,"titel":"y","title":"x","pays":[]})");
    ASSERT_FALSE(order);
    EXPECT_EQ(order.error().nearest.front(), "title");
}

TEST(Codec, ShowsWholeCharactersOfALongName) {
    for (const std::string before : {"", "a", "ab"}) {
        std::string name = before;
        while (name.size() < 90) name += "汇";
        const auto order = codec::decode<Order>(R"({"order":"0r5k2m9x8q3va","headcount":1,"title":"x","pays":[],")" + name + "\":1}");
        ASSERT_FALSE(order);
        EXPECT_EQ(order.error().code, "unknown_field");
        std::string written;
        codec::write_string(written, order.error().path);
        EXPECT_TRUE(codec::parse(written)) << written;
        EXPECT_TRUE(("/" + name).starts_with(order.error().path)) << order.error().path;
        EXPECT_GE(order.error().path.size(), 58U);
    }
}

TEST(Codec, CollectsSeveralFaults) {
    const auto order = codec::decode<Order>(R"({"headcount":0,"pays":5})");
    ASSERT_FALSE(order);
    EXPECT_EQ(order.error().code, "malformed_request");
    EXPECT_EQ(order.error().errors.size(), 4U);
}

TEST(Codec, RefusesDeepNesting) {
    const auto value = codec::parse(std::string(100, '[') + std::string(100, ']'));
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, "malformed_json");
}

TEST(Codec, RefusesControlCharacters) {
    EXPECT_FALSE(codec::decode<Order>(
        R"({"order":"0r5k2m9x8q3va","headcount":1,"title":"a\u0000b","pays":[]})"));
}

/// Eight bytes are looked at together: every byte at every place among them, before and after Chinese.
TEST(Codec, EscapesWhatMustBeWhereverItStands) {
    for (int byte = 1; byte < 0x80; ++byte)
        for (std::size_t at = 0; at < 20; ++at) {
            std::string text(20, 'x');
            text[at] = static_cast<char>(byte);
            text = "抢单" + text + "江汇";
            std::string written;
            codec::write_string(written, text);
            const auto read = codec::parse(written);
            ASSERT_TRUE(read) << "byte " << byte << " at " << at << ": " << written;
            ASSERT_EQ(std::string_view(read->as_string()), text);
            const bool escaped = byte < 0x20 || byte == '"' || byte == '\\';
            ASSERT_EQ(written.size() > text.size() + 2, escaped) << "byte " << byte << " at " << at;
        }
}

TEST(Codec, MergesPathAndBodyAndRefusesLeftovers) {
    const codec::Parameters path{{"order", order_id}};
    const auto body = codec::parse(R"({"headcount":3,"title":"t","pays":[]})").value();
    EXPECT_TRUE(codec::decode_request<Order>(path, {}, &body));
    const auto twice = codec::decode_request<Order>(path, {{"colour", "red"}}, &body);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "unknown_parameter");
}

TEST(Codec, ReadsNumbersFromTheQuery) {
    struct Page;
    const codec::Parameters query{
        {"order", order_id}, {"headcount", "12"}, {"title", "34"}};
    const auto read = codec::decode_request<Pay>({}, {{"unit", "hour"}, {"amount", "250"}}, nullptr);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->amount, Fen{250});
    const auto wrong = codec::decode_request<Pay>({}, {{"unit", "hour"}, {"amount", "2x"}}, nullptr);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().path, "/amount");
}

TEST(Codec, DescribesItselfAsASchema) {
    codec::Schemas schemas;
    const auto reference = codec::schema<Order>(schemas);
    EXPECT_EQ(reference.at("$ref").as_string(), "#/components/schemas/codec_test.Order");
    const auto& order = schemas.named.at("codec_test.Order").as_object();
    EXPECT_EQ(order.at("properties").at("headcount").at("maximum").as_int64(), 500);
    EXPECT_EQ(order.at("required").as_array().size(), 4U);
    EXPECT_TRUE(schemas.named.contains("codec_test.Pay"));
}

TEST(TextMember, IsTheTextOrNothing) {
    const auto value = codec::parse(R"({"name":"张三","count":3,"none":null})").value();
    EXPECT_EQ(codec::text_member(value, "name"), "张三");
    EXPECT_EQ(codec::text_member(value.get_object(), "name"), "张三");
    for (const auto* other : {"count", "none", "missing"}) EXPECT_EQ(codec::text_member(value, other), "") << other;
    EXPECT_EQ(codec::text_member(codec::parse("[1]").value(), "name"), "");
}

}  // namespace jianghui::codec_test
