#pragma once
// What this feature writes into the journal: that it happened, never what it was about.

#include "features/privacy/model.hpp"

namespace jianghui::privacy {

inline constexpr journal::EventKind copy_made{"privacy.copy_made", "个人信息已复制给本人",
                                              "A copy of her data was given to a person"};
inline constexpr journal::EventKind person_erased{"privacy.erased", "个人信息已删除",
                                                  "A person's data were erased"};
inline constexpr journal::EventKind kept_opened{"privacy.kept_opened", "封存记录已被依法调取",
                                                "Sealed records of an erased person were opened"};
inline constexpr journal::EventKind kept_ended{"privacy.kept_ended", "封存记录期满删除",
                                               "The time of sealed records is over"};

/// privacy.copy_made
struct CopyMade {
    std::vector<std::string> parts;
};
BOOST_DESCRIBE_STRUCT(CopyMade, (), (parts))

/// privacy.erased: which classes are kept and until when.
struct Erased {
    std::vector<KeptNotice> kept;
};
BOOST_DESCRIBE_STRUCT(Erased, (), (kept))

/// For what sealed records are opened.
enum class OpenPurpose { dispute, inspection, court };
BOOST_DESCRIBE_ENUM(OpenPurpose, dispute, inspection, court)

/// privacy.kept_opened
struct KeptOpened {
    OpenPurpose purpose = OpenPurpose::dispute;
    std::int64_t records = 0;
};
BOOST_DESCRIBE_STRUCT(KeptOpened, (), (purpose, records))

/// privacy.kept_ended
struct KeptEnded {
    PersonId person;
};
BOOST_DESCRIBE_STRUCT(KeptEnded, (), (person))

}  // namespace jianghui::privacy
