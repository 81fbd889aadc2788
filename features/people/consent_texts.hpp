#pragma once
// What people are asked to agree to: data/consent_texts.csv, in versions. A consent names the
// version that was shown.

#include <filesystem>

#include "features/codes/api.hpp"
#include "features/people/model.hpp"

namespace jianghui::people {

/// One question as it is asked from a day on.
struct ConsentText {
    ConsentPurpose purpose = ConsentPurpose::public_pool;
    std::string version;
    Date effective_from;
    std::vector<std::string> data_classes;  ///< codes: masked_name, birth_year, home, profile, phone
    std::string recipient;                  ///< code: verified_agencies
    std::string law;                        ///< what the question rests on
    Text title;
    Text text;
};

/// All versions of all questions. A service, loaded at start.
class ConsentTexts {
  public:
    /// Reads the table. Fails with data_malformed, also when a purpose has no text.
    [[nodiscard]] static Result<ConsentTexts> load(const std::filesystem::path& folder);
    /// The version in force on the day; the first one before that.
    [[nodiscard]] const ConsentText& of(ConsentPurpose purpose, Date day) const;

  private:
    std::vector<ConsentText> texts_;
};

}  // namespace jianghui::people
