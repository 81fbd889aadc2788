#include "features/codes/places.hpp"

#include <algorithm>

#include "features/codes/code_tree.hpp"

namespace jianghui::codes {
namespace {

constexpr std::size_t text_bytes_max = 300;

std::uint64_t pair_key(std::string_view a, std::string_view b) {
    return std::stoull(std::string(std::min(a, b))) * 1'000'000 +
           std::stoull(std::string(std::max(a, b)));
}

std::optional<PlaceLevel> parse_level(std::string_view text) {
    if (text == "province") return PlaceLevel::province;
    if (text == "city") return PlaceLevel::city;
    if (text == "county") return PlaceLevel::county;
    return std::nullopt;
}

/// A text without blanks and separators, cut to a length that any address has.
struct PlainText {
    std::string text;
    std::vector<std::size_t> breaks;  ///< where a separator stood
};

PlainText without_separators(std::string_view input) {
    PlainText plain;
    std::string& out = plain.text;
    const std::string half = half_width(input.substr(0, text_bytes_max));
    std::string_view rest = half;
    while (!rest.empty()) {
        const std::string_view before = rest;
        const auto c = take_code_point(rest);
        if (!c) continue;  // The cut may have split a character.
        constexpr std::u32string_view separators = U" \t\r\n·•・-—_/\\,，、>|.。:：;；()（）";
        if (separators.find(*c) != std::u32string_view::npos) {
            plain.breaks.push_back(out.size());
            continue;
        }
        out += before.substr(0, before.size() - rest.size());
        // Words of official lists that name no place: "中国重庆市市辖区江津区". 市中区, 市北区
        // stay.
        for (const std::string_view filler : {"市辖区", "省直辖县级行政区划", "中国"}) {
            const bool leads = filler == "中国" ? out == filler : out.size() > filler.size();
            if (leads && out.size() >= filler.size() &&
                out.compare(out.size() - filler.size(), filler.size(), filler) == 0)
                out.erase(out.size() - filler.size());
        }
    }
    return plain;
}

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

/// One way to cut a text into names, each within the one before.
struct Places::Reading {
    std::optional<std::size_t> place;
    bool sure = true;
    bool may_be_followed = false;  ///< the last name ends here for sure
    std::size_t used = 0;          ///< bytes
};

Result<Places> Places::load(const std::filesystem::path& folder) {
    Places places;
    TRY_DO(places.load_places(folder));
    TRY_DO(places.load_spellings(folder));
    TRY_DO(places.load_distances(folder));
    return places;
}

Result<Done> Places::load_places(const std::filesystem::path& folder) {
    constexpr std::string_view file = "places.csv";
    TRY(auto rows, read_table(folder, file,
                              {"code", "name", "short_name", "level", "parent", "lon", "lat",
                               "region", "kind"}));
    for (auto& row : rows) {
        Place place;
        place.code.text = row.text(0);
        place.name = row.text(1);
        place.short_name = row.free_text(2);
        place.parent.text = row.free_text(4);
        place.lon = row.decimal(5);
        place.lat = row.decimal(6);
        place.in_region = row.yes(7);
        place.statistical = row.text(8) == "statistical";
        const auto level = parse_level(row.text(3));
        if (!has_form(place.code) || !level) row.fail({"代码或级别不对", "a wrong code or level"});
        place.level = level.value_or(PlaceLevel::county);
        if ((place.level == PlaceLevel::province) != place.parent.text.empty() ||
            !(place.parent.text.empty() || within(place.code, place.parent)))
            row.fail({"上级不对", "a wrong parent"});
        TRY_DO(row.done());
        places_.push_back(std::move(place));
    }
    std::stable_sort(places_.begin(), places_.end(),
                     [](const Place& a, const Place& b) { return a.in_region > b.in_region; });
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (!at_.emplace(places_[i].code.text, i).second)
            return refuse(malformed(file, 0,
                                    {"代码重复：" + places_[i].code.text,
                                     "the code occurs twice: " + places_[i].code.text}));
    for (const auto& place : places_)
        if (place.parent && find(place.parent.text) == nullptr)
            return refuse(malformed(
                file, 0, {"上级不存在：" + place.code.text, "no such parent: " + place.code.text}));
    return Done{};
}

Result<Done> Places::load_spellings(const std::filesystem::path& folder) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        decoded_names_.push_back(decode_utf8(places_[i].name));
        add_spelling(places_[i].name, {i, true, true});
        if (places_[i].short_name != places_[i].name)
            add_spelling(places_[i].short_name, {i, false, true});
    }
    const auto target = [&](DataRow& row, std::size_t column) {
        const auto found = at_.find(row.text(column));
        if (found != at_.end()) return found->second;
        row.fail({"地区代码不存在", "there is no such place"});
        return std::size_t{0};
    };
    TRY(auto retired, read_table(folder, "retired_places.csv",
                                 {"code", "name", "replaced_by", "mark", "source"}));
    for (auto& row : retired) {
        const std::size_t now = target(row, 2);
        const std::string code = row.text(0);
        if (!has_form(PlaceCode{code}) || find(code) != nullptr ||
            !retired_.emplace(code, now).second)
            row.fail({"代码不对、重复或仍在使用", "a wrong code, or one twice or still in use"});
        (void)row.mark(3);
        TRY_DO(row.done());
        // Never sure: a name of today with the same letters goes first.
        add_spelling(row.text(1), {now, true, false});
    }
    TRY(auto aliases,
        read_table(folder, "place_aliases.csv", {"alias", "code", "confidence", "mark"}));
    for (auto& row : aliases) {
        const std::size_t place = target(row, 1);
        const bool sure = row.number(2, 0, 1000) == 1000;
        (void)row.mark(3);
        TRY_DO(row.done());
        add_spelling(row.text(0), {place, true, sure});
    }
    TRY(auto townships, read_table(folder, "townships.csv", {"code", "name", "county"}));
    for (auto& row : townships) {
        const std::size_t county = target(row, 2);
        TRY_DO(row.done());
        add_spelling(row.text(1), {county, true, false});
    }
    return Done{};
}

Result<Done> Places::load_distances(const std::filesystem::path& folder) {
    TRY(auto rows, read_table(folder, "seat_distances.csv", {"from", "to", "distance_m"}));
    for (auto& row : rows) {
        const std::string from = row.text(0);
        const std::string to = row.text(1);
        const auto metres = static_cast<int>(row.number(2, 0, 10'000'000));
        if (find(from) == nullptr || find(to) == nullptr)
            row.fail({"地区代码不存在", "there is no such place"});
        TRY_DO(row.done());
        if (!distance_m_.emplace(pair_key(from, to), metres).second)
            row.fail({"这一对已经有了", "this pair occurs twice"});
        TRY_DO(row.done());
    }
    return Done{};
}

void Places::add_spelling(std::string_view text, Spelling spelling) {
    if (text.empty()) return;
    auto& list = spellings_[std::string(text)];
    for (const auto& known : list)
        if (known.place == spelling.place) return;
    list.push_back(spelling);
    longest_spelling_ = std::max(longest_spelling_, text.size());
}

const Place* Places::find(std::string_view code) const {
    const auto found = at_.find(code);
    return found == at_.end() ? nullptr : &places_[found->second];
}

const Place* Places::find_current(std::string_view code) const {
    if (const Place* place = find(code)) return place;
    const auto found = retired_.find(code);
    return found == retired_.end() ? nullptr : &places_[found->second];
}

const Place& Places::city(const Place& place) const {
    const Place* found = find(city_of(place.code).text);
    return found == nullptr ? place : *found;
}

std::string Places::full_name(const Place& place) const {
    std::string name = place.name;
    for (const Place* above = find(place.parent.text); above != nullptr;
         above = find(above->parent.text))
        name = above->name + name;
    return name;
}

bool Places::lies_within(std::size_t inner, std::size_t outer) const {
    return inner == outer || within(places_[inner].code, places_[outer].code);
}

void Places::read_on(std::string_view text, const std::vector<std::size_t>& breaks,
                     const Reading& so_far, std::vector<Reading>& readings) const {
    constexpr std::size_t readings_max = 200;  // Only a hostile text has so many.
    const std::string_view rest = text.substr(so_far.used);
    if (so_far.place && (rest.empty() || so_far.may_be_followed)) readings.push_back(so_far);
    for (std::size_t length = std::min(rest.size(), longest_spelling_); length > 0; --length) {
        const auto found = spellings_.find(rest.substr(0, length));
        if (found == spellings_.end()) continue;
        // "承德市·承德" is the county: who names a city again means what lies in it, if anything.
        const bool goes_in =
            so_far.place &&
            std::any_of(found->second.begin(), found->second.end(), [&](const Spelling& spelling) {
                return spelling.place != *so_far.place &&
                       lies_within(spelling.place, *so_far.place);
            });
        for (const auto& spelling : found->second) {
            if (readings.size() >= readings_max) return;
            if (goes_in && spelling.place == *so_far.place) continue;
            if (so_far.place && !lies_within(spelling.place, *so_far.place)) continue;
            Reading longer;
            longer.place = spelling.place;
            longer.sure = so_far.sure && spelling.sure;
            longer.used = so_far.used + length;
            // "翠屏山公园" is not 翠屏; "东莞·万江区" is 东莞.
            longer.may_be_followed = spelling.full || std::find(breaks.begin(), breaks.end(),
                                                                longer.used) != breaks.end();
            read_on(text, breaks, longer, readings);
        }
    }
}

PlaceFound Places::choose(std::vector<Reading> readings, std::string_view text) const {
    PlaceFound found;
    std::size_t most = 0;
    for (const auto& reading : readings) most = std::max(most, reading.used);
    // A sure reading drives out aliases and townships of the same length.
    const bool any_sure = std::any_of(readings.begin(), readings.end(),
                                      [&](const Reading& r) { return r.used == most && r.sure; });
    std::vector<std::size_t> fitting;
    for (const auto& reading : readings)
        if (reading.used == most && reading.sure == any_sure &&
            std::find(fitting.begin(), fitting.end(), *reading.place) == fitting.end())
            fitting.push_back(*reading.place);
    const auto all = fitting;
    if (fitting.size() > 1) {
        std::erase_if(fitting, [&](std::size_t i) { return !places_[i].in_region; });
        if (fitting.empty()) fitting = all;
    }
    // "重庆" of a city and a county of one name ("东川市东川区"): the higher one contains the
    // other.
    if (fitting.size() > 1)
        for (const std::size_t outer : all)
            if (std::all_of(fitting.begin(), fitting.end(),
                            [&](std::size_t inner) { return lies_within(inner, outer); })) {
                fitting = {outer};
                break;
            }
    // "西安" is the city, not a district of some other city; never surely.
    if (fitting.size() > 1) {
        std::vector<std::size_t> above;
        for (const std::size_t at : fitting)
            if (places_[at].level != PlaceLevel::county) above.push_back(at);
        if (above.size() == 1) fitting = above;
    }
    found.rest = std::string(text.substr(most));
    if (fitting.size() == 1) {
        found.place = &places_[fitting[0]];
        found.certain = any_sure && found.rest.empty() &&
                        std::all_of(all.begin(), all.end(), [&](std::size_t other) {
                            return lies_within(other, fitting[0]);
                        });
        return found;
    }
    found.ambiguous = true;
    for (const std::size_t i : fitting) found.candidates.push_back(&places_[i]);
    return found;
}

PlaceFound Places::resolve(std::string_view input) const {
    PlaceFound found;
    const PlainText plain = without_separators(input);
    const std::string& text = plain.text;
    if (!text.empty() && all_digits(text)) {
        const std::string code = text.size() == 4 ? text + "00" : text.substr(0, 6);
        found.place = find_current(code);
        // Twelve digits are a village's code, nine a township's; the first six say the county.
        found.certain = found.place != nullptr && text.size() <= 6 && find(code) != nullptr;
        if (found.place == nullptr)
            for (const auto& near : nearest_codes(text)) found.candidates.push_back(find(near));
        return found;
    }
    std::vector<Reading> readings;
    read_on(text, plain.breaks, {}, readings);
    if (!readings.empty()) return choose(std::move(readings), text);
    found.candidates = nearest_names(text);
    return found;
}

std::vector<const Place*> Places::nearest_names(std::string_view text) const {
    const std::u32string wanted = decode_utf8(text);
    std::vector<std::string> names;
    std::vector<const Place*> found;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const std::u32string& name = decoded_names_[i];
        // Measuring costs a thousand times more than counting: first those with two characters
        // alike.
        const auto alike = std::count_if(name.begin(), name.end(), [&](char32_t c) {
            return wanted.find(c) != std::u32string::npos;
        });
        if (alike >= 2) names.push_back(places_[i].name);
    }
    for (const auto& name : nearest(text, names))
        for (const auto& place : places_)
            if (place.name == name && found.size() < 3 &&
                std::find(found.begin(), found.end(), &place) == found.end())
                found.push_back(&place);
    return found;
}

std::vector<std::string> Places::nearest_codes(std::string_view typed) const {
    std::vector<std::string> codes;
    if (!typed.empty() && all_digits(typed)) {
        // A code with its trailing zeros left out is the commonest slip: "5105" for 510500.
        if (typed.size() < 6) {
            std::string padded(typed);
            padded.resize(6, '0');
            if (find(padded) != nullptr) return {padded};
        }
        if (const Place* now = find_current(typed)) return {now->code.text};
        for (const auto& place : places_) codes.push_back(place.code.text);
        return nearest_by_beginning(typed, codes);
    }
    const auto found = resolve(typed);
    if (found.place != nullptr) return {found.place->code.text};
    for (const Place* place : found.candidates)
        if (codes.size() < 3) codes.push_back(place->code.text);
    return codes;
}

std::optional<int> Places::seat_distance_m(const PlaceCode& from, const PlaceCode& to) const {
    const Place* a = find(from.text);
    const Place* b = find(to.text);
    if (a == nullptr || b == nullptr) return std::nullopt;
    if (a == b && a->in_region && a->level == PlaceLevel::county) return 0;
    const auto found = distance_m_.find(pair_key(from.text, to.text));
    return found == distance_m_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace jianghui::codes
