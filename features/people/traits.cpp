#include "features/people/traits.hpp"

#include <algorithm>

#include "features/people/model.hpp"
#include "features/people/queries.hpp"
#include "features/people/sealed.hpp"

namespace jianghui::people {
namespace {

using quarter_reports::PersonTraits;
using quarter_reports::Sex;

/// A row of the query `counted_people`.
struct CountedRow {
    PersonId id;
    Date born;
    std::optional<EducationCode> education;
    List<Skill, 30> skills;
    std::optional<SeekerKind> seeker_kind;
    std::string id_number_box;
};
BOOST_DESCRIBE_STRUCT(CountedRow, (), (id, born, education, skills, seeker_kind, id_number_box))

class Traits final : public quarter_reports::TraitsOfPeople {
  public:
    explicit Traits(const app::Services& services) : services_(services) {}

    void each(const store::Reader& reader, const std::function<bool(PersonId)>& is_wanted,
              const std::function<void(const PersonTraits&)>& take) const override {
        reader.each<CountedRow>(sql::counted_people, {}, [&](CountedRow&& row) {
            if (is_wanted(row.id)) take(traits_of(row));
        });
    }

  private:
    [[nodiscard]] PersonTraits traits_of(const CountedRow& row) const {
        PersonTraits traits;
        traits.id = row.id;
        traits.sex = sex_of(row);
        traits.born = row.born;
        if (row.education) traits.education = row.education->text;
        if (row.seeker_kind) traits.seeker_kind = row.seeker_kind->text;
        for (const auto& skill : row.skills)
            traits.skill_level =
                std::max(traits.skill_level, static_cast<int>(skill.level.value));
        return traits;
    }
    /// Nothing when the box does not open.
    [[nodiscard]] std::optional<Sex> sex_of(const CountedRow& row) const {
        const auto number = opened(services_, Sensitive::id_number, row.id, row.id_number_box);
        if (!number || number->size() != 18) return std::nullopt;
        return ((*number)[16] - '0') % 2 == 0 ? Sex::female : Sex::male;
    }

    const app::Services& services_;
};

}  // namespace

std::shared_ptr<quarter_reports::TraitsOfPeople> traits_of_people(const app::Services& services) {
    return std::make_shared<Traits>(services);
}

}  // namespace jianghui::people
