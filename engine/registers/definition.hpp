#pragma once
// What stands in registers/ID.toml. docs/definitions.md teaches writing one.

#include <algorithm>

#include "engine/registers/field.hpp"

namespace jianghui::registers {

/// How sure a statement is (domain.md): F found in the text, K known by heart, D derived, P proposed.
enum class Mark { F, K, D, P };
BOOST_DESCRIBE_ENUM(Mark, F, K, D, P)

/// A legal basis: where it says so, and how sure that is.
struct Basis {
    String<1, 200> text;
    Mark mark = Mark::P;
    bool operator==(const Basis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Basis, (), (text, mark))
/// Whether none of them waits for an official to confirm it.
template <class Bases>
[[nodiscard]] bool all_certain(const Bases& bases) {
    return std::all_of(bases.begin(), bases.end(), [](const Basis& one) {
        return one.mark == Mark::F || one.mark == Mark::D;
    });
}

/// What an entry is about.
enum class Subject { organisation, person, place, none };
BOOST_DESCRIBE_ENUM(Subject, organisation, person, place, none)

/// Level of a place: province 510000, city 510500 (also a district of a municipality), county 510502.
enum class Level { province, city, county };
BOOST_DESCRIBE_ENUM(Level, province, city, county)

/// Where an entry counts (ADR 11.6).
enum class Counts { everywhere, recognised, issuing_place };
BOOST_DESCRIBE_ENUM(Counts, everywhere, recognised, issuing_place)

/// What the market's gate reads an entry in force as.
enum class GateEffect { none, licence, filing, dispatch_licence, exclusion, warning };
BOOST_DESCRIBE_ENUM(GateEffect, none, licence, filing, dispatch_licence, exclusion, warning)

/// How long an entry holds; neither: until it is ended.
struct Validity {
    std::optional<Integer<1, 600>> months;
    std::optional<Integer<1, 3660>> days;
    std::optional<Integer<0, 366>> renew_days_before;  ///< from when a renewal may be asked
    bool operator==(const Validity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Validity, (), (months, days, renew_days_before))

/// Who issues.
struct Issuer {
    List<Level, 3> levels;
    bool operator==(const Issuer&) const = default;
};
BOOST_DESCRIBE_STRUCT(Issuer, (), (levels))

/// One register. `number` is a pattern for numbers that the register gives by itself:
/// "{place}", "{year}", "{serial:4}" and plain text, e.g. "({place})人服证字[{year}]第{serial:4}号";
/// without one the issuer types the number.
struct Register {
    String<1, 40> id;
    Integer<1, 10000> version;
    Text title;
    std::optional<Text> about;
    List<Basis, 20> basis;
    Subject subject = Subject::organisation;
    Issuer issuer;
    std::optional<Validity> validity;
    std::optional<String<1, 80>> number;
    Counts counts = Counts::issuing_place;
    /// The standard that recognitions name; entries of another standard version need their own.
    std::optional<String<1, 40>> standard;
    std::optional<GateEffect> gate;
    bool published = false;                     ///< whether the public look-up shows its entries
    std::optional<bool> certificate;            ///< whether entries may be had as certificates
    /// Whether officials of the issuing place issue and change entries themselves; otherwise a
    /// procedure must (they may still suspend, restore and end them).
    std::optional<bool> direct;
    std::optional<List<String<1, 40>, 10>> statistics;  ///< fields that are counted by value
    /// Registers whose living entries about the same organisation end when one of this is issued: nobody
    /// stays on the red list who comes onto the list of wage arrears.
    std::optional<List<String<1, 40>, 10>> ends;
    Fields fields;

    [[nodiscard]] GateEffect gate_effect() const { return gate.value_or(GateEffect::none); }
    /// Whether its entries bar whom they name from the market.
    [[nodiscard]] bool bars() const { return gate_effect() == GateEffect::exclusion; }
    /// Whether every basis was found in its text; otherwise an official confirms before use.
    [[nodiscard]] bool is_certain() const;
    [[nodiscard]] const Field* field(std::string_view name) const;
};
BOOST_DESCRIBE_STRUCT(Register, (),
                      (id, version, title, about, basis, subject, issuer, validity, number, counts,
                       standard, gate, published, certificate, direct, statistics, ends,
                       fields))

/// What a definition says that cannot be meant, all of it: `at` is the JSON pointer of the member.
struct Fault {
    std::string at;
    Text message;
    bool operator==(const Fault&) const = default;
};

/// Faults of the fields of a form: ids of wrong form or double, code fields without a table, tables
/// that do not exist, limits upside down, conditions on fields that do not exist or come later,
/// sealed or unique fields of types that cannot be. Pointers begin with `at`. Pure.
[[nodiscard]] std::vector<Fault> faults_of(const Fields& fields, const CodeBook& codes,
                                           const std::string& at);

/// Faults of a register: its fields', its number pattern's, statistics over unknown, sealed or
/// uncountable fields, validity without sense, a gate effect or ended registers without organisations. Pure.
[[nodiscard]] std::vector<Fault> faults_of(const Register& definition, const CodeBook& codes);

/// Whether the text may be an id: a lower-case letter, then lower-case letters, digits, underscores.
[[nodiscard]] bool is_id(std::string_view text);

/// Level of a place by its digits; districts of municipalities are cities (DESIGN section 2).
[[nodiscard]] Level level_of(const PlaceCode& place);

}  // namespace jianghui::registers
