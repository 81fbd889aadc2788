#include "features/quotes/sealed.hpp"

#include "engine/app/field_keys.hpp"
#include "features/quotes/rules.hpp"

namespace jianghui::quotes {
namespace {

constexpr std::size_t padded_size = 160;  ///< more than any bid as JSON

std::string place_of(BidId id) { return "quotes.bid:" + id.text(); }

}  // namespace

std::string seal(const app::Services& services, BidId id, const Bid& bid) {
    std::string plain = codec::encode(bid);
    ASSERT(plain.size() <= padded_size);
    plain.resize(padded_size, ' ');
    return app::seal_field(services, place_of(id), plain);
}

Result<std::optional<Bid>> open(const app::Services& services, const BidRow& row) {
    const auto plain = app::open_field(services, place_of(row.id), row.box);
    if (!plain && plain.error().code == crypto::sealing_key_missing.code)
        return refuse(plain.error());
    if (!plain) return std::optional<Bid>{};
    const auto bid = codec::decode<Bid>(*plain);
    if (!bid || commitment_of(row.order_id, *bid) != row.commitment) return std::optional<Bid>{};
    return std::optional<Bid>{*bid};
}

}  // namespace jianghui::quotes
