#pragma once
// One caller's look at entries: which he sees, as whom, and how they are shown to him.

#include <map>

#include "features/entries/rules.hpp"

namespace jianghui::entries {

class Lens {
  public:
    Lens(const store::Reader& reader, const app::Services& services, const app::Caller& caller,
         Instant now)
        : reader_(reader), services_(services), caller_(caller), now_(now),
          catalogue_(services.get<registers::Catalogue>()) {}

    /// As whom the caller reads the entry.
    [[nodiscard]] Audience audience(const Entry& entry);
    /// Whether he sees it at all.
    [[nodiscard]] bool sees(const Entry& entry);
    /// The entry when he sees it. Fails with not_found.
    [[nodiscard]] Result<Entry> find(EntryId entry);

    [[nodiscard]] EntryView view(const Entry& entry);
    [[nodiscard]] Result<EntryDetail> detail(const Entry& entry);

    /// Recognitions in force today that name the register; read once.
    [[nodiscard]] const std::vector<registers::Recognition>& recognitions(const std::string& of);

  private:
    [[nodiscard]] SubjectView subject(const Entry& entry, Audience audience);
    [[nodiscard]] std::vector<HistoryView> history(const Entry& entry,
                                                   const registers::Fields& fields,
                                                   Audience audience);
    [[nodiscard]] std::optional<ProposalView> proposal(const Entry& entry, const registers::Fields& fields);
    [[nodiscard]] std::vector<CountsIn> counts_in(const Entry& entry);

    const store::Reader& reader_;
    const app::Services& services_;
    const app::Caller& caller_;
    Instant now_;
    const registers::Catalogue& catalogue_;
    std::map<std::string, std::vector<registers::Recognition>> recognitions_;
};

/// The cities of the region, in the order of the code table.
[[nodiscard]] std::vector<PlaceCode> region_cities(const app::Services& services);
[[nodiscard]] std::string place_name(const app::Services& services, const PlaceCode& place);

}  // namespace jianghui::entries
