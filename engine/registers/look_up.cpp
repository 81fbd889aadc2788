// The questions about entries.

#include "engine/codec/text_member.hpp"
#include "engine/registers/content.hpp"
#include "engine/registers/entries.hpp"
#include "engine/registers/queries.hpp"

namespace jianghui::registers {

using store::arguments;

namespace {

std::optional<EntryId> entry_of_key(const store::Reader& reader, std::string_view register_id,
                                    std::string_view field, std::string_view value) {
    return reader.value<EntryId>(sql::entry_of_key, arguments("register_id", register_id, "field",
                                                              field, "value", value));
}

/// "%…%" for LIKE … ESCAPE '!'.
std::string like_pattern(std::string_view text) {
    std::string pattern = "%";
    for (const char c : folded(text)) {
        if (c == '%' || c == '_' || c == '!') pattern += '!';
        pattern += c;
    }
    return pattern + '%';
}

/// The first and the last code within the place, when there is one.
std::pair<std::optional<std::string>, std::optional<std::string>> range_of(
    const std::optional<PlaceCode>& place) {
    if (!place) return {};
    const auto [first, last] = codes_within(*place);
    return {first.text, last.text};
}

std::string member(const Entry& entry, std::string_view name) {
    return std::string(codec::text_member(entry.values, name));
}

}  // namespace

std::optional<Entry> find(const store::Reader& reader, EntryId entry) {
    return reader.one<Entry>(sql::find_entry, arguments("entry", entry));
}

std::optional<Entry> find_by_number(const store::Reader& reader, std::string_view register_id,
                                    std::string_view number) {
    const auto entry = entry_of_key(reader, register_id, number_field, number);
    return entry ? find(reader, *entry) : std::nullopt;
}

std::vector<Entry> about(const store::Reader& reader, OrganisationId organisation,
                         std::optional<std::string_view> register_id) {
    return reader.all<Entry>(sql::entries_of_organisation,
                             arguments("organisation", organisation, "register_id", register_id));
}

std::vector<Entry> about(const store::Reader& reader, PersonId person,
                         std::optional<std::string_view> register_id) {
    return reader.all<Entry>(sql::entries_of_person,
                             arguments("person", person, "register_id", register_id));
}

std::vector<Entry> at_gate(const store::Reader& reader, OrganisationId organisation) {
    return reader.all<Entry>(sql::entries_at_gate, arguments("organisation", organisation));
}

void ask_at_gate(store::Readings& readings, OrganisationId organisation,
                 std::function<void(Entry&&)> each) {
    readings.each<Entry>(sql::entries_at_gate, arguments("organisation", organisation),
                         std::move(each));
}

std::vector<Entry> list(const store::Reader& reader, const EntryFilter& filter) {
    const auto [first, last] = range_of(filter.place);
    const auto pattern = filter.q ? std::optional(like_pattern(*filter.q)) : std::nullopt;
    return reader.all<Entry>(
        filter.register_id ? sql::list_entries_of_register : sql::list_entries,
        arguments("register_id", filter.register_id, "cursor", filter.cursor, "place_first", first,
                  "place_last", last, "status", filter.status, "organisation", filter.organisation,
                  "person", filter.person, "pattern", pattern, "limit", filter.limit));
}

std::vector<ValueCount> count_values(const store::Reader& reader, std::string_view register_id,
                                     std::string_view field, const std::optional<PlaceCode>& place) {
    const auto [first, last] = range_of(place);
    return reader.all<ValueCount>(sql::count_values,
                                  arguments("register_id", register_id, "field", field,
                                            "place_first", first, "place_last", last));
}

std::vector<ValueCount> count_places(const store::Reader& reader, std::string_view register_id) {
    return reader.all<ValueCount>(sql::count_places, arguments("register_id", register_id));
}

std::vector<EntryVersion> history(const store::Reader& reader, EntryId entry) {
    return reader.all<EntryVersion>(sql::history_of_entry, arguments("entry", entry));
}

namespace {

/// A recognition's entry as the rule reads it: one for each place that it counts in.
void add_recognitions(const store::Reader& reader, const Entry& entry,
                      std::vector<Recognition>& found) {
    Recognition recognition;
    recognition.id = entry.id;
    recognition.register_id = member(entry, "register");
    recognition.origin = {member(entry, "origin")};
    if (const auto standard = member(entry, "standard"); !standard.empty())
        recognition.standard = standard;
    recognition.from_on = entry.valid_from_on;
    recognition.to_on = entry.valid_to_on;
    if (const auto number = member(entry, "entry_number"); !number.empty())
        recognition.entry =
            entry_of_key(reader, recognition.register_id, number_field, number)
                .value_or(EntryId{-1});  // No entry has it: it names none.
    const auto* places = entry.values.as_object().if_contains("counts_in");
    if (places == nullptr || !places->is_array()) return;
    for (const auto& place : places->get_array()) {
        recognition.counts_in = {std::string(place.as_string())};
        found.push_back(recognition);
    }
}

/// Those of a register that are in force; of entries issued in that place only, when it is named.
std::vector<Recognition> recognitions(const store::Reader& reader, std::string_view register_id,
                                      Date day, const std::optional<PlaceCode>& place) {
    std::optional<std::string> issued, city, province;
    if (place) {
        issued = place->text;
        city = city_of(*place).text;
        province = place->text.substr(0, 2) + "0000";
    }
    std::vector<Recognition> found;
    for (const auto& entry : reader.all<Entry>(
             sql::recognitions, arguments("register", register_id, "place", issued, "origin_city",
                                          city, "province", province)))
        if (in_force_on(entry, day)) add_recognitions(reader, entry, found);
    return found;
}

}  // namespace

std::vector<Recognition> recognitions_of(const store::Reader& reader, std::string_view register_id,
                                         Date day) {
    return recognitions(reader, register_id, day, std::nullopt);
}

bool counts_now(const store::Reader& reader, const Entry& entry, const PlaceCode& place, Date day) {
    if (!in_force_on(entry, day)) return false;
    if (entry.counts != Counts::recognised || counts_in(entry, place, day, {}))
        return counts_in(entry, place, day, {});
    return counts_in(entry, place, day,
                     recognitions(reader, entry.register_id, day, entry.place));
}

}  // namespace jianghui::registers
