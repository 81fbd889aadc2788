// What is hashed of events and blocks.

#include "engine/codec/canonical.hpp"
#include "engine/journal/seal.hpp"

namespace jianghui::journal {
namespace {

/// Adds members in the order of their names: the caller keeps it.
class Writer {
  public:
    template <class Tag>
    void id(std::string_view name, const std::optional<Id<Tag>>& value) {
        if (value) text(name, value->text());
    }
    void text(std::string_view name, std::string_view value) {
        raw(name, codec::canonical(boost::json::value(value)));
    }
    void number(std::string_view name, std::int64_t value) { raw(name, std::to_string(value)); }
    void raw(std::string_view name, std::string_view json) {
        out_ += out_.size() == 1 ? "\"" : ",\"";
        out_ += name;
        out_ += "\":";
        out_ += json;
    }
    [[nodiscard]] std::string done() && { return std::move(out_) + '}'; }

  private:
    std::string out_ = "{";
};

}  // namespace

std::string canonical_event(const Event& event) {
    Writer out;
    out.id("actor", event.actor);
    out.number("at", event.at.time_since_epoch().count());
    out.text("city", event.city.text);
    out.id("counterpart", event.counterpart);
    out.raw("data", codec::canonical(event.data));
    out.text("kind", event.kind);
    out.id("organisation", event.organisation);
    out.id("person", event.person);
    out.number("position", event.position);
    out.text("subject", event.subject.text());
    out.text("subject_kind", event.subject_kind);
    return std::move(out).done();
}

Digest digest_of(const Block& block) {
    Writer out;
    out.number("at", block.at.time_since_epoch().count());
    out.number("first", block.first_position);
    out.number("key", block.key_number);
    out.number("last", block.last_position);
    out.number("number", block.number);
    out.text("previous", block.previous);
    out.text("root", block.root);
    return crypto::sm3(std::move(out).done());
}

}  // namespace jianghui::journal
