#pragma once
// The text that lender, borrower and worker sign.

#include <string>

#include "features/lending/model.hpp"

namespace jianghui::lending {

/// What the text names.
struct TextFacts {
    std::string lender;
    std::string lender_code;
    std::string borrower;
    std::string borrower_code;
    std::string worker;
    std::string occupation;
    std::string place;
};

/// The three-party agreement in Chinese, complete, and the same for the same facts: its SM3 digest is
/// what each party signs.
[[nodiscard]] std::string agreement_text(const AgreementRow& agreement, const TextFacts& facts);

}  // namespace jianghui::lending
