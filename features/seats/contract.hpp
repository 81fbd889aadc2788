#pragma once
// The text that a worker accepts: who, where, when, for how much.

#include <string>

#include "features/seats/model.hpp"

namespace jianghui::seats {

/// What the text names.
struct ContractFacts {
    std::string employer;
    std::string agency;
    std::string order_title;
    std::string occupation;
    std::string place;
    std::string address;
    std::string education;
    std::string kind_title;
};

/// The terms in Chinese, complete and the same for the same facts; its SM3 digest is what the
/// worker's acceptance binds. Mandatory points: 劳动合同法 §17, 电子劳动合同订立指引 art. 6 (shown
/// before signing, free to download).
[[nodiscard]] std::string contract_text(const SeatRow& seat, const ContractFacts& facts);

}  // namespace jianghui::seats
