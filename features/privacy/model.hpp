#pragma once
// The vocabulary of copies and erasures (ui/base/api_types/privacy.ts).

#include "engine/app/feature.hpp"
#include "engine/app/personal_data.hpp"

namespace jianghui::privacy {

using app::RetentionClass;
using RequestId = Id<struct PersonalDataRequestTag>;
using KeptId = Id<struct KeptRecordTag>;

enum class RequestKind {
    copy,    ///< everything that the platform holds about her
    erasure  ///< everything that may go is gone
};
BOOST_DESCRIBE_ENUM(RequestKind, copy, erasure)

/// What is kept, until when, and which rule says so. Without a day: as long as the authority keeps
/// its register.
struct KeptNotice {
    RetentionClass record = RetentionClass::contract;
    std::optional<Date> until_on;
    std::string law;
};
BOOST_DESCRIBE_STRUCT(KeptNotice, (), (record, until_on, law))

/// A row of `personal_data_requests`.
struct RequestRow {
    RequestId id;
    PlaceCode city;
    PlaceCode place;  ///< her home then: whose office sees that it happened
    PersonId person;
    RequestKind kind = RequestKind::copy;
    Instant at;
    std::vector<KeptNotice> kept;
    std::optional<Date> ended_on;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (id, city, place, person, kind, at, kept, ended_on))

/// A row of `kept_records`.
struct KeptRow {
    KeptId id;
    PlaceCode city;
    RequestId request;
    PersonId person;
    std::string part;
    RetentionClass record = RetentionClass::contract;
    Date until_on;
    std::string box;
};
BOOST_DESCRIBE_STRUCT(KeptRow, (), (id, city, request, person, part, record, until_on, box))

struct FindPerson {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(FindPerson, (), (person))

/// Both are asked by who is signed in and knows her password.
struct ProvePassword {
    PersonId person;
    String<1, 256> password;
};
BOOST_DESCRIBE_STRUCT(ProvePassword, (), (person, password))

/// What one part of the platform holds.
struct PartCopy {
    std::string name;
    Text title;
    codec::json::value items;  ///< an array of objects
};
BOOST_DESCRIBE_STRUCT(PartCopy, (), (name, title, items))

/// Everything, as one document.
struct PersonalCopy {
    std::string format;  ///< "jianghui-personal-data-1"
    RequestId request;
    PersonId person;
    Instant made_at;
    std::vector<PartCopy> parts;
};
BOOST_DESCRIBE_STRUCT(PersonalCopy, (), (format, request, person, made_at, parts))

/// Something that has to end first.
struct HindranceView {
    std::string code;
    Text words;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(HindranceView, (), (code, words, count))

/// What an erasure would do now.
struct ErasurePreview {
    std::vector<HindranceView> hindrances;  ///< none: she may
    std::vector<Text> goes;                 ///< titles of what is emptied
    std::vector<KeptNotice> kept;
};
BOOST_DESCRIBE_STRUCT(ErasurePreview, (), (hindrances, goes, kept))

/// For her to keep: she cannot sign in any more.
struct ErasureReceipt {
    RequestId request;
    Instant at;
    std::vector<Text> gone;
    std::vector<KeptNotice> kept;
};
BOOST_DESCRIBE_STRUCT(ErasureReceipt, (), (request, at, gone, kept))

/// A request as it is listed: that it happened, by numbers.
struct RequestView {
    RequestId id;
    PersonId person;
    RequestKind kind = RequestKind::copy;
    Instant at;
    PlaceCode place;
    std::string place_name;
    std::vector<KeptNotice> kept;
    std::optional<Date> ended_on;  ///< since when nothing is kept any more
};
BOOST_DESCRIBE_STRUCT(RequestView, (), (id, person, kind, at, place, place_name, kept, ended_on))

struct ListRequests {
    std::optional<RequestKind> kind;
    std::optional<RequestId> cursor;
    std::optional<Integer<1, 200>> limit;
};
BOOST_DESCRIBE_STRUCT(ListRequests, (), (kind, cursor, limit))

}  // namespace jianghui::privacy
