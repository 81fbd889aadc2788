// What is hashed of events and blocks.

#include <array>

#include "engine/codec/canonical.hpp"
#include "engine/journal/leaves.hpp"
#include "engine/journal/queries.hpp"
#include "engine/journal/seal.hpp"
#include "engine/journal/stored_event.hpp"

namespace jianghui::journal {
namespace {

/// Adds members in the order of their names: the caller keeps it.
class Writer {
  public:
    explicit Writer(std::string& out) : out_(out) { out_ += '{'; }

    template <class Tag>
    void id(std::string_view name, const std::optional<Id<Tag>>& value) {
        if (value) text(name, value->text());
    }
    void text(std::string_view name, std::string_view value) {
        codec::append_canonical(key(name), value);
    }
    void number(std::string_view name, std::int64_t value) { key(name) += std::to_string(value); }
    void value(std::string_view name, const boost::json::value& value) {
        codec::append_canonical(key(name), value);
    }
    void end() { out_ += '}'; }

  private:
    std::string& key(std::string_view name) {
        if (out_.back() != '{') out_ += ',';
        out_ += '"';
        out_ += name;
        return out_ += "\":";
    }
    std::string& out_;
};

/// Of an event or of a row of the table, whose data have been read.
template <class AnyEvent>
void append_event(std::string& out, const AnyEvent& event, const boost::json::value& data) {
    Writer members(out);
    members.id("actor", event.actor);
    members.number("at", event.at.time_since_epoch().count());
    members.text("city", event.city.text);
    members.id("counterpart", event.counterpart);
    members.value("data", data);
    members.text("kind", event.kind);
    members.id("organisation", event.organisation);
    members.id("person", event.person);
    members.number("position", event.position);
    members.text("subject", event.subject.text());
    members.text("subject_kind", event.subject_kind);
    members.end();
}

/// Turns rows into leaves with memory that it uses again and again: millions of them.
class LeafMaker {
  public:
    Digest operator()(const StoredEvent& event) {
        boost::json::monotonic_resource memory(space_.data(), space_.size());
        boost::json::parse_options options;
        options.max_depth = 16;
        boost::system::error_code fault;
        const auto data = boost::json::parse(event.data, fault, &memory, options);
        if (fault) return {};
        text_.assign(1, '\0');
        append_event(text_, event, data);
        return crypto::sm3(text_);
    }

  private:
    std::array<unsigned char, 4096> space_{};
    std::string text_;
};

}  // namespace

std::string canonical_event(const Event& event) {
    std::string out;
    out.reserve(512);
    append_event(out, event, event.data);
    return out;
}

std::vector<Leaf> leaves_after(const store::Reader& reader, std::int64_t position, int limit) {
    std::vector<Leaf> leaves;
    LeafMaker leaf;
    reader.each<StoredEvent>(sql::events_after,
                             store::arguments("after", position, "limit", limit),
                             [&](StoredEvent&& event) {
                                 leaves.push_back({event.position, leaf(event)});
                             });
    return leaves;
}

std::vector<Digest> digests_of(const std::vector<Leaf>& leaves) {
    std::vector<Digest> digests;
    digests.reserve(leaves.size());
    for (const auto& leaf : leaves) digests.push_back(leaf.digest);
    return digests;
}

Digest digest_of(const Block& block) {
    std::string text;
    Writer out(text);
    out.number("at", block.at.time_since_epoch().count());
    out.number("first", block.first_position);
    out.number("key", block.key_number);
    out.number("last", block.last_position);
    out.number("number", block.number);
    out.text("previous", block.previous);
    out.text("root", block.root);
    out.end();
    return crypto::sm3(text);
}

}  // namespace jianghui::journal
