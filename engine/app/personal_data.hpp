#pragma once
// What each feature holds about a person: shown to her whole, and emptied when she asks for it
// (个人信息保护法 §45, §47; docs/adr/0016). A feature that keeps rows about people says so in its table:
//
//   feature.personal_data = {.name = "seats", .title = {"席位和用工确认书", "Seats"},
//                            .copy = copy_seats, .hindrances = …, .keeps = …, .empty = empty_seats};
//
// The feature `privacy` asks all of them; no feature depends on it.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/app/context.hpp"

namespace jianghui::app {

/// What law obliges to keep after she has asked for erasure. How long: the parameter of the class
/// (data/parameters.csv), counted from the day that the part names.
enum class RetentionClass {
    identity,       ///< who she is: as long as anything else below is kept sealed
    contract,       ///< terms of work, from the end of the work
    wages,          ///< what was worked, owed and paid
    readings,       ///< who read her data, what she agreed to
    case_file,      ///< files of an authority, from the end of the case
    register_entry  ///< entries that an authority keeps, as long as it keeps them
};
BOOST_DESCRIBE_ENUM(RetentionClass, identity, contract, wages, readings, case_file, register_entry)

/// Whose data, for whose eyes: she herself as she is signed in.
struct AboutPerson {
    const store::Reader& db;
    const Services& services;
    const Caller& caller;
    PersonId person;
    Instant now;
};

/// Something that has to end before she can go: her work, or wages that are owed to her.
struct Hindrance {
    std::string code;  ///< "seat_live"
    Text words;        ///< what it is and what ends it
    std::int64_t count = 0;
};

/// What one part has to keep of one class.
struct Kept {
    RetentionClass record = RetentionClass::contract;
    std::optional<Date> since_on;  ///< the period counts from here; none: has no end of its own
    /// What is taken out of the rows and sealed away; null when the rows stay as they are because
    /// they name nobody, or because they are an authority's.
    codec::json::value content;
};

/// One feature's word about one person. Every function but `copy` is optional.
struct PersonalDataPart {
    std::string name;
    Text title;
    /// Everything that it holds, readable: an array of objects.
    std::function<codec::json::array(const AboutPerson&)> copy;
    std::function<std::vector<Hindrance>(const AboutPerson&)> hindrances;
    /// At most one of each class.
    std::function<std::vector<Kept>(const AboutPerson&)> keeps;
    /// Empties its rows in this transaction, after `keeps` was asked. What waits for her answer is
    /// declined for her.
    std::function<void(Command&, PersonId)> empty;
    /// The period of a class is over: empties what `keeps` had left in place.
    std::function<void(Command&, PersonId, RetentionClass)> forget;
    /// Nightly: deletes what is older than its class allows, of everybody. Whether there may be more.
    std::function<bool(Command&)> expire;
};

struct Feature;

/// All parts, in the order of the features. A service that App::create provides.
struct PersonalData {
    explicit PersonalData(const std::vector<Feature>& features);
    std::vector<PersonalDataPart> parts;
};

/// Forgets the stored answers of an account's commands: they repeat what it was shown.
void forget_answers(store::Transaction& transaction, AccountId account);

/// Described rows as a JSON array.
template <class T>
[[nodiscard]] codec::json::array documents(const std::vector<T>& rows) {
    auto read = codec::parse(codec::encode(rows));
    ASSERT(read.has_value());
    return std::move(read->as_array());
}

}  // namespace jianghui::app
