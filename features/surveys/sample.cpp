#include "features/surveys/sample.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include <fmt/format.h>

#include "features/draws/api.hpp"

namespace jianghui::surveys {

std::vector<Stratum> strata_of(const std::vector<Village>& frame) {
    std::map<std::pair<std::string, std::string>, Stratum> found;
    for (std::size_t i = 0; i < frame.size(); ++i) {
        const Village& village = frame[i];
        Stratum& stratum = found[{village.place, village.type}];
        if (stratum.villages.empty()) stratum = {village.place, village.type, 0, 0, {}};
        stratum.size += village.size;
        stratum.spread += static_cast<double>(village.spread) * static_cast<double>(village.size);
        stratum.villages.push_back(static_cast<int>(i));
    }
    std::vector<Stratum> strata;
    for (auto& [key, stratum] : found) {
        stratum.spread /= static_cast<double>(stratum.size);
        strata.push_back(std::move(stratum));
    }
    return strata;
}

std::vector<std::int64_t> allotted(const std::vector<Stratum>& strata, Allotment how,
                                   std::int64_t wanted, std::int64_t least) {
    std::vector<std::int64_t> numbers;
    std::vector<double> weights;
    for (const auto& stratum : strata) {
        numbers.push_back(std::min(stratum.size, least));
        weights.push_back(static_cast<double>(stratum.size) *
                          (how == Allotment::neyman ? stratum.spread : 1));
    }
    std::int64_t left = wanted - std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
    const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
    // One household at a time, to the stratum that is furthest below its share: exact, and within bounds.
    for (; left > 0; --left) {
        std::size_t best = strata.size();
        double furthest = 0;
        for (std::size_t i = 0; i < strata.size(); ++i) {
            if (numbers[i] >= strata[i].size) continue;
            const double below = static_cast<double>(wanted) * weights[i] / all -
                                 static_cast<double>(numbers[i]);
            if (best == strata.size() || below > furthest) {
                best = i;
                furthest = below;
            }
        }
        if (best == strata.size()) break;
        ++numbers[best];
    }
    return numbers;
}

crypto::Digest digest_of(const std::vector<Village>& frame) {
    crypto::Sm3 hash;
    for (const auto& one : frame)
        hash.add(fmt::format("{},{},{},{},{}\n", one.place, one.type, one.name, one.size, one.spread));
    return hash.finish();
}

std::vector<Drawn> drawn_from(const std::vector<Village>& frame, const Stratum& stratum,
                              const crypto::Digest& seed, std::int64_t count) {
    std::vector<Drawn> households;
    for (const int village : stratum.villages)
        for (std::int64_t i = 1; i <= frame[static_cast<std::size_t>(village)].size; ++i)
            households.push_back({village, i});
    const auto own = crypto::Sm3().add(seed.raw()).add(stratum.place + "/" + stratum.type).finish();
    std::vector<Drawn> drawn;
    for (const auto at : draws::lottery(own, households.size())) {
        if (static_cast<std::int64_t>(drawn.size()) == count) break;
        drawn.push_back(households[at]);
    }
    return drawn;
}

}  // namespace jianghui::surveys
