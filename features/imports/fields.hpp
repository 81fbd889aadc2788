#pragma once
// The columns that a demand or supply list may have, and the headers that people give them.

#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/enum.hpp>

#include "engine/base/base.hpp"

namespace jianghui::imports {

/// What a list is about.
enum class ImportKind { demand, supply };
BOOST_DESCRIBE_ENUM(ImportKind, demand, supply)

/// Every column that is understood.
enum class Field {
    // demand
    employer,
    credit_code,
    title,
    occupation,
    headcount,
    place,
    address,
    pay,
    pay_min,
    pay_max,
    education,
    experience,
    skills,
    certificates,
    starts_on,
    ends_on,
    shift,
    hours_per_day,
    kind,
    service_fee,
    description,
    benefits,
    source,
    // supply
    name,
    id_number,
    phone,
    occupations,
    pay_asked,
    available_from_on,
    reach_km,
    // understood, and left out on purpose
    serial_number,
    contact,
    protected_attribute
};
BOOST_DESCRIBE_ENUM(Field, employer, credit_code, title, occupation, headcount, place, address, pay,
                    pay_min, pay_max, education, experience, skills, certificates, starts_on, ends_on,
                    shift, hours_per_day, kind, service_fee, description, benefits, source, name,
                    id_number, phone, occupations, pay_asked, available_from_on, reach_km,
                    serial_number, contact, protected_attribute)

/// One column of a kind of list.
struct FieldInfo {
    Field field = Field::title;
    Text title;                              ///< what the template calls it
    bool required = false;                   ///< a list without it is refused
    bool imported = true;                    ///< false: recognised and left out, with the reason
    std::vector<std::string_view> spellings; ///< headers, the usual one first
    std::string_view example;                ///< a cell of the template
};

/// The columns of that kind of list in the order of the template.
[[nodiscard]] const std::vector<FieldInfo>& fields_of(ImportKind kind);
/// The entry of a field, or nothing when the kind of list has no such column.
[[nodiscard]] const FieldInfo* find_field(ImportKind kind, Field field);

}  // namespace jianghui::imports
