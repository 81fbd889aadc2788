#pragma once
// One row of a list, read: what a demand row asks for, what a supply row says of a person. Pure
// values; what is missing in the file is missing here.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/base.hpp"
#include "engine/codec/codec.hpp"
#include "features/imports/salary.hpp"

namespace jianghui::imports {

/// A demand row as it may become the draft of an order.
struct DemandRow {
    std::string employer;     ///< as written; empty: the importer's own organisation
    std::string credit_code;
    std::optional<OrganisationId> employer_id;
    std::string title;
    std::optional<OccupationCode> occupation;  ///< none: to be chosen by a person
    int occupation_confidence_per_mille = 0;
    std::int64_t headcount = 1;
    PlaceCode place;
    std::string address;
    std::optional<PayUnit> pay_unit;
    std::optional<Fen> pay_min_fen;
    std::optional<Fen> pay_max_fen;
    std::optional<std::string> education;
    std::vector<std::string> skills;
    std::vector<std::string> certificates;
    std::optional<Date> starts_on;
    std::optional<Date> ends_on;
    std::optional<std::string> shift;  ///< code of the order's shifts
    std::optional<std::int64_t> hours_per_day_tenths;
    std::optional<std::string> kind;   ///< code of the order kinds
    std::optional<Fen> service_fee_fen;
    std::string description;           ///< with experience, benefits and remarks to the pay
    std::string source;
};
BOOST_DESCRIBE_STRUCT(DemandRow, (),
                      (employer, credit_code, employer_id, title, occupation,
                       occupation_confidence_per_mille, headcount, place, address, pay_unit,
                       pay_min_fen, pay_max_fen, education, skills, certificates, starts_on, ends_on,
                       shift, hours_per_day_tenths, kind, service_fee_fen, description, source))

/// A supply row as it may become a person.
struct SupplyRow {
    std::string name;
    std::string id_number;  ///< normalised; checked for form, date and check character
    std::string phone;      ///< 11 digits or empty
    PlaceCode place;
    std::optional<std::string> education;
    std::vector<OccupationCode> occupations;
    std::vector<std::string> unsure_occupations;  ///< wanted jobs whose code a person must choose
    std::vector<std::string> skills;
    std::optional<std::int64_t> experience_years;
    std::vector<std::string> certificates;
    std::optional<Fen> pay_asked_fen;
    std::optional<PayUnit> pay_unit;
    std::optional<Date> available_from_on;
    std::optional<std::int64_t> reach_km;
};
BOOST_DESCRIBE_STRUCT(SupplyRow, (),
                      (name, id_number, phone, place, education, occupations,
                       unsure_occupations, skills, experience_years, certificates, pay_asked_fen, pay_unit, available_from_on,
                       reach_km))

}  // namespace jianghui::imports
